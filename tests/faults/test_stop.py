"""SIGTERM, and processes that the system kills: a whole report that says what was not judged, and never a pass."""

import json
import os
import signal
import threading
from pathlib import Path

import pytest

from tests.fakes.http import Reply, serve
from tests.faults.machine import (
    COPY,
    SOURCE,
    TERM,
    children_of,
    ended,
    labels,
    model_at,
    run,
    started,
    wait_for,
)
from tests.stress.kills import answer, write_articles

AFTER_THE_FIRST_PAIRS = """
import os, signal
from checker.judges import rules
JUDGE = rules.RulesJudge
def _stopped(judge):
    def judged(self, pairs):
        found = judge(self, pairs)
        os.kill(os.getpid(), signal.SIGTERM)
        return found
    return judged
JUDGE.judge = _stopped(JUDGE.judge)
"""


AFTER_THE_32ND_VERDICT = """
import os, signal
from checker.judges.embedded import EmbeddedJudge
GIVEN = []
def _stopped(verdict):
    def judged(self, pair, answers):
        GIVEN.append(pair)
        if len(GIVEN) == 32:
            os.kill(os.getpid(), signal.SIGTERM)
        return verdict(self, pair, answers)
    return judged
EmbeddedJudge._verdict = _stopped(EmbeddedJudge._verdict)
"""


def long_articles(folder: Path) -> tuple[Path, Path]:
    lines = [f"The {word} of {name} cost {n} crowns." for n, (word, name) in enumerate(_WORDS, start=11)]
    for name in ("source.txt", "copy.txt"):
        (folder / name).write_text("\n\n".join(line + " " * (name == "copy.txt") for line in lines))
    return folder / "source.txt", folder / "copy.txt"


_WORDS = [
    (word, name)
    for word in ("ferry", "library", "orchard", "viaduct", "museum", "brewery", "quarry", "lighthouse")
    for name in ("Larn", "Ostvik", "Penmere", "Quill", "Rosk", "Tarnow", "Ulm", "Veyra")
]


@pytest.mark.parametrize("judge", ["rules", "embedded"])
def test_what_is_judged_by_then_is_reported_and_the_rest_is_undetermined(tmp_path: Path, judge: str) -> None:
    articles = long_articles(tmp_path)

    first = AFTER_THE_FIRST_PAIRS if judge == "rules" else AFTER_THE_32ND_VERDICT

    done = run("audit", *articles, "--judge", judge, "-f", "json", first=first)

    assert (done.code, done.err) == (3, "")
    report = done.report
    assert report["verdict"] == "undetermined"
    assert labels(report).count("consistent") == 32
    left = [pair for pair in report["pairs"] if pair["label"] == "undetermined"]
    assert {pair["reason"] for pair in left} == {"interrupted: stopped before it was judged"}
    assert (
        report["notes"][0] == f"Stopped before its end: {len(left)} of {len(_WORDS)} pairs were not judged."
    )


class Falling:
    """A model that answers three requests, and no other as long as it is down."""

    def __init__(self) -> None:
        self.down = threading.Event()
        self.seen = 0

    def __call__(self, path: str, body: dict[str, object]) -> Reply:
        """Answer a request."""
        self.seen += 1
        reply = answer(path, body)
        if self.seen <= 3:
            return reply
        self.down.set()
        return Reply(body=reply.body, delay=600)


def test_an_audit_by_a_model_stops_at_once_and_can_be_resumed(tmp_path: Path) -> None:
    articles, cache = write_articles(tmp_path), tmp_path / "verdicts.sqlite3"
    falling = Falling()
    with serve(falling) as server:
        process = started("audit", *articles, *model_at(server, cache))
        wait_for(falling.down.is_set, process)
        process.send_signal(TERM)
        stopped = ended(process)
    with serve(answer) as server:
        resumed = run("audit", *articles, *model_at(server, cache), "--resume")
        whole = run("audit", *articles, *model_at(server, tmp_path / "other.sqlite3"))
        sent = len(server.requests)

    assert stopped.code in {1, 3}  # 1 where a change was found by then
    assert "undetermined" in labels(stopped.report)
    assert any(label != "undetermined" for label in labels(stopped.report))
    assert (resumed.code, labels(resumed.report)) == (1, labels(whole.report))
    assert sent > 0


def test_ready_made_pairs_are_answered_as_far_as_they_were_read(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": n, "source": f"Ferry {n} left.", "republished": f"Ferry {n} came."})
        for n in range(3000)
    ]
    (tmp_path / "pairs.jsonl").write_text("\n".join(lines))

    done = run("judge", tmp_path / "pairs.jsonl", "--judge", "rules", first=AFTER_THE_FIRST_PAIRS)

    rows = [json.loads(line) for line in done.out.splitlines()]
    assert done.code == 3
    assert 0 < len(rows) < len(lines)
    assert [row["id"] for row in rows] == list(range(len(rows)))
    assert {row["label"] for row in rows} == {"consistent", "undetermined"}  # 32 pairs at a time
    assert done.err.count("\n") == 1
    assert "stopped before the end" in done.err


def test_a_second_signal_ends_it_at_once(tmp_path: Path) -> None:
    twice = AFTER_THE_FIRST_PAIRS.replace(
        "        return found", "        os.kill(os.getpid(), signal.SIGTERM)\n        return found"
    )

    done = run("audit", SOURCE, COPY, "--judge", "rules", "-f", f"json:{tmp_path}/a.json", first=twice)

    assert done.code == -TERM
    assert list(tmp_path.iterdir()) == []


def configured(folder: Path, copies: int) -> None:
    (folder / "checker.toml").write_text(
        '[[pairs]]\nrepublished = "copy/{name}.md"\nsource = "source/{name}.md"\n'
    )
    for name, text in (("source", SOURCE.read_text()), ("copy", SOURCE.read_text() + "\n")):
        (folder / name).mkdir()
        for number in range(copies):
            (folder / name / f"{number}.md").write_text(text * 4)


def test_ci_reports_every_copy_the_ones_not_reached_as_undetermined(tmp_path: Path) -> None:
    configured(tmp_path, 4)

    done = run(
        "ci", "--judge", "rules", "--jobs", "1", "-f", "json", folder=tmp_path, first=AFTER_THE_FIRST_PAIRS
    )

    assert done.code == 3
    reports = done.report["reports"]
    assert len(reports) == 4
    assert done.report["verdict"] == "undetermined"
    assert [bool(report["pairs"]) for report in reports] == [True, False, False, False]
    assert reports[3]["notes"] == ["Not compared: stopped before it was judged"]
    assert "Not compared: stopped" in done.err


@pytest.mark.parametrize("whom", ["the run", "a worker"])
def test_ci_with_several_processes(tmp_path: Path, whom: str) -> None:
    """SIGTERM to the run, or SIGKILL to one of its processes as the system sends it when it is out of memory."""
    configured(tmp_path, 12)
    out = tmp_path / "run.json"
    process = started("ci", "--judge", "embedded", "--jobs", "2", "-f", f"json:{out}", folder=tmp_path)
    wait_for(lambda: len(_workers(process.pid)) == 2, process)
    if whom == "the run":
        process.send_signal(TERM)
    else:
        os.kill(_workers(process.pid)[0], signal.SIGKILL)
    done = ended(process)

    assert done.code == 3, done.err
    reports = json.loads(out.read_text())["reports"]
    assert len(reports) == 12
    left = [report for report in reports if report["verdict"] == "undetermined"]
    assert left
    assert all(report["verdict"] != "fail" for report in reports)
    why = "stopped before" if whom == "the run" else "A process ended in the middle of its work"
    assert any(why in note for report in left for note in report["notes"])


def _workers(pid: int) -> list[int]:
    return [child for child in children_of(pid) if b"spawn_main" in _command(child)]


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
