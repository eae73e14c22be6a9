"""A damaged cache, a jumping clock, and several runs at once: never a pass that an undisturbed run would not give."""

import random
import sqlite3
from pathlib import Path

import pytest

from tests.fakes.http import serve
from tests.faults.machine import Ended, ended, labels, model_at, no_wrong_pass, run, started
from tests.stress.kills import answer, asked, write_articles

DAMAGES = 3
JUMPING = """
import random, time
_now, _dice = time.time, random.Random(1)
time.time = lambda: _now() + _dice.choice([-2e9, -3e7, 0, 3e7, 2e9])
"""


def test_a_damaged_cache_is_an_error_or_changes_nothing(tmp_path: Path) -> None:
    articles, cache = write_articles(tmp_path), tmp_path / "verdicts.sqlite3"
    with serve(answer) as server:
        honest = run("audit", *articles, *model_at(server, cache))
        whole = cache.read_bytes()
        for seed in range(DAMAGES):
            for path in tmp_path.glob("verdicts.sqlite3*"):
                path.unlink()
            cache.write_bytes(_damaged(whole, random.Random(seed)))
            done = run("audit", *articles, *model_at(server, cache))
            _check(done, honest, cache)


def _damaged(data: bytes, dice: random.Random) -> bytes:
    """Cut it off, or write something else over some of its pages."""
    if dice.random() < 0.3:
        return data[: dice.randrange(100, len(data))]
    changed = bytearray(data)
    for _ in range(dice.randrange(1, 5)):
        at = dice.randrange(100, len(changed) - 600)
        length = dice.choice([1, 20, 500])
        changed[at : at + length] = dice.randbytes(length)
    return bytes(changed)


def _check(done: Ended, honest: Ended, cache: Path) -> None:
    if done.code == 2:
        assert done.one_line
        assert str(cache) in done.err
        return
    assert done.code in {1, 3}
    assert no_wrong_pass(done.report, honest.report)


@pytest.mark.parametrize("beside", ["-wal", "-shm"])
def test_garbage_beside_the_cache(tmp_path: Path, beside: str) -> None:
    articles, cache = write_articles(tmp_path), tmp_path / "verdicts.sqlite3"
    with serve(answer) as server:
        honest = run("audit", *articles, *model_at(server, cache))
        Path(f"{cache}{beside}").write_bytes(random.Random(3).randbytes(40_000))
        done = run("audit", *articles, *model_at(server, cache))

    _check(done, honest, cache)


def test_a_kept_verdict_that_was_tampered_with_clears_nothing(tmp_path: Path) -> None:
    articles, cache = write_articles(tmp_path), tmp_path / "verdicts.sqlite3"
    with serve(answer) as server:
        honest = run("audit", *articles, *model_at(server, cache))
        with sqlite3.connect(cache) as db:
            db.execute("UPDATE verdicts SET ruling = replace(ruling, 'contradictory', 'consistent')")
            db.execute("UPDATE verdicts SET ruling = replace(ruling, 'distorted', 'consistent')")
        done = run("audit", *articles, *model_at(server, cache))

    assert done.code == 1
    assert labels(done.report) == labels(honest.report)


def test_a_clock_that_jumps_changes_nothing(tmp_path: Path) -> None:
    articles, cache = write_articles(tmp_path), tmp_path / "verdicts.sqlite3"
    with serve(answer) as server:
        steady = run("audit", *articles, *model_at(server, tmp_path / "other.sqlite3"))
        jumping = run("audit", *articles, *model_at(server, cache), first=JUMPING)
        again = run("audit", *articles, *model_at(server, cache), "--resume", first=JUMPING)

    for done in (jumping, again):
        assert (done.code, labels(done.report)) == (1, labels(steady.report))
        assert 0 <= done.report["usage"]["seconds"] < 60


def test_four_processes_share_one_cache(tmp_path: Path) -> None:
    articles, cache = write_articles(tmp_path), tmp_path / "verdicts.sqlite3"
    with serve(answer) as server:
        four = [started("audit", *articles, *model_at(server, cache)) for _ in range(4)]
        done = [ended(process) for process in four]
        before = len(server.requests)
        last = run("audit", *articles, *model_at(server, cache))
        unanswered = asked(server.requests[before:])

    assert [one.code for one in (*done, last)] == [1] * 5
    assert len({tuple(labels(one.report)) for one in (*done, last)}) == 1
    assert len(unanswered) <= 1  # about this one the model never gives an answer of use
    with sqlite3.connect(cache) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
