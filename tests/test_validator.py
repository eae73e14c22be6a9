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


LATER = replace(
    PAIR,
    source=(replace(PAIR.source[0], start=100, end=100 + len(PAIR.source_text)),),
    republished=(
        replace(PAIR.republished[0], text="It is new.", start=40, end=50),
        replace(PAIR.republished[0], start=100, end=100 + len(PAIR.republished_text)),
    ),
)


@pytest.mark.parametrize(
    ("quote", "start", "stands"),
    [
        pytest.param("21 m", 114, True, id="in the second passage"),
        pytest.param("It is new.", 40, True, id="the whole of the first"),
        pytest.param("long.", 119, True, id="the last words"),
        pytest.param("The", 100, True, id="the first word"),
        pytest.param("21 m", 14, False, id="where it would stand if the article began here"),
        pytest.param("It is new. ", 40, False, id="one character too many"),
        pytest.param(" The", 99, False, id="one character too early"),
    ],
)
def test_places_count_from_the_beginning_of_the_article(quote: str, start: int, stands: bool) -> None:
    span = Span(quote=quote, start=start, end=start + len(quote))
    finding = Finding(kind=Kind.NUMBER, explanation="", republished=span)

    assert isinstance(validate(replace(FLAG, pair=LATER, findings=(finding,))), Verdict) is stands


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0, None])
def test_every_share_from_nothing_to_all_is_a_probability(share: float | None) -> None:
    flag_ = replace(FLAG, confidence=share, p_consistent=share)

    assert validate(flag_) == flag_


@pytest.mark.parametrize(
    ("outcome", "reason", "detail"),
    [
        pytest.param(replace(FLAG, findings=()), Reason.MISSING, "a flag without evidence", id="no finding"),
        pytest.param(with_spans(None, None), Reason.MISSING, "a finding without words", id="no words"),
        pytest.param(
            with_spans(Span(quote="13 m", start=14, end=18), None),
            Reason.INVENTED_QUOTE,
            "'13 m' does not stand where the judge says",
            id="other words",
        ),
        pytest.param(
            replace(FLAG, confidence=-0.1), Reason.MALFORMED, "-0.1 is not a probability", id="share"
        ),
        pytest.param(
            replace(FLAG, label=Label.IGNORED),
            Reason.MALFORMED,
            f"label {Label.IGNORED!r} is not a verdict",
            id="label",
        ),
    ],
)
def test_what_failed_is_said_of_the_same_pair_and_judge(
    outcome: Verdict, reason: Reason, detail: str
) -> None:
    assert validate(outcome) == Undetermined(
        pair=PAIR, judged_by=FLAG.judged_by, reason=reason, detail=detail
    )


def test_what_is_left_out_is_said_of_the_judge_that_left_it_out() -> None:
    other = pair_of("A", "B", id_="p2")
    left = Undetermined(pair=other, judged_by="rules@1", reason=Reason.MISSING, detail="no answer")

    assert validate_all([PAIR, other], [FLAG]) == [FLAG, left]
    assert validate_all([other], []) == [replace(left, judged_by="unknown")]
    assert validate_all([], []) == []
