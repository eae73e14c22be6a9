"""The source passages nearest to a passage of which somebody says that it has a source."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from math import log

from checker.chunker.terms import terms
from checker.domain import Passage

_AT_MOST = 3
"""Passages taken. A summary sentence rarely draws on more, and every further one dilutes the comparison."""
_WORTHWHILE = 0.15
"""Share of the wanted terms' weight that a further passage has to add."""


def nearest(wanted: Sequence[Passage], source: Sequence[Passage]) -> tuple[Passage, ...]:
    """Choose the one to three source passages that share most with the wanted passages, in source order.

    Greedy cover: the passage that adds most of the still uncovered terms, weighted by their rarity in the
    source. Without any common term it is the first passage.

    Args:
        source: At least one passage.
    """
    rows = [_distinct(passage.text) for passage in source]
    frequency = Counter(term for row in rows for term in row)
    weights = {
        term: log(1 + len(rows) / frequency[term])
        for passage in wanted
        for term in terms(passage.text)
        if term in frequency
    }
    total = sum(weights.values())
    chosen: list[int] = []
    while weights and len(chosen) < _AT_MOST:
        # Summed in the order of the wanted words, so that passages that add the same tie in every run.
        gains = [sum(weight for term, weight in weights.items() if term in row) for row in rows]
        best = max(range(len(rows)), key=lambda i: (gains[i], -i))
        if chosen and gains[best] < _WORTHWHILE * total:
            break
        chosen.append(best)
        weights = {term: weight for term, weight in weights.items() if term not in rows[best]}
    return tuple(source[i] for i in sorted(chosen)) or tuple(source[:1])


@lru_cache(maxsize=1_000)
def _distinct(text: str) -> frozenset[str]:
    """The terms of a source passage, which is asked for once for each passage without a link."""
    return frozenset(terms(text))
