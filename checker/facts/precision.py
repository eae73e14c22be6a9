"""How far each rule can be relied on. Written by `benchmarks/facts_precision.py`; do not edit.

Measured on 8,281 faithful pairs (defacto, demetr, mlqe, ose, paragraphs, swipe)
and 14,231 changed ones (breaking_nli, cad_nli, demetr, fib, fm2, mlqe, negnli, planted).
"""

from collections.abc import Mapping

from checker.facts.measured import Measured

PRECISION: Mapping[str, float] = Measured(
    {
        "attribution.added": 0.484,  # 2.4 useful, 2.5 false in 1,000
        "attribution.added.unsure": 0.371,  # 7.5 useful, 12.6 false in 1,000
        "attribution.dropped": 0.637,  # 9.4 useful, 5.4 false in 1,000
        "attribution.speaker": 0.672,  # 3.7 useful, 1.8 false in 1,000
        "attribution.speaker.unsure": 0.404,  # 1.7 useful, 2.5 false in 1,000
        "causality.changed": 0.346,  # 0.7 useful, 1.3 false in 1,000
        "causality.changed.unsure": 0.477,  # 1.0 useful, 1.1 false in 1,000
        "date.added": 0.896,  # 4.2 useful, 0.5 false in 1,000
        "date.day": 0.927,  # 1.3 useful, 0.1 false in 1,000
        "date.day.unsure": 0.724,  # 0.8 useful, 0.3 false in 1,000
        "date.decade.unsure": 0.619,  # 0.2 useful, 0.1 false in 1,000
        "date.month": 0.665,  # 0.2 useful, 0.1 false in 1,000
        "date.month.unsure": 0.671,  # 0.5 useful, 0.2 false in 1,000
        "date.unmatched": 0.801,  # 8.0 useful, 2.0 false in 1,000
        "date.weekday.unsure": 0.517,  # 0.3 useful, 0.3 false in 1,000
        "date.year": 0.984,  # 6.2 useful, 0.1 false in 1,000
        "date.year.unsure": 0.860,  # 4.6 useful, 0.7 false in 1,000
        "direction.reversed": 0.962,  # 20.3 useful, 0.8 false in 1,000
        "direction.reversed.unsure": 0.851,  # 10.5 useful, 1.8 false in 1,000
        "modality.changed": 0.407,  # 0.2 useful, 0.3 false in 1,000
        "modality.changed.unsure": 0.442,  # 0.8 useful, 1.0 false in 1,000
        "modality.done": 0.377,  # 0.2 useful, 0.3 false in 1,000
        "modality.dropped.unsure": 0.542,  # 1.3 useful, 1.1 false in 1,000
        "modality.hedge_added": 0.692,  # 0.2 useful, 0.1 false in 1,000
        "modality.hedge_added.unsure": 0.406,  # 0.2 useful, 0.2 false in 1,000
        "modality.hedge_dropped": 0.489,  # 0.8 useful, 0.9 false in 1,000
        "modality.hedge_dropped.unsure": 0.483,  # 1.0 useful, 1.1 false in 1,000
        "money.added": 0.656,  # 0.3 useful, 0.2 false in 1,000
        "money.changed": 0.940,  # 1.6 useful, 0.1 false in 1,000
        "money.changed.unsure": 0.779,  # 1.6 useful, 0.4 false in 1,000
        "money.invented": 0.697,  # 0.2 useful, 0.1 false in 1,000
        "money.unmatched": 0.836,  # 4.8 useful, 0.9 false in 1,000
        "name.added": 0.699,  # 24.1 useful, 10.3 false in 1,000
        "name.altered": 0.958,  # 2.3 useful, 0.1 false in 1,000
        "name.altered.unsure": 0.753,  # 51.2 useful, 16.8 false in 1,000
        "name.invented": 0.989,  # 8.9 useful, 0.1 false in 1,000
        "name.replaced": 0.831,  # 83.3 useful, 16.9 false in 1,000
        "name.replaced.unsure": 0.764,  # 23.4 useful, 7.2 false in 1,000
        "name.unmatched": 0.822,  # 94.3 useful, 20.4 false in 1,000
        "negation.dropped": 0.887,  # 8.7 useful, 1.1 false in 1,000
        "negation.dropped.near": 0.837,  # 9.3 useful, 1.8 false in 1,000
        "negation.dropped.refusal": 0.451,  # 0.3 useful, 0.3 false in 1,000
        "negation.dropped.refusal.unsure": 0.431,  # 0.6 useful, 0.8 false in 1,000
        "negation.dropped.unsure": 0.714,  # 3.5 useful, 1.4 false in 1,000
        "negation.inserted": 0.990,  # 32.1 useful, 0.3 false in 1,000
        "negation.inserted.near": 0.992,  # 21.8 useful, 0.2 false in 1,000
        "negation.inserted.refusal": 0.692,  # 0.2 useful, 0.1 false in 1,000
        "negation.inserted.refusal.unsure": 0.485,  # 0.2 useful, 0.2 false in 1,000
        "negation.inserted.reworded.unsure": 0.818,  # 12.3 useful, 2.7 false in 1,000
        "negation.inserted.unsure": 0.724,  # 3.5 useful, 1.3 false in 1,000
        "negation.prefix": 0.755,  # 0.8 useful, 0.3 false in 1,000
        "negation.prefix.unsure": 0.682,  # 0.6 useful, 0.3 false in 1,000
        "number.added": 0.849,  # 6.8 useful, 1.2 false in 1,000
        "number.bound": 0.690,  # 0.5 useful, 0.2 false in 1,000
        "number.changed": 0.983,  # 31.9 useful, 0.5 false in 1,000
        "number.changed.unsure": 0.849,  # 6.6 useful, 1.2 false in 1,000
        "number.invented": 0.977,  # 4.3 useful, 0.1 false in 1,000
        "number.unmatched": 0.753,  # 13.4 useful, 4.4 false in 1,000
        "percentage.added": 0.764,  # 0.3 useful, 0.1 false in 1,000
        "percentage.changed": 0.958,  # 2.3 useful, 0.1 false in 1,000
        "percentage.changed.unsure": 0.798,  # 1.5 useful, 0.4 false in 1,000
        "percentage.invented": 0.697,  # 0.2 useful, 0.1 false in 1,000
        "percentage.unit": 0.353,  # 0.1 useful, 0.2 false in 1,000
        "percentage.unit.unsure": 0.458,  # 0.2 useful, 0.3 false in 1,000
        "percentage.unmatched": 0.826,  # 0.5 useful, 0.1 false in 1,000
        "quantifier.changed": 0.553,  # 0.9 useful, 0.8 false in 1,000
        "quantifier.changed.unsure": 0.437,  # 1.1 useful, 1.4 false in 1,000
        "quotation.changed": 0.444,  # 20.5 useful, 25.7 false in 1,000
        "quotation.changed.unsure": 0.471,  # 16.4 useful, 18.4 false in 1,000
        "quotation.invented": 0.769,  # 3.3 useful, 1.0 false in 1,000
        "quotation.replaced": 0.549,  # 1.4 useful, 1.2 false in 1,000
        "quotation.reworded": 0.618,  # 1.6 useful, 1.0 false in 1,000
        "role.changed": 0.383,  # 0.3 useful, 0.5 false in 1,000
        "role.changed.unsure": 0.303,  # 0.2 useful, 0.5 false in 1,000
        "role.organization": 0.815,  # 1.9 useful, 0.4 false in 1,000
        "role.organization.unsure": 0.610,  # 2.6 useful, 1.7 false in 1,000
        "role.rank": 0.619,  # 0.2 useful, 0.1 false in 1,000
        "role.rank.unsure": 0.388,  # 0.7 useful, 1.0 false in 1,000
        "role.replaced": 0.683,  # 0.6 useful, 0.3 false in 1,000
        "role.replaced.unsure": 0.522,  # 1.0 useful, 0.9 false in 1,000
        "unit.added": 0.717,  # 1.8 useful, 0.7 false in 1,000
        "unit.changed": 0.944,  # 3.1 useful, 0.2 false in 1,000
        "unit.changed.unsure": 0.954,  # 2.1 useful, 0.1 false in 1,000
        "unit.invented": 0.830,  # 0.5 useful, 0.1 false in 1,000
        "unit.replaced": 0.353,  # 0.1 useful, 0.2 false in 1,000
        "unit.replaced.unsure": 0.353,  # 0.1 useful, 0.2 false in 1,000
        "unit.unmatched": 0.862,  # 7.0 useful, 1.1 false in 1,000
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
