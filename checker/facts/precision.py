"""How far each rule can be relied on. Written by `benchmarks/facts_precision.py`; do not edit.

Measured on 16,430 faithful and 20,075 changed pairs of the training sets
breaking_nli, cad_nli, defacto, demetr, fib, fm2, mlqe, negnli, ose, swipe.
"""

from collections.abc import Mapping

from checker.facts.measured import Measured

PRECISION: Mapping[str, float] = Measured(
    {
        "attribution.added": 0.532,  # 14 useful, 10 false
        "attribution.added.unsure": 0.406,  # 91 useful, 109 false
        "attribution.dropped": 0.592,  # 222 useful, 125 false
        "attribution.speaker": 0.671,  # 48 useful, 19 false
        "attribution.speaker.unsure": 0.544,  # 41 useful, 28 false
        "causality.changed": 0.419,  # 6 useful, 7 false
        "causality.changed.unsure": 0.496,  # 6 useful, 5 false
        "date.added": 0.610,  # 71 useful, 37 false
        "date.day": 0.962,  # 15 useful, 0 false
        "date.day.unsure": 0.778,  # 23 useful, 5 false
        "date.decade.unsure": 0.855,  # 3 useful, 0 false
        "date.month": 0.725,  # 1 useful, 0 false
        "date.month.unsure": 0.776,  # 10 useful, 2 false
        "date.unmatched": 0.766,  # 201 useful, 50 false
        "date.weekday": 0.725,  # 1 useful, 0 false
        "date.weekday.unsure": 0.738,  # 8 useful, 2 false
        "date.year": 0.962,  # 46 useful, 1 false
        "date.year.unsure": 0.824,  # 65 useful, 11 false
        "direction.reversed": 0.931,  # 355 useful, 21 false
        "direction.reversed.unsure": 0.857,  # 208 useful, 28 false
        "modality.changed": 0.562,  # 8 useful, 5 false
        "modality.changed.unsure": 0.484,  # 16 useful, 14 false
        "modality.done": 0.274,  # 1 useful, 3 false
        "modality.dropped": 0.810,  # 2 useful, 0 false
        "modality.dropped.unsure": 0.559,  # 28 useful, 18 false
        "modality.hedge_added": 0.810,  # 2 useful, 0 false
        "modality.hedge_added.unsure": 0.461,  # 2 useful, 2 false
        "modality.hedge_dropped": 0.540,  # 13 useful, 9 false
        "modality.hedge_dropped.unsure": 0.462,  # 23 useful, 22 false
        "money.added": 0.668,  # 8 useful, 3 false
        "money.changed": 0.960,  # 14 useful, 0 false
        "money.changed.unsure": 0.816,  # 40 useful, 7 false
        "money.unmatched": 0.907,  # 113 useful, 9 false
        "name.added": 0.575,  # 446 useful, 270 false
        "name.replaced": 0.763,  # 1205 useful, 306 false
        "name.replaced.unsure": 0.752,  # 473 useful, 127 false
        "name.unmatched": 0.712,  # 2035 useful, 674 false
        "negation.dropped": 0.856,  # 105 useful, 14 false
        "negation.dropped.refusal": 0.396,  # 3 useful, 4 false
        "negation.dropped.refusal.unsure": 0.453,  # 9 useful, 9 false
        "negation.dropped.unsure": 0.779,  # 230 useful, 53 false
        "negation.inserted": 0.949,  # 263 useful, 11 false
        "negation.inserted.refusal": 0.602,  # 4 useful, 2 false
        "negation.inserted.refusal.unsure": 0.588,  # 2 useful, 1 false
        "negation.inserted.unsure": 0.909,  # 532 useful, 43 false
        "negation.prefix": 0.536,  # 17 useful, 12 false
        "negation.prefix.unsure": 0.500,  # 11 useful, 9 false
        "number.added": 0.687,  # 140 useful, 52 false
        "number.bound": 0.817,  # 13 useful, 2 false
        "number.changed": 0.975,  # 457 useful, 9 false
        "number.changed.unsure": 0.806,  # 124 useful, 24 false
        "number.unmatched": 0.716,  # 337 useful, 109 false
        "percentage.added": 0.754,  # 5 useful, 1 false
        "percentage.changed": 0.934,  # 8 useful, 0 false
        "percentage.changed.unsure": 0.901,  # 16 useful, 1 false
        "percentage.unit": 0.250,  # 0 useful, 1 false
        "percentage.unit.unsure": 0.350,  # 3 useful, 5 false
        "percentage.unmatched": 0.610,  # 8 useful, 4 false
        "quantifier.changed": 0.512,  # 18 useful, 14 false
        "quantifier.changed.unsure": 0.496,  # 30 useful, 25 false
        "quotation.changed": 0.454,  # 65 useful, 64 false
        "quotation.changed.unsure": 0.474,  # 87 useful, 79 false
        "quotation.invented": 0.775,  # 73 useful, 17 false
        "quotation.reworded": 0.682,  # 40 useful, 15 false
        "role.changed": 0.496,  # 18 useful, 15 false
        "role.changed.unsure": 0.484,  # 24 useful, 21 false
        "role.organization": 0.771,  # 22 useful, 5 false
        "role.organization.unsure": 0.583,  # 55 useful, 32 false
        "role.rank": 0.725,  # 1 useful, 0 false
        "role.rank.unsure": 0.413,  # 11 useful, 13 false
        "unit.added": 0.642,  # 40 useful, 18 false
        "unit.changed": 0.890,  # 24 useful, 2 false
        "unit.changed.unsure": 0.941,  # 48 useful, 2 false
        "unit.replaced": 0.167,  # 0 useful, 2 false
        "unit.replaced.unsure": 0.250,  # 0 useful, 1 false
        "unit.unmatched": 0.852,  # 214 useful, 30 false
    },
    unseen=0.5,
)
"""Rule -> share of its findings on changed pairs, were both labels equally frequent."""

FALSE_ALARMS: Mapping[str, float] = Measured(
    {
        "attribution.added": 1.67,
        "attribution.added.unsure": 13.32,
        "attribution.dropped": 7.49,
        "attribution.speaker": 1.67,
        "attribution.speaker.unsure": 0.83,
        "causality.changed": 1.67,
        "causality.changed.unsure": 0.83,
        "date.added": 0.83,
        "direction.reversed.unsure": 0.83,
        "modality.hedge_dropped.unsure": 0.83,
        "name.added": 19.15,
        "name.unmatched": 1.67,
        "negation.dropped": 0.83,
        "negation.dropped.unsure": 2.50,
        "negation.inserted.refusal.unsure": 0.83,
        "negation.inserted.unsure": 6.66,
        "number.added": 0.83,
        "role.organization.unsure": 2.50,
        "unit.added": 1.67,
    },
    unseen=0.0,
)
"""Rule -> findings per 1,000 faithful news sentences (1,201 measured); absent: none seen."""
