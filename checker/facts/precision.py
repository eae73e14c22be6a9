"""How far each rule can be relied on. Written by `benchmarks/facts_precision.py`; do not edit.

Measured on 15,357 faithful pairs:
articles, claims, defacto, demetr, fused, mlqe, ose, paragraphs, spun, swipe, talk, teacher;
and 25,572 changed ones:
breaking_nli, cad_nli, claims, demetr, fib, fm2, fused, mlqe, negnli, spun, talk, teacher, planted.
"""

from collections.abc import Mapping

from checker.facts.measured import Measured

PRECISION: Mapping[str, float] = Measured(
    {
        "addition.clause": 0.931,  # 2.4 useful, 0.2 false in 1,000
        "addition.clause.unsure": 0.918,  # 2.3 useful, 0.2 false in 1,000
        "attribution.added": 0.538,  # 6.7 useful, 5.8 false in 1,000
        "attribution.added.unsure": 0.611,  # 29.1 useful, 18.5 false in 1,000
        "attribution.dropped": 0.299,  # 10.2 useful, 23.8 false in 1,000
        "attribution.speaker": 0.755,  # 10.1 useful, 3.3 false in 1,000
        "attribution.speaker.unsure": 0.641,  # 5.3 useful, 3.0 false in 1,000
        "causality.changed": 0.903,  # 7.0 useful, 0.7 false in 1,000
        "causality.changed.unsure": 0.751,  # 4.6 useful, 1.5 false in 1,000
        "causality.invented": 0.783,  # 0.4 useful, 0.1 false in 1,000
        "causality.stronger": 0.669,  # 0.4 useful, 0.2 false in 1,000
        "causality.weaker": 0.438,  # 0.1 useful, 0.1 false in 1,000
        "causality.weaker.unsure": 0.428,  # 0.1 useful, 0.1 false in 1,000
        "date.added": 0.658,  # 0.8 useful, 0.4 false in 1,000
        "date.day": 0.867,  # 0.7 useful, 0.1 false in 1,000
        "date.day.unsure": 0.574,  # 0.4 useful, 0.3 false in 1,000
        "date.decade": 0.866,  # 0.6 useful, 0.1 false in 1,000
        "date.decade.unsure": 0.521,  # 0.1 useful, 0.1 false in 1,000
        "date.invented": 0.866,  # 0.6 useful, 0.1 false in 1,000
        "date.month": 0.961,  # 2.5 useful, 0.1 false in 1,000
        "date.month.unsure": 0.866,  # 1.1 useful, 0.2 false in 1,000
        "date.relative": 0.706,  # 0.2 useful, 0.1 false in 1,000
        "date.relative.unsure": 0.547,  # 0.1 useful, 0.1 false in 1,000
        "date.unmatched": 0.543,  # 1.5 useful, 1.2 false in 1,000
        "date.weekday": 0.955,  # 2.1 useful, 0.1 false in 1,000
        "date.weekday.unsure": 0.587,  # 0.3 useful, 0.2 false in 1,000
        "date.year": 0.990,  # 9.5 useful, 0.1 false in 1,000
        "date.year.unsure": 0.845,  # 2.5 useful, 0.4 false in 1,000
        "direction.reversed": 0.968,  # 20.1 useful, 0.7 false in 1,000
        "direction.reversed.unsure": 0.822,  # 13.9 useful, 3.0 false in 1,000
        "exchange.sides": 0.904,  # 2.1 useful, 0.2 false in 1,000
        "modality.changed": 0.918,  # 2.5 useful, 0.2 false in 1,000
        "modality.changed.unsure": 0.626,  # 1.7 useful, 1.0 false in 1,000
        "modality.done": 0.801,  # 0.9 useful, 0.2 false in 1,000
        "modality.done.same": 0.936,  # 1.5 useful, 0.1 false in 1,000
        "modality.dropped": 0.517,  # 0.2 useful, 0.2 false in 1,000
        "modality.dropped.unsure": 0.413,  # 1.3 useful, 1.9 false in 1,000
        "modality.hedge_added": 0.541,  # 0.1 useful, 0.1 false in 1,000
        "modality.hedge_added.unsure": 0.282,  # 0.1 useful, 0.3 false in 1,000
        "modality.hedge_dropped": 0.898,  # 5.0 useful, 0.6 false in 1,000
        "modality.hedge_dropped.unsure": 0.605,  # 2.6 useful, 1.7 false in 1,000
        "modality.surer": 0.989,  # 9.1 useful, 0.1 false in 1,000
        "money.added": 0.408,  # 0.1 useful, 0.2 false in 1,000
        "money.changed": 0.972,  # 3.5 useful, 0.1 false in 1,000
        "money.changed.unsure": 0.824,  # 1.3 useful, 0.3 false in 1,000
        "money.currency": 0.983,  # 5.7 useful, 0.1 false in 1,000
        "money.currency.unsure": 0.918,  # 1.1 useful, 0.1 false in 1,000
        "money.invented": 0.861,  # 0.6 useful, 0.1 false in 1,000
        "money.unmatched": 0.451,  # 0.8 useful, 1.0 false in 1,000
        "name.added": 0.568,  # 13.9 useful, 10.6 false in 1,000
        "name.altered": 0.977,  # 4.2 useful, 0.1 false in 1,000
        "name.altered.unsure": 0.451,  # 8.6 useful, 10.5 false in 1,000
        "name.exchanged": 0.823,  # 0.5 useful, 0.1 false in 1,000
        "name.exchanged.unsure": 0.687,  # 0.2 useful, 0.1 false in 1,000
        "name.invented": 0.988,  # 8.4 useful, 0.1 false in 1,000
        "name.replaced": 0.850,  # 52.7 useful, 9.3 false in 1,000
        "name.replaced.unsure": 0.731,  # 12.0 useful, 4.4 false in 1,000
        "name.unmatched": 0.575,  # 21.3 useful, 15.7 false in 1,000
        "negation.dropped": 0.967,  # 9.8 useful, 0.3 false in 1,000
        "negation.dropped.near": 0.741,  # 2.3 useful, 0.8 false in 1,000
        "negation.dropped.refusal": 0.629,  # 0.5 useful, 0.3 false in 1,000
        "negation.dropped.refusal.unsure": 0.507,  # 0.7 useful, 0.7 false in 1,000
        "negation.dropped.unsure": 0.595,  # 5.1 useful, 3.4 false in 1,000
        "negation.inserted": 0.977,  # 11.7 useful, 0.3 false in 1,000
        "negation.inserted.near": 0.939,  # 3.1 useful, 0.2 false in 1,000
        "negation.inserted.refusal": 0.713,  # 0.2 useful, 0.1 false in 1,000
        "negation.inserted.refusal.unsure": 0.778,  # 1.1 useful, 0.3 false in 1,000
        "negation.inserted.reworded.unsure": 0.787,  # 8.3 useful, 2.2 false in 1,000
        "negation.inserted.unsure": 0.812,  # 9.1 useful, 2.1 false in 1,000
        "negation.prefix": 0.950,  # 3.6 useful, 0.2 false in 1,000
        "negation.prefix.unsure": 0.424,  # 0.5 useful, 0.6 false in 1,000
        "number.added": 0.647,  # 2.2 useful, 1.2 false in 1,000
        "number.bound": 0.846,  # 2.0 useful, 0.4 false in 1,000
        "number.changed": 0.980,  # 21.9 useful, 0.4 false in 1,000
        "number.changed.unsure": 0.839,  # 6.4 useful, 1.2 false in 1,000
        "number.invented": 0.950,  # 1.9 useful, 0.1 false in 1,000
        "number.unmatched": 0.353,  # 5.1 useful, 9.4 false in 1,000
        "omission.bound": 0.956,  # 2.2 useful, 0.1 false in 1,000
        "omission.condition": 0.679,  # 2.2 useful, 1.0 false in 1,000
        "omission.condition.alone": 0.892,  # 0.8 useful, 0.1 false in 1,000
        "omission.limit": 0.981,  # 5.1 useful, 0.1 false in 1,000
        "omission.qualifier": 0.925,  # 3.1 useful, 0.3 false in 1,000
        "omission.qualifier.unsure": 0.568,  # 0.7 useful, 0.6 false in 1,000
        "percentage.added": 0.351,  # 0.2 useful, 0.4 false in 1,000
        "percentage.changed": 0.993,  # 14.7 useful, 0.1 false in 1,000
        "percentage.changed.unsure": 0.803,  # 3.8 useful, 0.9 false in 1,000
        "percentage.invented": 0.944,  # 1.7 useful, 0.1 false in 1,000
        "percentage.unit": 0.407,  # 0.1 useful, 0.1 false in 1,000
        "percentage.unit.unsure": 0.424,  # 0.2 useful, 0.2 false in 1,000
        "percentage.unmatched": 0.392,  # 1.0 useful, 1.5 false in 1,000
        "quantifier.changed": 0.896,  # 5.4 useful, 0.6 false in 1,000
        "quantifier.changed.unsure": 0.688,  # 2.8 useful, 1.3 false in 1,000
        "quotation.changed": 0.893,  # 116.9 useful, 14.0 false in 1,000
        "quotation.changed.unsure": 0.861,  # 63.2 useful, 10.2 false in 1,000
        "quotation.invented": 0.668,  # 3.0 useful, 1.5 false in 1,000
        "quotation.replaced": 0.823,  # 3.2 useful, 0.7 false in 1,000
        "quotation.reworded": 0.322,  # 0.4 useful, 0.9 false in 1,000
        "role.changed": 0.896,  # 4.3 useful, 0.5 false in 1,000
        "role.changed.unsure": 0.749,  # 1.7 useful, 0.6 false in 1,000
        "role.organization": 0.945,  # 6.5 useful, 0.4 false in 1,000
        "role.organization.unsure": 0.515,  # 1.8 useful, 1.7 false in 1,000
        "role.rank": 0.952,  # 4.9 useful, 0.3 false in 1,000
        "role.rank.unsure": 0.539,  # 0.3 useful, 0.3 false in 1,000
        "role.relative": 0.988,  # 8.0 useful, 0.1 false in 1,000
        "role.relative.unsure": 0.962,  # 3.7 useful, 0.1 false in 1,000
        "role.replaced": 0.863,  # 1.2 useful, 0.2 false in 1,000
        "role.replaced.unsure": 0.584,  # 1.3 useful, 1.0 false in 1,000
        "unit.added": 0.638,  # 1.4 useful, 0.8 false in 1,000
        "unit.changed": 0.973,  # 5.3 useful, 0.1 false in 1,000
        "unit.changed.unsure": 0.641,  # 1.1 useful, 0.6 false in 1,000
        "unit.invented": 0.844,  # 0.5 useful, 0.1 false in 1,000
        "unit.replaced": 0.930,  # 2.5 useful, 0.2 false in 1,000
        "unit.replaced.unsure": 0.888,  # 2.7 useful, 0.3 false in 1,000
        "unit.unmatched": 0.412,  # 2.4 useful, 3.4 false in 1,000
    },
    unseen=0.5,
)
"""Rule -> share of its findings on changed pairs, were both labels and all sets equally frequent."""

FALSE_ALARMS: Mapping[str, float] = Measured(
    {
        "addition.clause": 0.24,
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
        "number.changed": 0.24,
        "number.invented": 0.71,
        "number.unmatched": 0.47,
        "omission.condition": 0.24,
        "omission.qualifier.unsure": 0.47,
        "percentage.invented": 1.19,
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
