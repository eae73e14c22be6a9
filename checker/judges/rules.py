"""The rules judge: a verdict from the deterministic findings alone."""

from collections.abc import Sequence

from checker.domain import Label, Outcome, Pair, Verdict
from checker.facts import Difference, compare
from checker.facts.precision import PRECISION
from checker.judges.evidence import finding_of
from checker.judges.sureness import sureness

_BELIEVED = 0.65
"""Precision from which on a rule's finding flags a pair; the weaker ones are only named beside others."""


class RulesJudge:
    """Flags a pair when numbers, names, dates, quotations or little decisive words differ.

    A consistent pair has no confidence: that the rules see no difference does not say how likely there is none.
    """

    name = "rules@1"
    limits = (
        "Judged by rules: numbers, dates, names, offices, quotations, attribution, negation, modality, "
        "quantifiers, direction and cause are compared; a wrong word of any other kind is not seen."
    )

    def judge(self, pairs: Sequence[Pair]) -> list[Outcome]:
        """Return one verdict per pair, in the order given."""
        return [self._judge_one(pair) for pair in pairs]

    def _judge_one(self, pair: Pair) -> Verdict:
        differences = compare(pair.source_text, pair.republished_text, background=pair.background)
        label = _label(differences)
        if label is Label.CONSISTENT:
            return Verdict(pair=pair, label=label, judged_by=self.name)
        findings = tuple(
            finding
            for difference in differences
            if (finding := finding_of(difference, pair.source, pair.republished))
        )
        return Verdict(
            pair=pair,
            label=label,
            judged_by=self.name,
            findings=findings,
            confidence=_confidence(differences),
        )


def _label(differences: Sequence[Difference]) -> Label:
    believed = [difference for difference in differences if PRECISION[difference.rule] >= _BELIEVED]
    if not believed:
        return Label.CONSISTENT
    return Label.CONTRADICTORY if any(d.contradicts for d in believed) else Label.DISTORTED


def _confidence(differences: Sequence[Difference]) -> float:
    """Return the confidence of the surest rule that fired."""
    return max(sureness(difference.rule) for difference in differences)
