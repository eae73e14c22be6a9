from datetime import date

import pytest

from checker.acceptance import Accepted, listed_in
from checker.domain import Label, Report, Severity
from checker.waivers import Waiver
from tests.reports.build import Sides, audited, place, report_of

TODAY = date(2027, 1, 1)
BOTH = Sides(source=(place("seven"),), republished=(place("nine"),))
FAILS = audited(Label.DISTORTED, id_="fails", severity=Severity.MAJOR, fails=True, **BOTH)
REVIEW = audited(Label.DISTORTED, id_="review", severity=Severity.MAJOR, **BOTH)
UNKNOWN = audited(Label.UNDETERMINED, id_="unknown", reason="refusal", **BOTH)
ADDED = audited(Label.UNSUPPORTED, id_="added", republished=(place("new"),))
SAME = audited(id_="same", **BOTH)


def waiver(name: str, until: date = TODAY) -> Waiver:
    return Waiver(fingerprint=f"print-{name}", reason="agreed", author="Ana", until=until)


def accepted(*waivers: Waiver, baseline: tuple[str, ...] = ()) -> Accepted:
    return Accepted(
        today=TODAY,
        waivers={waiver.fingerprint: waiver for waiver in waivers},
        baseline={f"print-{name}" for name in baseline},
    )


def settled(report: Report) -> dict[str, str]:
    return {pair.id: pair.accepted.by for pair in report.pairs if pair.accepted}


@pytest.mark.parametrize(
    ("known", "verdict", "by"),
    [
        pytest.param(accepted(), "fail", {}, id="nothing is accepted"),
        pytest.param(accepted(waiver("fails")), "undetermined", {"fails": "waiver"}, id="a waiver"),
        pytest.param(accepted(waiver("fails", date(2026, 12, 31))), "fail", {}, id="an expired one"),
        pytest.param(
            accepted(waiver("fails"), waiver("unknown")),
            "pass",
            {"fails": "waiver", "unknown": "waiver"},
            id="what could not be judged was looked at by somebody",
        ),
        pytest.param(
            accepted(baseline=("fails", "unknown")),
            "undetermined",
            {"fails": "baseline"},
            id="but not by a baseline",
        ),
        pytest.param(
            accepted(waiver("fails"), baseline=("fails",)),
            "undetermined",
            {"fails": "waiver"},
            id="a waiver says more",
        ),
        pytest.param(
            accepted(waiver("review"), waiver("same"), waiver("gone")), "fail", {}, id="nothing to accept"
        ),
    ],
)
def test_what_is_accepted_fails_nothing(known: Accepted, verdict: str, by: dict[str, str]) -> None:
    report = known.applied(report_of(FAILS, REVIEW, UNKNOWN, ADDED, SAME))

    assert report.verdict == verdict
    assert settled(report) == by
    assert not any(pair.fails for pair in report.pairs if pair.accepted)


def test_accepting_everything_that_was_compared_is_no_pass_where_nothing_was() -> None:
    report = accepted(waiver("added")).applied(
        report_of(audited(Label.UNSUPPORTED, id_="added", fails=True, republished=(place("new"),)))
    )

    assert report.verdict == "undetermined"


def test_a_baseline_is_what_a_report_lists_whether_it_failed_or_not() -> None:
    assert listed_in([report_of(FAILS, REVIEW), report_of(UNKNOWN, ADDED, SAME)]) == {
        "print-fails",
        "print-review",
        "print-added",
    }


@pytest.mark.parametrize(
    ("complete", "said"),
    [
        pytest.param(
            True, ["print-fails expired on 2026-12-31", "print-gone is stale", "print-old is stale"], id="all"
        ),
        pytest.param(
            False, ["print-fails expired on 2026-12-31"], id="only some: the others may be elsewhere"
        ),
    ],
)
def test_expired_and_stale_waivers_are_reported(complete: bool, said: list[str]) -> None:
    past = date(2026, 12, 31)
    known = accepted(waiver("fails", past), waiver("gone"), waiver("old", past), waiver("same"))

    warnings = list(known.warnings([report_of(FAILS, SAME)], complete=complete))

    assert [part in warning for part, warning in zip(said, warnings, strict=True)] == [True] * len(said)
    assert all("agreed" in warning and "Ana" in warning for warning in warnings)
