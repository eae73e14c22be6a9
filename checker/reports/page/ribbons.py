"""The map of the alignment: two columns of passages, and ribbons between those that correspond."""

from collections.abc import Sequence
from dataclasses import dataclass

from checker.domain import AuditedPair, Label, Place

WIDTH = 320
"""Units; the page scales the map to the room that it has."""
BAR = 26
_MARGIN = 2
_SHORTEST, _TALLEST, _PER_PASSAGE = 150.0, 520.0, 9.0
_THIN = 3.0
"""Height of a passage, on average, below which the map is dense."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A passage in its column."""

    x: float
    y: float
    height: float
    label: Label
    row: int
    """Index of its row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ribbon:
    """A band from a stretch of the source to the stretch of the copy that corresponds to it."""

    path: str
    label: Label
    moved: bool
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """Shapes to draw, those to be seen last."""

    height: float
    bars: tuple[Bar, ...]
    ribbons: tuple[Ribbon, ...]
    dense: bool = False
    """Whether passages are so thin that outlines would hide them."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    top: float
    bottom: float
    row: int


def draw(pairs: Sequence[AuditedPair]) -> Map:
    """Lay out the map: every passage as tall as it is long, in the order of its file."""
    sides = [_in_order([pair.source for pair in pairs]), _in_order([pair.republished for pair in pairs])]
    most = max(len(side) for side in sides)
    height = min(max(_SHORTEST, most * _PER_PASSAGE), _TALLEST)
    columns = [_column(side, height) for side in sides]
    bars = [
        Bar(x=x, y=_round(s.top), height=_round(s.bottom - s.top), label=pairs[s.row].label, row=s.row)
        for x, column in zip((0, WIDTH - BAR), columns, strict=True)
        for s in column
    ]
    left, right = (_runs(column) for column in columns)
    ribbons = [
        Ribbon(path=_path(one, other), label=pair.label, moved=pair.moved, row=row)
        for row, pair in enumerate(pairs)
        for one in left.get(row, ())
        for other in right.get(row, ())
    ]
    ribbons.sort(key=lambda ribbon: (ribbon.label is not Label.CONSISTENT, ribbon.moved))
    return Map(
        height=height + 2 * _MARGIN, bars=tuple(bars), ribbons=tuple(ribbons), dense=height < _THIN * most
    )


def _in_order(sides: Sequence[Sequence[Place]]) -> list[tuple[int, int]]:
    """Return (row, length in characters) of every passage, in the order of the file."""
    found = sorted(
        (place.start, row, max(len(place.text), 1)) for row, places in enumerate(sides) for place in places
    )
    return [(row, length) for _, row, length in found]


def _column(side: Sequence[tuple[int, int]], height: float) -> list[_Stretch]:
    gap = min(1.5, height / 4 / max(len(side), 1))
    room = height - gap * max(len(side) - 1, 0)
    total = sum(length for _, length in side)
    placed, top = [], float(_MARGIN)
    for row, length in side:
        bottom = top + room * length / total
        placed.append(_Stretch(top, bottom, row))
        top = bottom + gap
    return placed


def _runs(column: Sequence[_Stretch]) -> dict[int, list[_Stretch]]:
    """Join neighbouring passages of one row: row -> stretches."""
    runs: dict[int, list[_Stretch]] = {}
    last = None
    for stretch in column:
        own = runs.setdefault(stretch.row, [])
        if last == stretch.row:
            own[-1] = _Stretch(own[-1].top, stretch.bottom, stretch.row)
        else:
            own.append(stretch)
        last = stretch.row
    return runs


def _path(one: _Stretch, other: _Stretch) -> str:
    start, end = BAR + 2, WIDTH - BAR - 2
    middle = WIDTH / 2
    a, b, c, d = (_round(y) for y in (one.top, one.bottom, other.top, other.bottom))
    return (
        f"M{start} {a}C{middle:g} {a} {middle:g} {c} {end} {c}V{d}C{middle:g} {d} {middle:g} {b} {start} {b}Z"
    )


def _round(y: float) -> float:
    return round(y, 1)
