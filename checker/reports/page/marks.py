"""Cuts a passage into stretches, so that a page can mark the words that findings name."""

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.domain import Place, Quote

_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words of a passage that the same findings name."""

    text: str
    findings: tuple[int, ...] = ()
    """Numbers of the findings that name these words, the one that names the fewest words first."""
    opens: tuple[int, ...] = ()
    """Findings whose words begin here."""
    closes: tuple[int, ...] = ()
    """Findings whose words end here."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Finding `number` names `text[start:end]`."""

    number: int
    start: int
    end: int


def stretches(text: str, marks: Iterable[Mark]) -> tuple[Stretch, ...]:
    """Cut a text wherever a mark begins or ends; the pieces joined are the text.

    Marks may overlap and lie within each other. Empty ones and the parts outside the text are left out.
    """
    inside = [
        Mark(mark.number, max(mark.start, 0), min(mark.end, len(text)))
        for mark in marks
        if max(mark.start, 0) < min(mark.end, len(text))
    ]
    inside.sort(key=lambda mark: (mark.end - mark.start, mark.number))
    edges = sorted({0, len(text), *(m.start for m in inside), *(m.end for m in inside)})
    return tuple(
        Stretch(
            text=text[start:end],
            findings=tuple(m.number for m in inside if m.start <= start and end <= m.end),
            opens=tuple(sorted(m.number for m in inside if m.start == start)),
            closes=tuple(sorted(m.number for m in inside if m.end == end)),
        )
        for start, end in pairwise(edges)
    )


def marks_in(place: Place, quotes: Sequence[Quote | None]) -> list[Mark]:
    """Find the quotes of a pair's findings in one of its passages; the n-th quote is finding n, from 1."""
    found = []
    for number, quote in enumerate(quotes, start=1):
        if quote is not None and place.start <= quote.start < place.end:
            span = _within(place, quote)
            if span is not None:
                found.append(Mark(number, *span))
    return found


def _within(place: Place, quote: Quote) -> tuple[int, int] | None:
    """Lead a quote's file offsets to the readable text of its passage.

    They serve as they are where the text stands in the file as it is. Where markup or character references
    lie between, the words are looked for, and of several places the one nearest to the expected one is taken.
    """
    expected = quote.start - place.start
    if place.text[expected : expected + len(quote.quote)] == quote.quote:
        return expected, expected + len(quote.quote)
    for words in (quote.quote, html.unescape(_TAG.sub("", quote.quote))):
        if not words.strip():
            continue
        # Markup only ever makes the file longer than the text: the words stand at or before `expected`.
        before = place.text.rfind(words, 0, expected + len(words))
        after = place.text.find(words, max(expected, 0))
        starts = [start for start in (before, after) if start >= 0]
        if starts:
            start = min(starts, key=lambda start: abs(start - expected))
            return start, start + len(words)
    return None
