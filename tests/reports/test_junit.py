from junitparser import Error, Failure, JUnitXml, Skipped

from checker.domain import Label, Severity
from checker.reports import junit
from tests.reports import consumers
from tests.reports.build import audited, every_label, place, report_of


def test_a_case_for_every_pair_but_furniture() -> None:
    cases = consumers.junit(junit.render(every_label()))

    results = [case.result[0] if case.result else None for case in cases]
    assert [type(result) for result in results] == [Failure, Skipped, Error, Skipped, Skipped, type(None)]
    failure, review, error, addition, omission, _ = results
    assert failure is not None
    assert failure.type == "contradictory"
    assert failure.message.startswith("contradictory: seven became nine ships sank")
    assert "source, line 3: seven ships sank\nrepublished, line 5: nine ships sank" in (failure.text or "")
    assert review is not None
    assert review.message.startswith("to review: distorted")
    assert error is not None
    assert error.message == "could not be judged: refusal: nine ships sank"
    assert addition is not None
    assert omission is not None
    assert (addition.message, omission.message) == ("not in the source", "left out of the copy")


def test_a_suite_for_every_audit_with_time_and_notes() -> None:
    first = report_of(audited(source=(place("a"),), republished=(place("b"),)), notes=("sees numbers only",))

    text = junit.render(first, every_label())
    suites = list(JUnitXml.fromstring(text.encode()))

    assert [suite.name for suite in suites] == ["source.md -> copy.md", "nine ships sank -> nine ships sank"]
    assert [(s.tests, s.failures, s.errors, s.skipped) for s in suites] == [(1, 0, 0, 0), (6, 1, 1, 3)]
    assert suites[0].time == 0.25
    assert "<system-out>sees numbers only</system-out>" in text


def test_an_addition_that_fails_is_a_failure() -> None:
    pair = audited(Label.UNSUPPORTED, severity=Severity.MINOR, fails=True, republished=(place("new"),))

    [case] = consumers.junit(junit.render(report_of(pair)))

    assert [type(result) for result in case.result] == [Failure]


def test_nothing_to_compare_is_an_error() -> None:
    pair = audited(Label.UNSUPPORTED, severity=Severity.MINOR, republished=(place("new"),))

    cases = consumers.junit(junit.render(report_of(pair)))

    assert [type(result) for case in cases for result in case.result] == [Skipped, Error]


def test_a_case_can_be_followed_and_found() -> None:
    case = consumers.junit(junit.render(every_label()))[0]

    assert case.name == "nine ships sank [print-p1]"
    assert (case.classname, case._elem.get("file"), case._elem.get("line")) == (
        "nine ships sank",
        "nine ships sank",
        "5",
    )
