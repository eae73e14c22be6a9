"""How far each rule can be relied on. Written by `benchmarks/facts_precision.py`; do not edit.

Measured on 15,364 faithful pairs:
articles, claims, defacto, demetr, fused, mlqe, ose, paragraphs, spun, swipe, talk, teacher;
and 24,638 changed ones:
breaking_nli, cad_nli, claims, demetr, fib, fm2, fused, mlqe, negnli, spun, talk, teacher, planted.
"""

from collections.abc import Mapping

from checker.facts.measured import Measured

PRECISION: Mapping[str, float] = Measured(
    {
        "attribution.added": 0.554,  # 7.2 useful, 5.8 false in 1,000
        "attribution.added.unsure": 0.619,  # 30.0 useful, 18.5 false in 1,000
        "attribution.dropped": 0.219,  # 6.7 useful, 23.8 false in 1,000
        "attribution.speaker": 0.781,  # 11.7 useful, 3.3 false in 1,000
        "attribution.speaker.unsure": 0.653,  # 5.6 useful, 3.0 false in 1,000
        "causality.changed": 0.919,  # 8.5 useful, 0.7 false in 1,000
        "causality.changed.unsure": 0.740,  # 4.4 useful, 1.5 false in 1,000
        "causality.stronger": 0.701,  # 0.4 useful, 0.2 false in 1,000
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
        "direction.reversed": 0.978,  # 24.1 useful, 0.5 false in 1,000
        "direction.reversed.unsure": 0.844,  # 16.3 useful, 3.0 false in 1,000
        "modality.changed": 0.931,  # 3.0 useful, 0.2 false in 1,000
        "modality.changed.unsure": 0.668,  # 2.1 useful, 1.0 false in 1,000
        "modality.done": 0.430,  # 0.2 useful, 0.2 false in 1,000
        "modality.dropped": 0.537,  # 0.2 useful, 0.2 false in 1,000
        "modality.dropped.unsure": 0.246,  # 0.6 useful, 1.9 false in 1,000
        "modality.hedge_added": 0.549,  # 0.1 useful, 0.1 false in 1,000
        "modality.hedge_added.unsure": 0.286,  # 0.1 useful, 0.3 false in 1,000
        "modality.hedge_dropped": 0.781,  # 2.0 useful, 0.6 false in 1,000
        "modality.hedge_dropped.unsure": 0.458,  # 1.5 useful, 1.7 false in 1,000
        "money.added": 0.422,  # 0.1 useful, 0.2 false in 1,000
        "money.changed": 0.977,  # 4.2 useful, 0.1 false in 1,000
        "money.changed.unsure": 0.849,  # 1.6 useful, 0.3 false in 1,000
        "money.currency": 0.986,  # 6.9 useful, 0.1 false in 1,000
        "money.currency.unsure": 0.931,  # 1.3 useful, 0.1 false in 1,000
        "money.invented": 0.880,  # 0.7 useful, 0.1 false in 1,000
        "money.unmatched": 0.494,  # 1.0 useful, 1.0 false in 1,000
        "name.added": 0.598,  # 15.8 useful, 10.6 false in 1,000
        "name.altered": 0.979,  # 4.7 useful, 0.1 false in 1,000
        "name.altered.unsure": 0.471,  # 9.4 useful, 10.5 false in 1,000
        "name.exchanged": 0.844,  # 0.5 useful, 0.1 false in 1,000
        "name.exchanged.unsure": 0.711,  # 0.2 useful, 0.1 false in 1,000
        "name.invented": 0.990,  # 9.5 useful, 0.1 false in 1,000
        "name.replaced": 0.869,  # 61.7 useful, 9.3 false in 1,000
        "name.replaced.unsure": 0.751,  # 13.4 useful, 4.4 false in 1,000
        "name.unmatched": 0.593,  # 22.9 useful, 15.7 false in 1,000
        "negation.dropped": 0.939,  # 11.8 useful, 0.8 false in 1,000
        "negation.dropped.near": 0.714,  # 4.8 useful, 1.9 false in 1,000
        "negation.dropped.refusal": 0.665,  # 0.6 useful, 0.3 false in 1,000
        "negation.dropped.refusal.unsure": 0.429,  # 0.5 useful, 0.7 false in 1,000
        "negation.dropped.unsure": 0.585,  # 3.0 useful, 2.2 false in 1,000
        "negation.inserted": 0.982,  # 14.8 useful, 0.3 false in 1,000
        "negation.inserted.near": 0.930,  # 7.4 useful, 0.6 false in 1,000
        "negation.inserted.refusal": 0.737,  # 0.3 useful, 0.1 false in 1,000
        "negation.inserted.refusal.unsure": 0.748,  # 1.0 useful, 0.3 false in 1,000
        "negation.inserted.reworded.unsure": 0.793,  # 10.1 useful, 2.7 false in 1,000
        "negation.inserted.unsure": 0.798,  # 7.2 useful, 1.8 false in 1,000
        "negation.prefix": 0.958,  # 4.3 useful, 0.2 false in 1,000
        "negation.prefix.unsure": 0.463,  # 0.6 useful, 0.6 false in 1,000
        "number.added": 0.688,  # 2.6 useful, 1.2 false in 1,000
        "number.bound": 0.868,  # 2.4 useful, 0.4 false in 1,000
        "number.changed": 0.984,  # 26.7 useful, 0.4 false in 1,000
        "number.changed.unsure": 0.863,  # 7.8 useful, 1.2 false in 1,000
        "number.invented": 0.958,  # 2.3 useful, 0.1 false in 1,000
        "number.unmatched": 0.329,  # 4.6 useful, 9.4 false in 1,000
        "percentage.added": 0.377,  # 0.2 useful, 0.4 false in 1,000
        "percentage.changed": 0.994,  # 17.9 useful, 0.1 false in 1,000
        "percentage.changed.unsure": 0.832,  # 4.5 useful, 0.9 false in 1,000
        "percentage.invented": 0.953,  # 2.0 useful, 0.1 false in 1,000
        "percentage.unit": 0.407,  # 0.1 useful, 0.1 false in 1,000
        "percentage.unit.unsure": 0.447,  # 0.2 useful, 0.2 false in 1,000
        "percentage.unmatched": 0.327,  # 0.7 useful, 1.5 false in 1,000
        "quantifier.changed": 0.912,  # 6.6 useful, 0.6 false in 1,000
        "quantifier.changed.unsure": 0.701,  # 3.0 useful, 1.3 false in 1,000
        "quotation.changed": 0.909,  # 139.7 useful, 14.0 false in 1,000
        "quotation.changed.unsure": 0.882,  # 75.9 useful, 10.2 false in 1,000
        "quotation.invented": 0.695,  # 3.3 useful, 1.5 false in 1,000
        "quotation.replaced": 0.849,  # 3.9 useful, 0.7 false in 1,000
        "quotation.reworded": 0.356,  # 0.5 useful, 0.9 false in 1,000
        "role.changed": 0.908,  # 4.9 useful, 0.5 false in 1,000
        "role.changed.unsure": 0.770,  # 1.9 useful, 0.6 false in 1,000
        "role.organization": 0.954,  # 7.9 useful, 0.4 false in 1,000
        "role.organization.unsure": 0.426,  # 1.2 useful, 1.7 false in 1,000
        "role.rank": 0.526,  # 0.1 useful, 0.1 false in 1,000
        "role.rank.unsure": 0.653,  # 1.2 useful, 0.6 false in 1,000
        "role.replaced": 0.883,  # 1.4 useful, 0.2 false in 1,000
        "role.replaced.unsure": 0.628,  # 1.6 useful, 1.0 false in 1,000
        "unit.added": 0.680,  # 1.7 useful, 0.8 false in 1,000
        "unit.changed": 0.978,  # 6.5 useful, 0.1 false in 1,000
        "unit.changed.unsure": 0.679,  # 1.3 useful, 0.6 false in 1,000
        "unit.invented": 0.864,  # 0.6 useful, 0.1 false in 1,000
        "unit.replaced": 0.955,  # 3.1 useful, 0.1 false in 1,000
        "unit.replaced.unsure": 0.905,  # 3.3 useful, 0.3 false in 1,000
        "unit.unmatched": 0.464,  # 2.9 useful, 3.3 false in 1,000
    },
    unseen=0.5,
)
"""Rule -> share of its findings on changed pairs, were both labels and all sets equally frequent."""

FALSE_ALARMS: Mapping[str, float] = Measured(
    {
        "attribution.added": 3.59,
        "attribution.added.unsure": 10.78,
        "attribution.dropped": 17.25,
        "attribution.speaker": 1.68,
        "attribution.speaker.unsure": 2.16,
        "causality.changed": 1.20,
        "causality.changed.unsure": 0.96,
        "date.added": 0.24,
        "direction.reversed.unsure": 0.96,
        "modality.hedge_dropped.unsure": 0.48,
        "name.added": 7.91,
        "name.altered": 0.24,
        "name.altered.unsure": 0.24,
        "name.invented": 0.72,
        "name.unmatched": 1.68,
        "negation.dropped": 0.24,
        "negation.dropped.refusal.unsure": 0.24,
        "negation.inserted.near": 0.96,
        "negation.inserted.refusal.unsure": 0.48,
        "negation.inserted.reworded.unsure": 3.59,
        "negation.inserted.unsure": 2.16,
        "negation.prefix": 0.24,
        "number.added": 0.24,
        "number.changed": 0.24,
        "number.invented": 0.72,
        "number.unmatched": 0.48,
        "percentage.invented": 1.20,
        "quotation.changed": 12.46,
        "quotation.changed.unsure": 8.15,
        "quotation.invented": 0.24,
        "quotation.replaced": 0.48,
        "role.changed.unsure": 0.24,
        "role.organization.unsure": 1.20,
        "role.replaced.unsure": 0.24,
        "unit.added": 0.72,
        "unit.invented": 0.96,
    },
    unseen=0.0,
)
"""Rule -> findings per 1,000 faithful news sentences (4,173 measured); absent: none seen."""
