"""How likely two sentences correspond: logistic models in stages.

Each stage sees what the one before made of the neighbors.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from checker.chunker.features import CONTEXT, LOCAL, Grid, context, local
from checker.chunker.similarity import Floats
from checker.chunker.terms import Terms

_STEEPEST = 30.0
"""Log odds are cut to this, so that no probability overflows."""


@dataclass(frozen=True, slots=True)
class Likelihood:
    """The candidate pairs of two texts and how likely each corresponds; arrays have one row per pair."""

    grid: Grid
    measured: Floats
    """The local measures, shape (pairs, len(LOCAL))."""
    alone: Floats
    """Probability by the two sentences themselves, in [0, 1]."""
    likely: Floats
    """Probability when the neighbors and rivals have had their say, in [0, 1]."""


def likelihood(terms: Terms, sources: int) -> Likelihood:
    """Estimate for each candidate pair the probability that its two sentences correspond.

    Args:
        terms: The source sentences, then the republished ones.
        sources: Number of source sentences.
    """
    grid, measured = local(terms, sources)
    # Context never makes a link of two sentences that have nothing in common.
    related = (measured[:, LOCAL.index("words_overlap")] > 0) | (
        measured[:, LOCAL.index("meanings_cosine")] > 0
    )
    first, *later = weights()
    alone = likely = _logistic(measured, first) * related
    for stage in later:
        likely = _logistic(np.column_stack([measured, context(grid, likely)]), stage) * related
    return Likelihood(grid, measured, alone, likely)


@cache
def weights() -> tuple[Floats, ...]:
    """Weights of each stage, the constant last; fitted by `training/pairing/fit.py`."""
    stored = json.loads((files(__package__) / "pairing_weights.json").read_text(encoding="utf-8"))
    names: tuple[str, ...] = LOCAL
    stages = []
    for stage in stored["stages"]:
        stages.append(np.array([*(stage[name] for name in names), stage["constant"]], dtype=np.float64))
        names = (*LOCAL, *CONTEXT)
    return tuple(stages)


def _logistic(measured: Floats, weight: Floats) -> Floats:
    odds = np.clip(measured @ weight[:-1] + weight[-1], -_STEEPEST, _STEEPEST)
    # Rounded, so that the last bits of a sum taken in another order cannot tip a decision.
    return np.asarray(np.round(1.0 / (1.0 + np.exp(-odds)), 9))
