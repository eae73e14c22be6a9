from dataclasses import replace

import pytest

from checker.domain import AuditedPair, Kind, Label, Severity
from checker.reports.entries import Level, entries, one_line
from tests.reports.build import Sides, audited, every_label, finding, gaps, place, report_of

THERE, HERE = place("seven ships", line=3), place("nine ships", line=5)
BOTH = Sides(source=(THERE,), republished=(HERE,))


def test_everything_but_agreement_and_furniture_is_listed_worst_first() -> None:
    found = entries([every_label()])

    assert [(entry.rule, entry.level) for entry in found] == [
        ("number", "error"),
        ("number", "error"),
        ("undetermined", "error"),
        ("name", "warning"),
        ("unsupported", "note"),
        ("omitted", "note"),
    ]


@pytest.mark.parametrize(
    ("pair", "level"),
    [
        pytest.param(
            audited(Label.DISTORTED, finding(), severity=Severity.MINOR, fails=True, **BOTH),
            Level.ERROR,
            id="what fails is an error, however minor",
        ),
        pytest.param(
            audited(Label.CONTRADICTORY, finding(), severity=Severity.CRITICAL, **BOTH),
            Level.WARNING,
            id="below the gate it is none, however grave",
        ),
        pytest.param(
            audited(Label.DISTORTED, finding(), severity=Severity.MINOR, **BOTH), Level.NOTE, id="minor"
        ),
        pytest.param(audited(Label.UNDETERMINED, **BOTH), Level.ERROR, id="not knowing fails closed"),
        pytest.param(
            audited(Label.UNSUPPORTED, severity=Severity.MINOR, republished=(HERE,)),
            Level.NOTE,
            id="an addition",
        ),
        pytest.param(
            audited(Label.OMITTED, severity=Severity.MINOR, fails=True, source=(THERE,)),
            Level.ERROR,
            id="an omission that was asked for",
        ),
    ],
)
def test_levels(pair: AuditedPair, level: Level) -> None:
    assert entries([report_of(pair)])[-1].level is level


def test_a_flag_without_findings_is_not_lost() -> None:
    [entry] = entries([report_of(audited(Label.DISTORTED, fails=True, severity=Severity.MINOR, **BOTH))])

    assert (entry.rule, entry.message) == ("distorted", "Judged distorted: “nine ships”")


def test_nothing_to_compare_is_said_although_no_pair_says_it() -> None:
    report = report_of(audited(Label.UNSUPPORTED, severity=Severity.MINOR, republished=(HERE,)))

    first, second = entries([report])

    assert (first.rule, first.level, first.pair) == ("undetermined", "error", None)
    assert second.rule == "unsupported"


def test_an_omission_stands_where_the_copy_was_when_the_source_came_to_it() -> None:
    pairs = [
        audited(id_="p2", source=(place("b", start=10, line=2),), republished=(place("B", line=7),)),
        audited(Label.OMITTED, id_="p3", source=(place("c", start=20, line=3),)),
        audited(Label.OMITTED, id_="p0", source=(place("a", start=0, line=1),)),
        audited(id_="p4", source=(place("d", start=30, line=4),), republished=(place("D", line=1),)),
    ]

    where = {entry.pair.id: entry.where for entry in entries([report_of(*pairs)]) if entry.pair}

    assert where["p3"] == pairs[0].republished[0]
    assert where["p0"] is None


def test_findings_without_words_in_the_copy_stand_at_its_passage() -> None:
    [entry] = entries([report_of(audited(Label.DISTORTED, finding(), severity=Severity.MAJOR, **BOTH))])

    assert entry.where == HERE
    assert entry.source == (THERE,)


def test_fingerprints_follow_pair_and_kind_and_nothing_else() -> None:
    pair = audited(Label.DISTORTED, finding(Kind.NAME), finding(), finding(), severity=Severity.MAJOR, **BOTH)
    moved = replace(
        pair,
        id="p9",
        judged_by="llm@4",
        confidence=0.3,
        findings=tuple(replace(f, explanation="in other words") for f in pair.findings),
        republished=(place("nine ships", start=700, line=90),),
    )

    prints = [entry.fingerprint for entry in entries([report_of(pair)])]

    assert prints == ["print-p1:name", "print-p1:number", "print-p1:number:2"]
    assert [entry.fingerprint for entry in entries([report_of(replace(moved))])] == prints


def test_several_reports_are_mixed_by_gravity() -> None:
    calm = report_of(
        audited(Label.UNSUPPORTED, severity=Severity.MINOR, republished=(HERE,)), audited(**BOTH)
    )

    assert [entry.report is calm for entry in entries([calm, every_label()])][-3:] == [True, False, False]
    assert not any(entry.report is calm for entry in entries([calm, every_label()])[:4])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param(" a \r\n b\u2028c ", "a b c", id="white space"),
        pytest.param("a\x1b[2J", "a�[2J", id="escape codes"),
        pytest.param("x" * 11, "xxxxxxxxx…", id="too long"),
        pytest.param("x" * 10, "xxxxxxxxxx", id="just long enough"),
        pytest.param("x" * 5 + " " * 100 + "y", "xxxxx…", id="long by white space"),
    ],
)
def test_one_line(text: str, line: str) -> None:
    assert one_line(text, 10) == line


def test_an_addition_is_one_note_with_its_reasons_however_grave() -> None:
    found = entries([report_of(gaps()[3])])

    assert [(entry.rule, entry.level, entry.message) for entry in found if entry.pair] == [
        (
            "unsupported",
            "note",
            "Not in the source: “new” “Norway” stands nowhere. “1874” stands nowhere.",
        )
    ]
