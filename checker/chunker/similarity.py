"""Likeness of sentences by the terms they share, for few sentences or for hundreds of thousands."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_PRIOR = 15.0
"""Sentences' worth of belief in the background when judging how rare a term is."""
_LEAST = 0.01
"""Weight of a term that is in every sentence: two sentences of such words alone can still be the same."""
_CHUNK = 2_000_000
"""Array elements worked on at a time, to bound memory."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What pairs of rows have in common; each of shape (pairs)."""

    overlap: Floats
    """Summed weight of the common terms, each at the smaller of its two weights."""
    product: Floats
    """Scalar product."""
    top: Floats
    """Weight of the weightiest common term."""


class Rows:
    """Sentences as sparse rows of term weights.

    Attributes:
        start: Shape (rows + 1): where each row begins in `term` and `weight`.
        term: Term numbers, ascending within a row.
        weight: Weight of each term in its row.
        owner: Row of each entry.
        rarity: Shape (terms): weight of a term that an entry gets all of.
        mass: Shape (rows): sum of the weights of a row.
        norm: Shape (rows): Euclidean length of a row.
    """

    def __init__(
        self, *, rows: int, terms: int, owner: Ints, term: Ints, factor: Floats, usual: Floats | None
    ) -> None:
        """Weigh the terms by rarity.

        Args:
            rows: Number of rows.
            terms: Number of distinct terms.
            owner: Row of each entry; entries may repeat and be in any order.
            term: Term of each entry.
            factor: How much of the term's weight the entry gets, in (0, 1]; the largest counts where it repeats.
            usual: Shape (terms): share of sentences of other texts that hold the term; None to weigh all terms 1.
        """
        self.rows, self.terms = rows, max(terms, 1)
        order = np.argsort(owner * self.terms + term, kind="stable")
        key = (owner * self.terms + term)[order]
        first = np.flatnonzero(np.diff(key, prepend=-1))
        self._key: Ints = key[first]
        self.owner: Ints = self._key // self.terms
        self.term: Ints = self._key % self.terms
        strongest = np.maximum.reduceat(factor[order], first) if len(first) else factor[:0]
        frequency = np.bincount(self.term, minlength=self.terms)
        if usual is None or not len(usual):
            self.rarity: Floats = np.ones(self.terms)
        else:
            expected = (frequency + _PRIOR * usual) / (rows + _PRIOR)
            self.rarity = np.maximum(-np.log(np.minimum(expected, 1.0)), _LEAST)
        self.weight: Floats = strongest * self.rarity[self.term]
        self.start: Ints = np.searchsorted(self.owner, np.arange(rows + 1))
        self.mass: Floats = np.bincount(self.owner, self.weight, rows).astype(np.float64)
        self.norm: Floats = np.sqrt(np.bincount(self.owner, self.weight**2, rows))

    def shared(self, first: Ints, second: Ints) -> Shared:
        """Compare rows pair by pair; the work is that of reading the shorter row of each pair."""
        lengths = np.diff(self.start)
        swap = lengths[first] > lengths[second]
        short, long = np.where(swap, second, first), np.where(swap, first, second)
        overlap, product, top = np.zeros(len(first)), np.zeros(len(first)), np.zeros(len(first))
        if not len(self._key):
            return Shared(overlap, product, top)
        lengths = lengths[short]
        ends = np.cumsum(lengths)
        begin = 0
        while begin < len(first):
            done = ends[begin] - lengths[begin]
            stop = max(int(np.searchsorted(ends, done + _CHUNK, side="right")), begin + 1)
            pair = np.repeat(np.arange(begin, stop), lengths[begin:stop])
            entry = np.arange(len(pair)) - (ends[pair] - lengths[pair] - done) + self.start[short[pair]]
            wanted = long[pair] * self.terms + self.term[entry]
            at = np.minimum(np.searchsorted(self._key, wanted), len(self._key) - 1)
            hit = np.flatnonzero(self._key[at] == wanted)
            pair, one, other = pair[hit] - begin, self.weight[entry[hit]], self.weight[at[hit]]
            least = np.minimum(one, other)
            overlap[begin:stop] = np.bincount(pair, least, stop - begin)
            product[begin:stop] = np.bincount(pair, one * other, stop - begin)
            np.maximum.at(top[begin:stop], pair, least)
            begin = stop
        return Shared(overlap, product, top)

    def cosine(self, shared: Shared, first: Ints, second: Ints) -> Floats:
        """Return the cosine of each pair."""
        return shared.product / np.maximum(self.norm[first] * self.norm[second], 1e-9)

    def held(self, shared: Shared, first: Ints, second: Ints) -> tuple[Floats, Floats]:
        """Return which share of either row the other one holds: the smaller and the larger share."""
        one = shared.overlap / np.maximum(self.mass[first], 1e-9)
        other = shared.overlap / np.maximum(self.mass[second], 1e-9)
        return np.minimum(one, other), np.maximum(one, other)
