"""Decides which candidate pairs become links."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from checker.chunker.features import LOCAL, Grid
from checker.chunker.likelihood import Likelihood, likelihood
from checker.chunker.similarity import Floats, Ints
from checker.chunker.terms import Terms
from checker.domain import Link

# The bars were compared with others in docs/decisions/pairing.md.
_LINK = 0.4
"""A pair at least so likely can be a link."""
_COUNTERPART = 0.75
"""A republished sentence none of whose pairs is so likely has no counterpart, so none of them is a link."""
_PIECE = 0.5
"""The same for a sentence next to one that surely goes back to the same source sentence: a piece of that one."""
_SURE = 0.9
_CONTAINED = 0.8
"""A sentence of whose weight the other holds so much repeats a part of it: a headline beside its first sentence."""
_CONTAINED_WEIGHT = 6.0
"""Weight of common terms that this takes: about two words that hardly any sentence has."""


def assign(source: Sequence[str], republished: Sequence[str]) -> tuple[Link, ...]:
    """Link the sentences that correspond; see `checker.chunker.pairing.align`."""
    if not source or not republished:
        return ()
    terms = Terms([*source, *republished])
    return links_among(likelihood(terms, len(source)), terms)


def links_among(found: Likelihood, terms: Terms) -> tuple[Link, ...]:
    """Choose the links among the candidates, and those of sentences repeated word for word."""
    grid, measured, sources = found.grid, found.measured, found.grid.sources
    contained = (measured[:, LOCAL.index("words_held_more")] >= _CONTAINED) & (
        measured[:, LOCAL.index("words_overlap")] >= np.log1p(_CONTAINED_WEIGHT)
    )
    likely = np.where(contained, np.maximum(found.likely, _COUNTERPART), found.likely)
    linked = _decide(grid, likely)

    twin = _twins(terms, sources)
    # A sentence that the other text repeats word for word needs no further partner that has a twin of its own.
    linked &= (twin[grid.first] < 0) | (twin[sources + grid.second] < 0)
    links = {(int(grid.first[k]), int(grid.second[k])): float(likely[k]) for k in np.flatnonzero(linked)}
    for row in np.flatnonzero(twin[:sources] >= 0):
        links[int(row), int(twin[row]) - sources] = 1.0
    return tuple(Link(source=i, republished=j, score=score) for (i, j), score in sorted(links.items()))


def _decide(grid: Grid, likely: Floats) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    """Say which pairs are links, apart from sentences that are repeated word for word."""
    beside_sure = np.maximum(grid.at(likely, 0, -1), grid.at(likely, 0, 1)) >= _SURE
    firm = likely >= np.where(beside_sure, _PIECE, _COUNTERPART)
    has_counterpart = np.zeros(grid.republished, dtype=np.bool_)
    has_counterpart[grid.second[firm]] = True
    return np.asarray((likely >= _LINK) & has_counterpart[grid.second])


def _twins(terms: Terms, sources: int) -> Ints:
    """Match sentences of the same words one to one: the first occurrence with the first, the second with the second.

    Returns:
        Shape (rows): the row of the twin, or -1.
    """
    twin = np.full(terms.rows, -1, dtype=np.int64)
    ends = np.cumsum(terms.length)
    waiting: defaultdict[bytes, list[int]] = defaultdict(list)
    for row in reversed(range(sources)):
        if terms.length[row]:
            waiting[terms.word[ends[row] - terms.length[row] : ends[row]].tobytes()].append(row)
    for row in range(sources, terms.rows):
        same = waiting.get(terms.word[ends[row] - terms.length[row] : ends[row]].tobytes())
        if same:
            twin[row] = same.pop()
            twin[twin[row]] = row
    return twin
