"""The file of remembered verdicts, and what a run notes in it."""

import json
import sqlite3
import stat
import threading
from pathlib import Path

import pytest

from checker.domain import Kind, Label, Reason
from checker.facts import Difference
from checker.llm.asking import Cost
from checker.llm.rulings import Fault, Ruling
from checker.store import NAME, Store, StoreError, clear

FLAG = Ruling(
    label=Label.CONTRADICTORY,
    judged_by="llm@fake/judge_pair@1#00000000",
    differences=(
        Difference(
            kind=Kind.NUMBER,
            rule="llm",
            contradicts=True,
            explanation="6 became 9 \ud800 漢",
            source=(0, 1),
            republished=None,
        ),
    ),
)
PASS = Ruling(label=Label.CONSISTENT, judged_by="llm@fake/judge_pair@1#00000000")
REFUSED = Fault(reason=Reason.REFUSAL, detail="the model declined to answer")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / NAME


def test_what_is_kept_comes_back_in_a_later_run(path: Path) -> None:
    with Store(path) as store:
        store.keep("a", FLAG)
        store.keep("b", PASS)

    with Store(path) as store:
        assert (store.recall("a"), store.recall("b"), store.recall("c")) == (FLAG, PASS, None)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_values_are_json_and_the_file_is_in_write_ahead_mode(path: Path) -> None:
    with Store(path) as store:
        store.keep("a", FLAG)

    with sqlite3.connect(path) as db:
        [[text]] = db.execute("SELECT ruling FROM verdicts").fetchall()
        assert json.loads(text)["label"] == "contradictory"
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"label": "fine", "differences": [], "judged_by": "x"}'])
def test_a_value_that_does_not_read_as_a_ruling_was_never_kept(path: Path, text: str) -> None:
    with Store(path) as store:
        store.keep("a", FLAG)
    with sqlite3.connect(path) as db:
        db.execute("UPDATE verdicts SET ruling = ?", (text,))

    with Store(path) as store:
        assert store.recall("a") is None


def test_a_refreshed_run_sees_only_what_it_found_itself(path: Path) -> None:
    with Store(path) as store:
        store.keep("old", PASS)
        store.keep("both", PASS)

    with Store(path, refresh=True) as store:
        store.begin(["audit"], resume=False)
        store.keep("both", FLAG)
        assert (store.recall("old"), store.recall("both")) == (None, FLAG)
    with Store(path, refresh=True) as store:
        store.begin(["audit"], resume=True)
        assert (store.recall("old"), store.recall("both")) == (None, FLAG)
    with Store(path) as store:
        assert (store.recall("old"), store.recall("both")) == (PASS, FLAG)


def test_a_run_that_broke_off_is_carried_on_with_what_it_spent_and_noted(path: Path) -> None:
    with Store(path) as store:
        assert store.begin(["audit", "a", "b"], resume=True) is False
        store.spent(Cost(requests=2, tokens_in=100, tokens_out=20))
        store.spent(Cost(requests=1, tokens_in=50, tokens_out=10))
        store.note("bad", REFUSED)

    with Store(path) as store:
        assert store.begin(["audit", "a", "b"], resume=True) is True
        assert store.earlier() == Cost(requests=3, tokens_in=150, tokens_out=30)
        assert store.fault("bad") == REFUSED


@pytest.mark.parametrize(
    ("what", "resume"),
    [
        pytest.param(["audit", "a", "b"], False, id="not asked for"),
        pytest.param(["audit", "a", "c"], True, id="other inputs"),
    ],
)
def test_another_run_starts_with_nothing(path: Path, what: list[str], resume: bool) -> None:
    with Store(path) as store:
        store.begin(["audit", "a", "b"], resume=False)
        store.spent(Cost(requests=2))
        store.note("bad", REFUSED)

    with Store(path) as store:
        assert store.begin(what, resume=resume) is False
        assert (store.earlier(), store.fault("bad")) == (Cost(), None)


def test_a_finished_run_leaves_verdicts_and_no_journal(path: Path) -> None:
    with Store(path) as store:
        store.begin(["audit"], resume=False)  # breaks off
    with Store(path) as store:
        store.begin(["audit"], resume=False)
        store.keep("a", FLAG)
        store.note("bad", REFUSED)
        store.finish()
        assert (store.contents().verdicts, store.contents().unfinished) == (1, 0)
        assert store.begin(["audit"], resume=True) is False


@pytest.mark.parametrize("reason", [Reason.BUDGET, Reason.UNREACHABLE, Reason.OFFLINE])
def test_what_a_later_attempt_may_settle_is_not_noted_and_keeps_the_run_open(
    path: Path, reason: Reason
) -> None:
    with Store(path) as store:
        store.begin(["audit"], resume=False)
        store.note("later", Fault(reason=reason, detail=""))
        store.finish()

    with Store(path) as store:
        assert store.begin(["audit"], resume=True) is True
        assert store.fault("later") is None


def test_runs_at_the_same_time_share_the_file(path: Path) -> None:
    def work(worker: int) -> None:
        with Store(path) as store:
            store.begin(["audit", str(worker)], resume=False)
            for number in range(40):
                store.keep(f"{worker}.{number}", FLAG)
                store.spent(Cost(requests=1))
            store.finish()

    workers = [threading.Thread(target=work, args=(worker,)) for worker in range(6)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    with Store(path) as store:
        assert (store.contents().verdicts, store.contents().unfinished) == (240, 0)


def _garbage(path: Path) -> None:
    path.write_bytes(b"not a database, and longer than a header " * 50)


def _of_another_program(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE letters (text TEXT)")


def _of_a_later_version(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
        db.execute("CREATE TABLE verdicts (text TEXT)")


@pytest.mark.parametrize("make", [_garbage, _of_another_program, _of_a_later_version, Path.mkdir])
def test_another_file_is_neither_used_nor_removed(tmp_path: Path, make: object) -> None:
    path = tmp_path / "mine"
    make(path)  # type: ignore[operator]

    with pytest.raises(StoreError, match="mine"):
        Store(path)
    with pytest.raises(StoreError, match="mine"):
        clear(path)
    assert path.exists()


def test_clearing_removes_the_file_also_a_damaged_one(path: Path) -> None:
    Store(path).close()
    assert clear(path) is True
    assert clear(path) is False
    _garbage(path)
    assert clear(path) is True
    assert list(path.parent.iterdir()) == []
