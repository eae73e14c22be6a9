"""Trusts no judge: checks every verdict against the articles before it may enter a report."""

from collections.abc import Sequence
from dataclasses import replace

from checker.domain import Label, Outcome, Pair, Passage, Reason, Span, Undetermined, Verdict

_MENU = frozenset({Label.CONSISTENT, Label.DISTORTED, Label.CONTRADICTORY})


def validate_all(pairs: Sequence[Pair], outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Return one checked outcome per pair, in the order of the pairs.

    A pair that the judge left out is undetermined. An outcome about a pair that was never asked is dropped.
    """
    answers = {outcome.pair.id: outcome for outcome in outcomes}
    judged_by = outcomes[0].judged_by if outcomes else "unknown"
    return [
        validate(answers[pair.id])
        if pair.id in answers
        else Undetermined(pair=pair, judged_by=judged_by, reason=Reason.MISSING, detail="no answer")
        for pair in pairs
    ]


def validate(outcome: Outcome) -> Outcome:
    """Return the outcome if all of it can be checked, otherwise an `Undetermined` that says what failed."""
    if isinstance(outcome, Undetermined):
        return outcome
    if problem := _problem(outcome):
        reason, detail = problem
        return Undetermined(pair=outcome.pair, judged_by=outcome.judged_by, reason=reason, detail=detail)
    if outcome.label is Label.CONSISTENT and outcome.findings:
        # What the judge noticed and thought harmless is no finding.
        return replace(outcome, findings=())
    return outcome


def _problem(verdict: Verdict) -> tuple[Reason, str] | None:
    if verdict.label not in _MENU:
        return Reason.MALFORMED, f"label {verdict.label!r} is not a verdict"
    for share in (verdict.confidence, verdict.p_consistent):
        # Written so that NaN fails, too.
        if share is not None and not 0 <= share <= 1:
            return Reason.MALFORMED, f"{share} is not a probability"
    if verdict.label is not Label.CONSISTENT and not verdict.findings:
        return Reason.MISSING, "a flag without evidence"
    for finding in verdict.findings:
        sides = ((finding.source, verdict.pair.source), (finding.republished, verdict.pair.republished))
        if finding.source is None and finding.republished is None:
            return Reason.MISSING, "a finding without words"
        for span, passages in sides:
            if span is not None and not _stands_in(span, passages):
                return Reason.INVENTED_QUOTE, f"{span.quote!r} does not stand where the judge says"
    return None


def _stands_in(span: Span, passages: tuple[Passage, ...]) -> bool:
    return bool(span.quote) and any(
        passage.start <= span.start
        and span.end <= passage.end
        and passage.text[span.start - passage.start : span.end - passage.start] == span.quote
        for passage in passages
    )
