"""Writes the figures and dates of a copy the way its source writes them, where they are the same.

What reads words alone takes "a fifth" beside "20 percent" for a change. After this it sees none, and what did change
stands out.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.facts.dates import Date, dates, tokens_of
from checker.facts.quantities import Quantity, quantities
from checker.facts.sameness import same
from checker.facts.tokens import Text, fit, mended, read

_LONGEST = 2_000
"""Characters of a copy; sentences are shorter."""
_SLACK = 0.005
"""Share by which figures of the same unit may differ: more is for the reader to see."""


def respelled(source: str, copy: str) -> str:
    """Return the copy with the source's spelling of figures and dates that both have; offsets change."""
    if len(copy) > _LONGEST or source == copy or not any(map(str.isalnum, copy)):
        return copy
    edits = sorted(_edits(source, read(mended(copy))))
    if not edits:
        return copy
    kept = [edits[0], *(after for before, after in pairwise(edits) if after[0] >= before[1])]
    for start, end, words in reversed(kept):
        copy = copy[:start] + words + copy[end:]
    return copy


def _edits(source_text: str, copy: Text) -> Iterator[tuple[int, int, str]]:
    days = dates(copy)
    figures = quantities(copy, tokens_of(days))
    if not (days or figures):  # as in most sentences: the source need not be looked at
        return
    source = read(mended(source_text))
    their_days = dates(source)
    for date in days:
        same_day = [other for other in their_days if _day(other) == _day(date) and not date.loose]
        yield from _edit(source, same_day, copy, date)
    their_figures = quantities(source, tokens_of(their_days)) if figures else []
    for item in figures:
        yield from _edit(source, [other for other in their_figures if _equal(other, item)], copy, item)


def _edit(
    source: Text, others: Sequence[Date | Quantity], copy: Text, item: Date | Quantity
) -> Iterator[tuple[int, int, str]]:
    """Yield the change that takes over the spelling of the other in the likest place, unless one is spelled alike."""
    if not others:
        return
    words = copy.quote(item.first, item.after)
    spellings = {source.quote(other.first, other.after).lower() for other in others}
    if words.lower() in spellings:
        return
    best = max(
        others,
        key=lambda other: fit(source, (other.first, other.after), copy, (item.first, item.after)),
    )
    yield (*copy.stretch(item.first, item.after), source.quote(best.first, best.after))


def _day(date: Date) -> tuple[int | None, ...]:
    return date.year, date.month, date.day, date.decade


def _equal(source: Quantity, copy: Quantity) -> bool:
    if not same(source, copy):
        return False
    if (source.dimension, source.unit) == (copy.dimension, copy.unit):
        return abs(source.value - copy.value) <= _SLACK * abs(source.value)
    return True
