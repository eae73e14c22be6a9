from dataclasses import replace

import pytest

from checker.domain import AuditedPair, Label, Severity
from checker.reports import gitlab
from tests.reports import consumers
from tests.reports.build import Sides, audited, every_label, finding, place, report_of

BOTH = Sides(source=(place("seven ships", line=3),), republished=(place("nine ships", line=5),))


def test_an_issue_says_what_and_where() -> None:
    first = consumers.gitlab(gitlab.render(every_label()))[0]

    assert first.pop("fingerprint")
    assert first == {
        "description": "seven became nine ships sank",
        "check_name": "number",
        "severity": "critical",
        "location": {"path": "nine ships sank", "lines": {"begin": 5, "end": 5}},
    }


@pytest.mark.parametrize(
    ("pair", "severity"),
    [
        pytest.param(
            audited(Label.DISTORTED, finding(), severity=Severity.MINOR, fails=True, **BOTH),
            "minor",
            id="what fails, by its severity",
        ),
        pytest.param(
            audited(Label.DISTORTED, finding(), severity=Severity.CRITICAL, **BOTH),
            "minor",
            id="what is to review, minor",
        ),
        pytest.param(audited(Label.UNDETERMINED, **BOTH), "major", id="undetermined"),
        pytest.param(
            audited(Label.OMITTED, severity=Severity.MINOR, source=BOTH["source"]), "info", id="an omission"
        ),
    ],
)
def test_severities(pair: AuditedPair, severity: str) -> None:
    compared = audited(id_="p9", **BOTH)

    assert consumers.gitlab(gitlab.render(report_of(pair, compared)))[0]["severity"] == severity


def test_the_same_passage_in_two_articles_is_two_issues() -> None:
    report = every_label()
    other = replace(report, republished=replace(report.republished, name="other.md"))

    assert len(consumers.gitlab(gitlab.render(report, other))) == 12
