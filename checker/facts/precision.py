"""How far each rule can be relied on. Written by `benchmarks/facts_precision.py`; do not edit.

Measured on 8,281 faithful pairs (defacto, demetr, mlqe, ose, paragraphs, swipe)
and 19,843 changed ones (breaking_nli, cad_nli, demetr, fib, fm2, mlqe, negnli, planted changes).
"""

from collections.abc import Mapping

from checker.facts.measured import Measured

PRECISION: Mapping[str, float] = Measured(
    {
        "attribution.added": 0.726,  # 6.7 useful, 2.5 false in 1,000
        "attribution.added.unsure": 0.707,  # 30.5 useful, 12.6 false in 1,000
        "attribution.dropped": 0.273,  # 2.0 useful, 5.4 false in 1,000
        "attribution.speaker": 0.869,  # 12.0 useful, 1.8 false in 1,000
        "attribution.speaker.unsure": 0.692,  # 5.7 useful, 2.5 false in 1,000
        "causality.changed": 0.881,  # 9.5 useful, 1.3 false in 1,000
        "causality.changed.unsure": 0.816,  # 4.7 useful, 1.1 false in 1,000
        "date.added": 0.649,  # 0.9 useful, 0.5 false in 1,000
        "date.day": 0.895,  # 0.9 useful, 0.1 false in 1,000
        "date.day.unsure": 0.581,  # 0.4 useful, 0.3 false in 1,000
        "date.decade": 0.894,  # 0.8 useful, 0.1 false in 1,000
        "date.decade.unsure": 0.529,  # 0.1 useful, 0.1 false in 1,000
        "date.invented": 0.894,  # 0.8 useful, 0.1 false in 1,000
        "date.month": 0.971,  # 3.4 useful, 0.1 false in 1,000
        "date.month.unsure": 0.857,  # 1.4 useful, 0.2 false in 1,000
        "date.relative": 0.725,  # 0.3 useful, 0.1 false in 1,000
        "date.unmatched": 0.453,  # 1.6 useful, 2.0 false in 1,000
        "date.weekday": 0.966,  # 2.8 useful, 0.1 false in 1,000
        "date.weekday.unsure": 0.548,  # 0.4 useful, 0.3 false in 1,000
        "date.year": 0.992,  # 12.9 useful, 0.1 false in 1,000
        "date.year.unsure": 0.816,  # 3.3 useful, 0.7 false in 1,000
        "direction.reversed": 0.971,  # 26.4 useful, 0.8 false in 1,000
        "direction.reversed.unsure": 0.899,  # 16.4 useful, 1.8 false in 1,000
        "modality.changed": 0.909,  # 3.3 useful, 0.3 false in 1,000
        "modality.changed.unsure": 0.687,  # 2.2 useful, 1.0 false in 1,000
        "modality.done": 0.267,  # 0.1 useful, 0.3 false in 1,000
        "modality.dropped.unsure": 0.233,  # 0.3 useful, 1.1 false in 1,000
        "modality.hedge_added": 0.554,  # 0.1 useful, 0.1 false in 1,000
        "modality.hedge_added.unsure": 0.321,  # 0.1 useful, 0.2 false in 1,000
        "modality.hedge_dropped": 0.721,  # 2.2 useful, 0.9 false in 1,000
        "modality.hedge_dropped.unsure": 0.536,  # 1.3 useful, 1.1 false in 1,000
        "money.added": 0.448,  # 0.1 useful, 0.2 false in 1,000
        "money.changed": 0.979,  # 4.6 useful, 0.1 false in 1,000
        "money.changed.unsure": 0.794,  # 1.7 useful, 0.4 false in 1,000
        "money.currency": 0.987,  # 7.8 useful, 0.1 false in 1,000
        "money.currency.unsure": 0.937,  # 1.5 useful, 0.1 false in 1,000
        "money.invented": 0.890,  # 0.8 useful, 0.1 false in 1,000
        "money.unmatched": 0.519,  # 1.0 useful, 0.9 false in 1,000
        "name.added": 0.615,  # 16.5 useful, 10.3 false in 1,000
        "name.altered": 0.981,  # 5.3 useful, 0.1 false in 1,000
        "name.altered.unsure": 0.374,  # 10.1 useful, 16.8 false in 1,000
        "name.exchanged": 0.856,  # 0.6 useful, 0.1 false in 1,000
        "name.exchanged.unsure": 0.725,  # 0.3 useful, 0.1 false in 1,000
        "name.invented": 0.991,  # 10.7 useful, 0.1 false in 1,000
        "name.replaced": 0.803,  # 68.9 useful, 16.9 false in 1,000
        "name.replaced.unsure": 0.671,  # 14.7 useful, 7.2 false in 1,000
        "name.unmatched": 0.537,  # 23.7 useful, 20.4 false in 1,000
        "negation.dropped": 0.922,  # 13.1 useful, 1.1 false in 1,000
        "negation.dropped.near": 0.732,  # 5.0 useful, 1.8 false in 1,000
        "negation.dropped.refusal": 0.608,  # 0.5 useful, 0.3 false in 1,000
        "negation.dropped.refusal.unsure": 0.376,  # 0.5 useful, 0.8 false in 1,000
        "negation.dropped.unsure": 0.662,  # 2.7 useful, 1.4 false in 1,000
        "negation.inserted": 0.981,  # 16.4 useful, 0.3 false in 1,000
        "negation.inserted.near": 0.978,  # 8.1 useful, 0.2 false in 1,000
        "negation.inserted.refusal": 0.752,  # 0.3 useful, 0.1 false in 1,000
        "negation.inserted.refusal.unsure": 0.810,  # 1.0 useful, 0.2 false in 1,000
        "negation.inserted.reworded.unsure": 0.804,  # 11.2 useful, 2.7 false in 1,000
        "negation.inserted.unsure": 0.853,  # 7.8 useful, 1.3 false in 1,000
        "negation.prefix": 0.947,  # 4.8 useful, 0.3 false in 1,000
        "negation.prefix.unsure": 0.620,  # 0.5 useful, 0.3 false in 1,000
        "number.added": 0.687,  # 2.7 useful, 1.2 false in 1,000
        "number.bound": 0.905,  # 2.0 useful, 0.2 false in 1,000
        "number.changed": 0.982,  # 29.5 useful, 0.5 false in 1,000
        "number.changed.unsure": 0.870,  # 7.9 useful, 1.2 false in 1,000
        "number.invented": 0.962,  # 2.5 useful, 0.1 false in 1,000
        "number.unmatched": 0.394,  # 2.9 useful, 4.4 false in 1,000
        "percentage.added": 0.590,  # 0.1 useful, 0.1 false in 1,000
        "percentage.changed": 0.995,  # 19.9 useful, 0.1 false in 1,000
        "percentage.changed.unsure": 0.927,  # 4.8 useful, 0.4 false in 1,000
        "percentage.invented": 0.957,  # 2.3 useful, 0.1 false in 1,000
        "percentage.unit": 0.353,  # 0.1 useful, 0.2 false in 1,000
        "percentage.unit.unsure": 0.318,  # 0.1 useful, 0.3 false in 1,000
        "percentage.unmatched": 0.634,  # 0.2 useful, 0.1 false in 1,000
        "quantifier.changed": 0.903,  # 7.1 useful, 0.8 false in 1,000
        "quantifier.changed.unsure": 0.680,  # 2.9 useful, 1.4 false in 1,000
        "quotation.changed": 0.859,  # 156.6 useful, 25.7 false in 1,000
        "quotation.changed.unsure": 0.822,  # 85.0 useful, 18.4 false in 1,000
        "quotation.invented": 0.776,  # 3.4 useful, 1.0 false in 1,000
        "quotation.replaced": 0.787,  # 4.3 useful, 1.2 false in 1,000
        "quotation.reworded": 0.313,  # 0.5 useful, 1.0 false in 1,000
        "role.changed": 0.919,  # 5.3 useful, 0.5 false in 1,000
        "role.changed.unsure": 0.800,  # 2.1 useful, 0.5 false in 1,000
        "role.organization": 0.953,  # 8.8 useful, 0.4 false in 1,000
        "role.organization.unsure": 0.421,  # 1.2 useful, 1.7 false in 1,000
        "role.rank": 0.529,  # 0.1 useful, 0.1 false in 1,000
        "role.rank.unsure": 0.551,  # 1.3 useful, 1.0 false in 1,000
        "role.replaced": 0.857,  # 1.6 useful, 0.3 false in 1,000
        "role.replaced.unsure": 0.643,  # 1.7 useful, 0.9 false in 1,000
        "unit.added": 0.714,  # 1.8 useful, 0.7 false in 1,000
        "unit.changed": 0.975,  # 7.1 useful, 0.2 false in 1,000
        "unit.changed.unsure": 0.896,  # 0.9 useful, 0.1 false in 1,000
        "unit.invented": 0.875,  # 0.7 useful, 0.1 false in 1,000
        "unit.replaced": 0.949,  # 3.4 useful, 0.2 false in 1,000
        "unit.replaced.unsure": 0.949,  # 3.4 useful, 0.2 false in 1,000
        "unit.unmatched": 0.562,  # 1.4 useful, 1.1 false in 1,000
    },
    unseen=0.5,
)
"""Rule -> share of its findings on changed pairs, were both labels and all sets equally frequent."""

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
