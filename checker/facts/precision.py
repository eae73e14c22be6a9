"""How far each rule can be relied on. Written by `benchmarks/facts_precision.py`; do not edit.

Measured on 15,357 faithful pairs:
articles, claims, defacto, demetr, fused, mlqe, ose, paragraphs, spun, swipe, talk, teacher;
and 30,180 changed ones:
breaking_nli, cad_nli, claims, demetr, fib, fm2, fused, mlqe, negnli, spun, talk, teacher, planted, slips.
"""

from collections.abc import Mapping

from checker.facts.measured import Measured

PRECISION: Mapping[str, float] = Measured(
    {
        "addition.clause": 0.982,  # 5.4 useful, 0.1 false in 1,000
        "addition.clause.unsure": 0.497,  # 0.3 useful, 0.3 false in 1,000
        "attribution.added": 0.475,  # 5.2 useful, 5.8 false in 1,000
        "attribution.added.unsure": 0.641,  # 33.1 useful, 18.5 false in 1,000
        "attribution.dropped": 0.227,  # 7.0 useful, 23.8 false in 1,000
        "attribution.invented": 0.992,  # 13.0 useful, 0.1 false in 1,000
        "attribution.invented.unsure": 0.986,  # 7.1 useful, 0.1 false in 1,000
        "attribution.speaker": 0.701,  # 7.7 useful, 3.3 false in 1,000
        "attribution.speaker.unsure": 0.520,  # 3.3 useful, 3.0 false in 1,000
        "causality.changed": 0.910,  # 7.5 useful, 0.7 false in 1,000
        "causality.changed.unsure": 0.751,  # 4.6 useful, 1.5 false in 1,000
        "causality.invented": 0.938,  # 1.5 useful, 0.1 false in 1,000
        "causality.stronger": 0.701,  # 0.4 useful, 0.2 false in 1,000
        "causality.turned": 0.989,  # 13.6 useful, 0.2 false in 1,000
        "causality.weaker": 0.444,  # 0.1 useful, 0.1 false in 1,000
        "causality.weaker.unsure": 0.433,  # 0.1 useful, 0.1 false in 1,000
        "date.added": 0.678,  # 0.9 useful, 0.4 false in 1,000
        "date.day": 0.885,  # 0.8 useful, 0.1 false in 1,000
        "date.day.unsure": 0.573,  # 0.4 useful, 0.3 false in 1,000
        "date.decade": 0.884,  # 0.8 useful, 0.1 false in 1,000
        "date.decade.unsure": 0.526,  # 0.1 useful, 0.1 false in 1,000
        "date.invented": 0.884,  # 0.8 useful, 0.1 false in 1,000
        "date.month": 0.968,  # 3.0 useful, 0.1 false in 1,000
        "date.month.unsure": 0.886,  # 1.4 useful, 0.2 false in 1,000
        "date.relative": 0.730,  # 0.3 useful, 0.1 false in 1,000
        "date.relative.unsure": 0.556,  # 0.1 useful, 0.1 false in 1,000
        "date.unmatched": 0.567,  # 1.6 useful, 1.2 false in 1,000
        "date.weekday": 0.962,  # 2.5 useful, 0.1 false in 1,000
        "date.weekday.unsure": 0.620,  # 0.4 useful, 0.2 false in 1,000
        "date.year": 0.991,  # 11.6 useful, 0.1 false in 1,000
        "date.year.unsure": 0.868,  # 3.0 useful, 0.4 false in 1,000
        "direction.reversed": 0.975,  # 26.2 useful, 0.7 false in 1,000
        "direction.reversed.unsure": 0.871,  # 17.4 useful, 2.6 false in 1,000
        "exchange.name": 0.974,  # 7.5 useful, 0.2 false in 1,000
        "exchange.name.unsure": 0.753,  # 5.3 useful, 1.7 false in 1,000
        "exchange.names": 0.980,  # 4.8 useful, 0.1 false in 1,000
        "exchange.sides": 0.919,  # 2.5 useful, 0.2 false in 1,000
        "modality.changed": 0.931,  # 3.0 useful, 0.2 false in 1,000
        "modality.changed.unsure": 0.668,  # 2.1 useful, 1.0 false in 1,000
        "modality.done": 0.828,  # 1.1 useful, 0.2 false in 1,000
        "modality.done.same": 0.946,  # 1.8 useful, 0.1 false in 1,000
        "modality.dropped": 0.537,  # 0.2 useful, 0.2 false in 1,000
        "modality.dropped.unsure": 0.367,  # 1.1 useful, 1.9 false in 1,000
        "modality.hedge_added": 0.549,  # 0.1 useful, 0.1 false in 1,000
        "modality.hedge_added.unsure": 0.286,  # 0.1 useful, 0.3 false in 1,000
        "modality.hedge_dropped": 0.901,  # 5.1 useful, 0.6 false in 1,000
        "modality.hedge_dropped.unsure": 0.511,  # 1.8 useful, 1.7 false in 1,000
        "modality.surer": 0.991,  # 11.1 useful, 0.1 false in 1,000
        "money.added": 0.422,  # 0.1 useful, 0.2 false in 1,000
        "money.changed": 0.977,  # 4.2 useful, 0.1 false in 1,000
        "money.changed.unsure": 0.849,  # 1.6 useful, 0.3 false in 1,000
        "money.currency": 0.986,  # 6.9 useful, 0.1 false in 1,000
        "money.currency.unsure": 0.931,  # 1.3 useful, 0.1 false in 1,000
        "money.invented": 0.880,  # 0.7 useful, 0.1 false in 1,000
        "money.unmatched": 0.494,  # 1.0 useful, 1.0 false in 1,000
        "name.added": 0.595,  # 15.9 useful, 10.8 false in 1,000
        "name.altered": 0.979,  # 4.7 useful, 0.1 false in 1,000
        "name.altered.unsure": 0.472,  # 9.3 useful, 10.3 false in 1,000
        "name.exchanged": 0.844,  # 0.5 useful, 0.1 false in 1,000
        "name.invented": 0.987,  # 7.5 useful, 0.1 false in 1,000
        "name.replaced": 0.875,  # 61.5 useful, 8.7 false in 1,000
        "name.replaced.near": 0.991,  # 11.3 useful, 0.1 false in 1,000
        "name.replaced.unsure": 0.547,  # 5.1 useful, 4.2 false in 1,000
        "name.unmatched": 0.583,  # 21.3 useful, 15.2 false in 1,000
        "negation.dropped": 0.973,  # 12.3 useful, 0.3 false in 1,000
        "negation.dropped.near": 0.783,  # 2.5 useful, 0.7 false in 1,000
        "negation.dropped.refusal": 0.665,  # 0.6 useful, 0.3 false in 1,000
        "negation.dropped.refusal.unsure": 0.429,  # 0.5 useful, 0.7 false in 1,000
        "negation.dropped.unsure": 0.607,  # 5.3 useful, 3.4 false in 1,000
        "negation.inserted": 0.982,  # 14.7 useful, 0.3 false in 1,000
        "negation.inserted.near": 0.948,  # 3.7 useful, 0.2 false in 1,000
        "negation.inserted.refusal": 0.686,  # 0.2 useful, 0.1 false in 1,000
        "negation.inserted.refusal.unsure": 0.748,  # 1.0 useful, 0.3 false in 1,000
        "negation.inserted.reworded.unsure": 0.825,  # 10.1 useful, 2.1 false in 1,000
        "negation.inserted.unsure": 0.839,  # 11.0 useful, 2.1 false in 1,000
        "negation.prefix": 0.968,  # 4.4 useful, 0.1 false in 1,000
        "negation.prefix.unsure": 0.497,  # 0.5 useful, 0.5 false in 1,000
        "number.added": 0.705,  # 2.6 useful, 1.1 false in 1,000
        "number.bound": 0.869,  # 2.4 useful, 0.4 false in 1,000
        "number.changed": 0.984,  # 26.5 useful, 0.4 false in 1,000
        "number.changed.unsure": 0.884,  # 7.7 useful, 1.0 false in 1,000
        "number.invented": 0.958,  # 2.3 useful, 0.1 false in 1,000
        "number.unmatched": 0.356,  # 4.3 useful, 7.8 false in 1,000
        "omission.bound": 0.964,  # 2.7 useful, 0.1 false in 1,000
        "omission.condition": 0.714,  # 2.6 useful, 1.0 false in 1,000
        "omission.condition.alone": 0.908,  # 1.0 useful, 0.1 false in 1,000
        "omission.limit": 0.984,  # 6.2 useful, 0.1 false in 1,000
        "omission.qualifier": 0.937,  # 3.7 useful, 0.3 false in 1,000
        "omission.qualifier.unsure": 0.533,  # 0.6 useful, 0.6 false in 1,000
        "percentage.added": 0.377,  # 0.2 useful, 0.4 false in 1,000
        "percentage.changed": 0.994,  # 17.9 useful, 0.1 false in 1,000
        "percentage.changed.unsure": 0.847,  # 4.5 useful, 0.8 false in 1,000
        "percentage.invented": 0.953,  # 2.0 useful, 0.1 false in 1,000
        "percentage.unit": 0.407,  # 0.1 useful, 0.1 false in 1,000
        "percentage.unit.unsure": 0.466,  # 0.2 useful, 0.2 false in 1,000
        "percentage.unmatched": 0.380,  # 0.7 useful, 1.1 false in 1,000
        "quantifier.changed": 0.909,  # 6.3 useful, 0.6 false in 1,000
        "quantifier.changed.unsure": 0.701,  # 3.0 useful, 1.3 false in 1,000
        "quantifier.size": 0.940,  # 3.0 useful, 0.2 false in 1,000
        "quantifier.size.unsure": 0.866,  # 0.6 useful, 0.1 false in 1,000
        "quotation.changed": 0.910,  # 141.1 useful, 14.0 false in 1,000
        "quotation.changed.unsure": 0.883,  # 73.9 useful, 9.8 false in 1,000
        "quotation.invented": 0.686,  # 3.4 useful, 1.5 false in 1,000
        "quotation.replaced": 0.849,  # 3.9 useful, 0.7 false in 1,000
        "quotation.reworded": 0.367,  # 0.5 useful, 0.8 false in 1,000
        "role.changed": 0.908,  # 4.9 useful, 0.5 false in 1,000
        "role.changed.unsure": 0.770,  # 1.9 useful, 0.6 false in 1,000
        "role.gender": 0.950,  # 6.2 useful, 0.3 false in 1,000
        "role.organization": 0.954,  # 7.9 useful, 0.4 false in 1,000
        "role.organization.unsure": 0.426,  # 1.2 useful, 1.7 false in 1,000
        "role.rank": 0.957,  # 5.5 useful, 0.3 false in 1,000
        "role.rank.unsure": 0.521,  # 0.3 useful, 0.3 false in 1,000
        "role.relative": 0.995,  # 19.3 useful, 0.1 false in 1,000
        "role.relative.unsure": 0.980,  # 7.0 useful, 0.1 false in 1,000
        "role.replaced": 0.883,  # 1.4 useful, 0.2 false in 1,000
        "role.replaced.unsure": 0.628,  # 1.6 useful, 1.0 false in 1,000
        "unit.added": 0.701,  # 1.7 useful, 0.7 false in 1,000
        "unit.changed": 0.978,  # 6.5 useful, 0.1 false in 1,000
        "unit.changed.unsure": 0.715,  # 1.3 useful, 0.5 false in 1,000
        "unit.invented": 0.864,  # 0.6 useful, 0.1 false in 1,000
        "unit.replaced": 0.944,  # 3.2 useful, 0.2 false in 1,000
        "unit.replaced.unsure": 0.905,  # 3.3 useful, 0.3 false in 1,000
        "unit.unmatched": 0.487,  # 2.8 useful, 3.0 false in 1,000
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
        "name.added": 7.83,
        "name.altered.unsure": 0.24,
        "name.invented": 0.71,
        "name.unmatched": 1.42,
        "negation.dropped.refusal.unsure": 0.24,
        "negation.dropped.unsure": 0.24,
        "negation.inserted.refusal.unsure": 0.47,
        "negation.inserted.reworded.unsure": 3.08,
        "negation.inserted.unsure": 2.14,
        "number.added": 0.24,
        "number.changed": 0.24,
        "number.invented": 0.71,
        "number.unmatched": 0.24,
        "omission.condition": 0.24,
        "omission.qualifier.unsure": 0.47,
        "percentage.invented": 0.47,
        "quotation.changed": 12.34,
        "quotation.changed.unsure": 7.59,
        "quotation.invented": 0.24,
        "quotation.replaced": 0.47,
        "role.changed.unsure": 0.24,
        "role.organization.unsure": 1.19,
        "role.replaced.unsure": 0.24,
        "unit.added": 0.47,
        "unit.invented": 0.47,
    },
    unseen=0.0,
)
"""Rule -> findings per 1,000 faithful news sentences (4,215 measured); absent: none seen."""
