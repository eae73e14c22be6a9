import re
from dataclasses import replace

import pytest

from checker.domain import AuditedPair, Kind, Label, Severity
from checker.kinds import KINDS
from checker.reports.page.rows import Row, folded, rows, worst_first
from tests.reports.reports import every_label, pair, place

SHOWN = rows(every_label().pairs)


def row(label: Label) -> Row:
    return next(r for r in SHOWN if r.label is label)


def test_rows_keep_the_order_and_are_named_by_fingerprint() -> None:
    assert [r.number for r in SHOWN] == list(range(1, 9))
    assert SHOWN[0].anchor == "f-0000000000000001"


@pytest.mark.parametrize(
    "fingerprint", ['"><script>', "a b", "x\ud800", "'#"], ids=["markup", "space", "surrogate", "quote"]
)
def test_an_anchor_holds_nothing_but_word_characters(fingerprint: str) -> None:
    [only] = rows([pair(Label.CONSISTENT, [place("a")], [place("a")], fingerprint=fingerprint)])

    assert re.fullmatch(r"f-[\w-]+", only.anchor)


@pytest.mark.parametrize(
    ("label", "status", "stop", "gap"),
    [
        (Label.CONTRADICTORY, "fails", True, False),
        (Label.DISTORTED, "review", True, False),
        (Label.UNDETERMINED, "", True, False),
        (Label.UNSUPPORTED, "", True, True),
        (Label.OMITTED, "", True, True),
        (Label.CONSISTENT, "", False, False),
        (Label.IGNORED, "", False, False),
    ],
)
def test_what_a_reader_should_look_at(label: Label, status: str, stop: bool, gap: bool) -> None:
    assert (row(label).status, row(label).stop, row(label).gap) == (status, stop, gap)


def test_a_gap_that_fails_says_so() -> None:
    [only] = rows([pair(Label.OMITTED, [place("a")], fails=True)])

    assert only.status == "fails"


def test_stops_lead_to_each_other_and_pass_over_what_agrees() -> None:
    stops = [r for r in SHOWN if r.stop]

    assert [r.next for r in stops] == [*(r.anchor for r in stops[1:]), None]
    assert [r.previous for r in stops] == [None, *(r.anchor for r in stops[:-1])]
    assert row(Label.CONSISTENT).next is None


def test_a_moved_passage_tells_where_it_stood() -> None:
    moved = row(Label.DISTORTED)

    assert moved.moved == "line 4"
    # Before it in the source, on line 3, stands what was left out: the fifth row.
    assert moved.moved_after == (SHOWN[4].anchor, "p5")
    assert row(Label.CONTRADICTORY).moved_after is None


def test_notes_tell_what_the_explanation_does_not() -> None:
    told, untold = row(Label.CONTRADICTORY).notes[0], row(Label.DISTORTED).notes[1]

    assert (told.source, told.republished, told.one_sided) == (None, None, False)
    assert (untold.source, untold.republished, untold.one_sided) == (None, "he said", True)
    assert told.meaning == KINDS[Kind.NUMBER][0]


def test_a_row_that_shares_the_copys_line_does_not_open_one() -> None:
    same = [pair(Label.CONSISTENT, [place("a")], [place("a", line=n)]) for n in (1, 1, 2)]

    assert [r.opens_line for r in rows(same)] == [True, False, True]


def graded(severity: Severity, label: Label = Label.DISTORTED, confidence: float | None = 0.5) -> AuditedPair:
    return pair(label, [place("a")], [place("b")], severity=severity, confidence=confidence)


def test_worst_first() -> None:
    pairs = [
        graded(Severity.MINOR, confidence=0.9),
        graded(Severity.CRITICAL, confidence=None),
        graded(Severity.CRITICAL, confidence=0.6),
        graded(Severity.CRITICAL, Label.CONTRADICTORY, confidence=0.1),
        graded(Severity.MAJOR),
    ]
    numbered = [replace(p, fingerprint=str(n)) for n, p in enumerate(pairs)]

    assert [r.number for r in worst_first(rows(numbered))] == [4, 3, 2, 5, 1]


def test_neighbouring_furniture_is_folded() -> None:
    assert [(furniture, len(group)) for furniture, group in folded(SHOWN)] == [(False, 6), (True, 2)]
