"""Likeness of sentences by their rarer terms, for few sentences or for hundreds of thousands."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from checker.chunker.terms import terms

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_PER_ROW = 16
"""Candidates kept for each sentence by shared terms."""
_SHARED_PER_ROW = 600
"""How many (sentence, sentence, term) coincidences per sentence are looked at; common terms go first when over it."""
_DENSE = 250_000
"""Up to so many sentence pairs, all are candidates."""
_CHUNK = 2_000_000


class Rows:
    """Sentences as sparse rows of term weights; source sentences first, then the republished ones.

    Attributes:
        sources: Number of source rows.
        start: Shape (rows + 1): where each row begins in `term` and `weight`.
        term: Term numbers, ascending within a row.
        weight: Weight of each term in its row.
        mass: Shape (rows): sum of the weights of a row.
        norm: Shape (rows): Euclidean length of a row.
    """

    def __init__(self, source: Sequence[str], republished: Sequence[str]) -> None:
        vocabulary: dict[str, int] = {}
        starts, numbers = [0], []
        for sentence in (*source, *republished):
            row = sorted({vocabulary.setdefault(term, len(vocabulary)) for term in terms(sentence)})
            numbers.extend(row)
            starts.append(len(numbers))
        self.sources = len(source)
        self.count = len(starts) - 1
        self.vocabulary = len(vocabulary)
        self.start: Ints = np.array(starts, dtype=np.int64)
        self.term: Ints = np.array(numbers, dtype=np.int64)
        lengths = np.diff(self.start)
        self.owner: Ints = np.repeat(np.arange(self.count), lengths)
        frequency = np.bincount(self.term, minlength=self.vocabulary)
        rarity = np.log((1 + self.count) / (0.5 + frequency))
        self.weight: Floats = np.maximum(rarity, 0.05)[self.term]
        self.mass: Floats = np.bincount(self.owner, self.weight, self.count)
        self.norm: Floats = np.sqrt(np.bincount(self.owner, self.weight**2, self.count))
        self._key: Ints = self.owner * max(self.vocabulary, 1) + self.term

    def shared(self, first: Ints, second: Ints) -> tuple[Floats, Floats]:
        """Return, for each pair of rows, the summed weight and the summed squared weight of their common terms."""
        swap = (self.start[first + 1] - self.start[first]) > (self.start[second + 1] - self.start[second])
        short, long = np.where(swap, second, first), np.where(swap, first, second)
        plain, squared = np.zeros(len(first)), np.zeros(len(first))
        if not len(self._key):
            return plain, squared
        lengths = self.start[short + 1] - self.start[short]
        ends = np.cumsum(lengths)
        begin = 0
        while begin < len(first):
            done = ends[begin - 1] if begin else 0
            stop = max(int(np.searchsorted(ends, done + _CHUNK, side="right")), begin + 1)
            pair = np.repeat(np.arange(begin, stop), lengths[begin:stop])
            offset = np.arange(len(pair)) - (
                np.repeat(ends[begin:stop] - lengths[begin:stop], lengths[begin:stop]) - done
            )
            entry = self.start[short[pair]] + offset
            wanted = long[pair] * self.vocabulary + self.term[entry]
            at = np.minimum(np.searchsorted(self._key, wanted), len(self._key) - 1)
            hit = self._key[at] == wanted
            weight = self.weight[entry[hit]]
            plain[begin:stop] = np.bincount(pair[hit] - begin, weight, stop - begin)
            squared[begin:stop] = np.bincount(pair[hit] - begin, weight**2, stop - begin)
            begin = stop
        return plain, squared

    def candidates(self) -> tuple[Ints, Ints]:
        """Return the pairs of a source row and a republished row that are worth a closer look, in order."""
        n, m = self.sources, self.count - self.sources
        if n * m <= _DENSE:
            key = np.arange(n * m)
        else:
            key = self._by_terms(n, m)
        return key // max(m, 1), n + key % max(m, 1)

    def _by_terms(self, n: int, m: int) -> Ints:
        """Find each row's likest rows through an index of the rarer terms, in blocks to bound memory."""
        split = self.start[n]
        left_count = np.bincount(self.term[:split], minlength=self.vocabulary)
        right_count = np.bincount(self.term[split:], minlength=self.vocabulary)
        cost = left_count * right_count
        ranked = np.argsort(cost, kind="stable")
        affordable = np.cumsum(cost[ranked]) <= _SHARED_PER_ROW * (n + m)
        usable = np.zeros(self.vocabulary, dtype=bool)
        usable[ranked[affordable]] = True
        order = np.argsort(self.term[split:], kind="stable")
        posting, posting_weight = self.owner[split:][order] - n, self.weight[split:][order]
        posting_start = np.concatenate(([0], np.cumsum(right_count)))
        entries = np.flatnonzero(usable[self.term[:split]])
        work = np.cumsum(right_count[self.term[entries]])
        keys, scores = [], []
        begin = 0
        while begin < len(entries):
            done = work[begin - 1] if begin else 0
            stop = max(int(np.searchsorted(work, done + _CHUNK, side="right")), begin + 1)
            if stop < len(entries):  # whole rows only, so that their scores are complete
                row = self.owner[entries[stop]]
                whole = int(np.searchsorted(self.owner[entries], row))
                stop = (
                    whole if whole > begin else int(np.searchsorted(self.owner[entries], row, side="right"))
                )
            block = entries[begin:stop]
            repeat = right_count[self.term[block]]
            within = np.arange(int(repeat.sum())) - np.repeat(np.cumsum(repeat) - repeat, repeat)
            at = np.repeat(posting_start[self.term[block]], repeat) + within
            key = np.repeat(self.owner[block], repeat) * m + posting[at]
            unique, inverse = np.unique(key, return_inverse=True)
            score = np.bincount(inverse, posting_weight[at] ** 2, len(unique))
            score /= self.norm[unique // m] * self.norm[n + unique % m]
            keep = _best(unique // m, score, _PER_ROW)
            also = _best(unique % m, score, _PER_ROW)
            kept = np.union1d(keep, also)
            keys.append(unique[kept])
            scores.append(score[kept])
            begin = stop
        if not keys:
            return np.zeros(0, dtype=np.int64)
        key, score = np.concatenate(keys), np.concatenate(scores)
        kept = np.union1d(_best(key // m, score, _PER_ROW), _best(key % m, score, _PER_ROW))
        return np.sort(key[kept])


def _best(group: Ints, score: Floats, limit: int) -> Ints:
    """Return the positions of the `limit` highest scores of each group; ties go to the earlier one."""
    order = np.lexsort((np.arange(len(group)), -score, group))
    ordered = group[order]
    first = np.searchsorted(ordered, ordered, side="left")
    return order[np.arange(len(order)) - first < limit]
