"""Decides which pairs are asked together. Pure."""

from collections.abc import Iterable, Iterator

from checker.domain import Pair
from checker.llm.guard import suspicious

_LONGEST = 12_000
"""Characters of both sides in one call: beyond that, models lose track of pairs."""


def groups(pairs: Iterable[Pair], *, size: int) -> Iterator[tuple[Pair, ...]]:
    """Cut pairs into calls of at most `size`, in order; a pair that talks to its judge stands alone."""
    waiting: list[Pair] = []
    length = 0
    for pair in pairs:
        own = len(pair.source_text) + len(pair.republished_text)
        alone = hostile(pair)
        if waiting and (alone or len(waiting) == size or length + own > _LONGEST):
            yield tuple(waiting)
            waiting, length = [], 0
        if alone:
            yield (pair,)
            continue
        waiting.append(pair)
        length += own
    if waiting:
        yield tuple(waiting)


def hostile(pair: Pair) -> bool:
    """Tell whether either side of a pair seems to address whoever judges it."""
    return suspicious(pair.republished_text) or suspicious(pair.source_text)
