"""Finds the pairs of sentences that are worth a closer look, through an index of their rarer terms."""

import numpy as np

from checker.chunker.similarity import Floats, Ints, Rows

_ALL = 100_000
"""Up to so many sentence pairs, all are candidates."""
_PER_ROW = 12
"""Candidates kept for each sentence on either side."""
_COINCIDENCES_PER_ROW = 300
"""How many (sentence, sentence, common term) triples per sentence are looked at; the rarest terms come first."""
_FAINT = 0.04
"""Sentences of a smaller cosine over rarer terms are not worth sorting."""
_CHUNK = 2_000_000
"""Coincidences looked at at a time, to bound memory."""
_AROUND = ((-1, -1), (1, 1), (0, 1), (0, -1), (1, 0), (-1, 0))


def candidates(rows: Rows, sources: int) -> tuple[Ints, Ints]:
    """Choose pairs of a source row and a republished row.

    Args:
        rows: The source rows, then the republished ones.
        sources: Number of source rows.

    Returns:
        Source row and republished row of each pair, ascending, none twice.
    """
    n, m = sources, rows.rows - sources
    key = np.arange(n * m) if n * m <= _ALL else _with_neighbors(*_by_terms(rows, n, m), n, m)
    return key // max(m, 1), n + key % max(m, 1)


def _by_terms(rows: Rows, n: int, m: int) -> tuple[Ints, Floats]:
    """Find each row's likest rows; return their keys (source * m + republished) and likeness."""
    split = int(rows.start[n])
    left = np.bincount(rows.term[:split], minlength=rows.terms)
    right = np.bincount(rows.term[split:], minlength=rows.terms)
    cost = left * right
    ranked = np.argsort(cost, kind="stable")
    usable = np.zeros(rows.terms, dtype=np.bool_)
    usable[ranked[np.cumsum(cost[ranked]) <= _COINCIDENCES_PER_ROW * (n + m)]] = True

    order = np.argsort(rows.term[split:], kind="stable")
    posted, posted_weight = rows.owner[split:][order] - n, rows.weight[split:][order]
    posted_from = np.concatenate(([0], np.cumsum(right)))
    entries = np.flatnonzero(usable[rows.term[:split]])
    owner = rows.owner[entries]
    work = np.cumsum(right[rows.term[entries]])
    keys: list[Ints] = []
    scores: list[Floats] = []
    begin = 0
    while begin < len(entries):
        done = work[begin - 1] if begin else 0
        stop = max(int(np.searchsorted(work, done + _CHUNK, side="right")), begin + 1)
        if stop < len(entries):  # whole rows only, so that their scores are complete
            whole = int(np.searchsorted(owner, owner[stop]))
            stop = whole if whole > begin else int(np.searchsorted(owner, owner[stop], side="right"))
        block = entries[begin:stop]
        found = right[rows.term[block]]
        within = np.arange(int(found.sum())) - np.repeat(np.cumsum(found) - found, found)
        at = np.repeat(posted_from[rows.term[block]], found) + within
        product = np.repeat(rows.weight[block], found) * posted_weight[at]
        key, inverse = np.unique(np.repeat(rows.owner[block], found) * m + posted[at], return_inverse=True)
        score = np.bincount(inverse, product, len(key)) / (rows.norm[key // m] * rows.norm[n + key % m])
        clear = score >= _FAINT
        key, score = key[clear], score[clear]
        kept = np.union1d(_best(key // m, score), _best(key % m, score))
        keys.append(key[kept])
        scores.append(score[kept])
        begin = stop
    key = np.concatenate(keys) if keys else np.zeros(0, dtype=np.int64)
    score = np.concatenate(scores) if scores else np.zeros(0)
    kept = np.union1d(_best(key // m, score), _best(key % m, score))
    return key[kept], score[kept]


def _with_neighbors(key: Ints, score: Floats, n: int, m: int) -> Ints:
    """Add the pairs next to each row's likest one: what has no rare word in common may still follow from context."""
    likest = key[np.intersect1d(_best(key // m, score, 1), _best(key % m, score, 1))]
    found = [key]
    for down, right in _AROUND:
        first, second = likest // m + down, likest % m + right
        inside = (first >= 0) & (first < n) & (second >= 0) & (second < m)
        found.append(first[inside] * m + second[inside])
    return np.unique(np.concatenate(found))


def _best(group: Ints, score: Floats, limit: int = _PER_ROW) -> Ints:
    """Return the positions of the highest scores of each group, ascending; ties go to the earlier one."""
    order = np.lexsort((-score, group))
    ordered = group[order]
    return np.sort(order[np.arange(len(order)) - np.searchsorted(ordered, ordered) < limit])
