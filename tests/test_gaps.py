"""Additions and omissions are weighed by what they bring in and what they take away."""

import pytest

from checker.domain import AuditedPair, Label, Severity
from checker.gaps import MOST_FINDINGS
from checker.judges.rules import RulesJudge
from checker.pipeline import run_audit
from checker.policy import Policy
from checker.reading import article_from_text

STORY = (
    "The council of Port Lindow voted on Tuesday to keep the last ferry across the bay.",
    "Seven of the nine members backed the plan after a debate of three hours.",
    "The shipping company has carried passengers across the water since the spring.",
    "Most of the people who live on the islands work in the harbour town.",
)
NEW = [
    pytest.param("A new bridge would cost $40 million.", Severity.MAJOR, "“$40 million” stands", id="a sum"),
    pytest.param("The first boat came from Norway.", Severity.MAJOR, "“Norway” stands nowhere", id="a name"),
    pytest.param(
        "The engines are worn out, Captain Olaf Bern said.",
        Severity.MAJOR,
        "Only the copy lets “Captain Olaf Bern” say this.",
        id="words put into somebody's mouth",
    ),
    pytest.param("Gulls circled above the boats all morning.", Severity.MINOR, None, id="an aside"),
]
LOST = [
    pytest.param(
        "The council denied that the engines were unsafe.",
        Severity.MAJOR,
        "The copy leaves out a denial: “denied”.",
        id="a denial",
    ),
    pytest.param(
        "Tickets will become dearer if no buyer turns up.",
        Severity.MAJOR,
        "The copy leaves out a condition: “if no buyer turns up”.",
        id="a condition",
    ),
    pytest.param(
        "A new bridge would cost $40 million.",
        Severity.MINOR,
        "“$40 million” stands",
        id="a sum is only less",
    ),
    pytest.param("Gulls circled above the boats all morning.", Severity.MINOR, None, id="an aside"),
]


def gap(source: str, copy: str, label: Label) -> AuditedPair:
    report = run_audit(
        article_from_text(source), article_from_text(copy), judge=RulesJudge(), policy=Policy()
    )
    [found] = [pair for pair in report.pairs if pair.label is label]
    for finding in found.findings:
        quote, text = (finding.republished, copy) if finding.republished else (finding.source, source)
        assert quote
        assert text[quote.start : quote.end] == quote.quote
    assert not found.fails
    return found


@pytest.mark.parametrize(("sentence", "severity", "said"), NEW)
def test_an_addition(sentence: str, severity: Severity, said: str | None) -> None:
    pair = gap("\n\n".join(STORY), "\n\n".join([*STORY, sentence]), Label.UNSUPPORTED)

    assert pair.severity is severity
    assert [f.explanation[: len(said or "")] for f in pair.findings] == ([said] if said else [])


@pytest.mark.parametrize(("sentence", "severity", "said"), LOST)
def test_an_omission(sentence: str, severity: Severity, said: str | None) -> None:
    pair = gap("\n\n".join([*STORY, sentence]), "\n\n".join(STORY), Label.OMITTED)

    assert pair.severity is severity
    assert [f.explanation[: len(said or "")] for f in pair.findings] == ([said] if said else [])


def test_a_figure_found_elsewhere_in_the_source_is_not_new() -> None:
    pair = gap("\n\n".join(STORY), "\n\n".join([*STORY, "Nine gulls circled above."]), Label.UNSUPPORTED)

    assert pair.findings == ()


def test_furniture_is_not_weighed() -> None:
    report = run_audit(
        article_from_text("\n\n".join(STORY)),
        article_from_text("\n\n".join([*STORY, "See also: Norway spends $40 million on boats"])),
        judge=RulesJudge(),
        policy=Policy(),
    )

    [ignored] = [pair for pair in report.pairs if pair.label is Label.IGNORED]
    assert ignored.findings == ()
    assert ignored.severity is None


def test_the_findings_of_one_passage_are_bounded() -> None:
    many = "Norway, Sweden, Denmark, Finland, Iceland, Poland and Estonia sent boats."

    assert len(gap("\n\n".join(STORY), "\n\n".join([*STORY, many]), Label.UNSUPPORTED).findings) == (
        MOST_FINDINGS
    )
