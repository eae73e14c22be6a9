"""What the rules found about a pair, as a fixed vector of numbers for the fitted combination."""

import math
from collections.abc import Sequence

from checker.domain import Kind
from checker.facts import Difference
from checker.judges.sureness import told

KINDS = (
    Kind.NUMBER, Kind.PERCENTAGE, Kind.MONEY, Kind.UNIT, Kind.DATE, Kind.NAME, Kind.ROLE, Kind.ATTRIBUTION,
    Kind.QUOTATION, Kind.NEGATION, Kind.MODALITY, Kind.QUANTIFIER, Kind.DIRECTION, Kind.CAUSALITY, Kind.OMISSION,
    Kind.ADDITION, Kind.EXCHANGE,
)  # fmt: skip
NAMES: tuple[str, ...] = (
    *(f"rule_{kind.value}" for kind in KINDS),
    "rules",
    "rules_surest",
    "rules_sum",
    "rules_contradict",
)


def fact_signals(differences: Sequence[Difference]) -> tuple[float, ...]:
    """The vector, in the order of `NAMES`: per kind the log-odds of the surest rule that fired, then totals."""
    odds = [_log_odds(told(difference.rule)) for difference in differences]
    surest: dict[Kind, float] = {}
    for difference, value in zip(differences, odds, strict=True):
        surest[difference.kind] = max(value, surest.get(difference.kind, value))
    return (
        *(surest.get(kind, 0.0) for kind in KINDS),
        float(len(differences)),
        max(odds, default=0.0),
        sum(max(0.0, value) for value in odds),
        float(sum(difference.contradicts for difference in differences)),
    )


def _log_odds(precision: float) -> float:
    """0.1 at least for a rule that fired, so that a poor one still differs from none."""
    return max(0.1, math.log(precision / (1 - precision)))
