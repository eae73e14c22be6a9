"""Chooses the links between the sentences of two texts."""

from collections.abc import Sequence

import numpy as np

from checker.chunker.similarity import Rows
from checker.domain import Link

_FLOOR = 0.5


def assign(source: Sequence[str], republished: Sequence[str]) -> tuple[Link, ...]:
    """Link the sentences that correspond; see `checker.chunker.pairing.align`."""
    rows = Rows(source, republished)
    first, second = rows.candidates()
    plain, squared = rows.shared(first, second)
    cosine = squared / np.maximum(rows.norm[first] * rows.norm[second], 1e-9)
    held = plain / np.maximum(np.minimum(rows.mass[first], rows.mass[second]), 1e-9)
    distance = np.abs(
        (first + 0.5) / max(rows.sources, 1)
        - (second - rows.sources + 0.5) / max(rows.count - rows.sources, 1)
    )
    probability = 1 / (1 + np.exp(-(12 * cosine + 2 * held - 1.0 * distance - 3.2)))
    chosen = np.flatnonzero(probability >= _FLOOR)
    return tuple(
        Link(source=int(first[k]), republished=int(second[k]) - rows.sources, score=float(probability[k]))
        for k in chosen
    )
