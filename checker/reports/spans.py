"""Stretches of passages and runs of lines, for formats that people read."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from checker.domain import Place, Quote


def spans_in(place: Place, quotes: Iterable[Quote | None]) -> list[tuple[int, int]]:
    """Find the quotes in a passage's readable text.

    File offsets serve directly where the text stands in the file as it is; where markup lies between, the
    words are looked for.
    """
    spans = []
    for quote in quotes:
        if quote is None or not place.start <= quote.start < place.end:
            continue
        start = quote.start - place.start
        if place.text[start : start + len(quote.quote)] != quote.quote:
            start = place.text.find(re.sub(r"<[^<>]*>", "", quote.quote))
        if start >= 0:
            spans.append((start, start + len(quote.quote)))
    return spans


def merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the stretches in order, those that touch or overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def ranges(lines: Sequence[int]) -> str:
    """Write ascending line numbers shortly: lines 3, 5-7."""
    parts = []
    for _, run in groupby(enumerate(lines), key=lambda item: item[1] - item[0]):
        numbers = [number for _, number in run]
        parts.append(str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}")
    return f"{'line' if len(lines) == 1 else 'lines'} {', '.join(parts)}"
