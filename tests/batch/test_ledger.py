"""What a run keeps, and that keeping it takes as long for the millionth row as for the first."""

from dataclasses import replace
from pathlib import Path

from checker.batch.entries import Entry, digest_of
from checker.batch.ledger import Ledger
from checker.batch.work import Judgement


def entry(number: int) -> Entry:
    source, republished = f"It cost {number}.", f"It cost {number + 1}."
    texts = digest_of(source.encode(), republished.encode())
    return Entry(number=number, id=str(number), source=source, republished=republished, texts=texts)


def judgement(number: int, label: str = "consistent", reason: str | None = None) -> Judgement:
    return Judgement(texts=entry(number).texts, label=label, reason=reason, row='{"label": "x"}')


def test_no_row_makes_the_ledger_read_the_others(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger") as ledger:
        ledger.enter([entry(1), entry(2)])
        statements: list[str] = []
        ledger.db.set_trace_callback(statements.append)
        ledger.enter([entry(3), replace(entry(4), id="3")])
        ledger.keep([judgement(3)])
        ledger.db.set_trace_callback(None)

        asked = [statement for statement in statements if statement.startswith(("SELECT", "INSERT"))]
        assert len(asked) >= 5
        for statement in asked:
            plan = [row[3] for row in ledger.db.execute(f"EXPLAIN QUERY PLAN {statement}")]
            assert not any("SCAN" in step for step in plan), statement


def test_what_failed_for_want_of_a_connection_is_tried_again_by_itself(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger") as ledger:
        ledger.enter([entry(1), entry(2), entry(3)])
        ledger.keep(
            [
                judgement(1, "undetermined", "unreachable: nobody answers"),
                judgement(2, "undetermined", "malformed: no JSON"),
                judgement(3),
            ]
        )

        ledger.begin(retry_failed=False)
        open_, failed = ledger.enter([entry(1), entry(2), entry(3)])
        assert ([each.number for each in open_], failed) == ([1], 1)

        ledger.begin(retry_failed=True)
        open_, failed = ledger.enter([entry(1), entry(2), entry(3)])
        assert ([each.number for each in open_], failed) == ([1, 2], 0)


def test_two_swapped_texts_are_another_pair() -> None:
    assert digest_of(b"ab", b"c") != digest_of(b"a", b"bc")
    assert digest_of(b"a", b"b") != digest_of(b"b", b"a")
