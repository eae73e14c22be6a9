"""Figures of a set from the answers to its rows, and how far luck with the sample may move them."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

HEADLINE = (
    "summedits_ectsum", "summedits_podcast", "summedits_qmsumm", "summedits_sales_call", "summedits_sales_email",
    "summedits_samsum", "summedits_scitldr", "qags_cnndm_sent", "qags_xsum_summary", "cliff_cnndm", "cliff_xsum",
    "defacto", "faithbench_summary", "sciexagA", "demetr", "mlqe",
)  # fmt: skip
"""Sets whose mean is the figure that everybody looks at."""
FAITHFUL = ("ose_sent_adv_int_dev", "ose_sent_adv_ele_dev", "asset", "turk")
"""Sets of faithful rewrites only, whose false alarms are averaged."""

RESAMPLES = 200
TAIL = 0.1
"""Share of the resamples that lie beyond the margin: it is the lower end of an 80 % interval."""

FALLING = frozenset({"false alarms"})
"""Figures that are better when they are lower."""

Figures = Mapping[str, float]
"""Figure -> points, 0 to 100."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A row of a verdict set, and what the judge said."""

    faithful: bool
    consistent: bool
    p_consistent: float


@dataclass(frozen=True, slots=True)
class Links:
    """A row of a pairing set: links that are right, too many, missing."""

    right: int
    wrong: int
    missing: int


def verdict_figures(rows: Sequence[Answered]) -> dict[str, float]:
    """Balanced accuracy and area under the curve, or false alarms where every row is faithful."""
    good = [row for row in rows if row.faithful]
    bad = [row for row in rows if not row.faithful]
    kept = sum(row.consistent for row in good) / max(len(good), 1)
    if not bad:
        return {"false alarms": 100 * (1 - kept)}
    if not good:
        return {}
    caught = sum(not row.consistent for row in bad) / len(bad)
    return {"BAcc": 50 * (kept + caught), "AUC": 100 * auc(rows)}


def auc(rows: Sequence[Answered]) -> float:
    """How often a faithful row gets a higher probability than a faulty one; ties count half."""
    ranked = sorted(rows, key=lambda row: row.p_consistent)
    rank_sum, start = 0.0, 0
    while start < len(ranked):
        end = start
        while end < len(ranked) and ranked[end].p_consistent == ranked[start].p_consistent:
            end += 1
        rank_sum += (start + end + 1) / 2 * sum(row.faithful for row in ranked[start:end])
        start = end
    good = sum(row.faithful for row in rows)
    return (rank_sum - good * (good + 1) / 2) / (good * (len(rows) - good))


def pairing_figures(rows: Sequence[Links]) -> dict[str, float]:
    """F1 over the links of all rows."""
    right = sum(row.right for row in rows)
    off = sum(row.wrong + row.missing for row in rows)
    return {"F1": 100 * 2 * right / max(2 * right + off, 1)}


def means(sets: Mapping[str, Figures]) -> dict[str, float]:
    """Means over the headline sets, and over those of faithful rewrites, as far as they are there."""
    found = {}
    for figure, names in (("BAcc", HEADLINE), ("AUC", HEADLINE), ("false alarms", FAITHFUL)):
        values = [sets[name][figure] for name in names if figure in sets.get(name, {})]
        if values:
            found[figure] = sum(values) / len(values)
    return found


Row = TypeVar("Row")


def resampled(
    sets: Mapping[str, Sequence[Row]],
    figures: Callable[[Sequence[Row]], Figures],
    summary: Callable[[Mapping[str, Figures]], Figures] | None = None,
) -> dict[str, dict[str, float]]:
    """Return by how much each figure of each set may be worse for no other reason than which rows were drawn.

    Every set is drawn anew from its own rows, `RESAMPLES` times; the margin is how far the worst `TAIL` of the draws
    lie from what was measured.

    Args:
        summary: Figures over all sets, under the name `mean`.
    """
    draws: dict[tuple[str, str], list[float]] = {}
    rng = random.Random(1)
    for _ in range(RESAMPLES):
        drawn = {name: figures(rng.choices(rows, k=len(rows))) for name, rows in sets.items()}
        for name, found in (drawn | ({"mean": summary(drawn)} if summary else {})).items():
            for figure, value in found.items():
                draws.setdefault((name, figure), []).append(value)
    measured: dict[str, Figures] = {name: figures(rows) for name, rows in sets.items()}
    if summary:
        measured["mean"] = summary(measured)
    margins: dict[str, dict[str, float]] = {}
    for (name, figure), values in draws.items():
        if figure in measured[name]:
            margins.setdefault(name, {})[figure] = _margin(measured[name][figure], values, figure)
    return margins


def _margin(measured: float, draws: Sequence[float], figure: str) -> float:
    losses = sorted(value - measured if figure in FALLING else measured - value for value in draws)
    return max(losses[int((1 - TAIL) * len(losses))], 0.0)
