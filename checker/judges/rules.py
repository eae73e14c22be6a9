"""The rules judge: a verdict from the deterministic findings alone."""

from collections.abc import Sequence

from checker.domain import Finding, Label, Outcome, Pair, Verdict, locate
from checker.facts import Difference, compare
from checker.facts.precision import PRECISION


class RulesJudge:
    """Flags a pair when numbers, names, dates, quotations or little decisive words differ."""

    name = "rules@1"
    limits = (
        "Judged by rules: numbers, dates, names, offices, quotations, attribution, negation, modality, "
        "quantifiers, direction and cause are compared; a wrong word of any other kind is not seen."
    )

    def judge(self, pairs: Sequence[Pair]) -> list[Outcome]:
        """Return one verdict per pair, in the order given."""
        return [self._judge_one(pair) for pair in pairs]

    def _judge_one(self, pair: Pair) -> Verdict:
        differences = differences_of(pair)
        findings = tuple(finding_of(pair, difference) for difference in differences)
        return Verdict(
            pair=pair,
            label=_label(differences),
            judged_by=self.name,
            findings=findings,
            confidence=_confidence(differences),
        )


def differences_of(pair: Pair) -> tuple[Difference, ...]:
    """Compare the two sides of a pair by rule."""
    return compare(pair.source_text, pair.republished_text, background=pair.background)


def finding_of(pair: Pair, difference: Difference) -> Finding:
    """Lead a difference back to the articles."""
    return Finding(
        kind=difference.kind,
        explanation=difference.explanation,
        source=locate(pair.source, *difference.source) if difference.source else None,
        republished=locate(pair.republished, *difference.republished) if difference.republished else None,
    )


def _label(differences: Sequence[Difference]) -> Label:
    if not differences:
        return Label.CONSISTENT
    return Label.CONTRADICTORY if any(d.contradicts for d in differences) else Label.DISTORTED


def _confidence(differences: Sequence[Difference]) -> float | None:
    """Return the precision of the surest rule that fired, as measured on training rows.

    None when nothing fired: that the rules see no difference does not say how likely there is none.
    """
    return max((PRECISION[difference.rule] for difference in differences), default=None)
