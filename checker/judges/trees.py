"""Evaluates boosted decision trees exported as plain numbers; numpy only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Trees:
    """A sum of trees over one vector of features.

    Trees share most of their questions, so each question is answered once for a vector: after that every node knows
    where it leads to. Nodes are rows of parallel arrays. A leaf leads to itself, so that all trees can take the same
    number of steps.
    """

    base: float
    feature: NDArray[np.intp]
    """Which feature a question is about."""
    threshold: NDArray[np.float64]
    """Values up to it say left."""
    question: NDArray[np.intp]
    """Which question a node asks."""
    left: NDArray[np.intp]
    """Where a node leads to on the left."""
    apart: NDArray[np.intp]
    """How much further on it leads to on the right."""
    value: NDArray[np.float64]
    """What a leaf adds to the sum."""
    roots: NDArray[np.intp]
    depth: int

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> Self:
        """Read what `training/combine` wrote: the fields of nodes by name, as lists."""
        asked = list(zip(stored["feature"], stored["threshold"], strict=True))
        questions = {question: number for number, question in enumerate(dict.fromkeys(asked))}
        left = np.array(stored["left"], dtype=np.intp)
        return cls(
            base=float(stored["base"]),
            feature=np.array([feature for feature, _ in questions], dtype=np.intp),
            threshold=np.array([threshold for _, threshold in questions], dtype=np.float64),
            question=np.array([questions[question] for question in asked], dtype=np.intp),
            left=left,
            apart=np.array(stored["right"], dtype=np.intp) - left,
            value=np.array(stored["value"], dtype=np.float64),
            roots=np.array(stored["roots"], dtype=np.intp),
            depth=int(stored["depth"]),
        )

    def score(self, features: Sequence[float]) -> float:
        """Sum of the leaves that the vector falls into."""
        vector = np.array(features, dtype=np.float64)
        right = vector.take(self.feature) > self.threshold
        following = self.left + self.apart * right.take(self.question)
        at = self.roots
        for _ in range(self.depth):
            at = following.take(at)
        return self.base + float(np.add.reduce(self.value.take(at)))
