"""The pairing of two articles as a picture: the texts as two columns, ribbons between what corresponds.

An SVG that loads nothing, runs nothing and needs no font of its own.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from xml.sax.saxutils import escape

from checker.domain import Article, Pair, Passage
from checker.reports.pair_heading import heading
from checker.reports.style import printable

_WIDTH, _COLUMN, _MARGIN = 1200, 480, 16
_LINE, _PADDING, _GAP, _TOP = 16, 6, 6, 56
_CELLS = 66
"""Columns of a box's line, as wide as a Latin letter each; a Chinese character takes two."""
_MOST_LINES = 3
_NOT_XML = re.compile("[\ufffe\uffff\ud800-\udfff]")
_STYLE = (
    "text{font:12px sans-serif;fill:#1a1a1a}.head{font-weight:bold}.box{fill:#eef3fa;stroke:#5b7ba6}"
    ".alone .box{fill:#fdf0d5;stroke:#b7791f;stroke-dasharray:5 3}.furniture .box{fill:#f2f2f2;stroke:#bbb}"
    ".furniture text{fill:#777}.ribbon{fill:#5b7ba6}.moved{fill:#c2410c}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Box:
    """Where a passage stands in its column."""

    top: int
    bottom: int
    lines: tuple[str, ...]


def picture(source: Article, republished: Article, pairs: Sequence[Pair]) -> str:
    """Draw a pairing: a ribbon is the fainter the less sure it is, and of another color where a passage moved."""
    ours = _column(chain.from_iterable(pair.source for pair in pairs))
    theirs = _column(chain.from_iterable(pair.republished for pair in pairs))
    height = max((box.bottom for box in chain(ours.values(), theirs.values())), default=_TOP) + _MARGIN
    right = _WIDTH - _MARGIN - _COLUMN
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}">',
            f"<title>{_xml(f'Pairing of {source.name} with {republished.name}')}</title>",
            f"<style>{_STYLE}</style>",
            f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>',
            f'<text class="head" x="{_MARGIN}" y="32">Source: {_xml(_cut(source.name, _CELLS - 8))}</text>',
            f'<text class="head" x="{right}" y="32">Copy: {_xml(_cut(republished.name, _CELLS - 6))}</text>',
            *(ribbon for pair in pairs for ribbon in _ribbons(pair, ours, theirs)),
            *(
                box
                for pair in pairs
                for side, places, x in ((pair.source, ours, _MARGIN), (pair.republished, theirs, right))
                for box in _boxes(pair, side, places, x)
            ),
            "</svg>\n",
        ]
    )


def _column(passages: Iterator[Passage]) -> dict[int, _Box]:
    places: dict[int, _Box] = {}
    top = _TOP
    for passage in sorted(passages, key=lambda passage: passage.index):
        # Furniture is only hinted at: it may be half of a page.
        lines = _folded(passage.text, 1 if passage.furniture else _MOST_LINES)
        bottom = top + len(lines) * _LINE + 2 * _PADDING
        places[passage.index] = _Box(top=top, bottom=bottom, lines=lines)
        top = bottom + _GAP
    return places


def _boxes(pair: Pair, side: Sequence[Passage], places: dict[int, _Box], x: int) -> Iterator[str]:
    for passage in side:
        box = places[passage.index]
        kind = "furniture" if passage.furniture else "paired" if pair.source and pair.republished else "alone"
        yield (
            f'<g class="{kind}"><title>{_xml(heading(pair))}</title>'
            f'<rect class="box" x="{x}" y="{box.top}" width="{_COLUMN}" height="{box.bottom - box.top}" rx="3"/>'
        )
        for number, line in enumerate(box.lines, start=1):
            yield f'<text x="{x + _PADDING}" y="{box.top + number * _LINE + 2}">{_xml(line)}</text>'
        yield "</g>"


def _ribbons(pair: Pair, ours: dict[int, _Box], theirs: dict[int, _Box]) -> Iterator[str]:
    near, far = _MARGIN + _COLUMN, _WIDTH - _MARGIN - _COLUMN
    middle = (near + far) // 2
    for one in _runs(pair.source):
        for other in _runs(pair.republished):
            top, bottom = ours[one[0]].top, ours[one[1]].bottom
            there, end = theirs[other[0]].top, theirs[other[1]].bottom
            yield (
                f'<path class="ribbon{" moved" if pair.moved else ""}" fill-opacity="{0.15 + 0.45 * pair.score:.2f}" '
                f'd="M{near} {top}C{middle} {top} {middle} {there} {far} {there}V{end}'
                f'C{middle} {end} {middle} {bottom} {near} {bottom}Z"><title>{_xml(heading(pair))}</title></path>'
            )


def _runs(passages: Sequence[Passage]) -> list[tuple[int, int]]:
    """Return the first and the last of passages that follow each other."""
    runs: list[tuple[int, int]] = []
    for index in sorted(passage.index for passage in passages):
        if runs and index == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], index)
        else:
            runs.append((index, index))
    return runs


def _folded(text: str, most: int) -> tuple[str, ...]:
    """Break a text into lines of the box, also where a language writes no spaces."""
    lines: list[str] = []
    rest = " ".join(text.split())
    while rest and len(lines) < most:
        head = _fitting(rest, _CELLS)
        if len(head) < len(rest) and len(lines) == most - 1:
            return (*lines, f"{_fitting(rest, _CELLS - 1)}…")
        if len(head) < len(rest) and rest[len(head)] != " " and " " in head:
            head = head[: head.rindex(" ")]
        lines.append(head)
        rest = rest[len(head) :].lstrip()
    return tuple(lines)


def _fitting(text: str, cells: int) -> str:
    for at, char in enumerate(text):
        cells -= 2 if unicodedata.east_asian_width(char) in "WF" else 1
        if cells < 0:
            return text[:at]
    return text


def _cut(text: str, cells: int) -> str:
    return text if _fitting(text, cells) == text else f"{_fitting(text, cells - 1)}…"


def _xml(text: str) -> str:
    return escape(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", printable(text)))
