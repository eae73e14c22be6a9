"""The rules judge: a verdict from the deterministic findings alone."""

from collections.abc import Sequence

from checker.domain import Label, Outcome, Pair, Verdict
from checker.facts import Difference, compare
from checker.facts.precision import FALSE_ALARMS, PRECISION
from checker.judges.evidence import finding_of

_BELIEVED = 0.65
"""Precision from which on a rule's finding flags a pair; the weaker ones are only named beside others."""
_PRECISE = 0.85
_LEFT = 0.02
"""Part of its doubt that a rule keeps which is this precise and was never seen to fire on faithful news. What makes the
precision of such a rule low are other texts, and pairs that are only nearly faithful."""
_RARELY = 0.5
"""Findings per 1,000 faithful news sentences up to which a rule can be sure."""
_ALONE = 0.9
"""Precision from which on a rule that never fired on faithful news flags by itself."""
_READINGS = ("addition.", "attribution.", "causality.", "modality.", "omission.", "role.rank")
_FOR_A_READER = 0.95
"""The most that is said of these: below the gates. Teachers' rewrites fail by them in one article of ten."""
_HELD_DOWN = 0.75
"""Confidence of a precise rule that fires on faithful news more often than that: below the gate."""


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


def flags_alone(rule: str) -> bool:
    """Say whether a pair is flagged for this rule's finding, whatever else is known of the pair."""
    return PRECISION[rule] >= _ALONE and not FALSE_ALARMS[rule]


def of_facts(rule: str) -> bool:
    """Say whether a rule compares facts, and not what a rewrite may add, soften or leave out."""
    return not rule.startswith(_READINGS)


def sureness(rule: str) -> float:
    """Return a rule's precision as measured, held down where it cries wolf on news.

    An article has 40 pairs: a rule that fires on one faithful sentence in a thousand already fails 4 % of the
    faithful articles, however many changes it catches. What is a matter of reading is for an editor to decide.
    """
    precision = PRECISION[rule]
    if precision >= _PRECISE and not FALSE_ALARMS[rule]:
        return 1 - _LEFT * (1 - precision) if of_facts(rule) else min(precision, _FOR_A_READER)
    return precision if FALSE_ALARMS[rule] <= _RARELY else min(precision, _HELD_DOWN)
