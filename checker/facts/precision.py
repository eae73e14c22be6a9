"""How far each rule can be relied on. Written by `benchmarks/facts_precision.py`; do not edit.

Measured on 15,357 faithful pairs:
articles, claims, defacto, demetr, fused, mlqe, ose, paragraphs, spun, swipe, talk, teacher;
and 24,642 changed ones:
breaking_nli, cad_nli, claims, demetr, fib, fm2, fused, mlqe, negnli, spun, talk, teacher, planted.
"""

from collections.abc import Mapping

from checker.facts.measured import Measured

PRECISION: Mapping[str, float] = Measured(
    {
        "attribution.added": 0.548,  # 7.0 useful, 5.8 false in 1,000
        "attribution.added.unsure": 0.614,  # 29.4 useful, 18.5 false in 1,000
        "attribution.dropped": 0.216,  # 6.5 useful, 23.8 false in 1,000
        "attribution.speaker": 0.778,  # 11.4 useful, 3.3 false in 1,000
        "attribution.speaker.unsure": 0.648,  # 5.5 useful, 3.0 false in 1,000
        "causality.changed": 0.917,  # 8.3 useful, 0.7 false in 1,000
        "causality.changed.unsure": 0.736,  # 4.3 useful, 1.5 false in 1,000
        "causality.stronger": 0.698,  # 0.4 useful, 0.2 false in 1,000
        "causality.weaker": 0.443,  # 0.1 useful, 0.1 false in 1,000
        "causality.weaker.unsure": 0.432,  # 0.1 useful, 0.1 false in 1,000
        "date.added": 0.674,  # 0.9 useful, 0.4 false in 1,000
        "date.day": 0.883,  # 0.8 useful, 0.1 false in 1,000
        "date.day.unsure": 0.569,  # 0.4 useful, 0.3 false in 1,000
        "date.decade": 0.883,  # 0.8 useful, 0.1 false in 1,000
        "date.decade.unsure": 0.525,  # 0.1 useful, 0.1 false in 1,000
        "date.invented": 0.883,  # 0.8 useful, 0.1 false in 1,000
        "date.month": 0.967,  # 2.9 useful, 0.1 false in 1,000
        "date.month.unsure": 0.884,  # 1.3 useful, 0.2 false in 1,000
        "date.relative": 0.727,  # 0.3 useful, 0.1 false in 1,000
        "date.relative.unsure": 0.555,  # 0.1 useful, 0.1 false in 1,000
        "date.unmatched": 0.562,  # 1.6 useful, 1.2 false in 1,000
        "date.weekday": 0.961,  # 2.5 useful, 0.1 false in 1,000
        "date.weekday.unsure": 0.616,  # 0.4 useful, 0.2 false in 1,000
        "date.year": 0.991,  # 11.3 useful, 0.1 false in 1,000
        "date.year.unsure": 0.866,  # 2.9 useful, 0.4 false in 1,000
        "direction.reversed": 0.978,  # 23.6 useful, 0.5 false in 1,000
        "direction.reversed.unsure": 0.841,  # 16.0 useful, 3.0 false in 1,000
        "exchange.sides": 0.918,  # 2.5 useful, 0.2 false in 1,000
        "modality.changed": 0.930,  # 3.0 useful, 0.2 false in 1,000
        "modality.changed.unsure": 0.664,  # 2.0 useful, 1.0 false in 1,000
        "modality.done": 0.428,  # 0.2 useful, 0.2 false in 1,000
        "modality.dropped": 0.535,  # 0.2 useful, 0.2 false in 1,000
        "modality.dropped.unsure": 0.243,  # 0.6 useful, 1.9 false in 1,000
        "modality.hedge_added": 0.548,  # 0.1 useful, 0.1 false in 1,000
        "modality.hedge_added.unsure": 0.285,  # 0.1 useful, 0.3 false in 1,000
        "modality.hedge_dropped": 0.778,  # 2.0 useful, 0.6 false in 1,000
        "modality.hedge_dropped.unsure": 0.454,  # 1.4 useful, 1.7 false in 1,000
        "money.added": 0.420,  # 0.1 useful, 0.2 false in 1,000
        "money.changed": 0.976,  # 4.1 useful, 0.1 false in 1,000
        "money.changed.unsure": 0.846,  # 1.6 useful, 0.3 false in 1,000
        "money.currency": 0.985,  # 6.8 useful, 0.1 false in 1,000
        "money.currency.unsure": 0.929,  # 1.3 useful, 0.1 false in 1,000
        "money.invented": 0.878,  # 0.7 useful, 0.1 false in 1,000
        "money.unmatched": 0.490,  # 1.0 useful, 1.0 false in 1,000
        "name.added": 0.592,  # 15.5 useful, 10.6 false in 1,000
        "name.altered": 0.979,  # 4.6 useful, 0.1 false in 1,000
        "name.altered.unsure": 0.466,  # 9.2 useful, 10.5 false in 1,000
        "name.exchanged": 0.842,  # 0.5 useful, 0.1 false in 1,000
        "name.exchanged.unsure": 0.708,  # 0.2 useful, 0.1 false in 1,000
        "name.invented": 0.989,  # 9.3 useful, 0.1 false in 1,000
        "name.replaced": 0.867,  # 60.3 useful, 9.3 false in 1,000
        "name.replaced.unsure": 0.747,  # 13.1 useful, 4.4 false in 1,000
        "name.unmatched": 0.639,  # 27.8 useful, 15.7 false in 1,000
        "negation.dropped": 0.972,  # 11.5 useful, 0.3 false in 1,000
        "negation.dropped.near": 0.756,  # 2.5 useful, 0.8 false in 1,000
        "negation.dropped.refusal": 0.661,  # 0.6 useful, 0.3 false in 1,000
        "negation.dropped.refusal.unsure": 0.425,  # 0.5 useful, 0.7 false in 1,000
        "negation.dropped.unsure": 0.595,  # 5.1 useful, 3.4 false in 1,000
        "negation.inserted": 0.981,  # 13.9 useful, 0.3 false in 1,000
        "negation.inserted.near": 0.947,  # 3.6 useful, 0.2 false in 1,000
        "negation.inserted.refusal": 0.735,  # 0.3 useful, 0.1 false in 1,000
        "negation.inserted.refusal.unsure": 0.745,  # 1.0 useful, 0.3 false in 1,000
        "negation.inserted.reworded.unsure": 0.815,  # 9.9 useful, 2.2 false in 1,000
        "negation.inserted.unsure": 0.836,  # 10.8 useful, 2.1 false in 1,000
        "negation.prefix": 0.957,  # 4.3 useful, 0.2 false in 1,000
        "negation.prefix.unsure": 0.459,  # 0.5 useful, 0.6 false in 1,000
        "number.added": 0.684,  # 2.6 useful, 1.2 false in 1,000
        "number.bound": 0.866,  # 2.4 useful, 0.4 false in 1,000
        "number.changed": 0.983,  # 26.1 useful, 0.4 false in 1,000
        "number.changed.unsure": 0.861,  # 7.7 useful, 1.2 false in 1,000
        "number.invented": 0.957,  # 2.2 useful, 0.1 false in 1,000
        "number.unmatched": 0.324,  # 4.5 useful, 9.4 false in 1,000
        "omission.condition": 0.394,  # 0.7 useful, 1.0 false in 1,000
        "omission.qualifier": 0.977,  # 10.7 useful, 0.3 false in 1,000
        "omission.qualifier.unsure": 0.290,  # 0.2 useful, 0.6 false in 1,000
        "percentage.added": 0.374,  # 0.2 useful, 0.4 false in 1,000
        "percentage.changed": 0.994,  # 17.5 useful, 0.1 false in 1,000
        "percentage.changed.unsure": 0.829,  # 4.5 useful, 0.9 false in 1,000
        "percentage.invented": 0.952,  # 2.0 useful, 0.1 false in 1,000
        "percentage.unit": 0.407,  # 0.1 useful, 0.1 false in 1,000
        "percentage.unit.unsure": 0.444,  # 0.2 useful, 0.2 false in 1,000
        "percentage.unmatched": 0.323,  # 0.7 useful, 1.5 false in 1,000
        "quantifier.changed": 0.911,  # 6.5 useful, 0.6 false in 1,000
        "quantifier.changed.unsure": 0.697,  # 2.9 useful, 1.3 false in 1,000
        "quotation.changed": 0.907,  # 136.8 useful, 14.0 false in 1,000
        "quotation.changed.unsure": 0.879,  # 74.3 useful, 10.2 false in 1,000
        "quotation.invented": 0.690,  # 3.3 useful, 1.5 false in 1,000
        "quotation.replaced": 0.847,  # 3.8 useful, 0.7 false in 1,000
        "quotation.reworded": 0.352,  # 0.5 useful, 0.9 false in 1,000
        "role.changed": 0.906,  # 4.8 useful, 0.5 false in 1,000
        "role.changed.unsure": 0.767,  # 1.9 useful, 0.6 false in 1,000
        "role.organization": 0.953,  # 7.8 useful, 0.4 false in 1,000
        "role.organization.unsure": 0.421,  # 1.2 useful, 1.7 false in 1,000
        "role.rank": 0.525,  # 0.1 useful, 0.1 false in 1,000
        "role.rank.unsure": 0.648,  # 1.1 useful, 0.6 false in 1,000
        "role.replaced": 0.881,  # 1.4 useful, 0.2 false in 1,000
        "role.replaced.unsure": 0.623,  # 1.6 useful, 1.0 false in 1,000
        "unit.added": 0.675,  # 1.7 useful, 0.8 false in 1,000
        "unit.changed": 0.978,  # 6.3 useful, 0.1 false in 1,000
        "unit.changed.unsure": 0.675,  # 1.2 useful, 0.6 false in 1,000
        "unit.invented": 0.862,  # 0.6 useful, 0.1 false in 1,000
        "unit.replaced": 0.954,  # 3.0 useful, 0.1 false in 1,000
        "unit.replaced.unsure": 0.904,  # 3.3 useful, 0.3 false in 1,000
        "unit.unmatched": 0.459,  # 2.8 useful, 3.3 false in 1,000
    },
    unseen=0.5,
)
"""Rule -> share of its findings on changed pairs, were both labels and all sets equally frequent."""

FALSE_ALARMS: Mapping[str, float] = Measured(
    {
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
