"""`checker batch` from the command line, with judges that compute here."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.batch.corpora import jsonl, killed, row, rows_of
from tests.fakes.http import Reply, as_json, serve
from tests.fakes.model import completion, honest, task_of
from tests.program import Run, one_line


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_row_comes_out_in_order_however_many_processes(run: Run, tmp_path: Path, jobs: int) -> None:
    pairs, out = jsonl(tmp_path / "pairs.jsonl", map(row, range(1, 301))), tmp_path / "out.jsonl"

    done = run("batch", pairs, "-o", out, "--judge", "rules", "--jobs", jobs, "-q")

    assert (done.code, done.err) == (0, "checker: 300 rows: 150 consistent, 150 contradictory\n")
    rows = rows_of(out)
    assert [found["id"] for found in rows] == list(range(1, 301))
    assert {found["label"] for found in rows if int(str(found["id"])) % 2 == 0} == {"consistent"}


def test_a_row_is_what_checker_judge_says_of_it(run: Run, tmp_path: Path) -> None:
    pairs, out = jsonl(tmp_path / "pairs.jsonl", map(row, range(1, 9))), tmp_path / "out.jsonl"

    assert run("batch", pairs, "-o", out).code == 0

    assert out.read_text("utf-8") == run("judge", pairs).out


BAD = [
    pytest.param('{"id": 5, "source": "cut', "line 2 is not JSON", id="cut in the middle of a line"),
    pytest.param("[1]", "line 2 is not an object", id="no object"),
    pytest.param("[" * 100_000, "line 2 is not JSON", id="nested too deep to read"),
    pytest.param({"id": 5, "source": "A."}, "no text in 'republished'", id="a text is missing"),
    pytest.param({"id": 5, "source": 7, "republished": "A."}, "no text in 'source'", id="a number as text"),
    pytest.param({"id": 5, "source": " ", "republished": "A."}, "'source' is empty", id="an empty text"),
    pytest.param({"id": [5], "source": "A.", "republished": "A."}, "its id is neither", id="a list as id"),
    pytest.param(row(1), "row 1 has the id 1, too", id="an id that another row has"),
    pytest.param({"id": 5, "source": "a " * 10_000_000, "republished": "b"}, "longer than", id="20 MB"),
]


@pytest.mark.parametrize(("bad", "reason"), BAD)
def test_a_bad_row_is_a_failure_and_not_the_end(
    run: Run, tmp_path: Path, bad: dict[str, object] | str, reason: str
) -> None:
    pairs, out = jsonl(tmp_path / "pairs.jsonl", [row(1), bad, row(3)]), tmp_path / "out.jsonl"

    done = run("batch", pairs, "-o", out, "--judge", "rules", "--jobs", 1)

    assert done.code == 3
    assert [found["label"] for found in rows_of(out)] == ["contradictory", "undetermined", "contradictory"]
    [failure] = rows_of(tmp_path / "out.jsonl.run" / "failures.jsonl")
    assert failure["row"] == 2
    assert reason in str(failure["reason"])
    assert rows_of(out)[1]["reason"] == failure["reason"]


def test_a_line_that_is_not_utf_8_is_a_failure(run: Run, tmp_path: Path) -> None:
    pairs, out = jsonl(tmp_path / "pairs.jsonl", [row(1)]), tmp_path / "out.jsonl"
    with pairs.open("ab") as file:
        file.write(b'{"id": 2, "source": "caf\xe9", "republished": "A."}')

    assert run("batch", pairs, "-o", out, "--judge", "rules", "--jobs", 1).code == 3

    assert "line 2 is not UTF-8" in str(rows_of(out)[1]["reason"])


def test_half_a_character_in_a_text_spoils_no_row(run: Run, tmp_path: Path) -> None:
    line = '{"id": "\\ud800", "source": "It cost 5 \\ud800 dollars.", "republished": "It cost 6 \\ud800 dollars."}'
    pairs, out = jsonl(tmp_path / "pairs.jsonl", [line]), tmp_path / "out.jsonl"

    assert run("batch", pairs, "-o", out, "--judge", "rules", "--jobs", 1).code == 0

    assert rows_of(out)[0]["label"] == "contradictory"


def test_too_many_failures_end_the_run_and_it_can_go_on(run: Run, tmp_path: Path) -> None:
    pairs = jsonl(tmp_path / "pairs.jsonl", [row(1), "no", "no", row(2)])
    whole, out = tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    options = ("--judge", "rules", "--jobs", 1)
    run("batch", pairs, "-o", whole, *options)

    stopped = run("batch", pairs, "-o", out, *options, "--max-failures", 1)

    assert (stopped.code, one_line(stopped), out.exists()) == (3, True, False)
    assert "2 rows could not be judged" in stopped.err
    assert run("batch", pairs, "-o", out, *options, "--max-failures", 2, "--resume").code == 3
    assert out.read_bytes() == whole.read_bytes()


def test_a_run_that_is_killed_twice_ends_with_the_same_bytes(run: Run, tmp_path: Path) -> None:
    lines = [row(n) if n % 100 else "{" for n in range(1, 2401)]
    pairs = jsonl(tmp_path / "pairs.jsonl", lines)
    whole, out = tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    assert run("batch", pairs, "-o", whole, "--judge", "rules", "--jobs", 1).code == 3
    begin = ("batch", pairs, "-o", out, "--judge", "rules", "--jobs", 2)
    ledger = tmp_path / "out.jsonl.run" / "ledger.sqlite3"

    killed(*begin, ledger=ledger, results=200)
    killed(*begin, "--resume", ledger=ledger, results=700)

    assert not out.exists()
    assert run(*begin, "--resume").code == 3
    assert out.read_bytes() == whole.read_bytes()
    failures = tmp_path / "out.jsonl.run" / "failures.jsonl"
    assert failures.read_bytes() == (tmp_path / "whole.jsonl.run" / "failures.jsonl").read_bytes()


def test_a_corpus_that_grew_and_changed_is_judged_where_it_is_new(run: Run, tmp_path: Path) -> None:
    pairs, out = jsonl(tmp_path / "pairs.jsonl", [row(1), row(2), "{"]), tmp_path / "out.jsonl"
    options = ("-o", out, "--judge", "rules", "--jobs", 1)
    run("batch", pairs, *options)
    ledger = tmp_path / "out.jsonl.run" / "ledger.sqlite3"
    _set_explanation(ledger, "from the first run")

    jsonl(pairs, [row(3), {**row(1), "id": "renamed"}, {**row(2), "republished": "It cost 3 dollars."}])
    assert run("batch", pairs, *options, "--resume").code == 0

    first, kept, changed = rows_of(out)
    assert (first["id"], kept["id"], changed["id"]) == (3, "renamed", 2)
    assert "from the first run" in json.dumps(kept)
    assert "from the first run" not in json.dumps([first, changed])
    assert changed["label"] == "contradictory"


def _set_explanation(ledger: Path, words: str) -> None:
    import sqlite3

    db = sqlite3.connect(ledger)
    with db:
        db.execute("UPDATE results SET row = replace(row, '\"reason\": null', ?)", (f'"reason": "{words}"',))
    db.close()


def test_retry_failed_tries_what_could_not_be_judged_and_nothing_else(run: Run, tmp_path: Path) -> None:
    pairs, out = jsonl(tmp_path / "pairs.jsonl", map(row, range(1, 5))), tmp_path / "out.jsonl"
    broken = {3}

    def model(path: str, body: dict[str, object]) -> Reply:
        task = task_of(body)
        if any(f"cost {number} " in asked.source for asked in task.pairs for number in broken):
            return as_json(completion("I see no differences."))
        return as_json(honest(body))

    with serve(model) as server:
        options = ("--judge", "llm", "--model", "m", "--base-url", server.url, "--pairs-per-call", 1)
        arguments = ("batch", pairs, "-o", out, *options, "--cache", tmp_path / "cache")
        assert run(*arguments).code == 3
        assert [found["label"] for found in rows_of(out)][2] == "undetermined"
        asked = len(server.requests)
        broken.clear()

        assert run(*arguments, "--resume").code == 3
        assert len(server.requests) == asked
        assert run(*arguments, "--retry-failed").code == 0

        assert len(server.requests) == asked + 1
    assert [found["label"] for found in rows_of(out)] == ["contradictory", "consistent"] * 2


USAGE = [
    pytest.param(["missing.jsonl", "-o", "new.jsonl"], "missing.jsonl: no such file", id="no such input"),
    pytest.param(["pairs.jsonl", "-o", "there.jsonl"], "there.jsonl exists", id="OUT exists"),
    pytest.param(
        ["pairs.jsonl", "-o", "new.jsonl", "--resume"], "no run to go on with", id="nothing to resume"
    ),
    pytest.param(["pairs.jsonl", "-o", "no/new.jsonl"], "its folder does not exist", id="no such folder"),
    pytest.param(["pairs.jsonl", "-o", "new.csv"], "no such format", id="no such format"),
    pytest.param(["folder", "-o", "new.jsonl"], "where are their sources", id="a folder without sources"),
    pytest.param(
        ["folder", "--source", "pairs.jsonl", "-o", "new.jsonl"], "is none", id="a folder and a file"
    ),
    pytest.param(["folder/{n}.txt", "--source", "x/{m}.txt", "-o", "new.jsonl"], "{m}", id="another name"),
    pytest.param(["folder/*.md", "--source", "x", "-o", "new.jsonl"], "matches no file", id="no match"),
]


@pytest.mark.parametrize(("arguments", "words"), USAGE)
def test_what_cannot_be_run_is_one_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    jsonl(tmp_path / "pairs.jsonl", [row(1)])
    (tmp_path / "there.jsonl").write_text("precious")
    (tmp_path / "folder").mkdir()

    done = run("batch", *arguments, "--judge", "rules")

    assert (done.code, one_line(done)) == (2, True)
    assert words in done.err
    assert (tmp_path / "there.jsonl").read_text() == "precious"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        pytest.param([], "holds a run", id="begun and not resumed"),
        pytest.param(["--resume", "--judge", "embedded"], "another judge", id="another judge"),
        pytest.param(["--resume", "--language", "de"], "another language", id="another language"),
    ],
)
def test_a_run_goes_on_only_as_what_it_was(run: Run, tmp_path: Path, options: list[str], words: str) -> None:
    pairs, out = jsonl(tmp_path / "pairs.jsonl", [row(1)]), tmp_path / "out.jsonl"
    run("batch", pairs, "-o", out, "--judge", "rules", "--jobs", 1)
    before = out.read_bytes()

    done = run("batch", pairs, "-o", out, "--judge", "rules", "--jobs", 1, *options)

    assert (done.code, one_line(done)) == (2, True)
    assert words in done.err
    assert out.read_bytes() == before


LIMITED = """
import resource, sys
from checker.cli import run
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
sys.exit(run(sys.argv[1:]))
"""


def test_a_full_disk_is_one_line_and_the_run_goes_on_later(run: Run, tmp_path: Path) -> None:
    pairs, out = jsonl(tmp_path / "pairs.jsonl", map(row, range(3000))), tmp_path / "out.jsonl"
    arguments = ("batch", pairs, "-o", out, "--judge", "rules", "--jobs", 1)

    full = subprocess.run(
        [sys.executable, "-c", LIMITED, *map(str, arguments)], capture_output=True, text=True, check=False
    )

    assert full.returncode == 2
    assert full.stderr.count("\n") == 1
    assert "Cannot write" in full.stderr
    assert not out.exists()
    assert run(*arguments, "--resume").code == 0
    assert len(rows_of(out)) == 3000


def test_two_processes_do_not_work_on_one_run(run: Run, tmp_path: Path) -> None:
    from checker.batch.folder import RunFolder

    pairs, out = jsonl(tmp_path / "pairs.jsonl", [row(1)]), tmp_path / "out.jsonl"
    run("batch", pairs, "-o", out, "--judge", "rules", "--jobs", 1)
    folder = RunFolder.beside(out)

    with folder.opened(folder.manifest, out=out, go_on=True):
        done = run("batch", pairs, "-o", out, "--judge", "rules", "--jobs", 1, "--resume")

    assert (done.code, one_line(done)) == (2, True)
    assert "Another process is at work" in done.err
