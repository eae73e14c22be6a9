"""Decides which candidate pairs become links."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from checker.chunker.likelihood import likelihood
from checker.chunker.similarity import Ints
from checker.chunker.terms import Terms
from checker.domain import Link

_LINK = 0.4
"""A pair at least so likely can be a link. Measured, like the next one, in docs/decisions/pairing.md."""
_COUNTERPART = 0.65
"""A republished sentence none of whose pairs is so likely has no counterpart at all."""


def assign(source: Sequence[str], republished: Sequence[str]) -> tuple[Link, ...]:
    """Link the sentences that correspond; see `checker.chunker.pairing.align`."""
    if not source or not republished:
        return ()
    terms = Terms([*source, *republished])
    sources = len(source)
    grid, likely = likelihood(terms, sources)
    twin = _twins(terms, sources)
    best = np.zeros(len(republished))
    np.maximum.at(best, grid.second, likely)
    linked = (likely >= _LINK) & (best[grid.second] >= _COUNTERPART)
    # A sentence that the other text repeats word for word needs no further partner that has a twin of its own.
    linked &= (twin[grid.first] < 0) | (twin[sources + grid.second] < 0)
    links = {(int(grid.first[k]), int(grid.second[k])): float(likely[k]) for k in np.flatnonzero(linked)}
    for row in np.flatnonzero(twin[:sources] >= 0):
        links[int(row), int(twin[row]) - sources] = 1.0
    return tuple(Link(source=i, republished=j, score=score) for (i, j), score in sorted(links.items()))


def _twins(terms: Terms, sources: int) -> Ints:
    """Match sentences of the same words, one to one: the first occurrence with the first, the second with the second.

    Returns:
        Shape (rows): the row of the twin, or -1.
    """
    twin = np.full(terms.rows, -1, dtype=np.int64)
    ends = np.cumsum(terms.length)
    waiting: defaultdict[bytes, list[int]] = defaultdict(list)
    for row in range(sources):
        if terms.length[row]:
            waiting[terms.word[ends[row] - terms.length[row] : ends[row]].tobytes()].append(row)
    for rows in waiting.values():
        rows.reverse()
    for row in range(sources, terms.rows):
        same = waiting.get(terms.word[ends[row] - terms.length[row] : ends[row]].tobytes())
        if same:
            twin[row] = same.pop()
            twin[twin[row]] = row
    return twin
