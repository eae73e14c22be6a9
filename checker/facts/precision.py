"""How far each rule can be relied on. Written by `benchmarks/facts_precision.py`; do not edit.

Measured on 10,281 faithful pairs (defacto, demetr, mlqe, ose, swipe, and article paragraphs) and 18,286 changed ones
(breaking_nli, cad_nli, demetr, fib, fm2, mlqe, negnli).
"""

from collections.abc import Mapping

from checker.facts.measured import Measured

PRECISION: Mapping[str, float] = Measured(
    {
        "attribution.added": 0.440,  # 25 useful, 18 false
        "attribution.added.unsure": 0.311,  # 84 useful, 105 false
        "attribution.dropped": 0.583,  # 212 useful, 85 false
        "attribution.speaker": 0.563,  # 46 useful, 20 false
        "attribution.speaker.unsure": 0.466,  # 34 useful, 22 false
        "causality.changed": 0.313,  # 6 useful, 8 false
        "causality.changed.unsure": 0.486,  # 5 useful, 3 false
        "date.added": 0.875,  # 55 useful, 4 false
        "date.day": 0.944,  # 14 useful, 0 false
        "date.day.unsure": 0.710,  # 10 useful, 2 false
        "date.decade.unsure": 0.765,  # 2 useful, 0 false
        "date.month": 0.680,  # 1 useful, 0 false
        "date.month.unsure": 0.747,  # 7 useful, 1 false
        "date.unmatched": 0.742,  # 109 useful, 21 false
        "date.weekday.unsure": 0.524,  # 4 useful, 2 false
        "date.year": 0.981,  # 45 useful, 0 false
        "date.year.unsure": 0.815,  # 50 useful, 6 false
        "direction.reversed": 0.941,  # 351 useful, 12 false
        "direction.reversed.unsure": 0.899,  # 196 useful, 12 false
        "modality.changed": 0.525,  # 6 useful, 3 false
        "modality.changed.unsure": 0.413,  # 16 useful, 13 false
        "modality.done": 0.233,  # 1 useful, 3 false
        "modality.dropped": 0.765,  # 2 useful, 0 false
        "modality.dropped.unsure": 0.612,  # 23 useful, 8 false
        "modality.hedge_added": 0.765,  # 2 useful, 0 false
        "modality.hedge_added.unsure": 0.520,  # 2 useful, 1 false
        "modality.hedge_dropped": 0.546,  # 13 useful, 6 false
        "modality.hedge_dropped.unsure": 0.503,  # 18 useful, 10 false
        "money.added": 0.721,  # 6 useful, 1 false
        "money.changed": 0.935,  # 12 useful, 0 false
        "money.changed.unsure": 0.818,  # 35 useful, 4 false
        "money.unmatched": 0.882,  # 99 useful, 7 false
        "name.added": 0.652,  # 434 useful, 130 false
        "name.altered.unsure": 0.709,  # 876 useful, 202 false
        "name.replaced": 0.704,  # 1096 useful, 259 false
        "name.replaced.unsure": 0.706,  # 389 useful, 91 false
        "name.unmatched": 0.800,  # 1486 useful, 208 false
        "negation.dropped": 0.848,  # 103 useful, 10 false
        "negation.dropped.near": 0.815,  # 136 useful, 17 false
        "negation.dropped.refusal": 0.327,  # 3 useful, 4 false
        "negation.dropped.refusal.unsure": 0.372,  # 7 useful, 7 false
        "negation.dropped.unsure": 0.675,  # 49 useful, 13 false
        "negation.inserted": 0.983,  # 260 useful, 2 false
        "negation.inserted.near": 0.978,  # 282 useful, 3 false
        "negation.inserted.refusal": 0.846,  # 4 useful, 0 false
        "negation.inserted.refusal.unsure": 0.520,  # 2 useful, 1 false
        "negation.inserted.reworded.unsure": 0.922,  # 200 useful, 9 false
        "negation.inserted.unsure": 0.862,  # 60 useful, 5 false
        "negation.prefix": 0.705,  # 14 useful, 3 false
        "negation.prefix.unsure": 0.636,  # 10 useful, 3 false
        "number.added": 0.738,  # 92 useful, 18 false
        "number.bound": 0.744,  # 12 useful, 2 false
        "number.changed": 0.975,  # 453 useful, 6 false
        "number.changed.unsure": 0.829,  # 98 useful, 11 false
        "number.unmatched": 0.753,  # 241 useful, 44 false
        "percentage.added": 0.869,  # 5 useful, 0 false
        "percentage.changed": 0.917,  # 9 useful, 0 false
        "percentage.changed.unsure": 0.792,  # 16 useful, 2 false
        "percentage.unit": 0.250,  # 0 useful, 1 false
        "percentage.unit.unsure": 0.327,  # 3 useful, 4 false
        "percentage.unmatched": 0.886,  # 6 useful, 0 false
        "quantifier.changed": 0.489,  # 17 useful, 10 false
        "quantifier.changed.unsure": 0.450,  # 26 useful, 18 false
        "quotation.changed": 0.233,  # 62 useful, 116 false
        "quotation.changed.unsure": 0.301,  # 86 useful, 113 false
        "quotation.invented": 0.853,  # 56 useful, 5 false
        "quotation.replaced": 0.591,  # 21 useful, 8 false
        "quotation.reworded": 0.585,  # 33 useful, 13 false
        "role.changed": 0.435,  # 8 useful, 6 false
        "role.changed.unsure": 0.228,  # 2 useful, 5 false
        "role.organization": 0.723,  # 20 useful, 4 false
        "role.organization.unsure": 0.568,  # 47 useful, 20 false
        "role.rank": 0.680,  # 1 useful, 0 false
        "role.rank.unsure": 0.348,  # 11 useful, 12 false
        "role.replaced": 0.503,  # 9 useful, 5 false
        "role.replaced.unsure": 0.505,  # 20 useful, 11 false
        "unit.added": 0.684,  # 28 useful, 7 false
        "unit.changed": 0.907,  # 25 useful, 1 false
        "unit.changed.unsure": 0.979,  # 40 useful, 0 false
        "unit.replaced": 0.167,  # 0 useful, 2 false
        "unit.replaced.unsure": 0.250,  # 0 useful, 1 false
        "unit.unmatched": 0.896,  # 144 useful, 9 false
    },
    unseen=0.5,
)
"""Rule -> share of its findings on changed pairs, were both labels equally frequent."""

FALSE_ALARMS: Mapping[str, float] = Measured(
    {
        "attribution.added": 2.81,
        "attribution.added.unsure": 11.66,
        "attribution.dropped": 3.62,
        "attribution.speaker": 1.21,
        "attribution.speaker.unsure": 0.80,
        "causality.changed": 1.61,
        "causality.changed.unsure": 1.21,
        "date.added": 0.40,
        "direction.reversed.unsure": 1.21,
        "modality.hedge_dropped.unsure": 0.40,
        "name.added": 8.44,
        "name.altered.unsure": 0.40,
        "name.unmatched": 1.21,
        "negation.dropped": 0.40,
        "negation.inserted.refusal.unsure": 0.40,
        "negation.inserted.reworded.unsure": 3.62,
        "negation.inserted.unsure": 2.01,
        "number.added": 0.40,
        "quotation.changed": 20.91,
        "quotation.changed.unsure": 13.67,
        "quotation.invented": 0.40,
        "quotation.replaced": 0.80,
        "role.organization.unsure": 1.21,
        "unit.added": 0.80,
    },
    unseen=0.0,
)
"""Rule -> findings per 1,000 faithful news sentences (2,487 measured); absent: none seen."""
