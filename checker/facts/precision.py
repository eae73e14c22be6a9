"""How far each rule can be relied on. Written by `benchmarks/facts_precision.py`; do not edit.

Measured on 15,357 faithful pairs:
articles, claims, defacto, demetr, fused, mlqe, ose, paragraphs, spun, swipe, talk, teacher;
and 25,330 changed ones:
breaking_nli, cad_nli, claims, demetr, fib, fm2, fused, mlqe, negnli, spun, talk, teacher, planted.
"""

from collections.abc import Mapping

from checker.facts.measured import Measured

PRECISION: Mapping[str, float] = Measured(
    {
        "addition.clause": 0.933,  # 2.4 useful, 0.2 false in 1,000
        "addition.clause.unsure": 0.879,  # 2.6 useful, 0.4 false in 1,000
        "attribution.added": 0.543,  # 6.9 useful, 5.8 false in 1,000
        "attribution.added.unsure": 0.618,  # 29.9 useful, 18.5 false in 1,000
        "attribution.dropped": 0.283,  # 9.4 useful, 23.8 false in 1,000
        "attribution.speaker": 0.761,  # 10.4 useful, 3.3 false in 1,000
        "attribution.speaker.unsure": 0.645,  # 5.4 useful, 3.0 false in 1,000
        "causality.changed": 0.906,  # 7.2 useful, 0.7 false in 1,000
        "causality.changed.unsure": 0.746,  # 4.5 useful, 1.5 false in 1,000
        "causality.invented": 0.787,  # 0.4 useful, 0.1 false in 1,000
        "causality.stronger": 0.675,  # 0.4 useful, 0.2 false in 1,000
        "causality.weaker": 0.439,  # 0.1 useful, 0.1 false in 1,000
        "causality.weaker.unsure": 0.429,  # 0.1 useful, 0.1 false in 1,000
        "date.added": 0.665,  # 0.8 useful, 0.4 false in 1,000
        "date.day": 0.870,  # 0.7 useful, 0.1 false in 1,000
        "date.day.unsure": 0.581,  # 0.4 useful, 0.3 false in 1,000
        "date.decade": 0.870,  # 0.7 useful, 0.1 false in 1,000
        "date.decade.unsure": 0.522,  # 0.1 useful, 0.1 false in 1,000
        "date.invented": 0.870,  # 0.7 useful, 0.1 false in 1,000
        "date.month": 0.963,  # 2.6 useful, 0.1 false in 1,000
        "date.month.unsure": 0.870,  # 1.2 useful, 0.2 false in 1,000
        "date.relative": 0.710,  # 0.2 useful, 0.1 false in 1,000
        "date.relative.unsure": 0.548,  # 0.1 useful, 0.1 false in 1,000
        "date.unmatched": 0.551,  # 1.5 useful, 1.2 false in 1,000
        "date.weekday": 0.956,  # 2.2 useful, 0.1 false in 1,000
        "date.weekday.unsure": 0.593,  # 0.3 useful, 0.2 false in 1,000
        "date.year": 0.990,  # 9.9 useful, 0.1 false in 1,000
        "date.year.unsure": 0.850,  # 2.5 useful, 0.4 false in 1,000
        "direction.reversed": 0.969,  # 20.8 useful, 0.7 false in 1,000
        "direction.reversed.unsure": 0.827,  # 14.4 useful, 3.0 false in 1,000
        "exchange.sides": 0.907,  # 2.2 useful, 0.2 false in 1,000
        "modality.changed": 0.921,  # 2.6 useful, 0.2 false in 1,000
        "modality.changed.unsure": 0.634,  # 1.8 useful, 1.0 false in 1,000
        "modality.done": 0.338,  # 0.1 useful, 0.2 false in 1,000
        "modality.done.same": 0.591,  # 0.1 useful, 0.1 false in 1,000
        "modality.dropped": 0.520,  # 0.2 useful, 0.2 false in 1,000
        "modality.dropped.unsure": 0.421,  # 1.3 useful, 1.9 false in 1,000
        "modality.hedge_added": 0.542,  # 0.1 useful, 0.1 false in 1,000
        "modality.hedge_added.unsure": 0.283,  # 0.1 useful, 0.3 false in 1,000
        "modality.hedge_dropped": 0.902,  # 5.2 useful, 0.6 false in 1,000
        "modality.hedge_dropped.unsure": 0.588,  # 2.4 useful, 1.7 false in 1,000
        "modality.surer": 0.990,  # 9.5 useful, 0.1 false in 1,000
        "money.added": 0.411,  # 0.1 useful, 0.2 false in 1,000
        "money.changed": 0.973,  # 3.6 useful, 0.1 false in 1,000
        "money.changed.unsure": 0.829,  # 1.4 useful, 0.3 false in 1,000
        "money.currency": 0.983,  # 5.9 useful, 0.1 false in 1,000
        "money.currency.unsure": 0.921,  # 1.2 useful, 0.1 false in 1,000
        "money.invented": 0.865,  # 0.6 useful, 0.1 false in 1,000
        "money.unmatched": 0.459,  # 0.9 useful, 1.0 false in 1,000
        "name.added": 0.571,  # 14.1 useful, 10.6 false in 1,000
        "name.altered": 0.978,  # 4.4 useful, 0.1 false in 1,000
        "name.altered.unsure": 0.446,  # 8.4 useful, 10.5 false in 1,000
        "name.exchanged": 0.827,  # 0.5 useful, 0.1 false in 1,000
        "name.exchanged.unsure": 0.692,  # 0.2 useful, 0.1 false in 1,000
        "name.invented": 0.989,  # 8.7 useful, 0.1 false in 1,000
        "name.replaced": 0.853,  # 53.8 useful, 9.3 false in 1,000
        "name.replaced.unsure": 0.738,  # 12.5 useful, 4.4 false in 1,000
        "name.unmatched": 0.578,  # 21.5 useful, 15.7 false in 1,000
        "negation.dropped": 0.968,  # 10.1 useful, 0.3 false in 1,000
        "negation.dropped.near": 0.748,  # 2.4 useful, 0.8 false in 1,000
        "negation.dropped.refusal": 0.636,  # 0.5 useful, 0.3 false in 1,000
        "negation.dropped.refusal.unsure": 0.398,  # 0.5 useful, 0.7 false in 1,000
        "negation.dropped.unsure": 0.604,  # 5.2 useful, 3.4 false in 1,000
        "negation.inserted": 0.978,  # 12.1 useful, 0.3 false in 1,000
        "negation.inserted.near": 0.939,  # 3.1 useful, 0.2 false in 1,000
        "negation.inserted.refusal": 0.718,  # 0.3 useful, 0.1 false in 1,000
        "negation.inserted.refusal.unsure": 0.784,  # 1.2 useful, 0.3 false in 1,000
        "negation.inserted.reworded.unsure": 0.793,  # 8.6 useful, 2.2 false in 1,000
        "negation.inserted.unsure": 0.818,  # 9.5 useful, 2.1 false in 1,000
        "negation.prefix": 0.952,  # 3.8 useful, 0.2 false in 1,000
        "negation.prefix.unsure": 0.431,  # 0.5 useful, 0.6 false in 1,000
        "number.added": 0.655,  # 2.2 useful, 1.2 false in 1,000
        "number.bound": 0.850,  # 2.1 useful, 0.4 false in 1,000
        "number.changed": 0.981,  # 22.7 useful, 0.4 false in 1,000
        "number.changed.unsure": 0.844,  # 6.7 useful, 1.2 false in 1,000
        "number.invented": 0.951,  # 2.0 useful, 0.1 false in 1,000
        "number.unmatched": 0.342,  # 4.9 useful, 9.4 false in 1,000
        "omission.bound": 0.958,  # 2.3 useful, 0.1 false in 1,000
        "omission.condition": 0.687,  # 2.2 useful, 1.0 false in 1,000
        "omission.condition.alone": 0.895,  # 0.9 useful, 0.1 false in 1,000
        "omission.qualifier": 0.927,  # 3.2 useful, 0.3 false in 1,000
        "omission.qualifier.unsure": 0.575,  # 0.8 useful, 0.6 false in 1,000
        "percentage.added": 0.356,  # 0.2 useful, 0.4 false in 1,000
        "percentage.changed": 0.993,  # 15.2 useful, 0.1 false in 1,000
        "percentage.changed.unsure": 0.809,  # 3.9 useful, 0.9 false in 1,000
        "percentage.invented": 0.945,  # 1.7 useful, 0.1 false in 1,000
        "percentage.unit": 0.407,  # 0.1 useful, 0.1 false in 1,000
        "percentage.unit.unsure": 0.428,  # 0.2 useful, 0.2 false in 1,000
        "percentage.unmatched": 0.374,  # 0.9 useful, 1.5 false in 1,000
        "quantifier.changed": 0.899,  # 5.6 useful, 0.6 false in 1,000
        "quantifier.changed.unsure": 0.695,  # 2.9 useful, 1.3 false in 1,000
        "quotation.changed": 0.896,  # 120.9 useful, 14.0 false in 1,000
        "quotation.changed.unsure": 0.865,  # 65.3 useful, 10.2 false in 1,000
        "quotation.invented": 0.676,  # 3.1 useful, 1.5 false in 1,000
        "quotation.replaced": 0.828,  # 3.3 useful, 0.7 false in 1,000
        "quotation.reworded": 0.328,  # 0.4 useful, 0.9 false in 1,000
        "role.changed": 0.894,  # 4.2 useful, 0.5 false in 1,000
        "role.changed.unsure": 0.755,  # 1.8 useful, 0.6 false in 1,000
        "role.organization": 0.946,  # 6.8 useful, 0.4 false in 1,000
        "role.organization.unsure": 0.523,  # 1.8 useful, 1.7 false in 1,000
        "role.rank": 0.953,  # 5.1 useful, 0.3 false in 1,000
        "role.rank.unsure": 0.545,  # 0.3 useful, 0.3 false in 1,000
        "role.relative": 0.988,  # 8.3 useful, 0.1 false in 1,000
        "role.relative.unsure": 0.964,  # 3.9 useful, 0.1 false in 1,000
        "role.replaced": 0.866,  # 1.2 useful, 0.2 false in 1,000
        "role.replaced.unsure": 0.592,  # 1.4 useful, 1.0 false in 1,000
        "unit.added": 0.646,  # 1.5 useful, 0.8 false in 1,000
        "unit.changed": 0.974,  # 5.5 useful, 0.1 false in 1,000
        "unit.changed.unsure": 0.648,  # 1.1 useful, 0.6 false in 1,000
        "unit.invented": 0.847,  # 0.6 useful, 0.1 false in 1,000
        "unit.replaced": 0.932,  # 2.6 useful, 0.2 false in 1,000
        "unit.replaced.unsure": 0.891,  # 2.8 useful, 0.3 false in 1,000
        "unit.unmatched": 0.421,  # 2.5 useful, 3.4 false in 1,000
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
