import json
from pathlib import Path

import pytest

from tests.program import Run, one_line


def corpus(path: Path, rows: int) -> Path:
    lines = [
        json.dumps(
            {
                "id": n,
                "source": f"It cost {n} dollars.",
                "republished": f"It cost {n + n % 2 * 5000} dollars.",
            }
        )
        for n in range(1, rows + 1)
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


@pytest.mark.parametrize("jobs", [1, 2])
def test_rows_come_out_in_order_however_many_processes(run: Run, tmp_path: Path, jobs: int) -> None:
    pairs, out = corpus(tmp_path / "pairs.jsonl", 300), tmp_path / "out.jsonl"

    assert run("batch", pairs, "-o", out, "--judge", "rules", "--jobs", jobs).code == 0

    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [row["id"] for row in rows] == list(range(1, 301))
    assert {row["id"] % 2: row["label"] for row in rows}[0] == "consistent"
    assert all(row["label"] != "consistent" for row in rows if row["id"] % 2)


def test_a_run_that_broke_off_and_goes_on_gives_the_same_bytes(run: Run, tmp_path: Path) -> None:
    pairs = corpus(tmp_path / "pairs.jsonl", 400)
    lines = pairs.read_text("utf-8").splitlines()
    lines[140] = '{"id": 141, "source": "cut'
    pairs.write_text("\n".join(lines), "utf-8")
    whole, parts = tmp_path / "whole.jsonl", tmp_path / "parts.jsonl"
    assert run("batch", pairs, "-o", whole, "--judge", "rules").code == 3
    stopped = run("batch", pairs, "-o", parts, "--judge", "rules", "--max-failures", 0)
    assert (stopped.code, one_line(stopped), parts.exists()) == (3, True, False)
    folder = tmp_path / "parts.jsonl.run"
    with (folder / "rows.jsonl").open("a") as file:  # half a block, as a killed run leaves it
        file.write('{"id": 999, "lab')

    assert run("batch", pairs, "-o", parts, "--judge", "rules", "--resume").code == 3

    assert parts.read_bytes() == whole.read_bytes()
    [failure] = (folder / "failures.jsonl").read_text("utf-8").splitlines()
    assert json.loads(failure)["line"] == 141


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["missing.jsonl", "-o", "new.jsonl"], "missing.jsonl", id="no such input"),
        pytest.param(["pairs.jsonl", "-o", "pairs.jsonl"], "exists", id="OUT exists"),
        pytest.param(
            ["pairs.jsonl", "-o", "new.jsonl", "--resume"], "no run to resume", id="nothing to resume"
        ),
        pytest.param(["pairs.jsonl", "-o", "no/new.jsonl"], "Cannot write", id="no such folder"),
    ],
)
def test_what_cannot_be_run_is_one_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    corpus(tmp_path / "pairs.jsonl", 2)

    done = run("batch", *arguments, "--judge", "rules")

    assert (done.code, one_line(done)) == (2, True)
    assert words in done.err
