"""How much a rule's finding is worth: how often the rule was right, and how often it cried wolf on faithful news."""

from checker.facts.precision import FALSE_ALARMS, PRECISION

_PRECISE = 0.85
_LEFT = 0.02
"""Part of its doubt that a rule keeps which is this precise and was never seen to fire on faithful news. What makes the
precision of such a rule low are other texts, and pairs that are only nearly faithful."""
_RARELY = 0.5
"""Findings per 1,000 faithful news sentences up to which a rule can be sure."""
_HELD_DOWN = 0.75
"""Confidence of a precise rule that fires on faithful news more often than that: below the gate."""
_OFTEN = 5.0
_EVEN = 0.5
"""The most that is said of a rule that fires more often than `_OFTEN`: even odds. Teachers reword what stands inside
quotation marks, and planted changes fall into them by chance, so that its precision is that of the planting."""
_ALONE = 0.9
"""Precision from which on a rule that never fired on faithful news flags by itself."""
_READINGS = (
    "addition.", "attribution.added", "attribution.dropped", "attribution.speaker", "causality.changed",
    "causality.stronger", "causality.weaker", "modality.done", "modality.dropped", "modality.hedge", "omission.",
)  # fmt: skip
_FOR_A_READER = 0.95
"""The most that is said of these: below the gates. Who rewrites faithfully explains, softens and leaves out."""


def told(rule: str) -> float:
    """Return how likely a change is where this rule fires: its precision, and even odds if it cries wolf on news."""
    precision = PRECISION[rule]
    return precision if FALSE_ALARMS[rule] <= _OFTEN else min(precision, _EVEN)


def sureness(rule: str) -> float:
    """Return a rule's precision as measured, held down where it fires on faithful news.

    An article has 40 pairs: a rule that fires on one faithful sentence in a thousand already fails 4 % of the
    faithful articles, however many changes it catches. What is a matter of reading is for an editor to decide.
    """
    precision = told(rule)
    if precision >= _PRECISE and not FALSE_ALARMS[rule]:
        return 1 - _LEFT * (1 - precision) if of_facts(rule) else min(precision, _FOR_A_READER)
    return precision if FALSE_ALARMS[rule] <= _RARELY else min(precision, _HELD_DOWN)


def flags_alone(rule: str) -> bool:
    """Say whether a pair is flagged for this rule's finding, whatever else is known of the pair."""
    return PRECISION[rule] >= _ALONE and not FALSE_ALARMS[rule]


def of_facts(rule: str) -> bool:
    """Say whether a rule compares facts, and not what a rewrite may add, soften or leave out."""
    return not rule.startswith(_READINGS)
