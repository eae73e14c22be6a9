"""How far each rule can be relied on. Written by `benchmarks/facts_precision.py`; do not edit.

Measured on 16,430 faithful and 20,075 changed pairs of the training sets breaking_nli, cad_nli, defacto, demetr, fib, fm2, mlqe, negnli, ose, swipe.
"""

from collections.abc import Mapping

from checker.facts.measured import Measured

PRECISION: Mapping[str, float] = Measured(
    {
        "attribution.added": 0.445,  # 44 useful, 45 false
        "attribution.added.unsure": 0.441,  # 152 useful, 158 false
        "attribution.dropped": 0.528,  # 215 useful, 157 false
        "attribution.speaker": 0.523,  # 87 useful, 65 false
        "attribution.speaker.unsure": 0.495,  # 55 useful, 46 false
        "causality.changed": 0.333,  # 7 useful, 12 false
        "causality.changed.unsure": 0.496,  # 12 useful, 10 false
        "date.added": 0.610,  # 71 useful, 37 false
        "date.day": 0.962,  # 15 useful, 0 false
        "date.day.unsure": 0.778,  # 23 useful, 5 false
        "date.decade.unsure": 0.855,  # 3 useful, 0 false
        "date.month": 0.725,  # 1 useful, 0 false
        "date.month.unsure": 0.776,  # 10 useful, 2 false
        "date.unmatched": 0.765,  # 200 useful, 50 false
        "date.weekday": 0.725,  # 1 useful, 0 false
        "date.weekday.unsure": 0.738,  # 8 useful, 2 false
        "date.year": 0.962,  # 46 useful, 1 false
        "date.year.unsure": 0.824,  # 65 useful, 11 false
        "direction.reversed": 0.917,  # 371 useful, 27 false
        "direction.reversed.unsure": 0.841,  # 242 useful, 37 false
        "modality.changed": 0.562,  # 8 useful, 5 false
        "modality.changed.unsure": 0.484,  # 16 useful, 14 false
        "modality.done": 0.274,  # 1 useful, 3 false
        "modality.dropped": 0.546,  # 6 useful, 4 false
        "modality.dropped.unsure": 0.536,  # 34 useful, 24 false
        "modality.hedge_added": 0.716,  # 4 useful, 1 false
        "modality.hedge_added.unsure": 0.542,  # 3 useful, 2 false
        "modality.hedge_dropped": 0.516,  # 17 useful, 13 false
        "modality.hedge_dropped.unsure": 0.425,  # 26 useful, 29 false
        "money.added": 0.668,  # 8 useful, 3 false
        "money.changed": 0.934,  # 8 useful, 0 false
        "money.changed.unsure": 0.833,  # 45 useful, 7 false
        "money.unmatched": 0.907,  # 113 useful, 9 false
        "name.added": 0.579,  # 470 useful, 280 false
        "name.replaced": 0.721,  # 1281 useful, 406 false
        "name.replaced.unsure": 0.741,  # 474 useful, 135 false
        "name.unmatched": 0.704,  # 2094 useful, 722 false
        "negation.dropped": 0.850,  # 114 useful, 16 false
        "negation.dropped.refusal": 0.396,  # 3 useful, 4 false
        "negation.dropped.refusal.unsure": 0.589,  # 9 useful, 5 false
        "negation.dropped.unsure": 0.784,  # 192 useful, 43 false
        "negation.inserted": 0.943,  # 271 useful, 13 false
        "negation.inserted.refusal": 0.602,  # 4 useful, 2 false
        "negation.inserted.refusal.unsure": 0.546,  # 6 useful, 4 false
        "negation.inserted.unsure": 0.884,  # 294 useful, 31 false
        "negation.prefix": 0.542,  # 16 useful, 11 false
        "negation.prefix.unsure": 0.531,  # 25 useful, 18 false
        "number.added": 0.675,  # 143 useful, 56 false
        "number.bound": 0.817,  # 13 useful, 2 false
        "number.changed": 0.929,  # 440 useful, 27 false
        "number.changed.unsure": 0.752,  # 146 useful, 39 false
        "number.unmatched": 0.688,  # 330 useful, 122 false
        "percentage.added": 0.754,  # 5 useful, 1 false
        "percentage.changed": 0.934,  # 8 useful, 0 false
        "percentage.changed.unsure": 0.901,  # 16 useful, 1 false
        "percentage.unmatched": 0.610,  # 8 useful, 4 false
        "quantifier.changed": 0.496,  # 18 useful, 15 false
        "quantifier.changed.unsure": 0.496,  # 30 useful, 25 false
        "quotation.changed": 0.459,  # 86 useful, 83 false
        "quotation.changed.unsure": 0.472,  # 59 useful, 54 false
        "quotation.invented": 0.775,  # 73 useful, 17 false
        "quotation.reworded": 0.682,  # 40 useful, 15 false
        "role.changed": 0.496,  # 18 useful, 15 false
        "role.changed.unsure": 0.485,  # 23 useful, 20 false
        "role.organization": 0.498,  # 46 useful, 38 false
        "role.organization.unsure": 0.736,  # 25 useful, 7 false
        "role.rank": 0.725,  # 1 useful, 0 false
        "role.rank.unsure": 0.413,  # 11 useful, 13 false
        "unit.added": 0.576,  # 40 useful, 24 false
        "unit.changed": 0.804,  # 22 useful, 4 false
        "unit.changed.unsure": 0.777,  # 57 useful, 13 false
        "unit.unmatched": 0.835,  # 219 useful, 35 false
    },
    unseen=0.5,
)
"""Rule -> share of its findings on changed pairs, were both labels equally frequent."""

FALSE_ALARMS: Mapping[str, float] = Measured(
    {
        "attribution.added": 2.50,
        "attribution.added.unsure": 14.99,
        "attribution.dropped": 8.33,
        "attribution.speaker": 5.00,
        "attribution.speaker.unsure": 4.16,
        "causality.changed": 5.00,
        "causality.changed.unsure": 0.83,
        "date.added": 0.83,
        "direction.reversed.unsure": 0.83,
        "modality.hedge_added": 0.83,
        "modality.hedge_dropped.unsure": 0.83,
        "name.added": 17.49,
        "name.unmatched": 0.83,
        "negation.dropped": 1.67,
        "negation.dropped.unsure": 0.83,
        "negation.inserted": 1.67,
        "negation.inserted.unsure": 4.16,
        "number.added": 0.83,
        "quantifier.changed": 0.83,
        "role.organization": 5.00,
        "unit.added": 4.16,
    },
    unseen=0.0,
)
"""Rule -> findings per 1,000 faithful news sentences (1,201 measured); absent: none seen."""
