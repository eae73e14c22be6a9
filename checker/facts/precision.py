"""How far each rule can be relied on. Written by `benchmarks/facts_precision.py`; do not edit.

Measured on 15,357 faithful pairs:
articles, claims, defacto, demetr, fused, mlqe, ose, paragraphs, spun, swipe, talk, teacher;
and 30,180 changed ones:
breaking_nli, cad_nli, claims, demetr, fib, fm2, fused, mlqe, negnli, spun, talk, teacher, planted.
"""

from collections.abc import Mapping

from checker.facts.measured import Measured

PRECISION: Mapping[str, float] = Measured(
    {
        "addition.clause": 0.978,  # 4.4 useful, 0.1 false in 1,000
        "addition.clause.unsure": 0.464,  # 0.2 useful, 0.3 false in 1,000
        "attribution.added": 0.470,  # 5.1 useful, 5.8 false in 1,000
        "attribution.added.unsure": 0.609,  # 28.8 useful, 18.5 false in 1,000
        "attribution.dropped": 0.306,  # 10.5 useful, 23.8 false in 1,000
        "attribution.invented": 0.991,  # 10.5 useful, 0.1 false in 1,000
        "attribution.invented.unsure": 0.983,  # 5.9 useful, 0.1 false in 1,000
        "attribution.speaker": 0.699,  # 7.6 useful, 3.3 false in 1,000
        "attribution.speaker.unsure": 0.534,  # 3.4 useful, 3.0 false in 1,000
        "causality.changed": 0.891,  # 6.1 useful, 0.7 false in 1,000
        "causality.changed.unsure": 0.756,  # 4.8 useful, 1.5 false in 1,000
        "causality.invented": 0.925,  # 1.2 useful, 0.1 false in 1,000
        "causality.stronger": 0.666,  # 0.4 useful, 0.2 false in 1,000
        "causality.turned": 0.988,  # 12.0 useful, 0.2 false in 1,000
        "causality.weaker": 0.437,  # 0.1 useful, 0.1 false in 1,000
        "causality.weaker.unsure": 0.436,  # 0.1 useful, 0.1 false in 1,000
        "date.added": 0.656,  # 0.8 useful, 0.4 false in 1,000
        "date.day": 0.865,  # 0.6 useful, 0.1 false in 1,000
        "date.day.unsure": 0.573,  # 0.4 useful, 0.3 false in 1,000
        "date.decade": 0.864,  # 0.6 useful, 0.1 false in 1,000
        "date.decade.unsure": 0.521,  # 0.1 useful, 0.1 false in 1,000
        "date.invented": 0.864,  # 0.6 useful, 0.1 false in 1,000
        "date.month": 0.961,  # 2.4 useful, 0.1 false in 1,000
        "date.month.unsure": 0.864,  # 1.1 useful, 0.2 false in 1,000
        "date.relative": 0.703,  # 0.2 useful, 0.1 false in 1,000
        "date.relative.unsure": 0.546,  # 0.1 useful, 0.1 false in 1,000
        "date.unmatched": 0.540,  # 1.4 useful, 1.2 false in 1,000
        "date.weekday": 0.954,  # 2.1 useful, 0.1 false in 1,000
        "date.weekday.unsure": 0.584,  # 0.3 useful, 0.2 false in 1,000
        "date.year": 0.989,  # 9.3 useful, 0.1 false in 1,000
        "date.year.unsure": 0.843,  # 2.4 useful, 0.4 false in 1,000
        "direction.reversed": 0.970,  # 21.8 useful, 0.7 false in 1,000
        "direction.reversed.unsure": 0.829,  # 14.6 useful, 3.0 false in 1,000
        "exchange.names": 0.974,  # 3.8 useful, 0.1 false in 1,000
        "exchange.sides": 0.902,  # 2.0 useful, 0.2 false in 1,000
        "modality.changed": 0.917,  # 2.5 useful, 0.2 false in 1,000
        "modality.changed.unsure": 0.623,  # 1.7 useful, 1.0 false in 1,000
        "modality.done": 0.799,  # 0.9 useful, 0.2 false in 1,000
        "modality.done.same": 0.935,  # 1.4 useful, 0.1 false in 1,000
        "modality.dropped": 0.515,  # 0.2 useful, 0.2 false in 1,000
        "modality.dropped.unsure": 0.412,  # 1.3 useful, 1.9 false in 1,000
        "modality.hedge_added": 0.540,  # 0.1 useful, 0.1 false in 1,000
        "modality.hedge_added.unsure": 0.296,  # 0.1 useful, 0.3 false in 1,000
        "modality.hedge_dropped": 0.880,  # 4.2 useful, 0.6 false in 1,000
        "modality.hedge_dropped.unsure": 0.463,  # 1.5 useful, 1.7 false in 1,000
        "modality.surer": 0.989,  # 9.0 useful, 0.1 false in 1,000
        "money.added": 0.414,  # 0.1 useful, 0.2 false in 1,000
        "money.changed": 0.971,  # 3.4 useful, 0.1 false in 1,000
        "money.changed.unsure": 0.822,  # 1.3 useful, 0.3 false in 1,000
        "money.currency": 0.982,  # 5.6 useful, 0.1 false in 1,000
        "money.currency.unsure": 0.917,  # 1.1 useful, 0.1 false in 1,000
        "money.invented": 0.859,  # 0.6 useful, 0.1 false in 1,000
        "money.unmatched": 0.448,  # 0.8 useful, 1.0 false in 1,000
        "name.added": 0.566,  # 13.8 useful, 10.6 false in 1,000
        "name.altered": 0.976,  # 4.2 useful, 0.1 false in 1,000
        "name.altered.unsure": 0.452,  # 8.7 useful, 10.5 false in 1,000
        "name.exchanged": 0.821,  # 0.5 useful, 0.1 false in 1,000
        "name.exchanged.unsure": 0.685,  # 0.2 useful, 0.1 false in 1,000
        "name.invented": 0.985,  # 6.5 useful, 0.1 false in 1,000
        "name.replaced": 0.849,  # 51.9 useful, 9.3 false in 1,000
        "name.replaced.unsure": 0.750,  # 13.3 useful, 4.4 false in 1,000
        "name.unmatched": 0.574,  # 21.2 useful, 15.7 false in 1,000
        "negation.dropped": 0.966,  # 9.6 useful, 0.3 false in 1,000
        "negation.dropped.near": 0.738,  # 2.3 useful, 0.8 false in 1,000
        "negation.dropped.refusal": 0.627,  # 0.5 useful, 0.3 false in 1,000
        "negation.dropped.refusal.unsure": 0.505,  # 0.7 useful, 0.7 false in 1,000
        "negation.dropped.unsure": 0.593,  # 5.0 useful, 3.4 false in 1,000
        "negation.inserted": 0.977,  # 11.5 useful, 0.3 false in 1,000
        "negation.inserted.near": 0.938,  # 3.1 useful, 0.2 false in 1,000
        "negation.inserted.refusal": 0.711,  # 0.2 useful, 0.1 false in 1,000
        "negation.inserted.refusal.unsure": 0.776,  # 1.1 useful, 0.3 false in 1,000
        "negation.inserted.reworded.unsure": 0.785,  # 8.2 useful, 2.2 false in 1,000
        "negation.inserted.unsure": 0.810,  # 9.0 useful, 2.1 false in 1,000
        "negation.prefix": 0.949,  # 3.6 useful, 0.2 false in 1,000
        "negation.prefix.unsure": 0.426,  # 0.5 useful, 0.6 false in 1,000
        "number.added": 0.644,  # 2.1 useful, 1.2 false in 1,000
        "number.bound": 0.844,  # 2.0 useful, 0.4 false in 1,000
        "number.changed": 0.976,  # 18.0 useful, 0.4 false in 1,000
        "number.changed.unsure": 0.889,  # 9.9 useful, 1.2 false in 1,000
        "number.invented": 0.949,  # 1.9 useful, 0.1 false in 1,000
        "number.unmatched": 0.355,  # 5.2 useful, 9.4 false in 1,000
        "omission.bound": 0.956,  # 2.2 useful, 0.1 false in 1,000
        "omission.condition": 0.677,  # 2.2 useful, 1.0 false in 1,000
        "omission.condition.alone": 0.890,  # 0.8 useful, 0.1 false in 1,000
        "omission.limit": 0.981,  # 5.0 useful, 0.1 false in 1,000
        "omission.qualifier": 0.924,  # 3.0 useful, 0.3 false in 1,000
        "omission.qualifier.unsure": 0.564,  # 0.7 useful, 0.6 false in 1,000
        "percentage.added": 0.349,  # 0.2 useful, 0.4 false in 1,000
        "percentage.changed": 0.993,  # 14.4 useful, 0.1 false in 1,000
        "percentage.changed.unsure": 0.801,  # 3.7 useful, 0.9 false in 1,000
        "percentage.invented": 0.943,  # 1.7 useful, 0.1 false in 1,000
        "percentage.unit": 0.407,  # 0.1 useful, 0.1 false in 1,000
        "percentage.unit.unsure": 0.428,  # 0.2 useful, 0.2 false in 1,000
        "percentage.unmatched": 0.393,  # 1.0 useful, 1.5 false in 1,000
        "quantifier.changed": 0.894,  # 5.4 useful, 0.6 false in 1,000
        "quantifier.changed.unsure": 0.685,  # 2.7 useful, 1.3 false in 1,000
        "quotation.changed": 0.891,  # 115.0 useful, 14.0 false in 1,000
        "quotation.changed.unsure": 0.859,  # 62.2 useful, 10.2 false in 1,000
        "quotation.invented": 0.664,  # 2.9 useful, 1.5 false in 1,000
        "quotation.replaced": 0.821,  # 3.2 useful, 0.7 false in 1,000
        "quotation.reworded": 0.330,  # 0.4 useful, 0.9 false in 1,000
        "role.changed": 0.895,  # 4.3 useful, 0.5 false in 1,000
        "role.changed.unsure": 0.746,  # 1.7 useful, 0.6 false in 1,000
        "role.organization": 0.944,  # 6.4 useful, 0.4 false in 1,000
        "role.organization.unsure": 0.514,  # 1.7 useful, 1.7 false in 1,000
        "role.rank": 0.951,  # 4.8 useful, 0.3 false in 1,000
        "role.rank.unsure": 0.539,  # 0.3 useful, 0.3 false in 1,000
        "role.relative": 0.994,  # 15.6 useful, 0.1 false in 1,000
        "role.relative.unsure": 0.975,  # 5.7 useful, 0.1 false in 1,000
        "role.replaced": 0.861,  # 1.2 useful, 0.2 false in 1,000
        "role.replaced.unsure": 0.584,  # 1.3 useful, 1.0 false in 1,000
        "unit.added": 0.635,  # 1.4 useful, 0.8 false in 1,000
        "unit.changed": 0.973,  # 5.2 useful, 0.1 false in 1,000
        "unit.changed.unsure": 0.637,  # 1.1 useful, 0.6 false in 1,000
        "unit.invented": 0.844,  # 0.5 useful, 0.1 false in 1,000
        "unit.replaced": 0.929,  # 2.5 useful, 0.2 false in 1,000
        "unit.replaced.unsure": 0.886,  # 2.7 useful, 0.3 false in 1,000
        "unit.unmatched": 0.413,  # 2.4 useful, 3.4 false in 1,000
    },
    unseen=0.5,
)
"""Rule -> share of its findings on changed pairs, were both labels and all sets equally frequent."""

FALSE_ALARMS: Mapping[str, float] = Measured(
    {
        "addition.clause.unsure": 0.24,
        "attribution.added": 3.80,
        "attribution.added.unsure": 10.68,
        "attribution.dropped": 16.61,
        "attribution.speaker": 1.66,
        "attribution.speaker.unsure": 2.14,
        "causality.changed": 1.19,
        "causality.changed.unsure": 0.95,
        "date.added": 0.24,
        "direction.reversed.unsure": 0.95,
        "modality.hedge_dropped.unsure": 0.47,
        "name.added": 7.59,
        "name.altered": 0.24,
        "name.altered.unsure": 0.24,
        "name.invented": 0.71,
        "name.unmatched": 1.66,
        "negation.dropped.refusal.unsure": 0.24,
        "negation.dropped.unsure": 0.24,
        "negation.inserted.refusal.unsure": 0.47,
        "negation.inserted.reworded.unsure": 3.08,
        "negation.inserted.unsure": 2.14,
        "negation.prefix": 0.24,
        "number.added": 0.24,
        "number.changed.unsure": 0.24,
        "number.invented": 0.71,
        "number.unmatched": 0.47,
        "omission.condition": 0.24,
        "omission.qualifier.unsure": 0.47,
        "percentage.invented": 0.47,
        "quotation.changed": 12.34,
        "quotation.changed.unsure": 8.07,
        "quotation.invented": 0.24,
        "quotation.replaced": 0.47,
        "role.changed.unsure": 0.24,
        "role.organization.unsure": 1.19,
        "role.replaced.unsure": 0.24,
        "unit.added": 0.71,
        "unit.invented": 0.95,
    },
    unseen=0.0,
)
"""Rule -> findings per 1,000 faithful news sentences (4,215 measured); absent: none seen."""
