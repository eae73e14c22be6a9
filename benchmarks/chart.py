"""Small charts as SVG, without a plotting library: axes from 0 to 1, lines, dots."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

SIZE, MARGIN, TOP = 260, 52, 46
COLORS = ("#1f5fa8", "#b3541e", "#2c7a4b", "#7a3b8f")

Points = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Series:
    """Points that belong together."""

    name: str
    points: Points
    weights: Sequence[int] = ()
    """Rows behind each point, drawn as its size; none: a line without dots."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A square with both axes from 0 to 1."""

    title: str
    across: str
    up: str
    series: Sequence[Series]
    diagonal: bool = False
    top: float = 1.0
    """Where the upward axis ends."""


def draw(panels: Sequence[Panel], *, title: str) -> str:
    """Draw panels side by side."""
    wide, legend = SIZE + MARGIN + 28, 18 * max(len(panel.series) for panel in panels)
    width, height = wide * len(panels), TOP + SIZE + 48 + legend
    body = "\n".join(
        f'<g transform="translate({number * wide + MARGIN} {TOP})">{"".join(_panel(panel))}</g>'
        for number, panel in enumerate(panels)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" font-family="sans-serif" font-size="12" fill="#222">\n<title>{escape(title)}</title>\n'
        f'<rect width="100%" height="100%" fill="#fff"/>\n{body}\n</svg>\n'
    )


def _panel(panel: Panel) -> Iterator[str]:
    yield f'<text y="-18" font-size="14" font-weight="bold">{escape(panel.title)}</text>'
    for step in range(6):
        at = step * SIZE / 5
        yield f'<path d="M0 {at:.0f}H{SIZE}M{at:.0f} 0V{SIZE}" stroke="#e3e3e3" fill="none"/>'
        yield f'<text x="{at:.0f}" y="{SIZE + 16}" text-anchor="middle">{step / 5:.1f}</text>'
        yield f'<text x="-6" y="{SIZE - at + 4:.0f}" text-anchor="end">{panel.top * step / 5:.2g}</text>'
    yield f'<text x="{SIZE / 2}" y="{SIZE + 34}" text-anchor="middle">{escape(panel.across)}</text>'
    yield f'<text transform="translate(-36 {SIZE / 2}) rotate(-90)" text-anchor="middle">{escape(panel.up)}</text>'
    if panel.diagonal:
        yield f'<path d="M0 {SIZE}L{SIZE} 0" stroke="#888" stroke-dasharray="4 4"/>'
    for number, series in enumerate(panel.series):
        yield from _series(series, COLORS[number], panel.top)
        y = SIZE + 54 + 18 * number
        yield f'<path d="M0 {y - 4}h18" stroke="{COLORS[number]}" stroke-width="3"/>'
        yield f'<text x="24" y="{y}">{escape(series.name)}</text>'


def _series(series: Series, color: str, top: float) -> Iterator[str]:
    places = [(x * SIZE, SIZE - min(y / top, 1) * SIZE) for x, y in series.points]
    line = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    yield f'<path d="M{line}" stroke="{color}" stroke-width="2" fill="none"/>'
    most = max(series.weights, default=1)
    for (x, y), weight in zip(places, series.weights, strict=False):
        radius = 2.5 + 5 * (weight / most) ** 0.5
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{color}" fill-opacity="0.65"/>'
