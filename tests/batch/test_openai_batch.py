"""`checker batch --engine openai-batch` against a server that speaks the Batch API."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

from checker.batch.engines.openai_batch import parts
from tests.batch.corpora import jsonl, row, rows_of
from tests.fakes.batches import Batches, batch_server
from tests.program import Done, Run, one_line


def arguments(pairs: Path, out: Path, server: Batches, *more: object) -> tuple[object, ...]:
    options = ("--judge", "llm", "--model", "m", "--base-url", server.url, "--engine", "openai-batch")
    return ("batch", pairs, "-o", out, *options, *more)


def collected(run: Run, out: Path) -> Done:
    return run("batch", "collect", f"{out}.run", "--wait", "--every", 0.01)


def test_everything_is_judged_once_whatever_the_provider_does(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "MOST_REQUESTS", 40)
    pairs, out = jsonl(tmp_path / "pairs.jsonl", map(row, range(1, 1201))), tmp_path / "out.jsonl"
    with batch_server(dropped=0.03, garbage=0.04, failing=0.03, expires=frozenset({2})) as server:
        assert run(*arguments(pairs, out, server)).code == 0
        assert len(server.batches) == 4
        done = collected(run, out)

    rows = rows_of(out)
    assert [found["id"] for found in rows] == list(range(1, 1201))
    for found in rows:
        expected = "contradictory" if int(str(found["id"])) % 2 else "consistent"
        assert found["label"] == expected or (found["label"] == "undetermined" and found["reason"])
    assert sum(found["label"] == "undetermined" for found in rows) <= 12
    assert done.code in {0, 3}
    assert max(Counter(server.asked).values()) <= 3
    assert Counter(server.asked).most_common(1)[0][1] > 1, "the server dropped nothing"


def test_another_machine_can_collect(run: Run, tmp_path: Path) -> None:
    pairs, out = jsonl(tmp_path / "pairs.jsonl", map(row, range(1, 41))), tmp_path / "out.jsonl"
    with batch_server(looks=0) as server:
        run(*arguments(pairs, out, server))
        pairs.unlink()
        (tmp_path / "elsewhere").mkdir()
        shutil.move(tmp_path / "out.jsonl.run", tmp_path / "elsewhere" / "out.jsonl.run")

        assert collected(run, tmp_path / "elsewhere" / "out.jsonl").code == 0

    assert len(rows_of(tmp_path / "elsewhere" / "out.jsonl")) == 40


def test_a_part_that_waits_is_said_and_exits_3(run: Run, tmp_path: Path) -> None:
    pairs, out = jsonl(tmp_path / "pairs.jsonl", map(row, range(1, 9))), tmp_path / "out.jsonl"
    with batch_server(looks=50) as server:
        submitted = run(*arguments(pairs, out, server))
        waiting = run("batch", "collect", f"{out}.run")
        state = run("batch", "status", f"{out}.run").out

    assert "1 batches under way" in submitted.err
    assert (waiting.code, one_line(waiting), out.exists()) == (3, True, False)
    assert "8 rows wait for 1 batches" in waiting.err
    assert "in_progress" in state
    assert "8 rows wait for an answer" in state


def test_a_run_that_is_cancelled_keeps_what_was_answered_and_goes_on(run: Run, tmp_path: Path) -> None:
    pairs, out = jsonl(tmp_path / "pairs.jsonl", map(row, range(1, 9))), tmp_path / "out.jsonl"
    with batch_server(looks=5) as server:
        run(*arguments(pairs, out, server))
        assert run("batch", "cancel", f"{out}.run").code == 0
        stopped = run("batch", "collect", f"{out}.run")
        assert (stopped.code, len(server.batches)) == (3, 1)
        assert {found["reason"] for found in rows_of(out)} == {"not judged yet"}

        assert run(*arguments(pairs, out, server, "--resume")).code == 0
        assert collected(run, out).code == 0

    assert len(server.batches) == 2
    assert {found["label"] for found in rows_of(out)} == {"consistent", "contradictory"}


def test_a_batch_is_not_begun_twice_when_its_answer_is_lost(run: Run, tmp_path: Path) -> None:
    pairs, out = jsonl(tmp_path / "pairs.jsonl", map(row, range(1, 9))), tmp_path / "out.jsonl"
    with batch_server(looks=0, lose_next_batch=True) as server:
        lost = run(*arguments(pairs, out, server))
        assert lost.code == 3
        assert one_line(lost)

        assert run(*arguments(pairs, out, server, "--resume")).code == 0
        assert collected(run, out).code == 0

    assert len(server.batches) == 1


@pytest.mark.parametrize(
    ("refuses", "batches"),
    [
        pytest.param({1: "token_limit_exceeded"}, 2, id="too much is under way"),
        pytest.param({1: "invalid"}, 2, id="a batch is refused"),
    ],
)
def test_a_batch_that_fails_as_a_whole_is_sent_again_later(
    run: Run, tmp_path: Path, refuses: dict[int, str], batches: int
) -> None:
    pairs, out = jsonl(tmp_path / "pairs.jsonl", map(row, range(1, 9))), tmp_path / "out.jsonl"
    with batch_server(looks=0, refuses=refuses) as server:
        run(*arguments(pairs, out, server))
        assert run("batch", "collect", f"{out}.run").code == 3
        assert len(server.batches) == 1
        run("batch", "collect", f"{out}.run")
        assert collected(run, out).code == 0

    assert len(server.batches) == batches


def test_what_always_fails_is_given_up_with_a_reason(run: Run, tmp_path: Path) -> None:
    pairs, out = jsonl(tmp_path / "pairs.jsonl", map(row, range(1, 9))), tmp_path / "out.jsonl"
    with batch_server(looks=0, dropped=1.0) as server:
        run(*arguments(pairs, out, server))
        assert collected(run, out).code == 3

    assert len(server.batches) == 3
    assert {found["reason"] for found in rows_of(out)} == {
        "unreachable: the batch completed without an answer, 3 attempts"
    }


def test_a_server_that_knows_no_temperature_is_asked_without(run: Run, tmp_path: Path) -> None:
    pairs, out = jsonl(tmp_path / "pairs.jsonl", map(row, range(1, 9))), tmp_path / "out.jsonl"

    def reject(body: dict[str, object]) -> str:
        return "temperature is not supported" if "temperature" in body else ""

    with batch_server(looks=0, reject=reject) as server:
        run(*arguments(pairs, out, server))
        assert collected(run, out).code == 0

    assert len(server.batches) == 2


def test_files_keep_to_the_limits_of_the_provider() -> None:
    lines = [(str(n), 90_000_000) for n in range(5)]
    assert parts.first_file(lines) == ["0", "1"]
    assert len(parts.first_file((str(n), 100) for n in range(120_000))) == 50_000
    assert parts.first_file([("huge", 300_000_000)]) == ["huge"]


@pytest.mark.parametrize(
    ("command", "words"),
    [
        pytest.param(["collect", "out.jsonl.run"], "no run of --engine openai-batch", id="another engine"),
        pytest.param(["status", "nowhere"], "holds no run", id="no run"),
    ],
)
def test_a_run_of_another_kind_is_one_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    run("batch", jsonl(tmp_path / "p.jsonl", [row(1)]), "-o", "out.jsonl", "--judge", "rules", "--jobs", 1)

    done = run("batch", *command)

    assert (done.code, one_line(done)) == (2, True)
    assert words in done.err


def test_the_key_is_in_no_file_of_the_run(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret")
    pairs, out = jsonl(tmp_path / "pairs.jsonl", [row(1)]), tmp_path / "out.jsonl"
    with batch_server(looks=0) as server:
        run(*arguments(pairs, out, server))

        for path in (tmp_path / "out.jsonl.run").iterdir():
            assert b"sk-very-secret" not in path.read_bytes()
        assert json.loads((tmp_path / "out.jsonl.run" / "manifest.json").read_text())["judge"] == "llm@m"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        pytest.param(["--judge", "rules"], "asks no model", id="a judge that asks nobody"),
        pytest.param(["--judge", "llm", "--model", "m", "--max-calls", "5"], "keeps no limit", id="a limit"),
        pytest.param(["--judge", "llm", "--model", "m", "--offline"], "never offline", id="offline"),
    ],
)
def test_what_this_engine_cannot_do_is_one_line(
    run: Run, tmp_path: Path, options: list[str], words: str
) -> None:
    pairs = jsonl(tmp_path / "pairs.jsonl", [row(1)])
    with batch_server() as server:
        more = ("--engine", "openai-batch", "--base-url", server.url)
        done = run("batch", pairs, "-o", tmp_path / "out.jsonl", *more, *options)

    assert (done.code, one_line(done)) == (2, True)
    assert words in done.err
    assert not server.files
