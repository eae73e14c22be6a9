"""Evaluates boosted decision trees exported as plain numbers; numpy only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Trees:
    """A sum of trees over one vector of features.

    Each node is a row of the parallel arrays. A leaf leads to itself, so that all trees can take the same number of
    steps.
    """

    base: float
    feature: NDArray[np.intp]
    """Which feature a node looks at."""
    threshold: NDArray[np.float64]
    """Values up to it go left."""
    following: NDArray[np.intp]
    """Where a node leads to: left at twice its number, right behind that."""
    value: NDArray[np.float64]
    """What a leaf adds to the sum."""
    roots: NDArray[np.intp]
    depth: int

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> Self:
        """Read what `training/combine` wrote: the fields by name, as lists."""
        return cls(
            base=float(stored["base"]),
            feature=np.array(stored["feature"], dtype=np.intp),
            threshold=np.array(stored["threshold"], dtype=np.float64),
            following=np.array([stored["left"], stored["right"]], dtype=np.intp).T.ravel(),
            value=np.array(stored["value"], dtype=np.float64),
            roots=np.array(stored["roots"], dtype=np.intp),
            depth=int(stored["depth"]),
        )

    def score(self, features: Sequence[float]) -> float:
        """Sum of the leaves that the vector falls into."""
        vector = np.asarray(features, dtype=np.float64)
        at = self.roots
        for _ in range(self.depth):
            right = vector.take(self.feature.take(at)) > self.threshold.take(at)
            at = self.following.take(2 * at + right)
        return self.base + float(self.value[at].sum())
