from dataclasses import replace

import pytest

from checker.domain import Finding, Kind, Label, Outcome, Reason, Span, Undetermined, Verdict
from checker.validator import validate, validate_all
from tests.build import flag, pair_of

PAIR = pair_of("The bridge is 12 m long.", "The bridge is 21 m long.")
FLAG = flag(PAIR, source="12 m", republished="21 m")


def with_spans(source: Span | None, republished: Span | None) -> Verdict:
    finding = Finding(kind=Kind.NUMBER, explanation="", source=source, republished=republished)
    return replace(FLAG, findings=(finding,))


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [
        pytest.param(FLAG, None, id="both quotes stand there"),
        pytest.param(with_spans(Span(quote="12 m", start=14, end=18), None), None, id="one side is enough"),
        pytest.param(with_spans(None, None), Reason.MISSING, id="a finding without words"),
        pytest.param(replace(FLAG, findings=()), Reason.MISSING, id="a flag without evidence"),
        pytest.param(
            with_spans(Span(quote="13 m", start=14, end=18), None),
            Reason.INVENTED_QUOTE,
            id="other words there",
        ),
        pytest.param(
            with_spans(Span(quote="12 m", start=13, end=17), None),
            Reason.INVENTED_QUOTE,
            id="words elsewhere",
        ),
        pytest.param(
            with_spans(Span(quote="", start=3, end=3), None), Reason.INVENTED_QUOTE, id="empty is no evidence"
        ),
        pytest.param(
            with_spans(None, Span(quote="21 m long. And", start=14, end=28)),
            Reason.INVENTED_QUOTE,
            id="beyond the passage",
        ),
        pytest.param(
            with_spans(None, Span(quote="T", start=-24, end=-23)),
            Reason.INVENTED_QUOTE,
            id="negative offsets",
        ),
        pytest.param(replace(FLAG, label=Label.UNSUPPORTED), Reason.MALFORMED, id="not on the menu"),
        pytest.param(replace(FLAG, confidence=1.2), Reason.MALFORMED, id="more than certain"),
        pytest.param(replace(FLAG, p_consistent=float("nan")), Reason.MALFORMED, id="not a number"),
    ],
)
def test_only_what_can_be_checked_passes(outcome: Outcome, reason: Reason | None) -> None:
    checked = validate(outcome)

    assert (checked.reason if isinstance(checked, Undetermined) else None) == reason


def test_what_a_judge_thought_harmless_is_no_finding() -> None:
    checked = validate(replace(FLAG, label=Label.CONSISTENT))

    assert isinstance(checked, Verdict)
    assert checked.findings == ()


def test_a_pair_that_the_judge_left_out_is_undetermined() -> None:
    other = pair_of("A", "B", id_="p2")

    first, second = validate_all([PAIR, other], [FLAG])

    assert first == FLAG
    assert isinstance(second, Undetermined)
    assert second.reason is Reason.MISSING


def test_answers_come_back_in_the_order_of_the_pairs_and_strangers_are_dropped() -> None:
    other = pair_of("seven ships", "nine ships", id_="p2")
    stranger = flag(pair_of("one", "two", id_="p9"), source="one", republished="two")
    second = flag(other, source="seven", republished="nine")

    assert validate_all([PAIR, other], [stranger, second, FLAG]) == [FLAG, second]
