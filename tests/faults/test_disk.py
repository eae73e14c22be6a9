"""A full disk, and places that cannot be written: one line, nothing half written, nothing destroyed."""

import json
import os
import sqlite3
import threading
from pathlib import Path

import pytest

from tests.fakes.http import serve
from tests.faults.machine import COPY, SOURCE, largest_file, model_at, no_wrong_pass, run, without_privileges
from tests.stress.kills import answer, write_articles

AUDIT = ("audit", SOURCE, COPY, "--judge", "rules")
FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full, which this system does not have")


@pytest.mark.parametrize("format_", ["json", "html"])
def test_a_report_that_does_not_fit_is_not_there_at_all(tmp_path: Path, format_: str) -> None:
    kept = tmp_path / "old.report"
    kept.write_text("the report of yesterday")

    done = run(*AUDIT, "-f", f"{format_}:{kept}", before=largest_file(2_000))

    assert (done.code, done.one_line) == (2, True)
    assert f"Cannot write {kept}: File too large" in done.err
    assert kept.read_text() == "the report of yesterday"
    assert list(tmp_path.iterdir()) == [kept]


@needs_full
@pytest.mark.parametrize("format_", ["terminal", "json"])
def test_standard_output_on_a_full_disk(format_: str) -> None:
    with FULL.open("w") as full:
        done = run(*AUDIT, "-f", format_, stdout=full)

    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "Cannot write standard output: No space left on device" in done.err


@needs_full
def test_the_summary_of_a_step_on_a_full_disk() -> None:
    done = run(*AUDIT, "-f", "github", more={"GITHUB_STEP_SUMMARY": str(FULL)})

    assert done.code == 2
    assert "Cannot write /dev/full: No space left on device" in done.err


def test_rows_that_do_not_fit_are_not_there_at_all(tmp_path: Path) -> None:
    row = json.dumps({"id": 1, "source": "Seven ships sank.", "republished": "Nine ships sank."})
    (tmp_path / "pairs.jsonl").write_text(f"{row}\n" * 40)
    out = tmp_path / "rows.jsonl"

    done = run(
        "judge",
        tmp_path / "pairs.jsonl",
        "--judge",
        "rules",
        "-f",
        f"jsonl:{out}",
        before=largest_file(4_000),
    )

    assert (done.code, done.one_line) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["pairs.jsonl"]


def test_a_waiver_that_does_not_fit_leaves_the_others(tmp_path: Path) -> None:
    known = '[c991973981941418]\nreason = "agreed"\nauthor = "Ana Ruiz"\nuntil = 2999-01-31\n'
    (tmp_path / "checker.waivers.toml").write_text(known)

    done = run(
        *("waive", "c991973981941419", "--reason", "long " * 400, "--author", "Ana", "--days", "9"),
        folder=tmp_path,
        before=largest_file(1_000),
    )

    assert (done.code, done.one_line) == (2, True)
    assert (tmp_path / "checker.waivers.toml").read_text() == known


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "report.json"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()

    done = run(*AUDIT, "-f", f"json:{pipe}")
    reader.join(timeout=60)

    assert done.code == 1
    assert json.loads(read[0])["verdict"] == "fail"
    assert pipe.is_fifo()


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    link, target = tmp_path / "latest.json", tmp_path / "reports" / "today.json"
    link.symlink_to(target)

    assert run(*AUDIT, "-f", f"json:{link}").code == 1
    assert link.is_symlink()
    assert json.loads(target.read_text())["verdict"] == "fail"


@pytest.mark.parametrize("size", [0, 30_000, 60_000])
def test_a_full_disk_under_the_cache_is_no_pass(tmp_path: Path, size: int) -> None:
    articles, cache = write_articles(tmp_path), tmp_path / "verdicts.sqlite3"
    with serve(answer) as server:
        done = run("audit", *articles, *model_at(server, cache), before=largest_file(size))
        again = run("audit", *articles, *model_at(server, cache))

    assert (
        (done.code, done.one_line) == (2, True)
        if done.code != 1
        else no_wrong_pass(done.report, again.report)
    )
    assert str(cache) in done.err or done.code == 1
    assert again.code == 1
    assert _whole(cache)


@pytest.mark.parametrize("what", ["folder", "file"])
def test_a_cache_that_may_not_be_written(tmp_path: Path, what: str) -> None:
    articles, cache = write_articles(tmp_path), tmp_path / "cache" / "verdicts.sqlite3"
    with serve(answer) as server:
        assert run("audit", *articles, *model_at(server, cache)).code == 1
        asked = len(server.requests)
        for path in [cache, *([cache.parent] if what == "folder" else [])]:
            path.chmod(0o555 if path.is_dir() else 0o444)
        done = run("audit", *articles, *model_at(server, cache), before=without_privileges)
        cache.parent.chmod(0o755)

    assert (done.code, done.one_line) == (2, True)
    assert str(cache) in done.err
    assert "Name another file with --cache" in done.err
    assert len(server.requests) == asked


def _whole(cache: Path) -> bool:
    with sqlite3.connect(cache) as db:
        [[said]] = db.execute("PRAGMA integrity_check").fetchall()
    return bool(said == "ok")
