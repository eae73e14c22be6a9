"""The committed floors of the quality gate: what a figure may not fall below, and who lowered one, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from benchmarks.scoring import FALLING, Figures

Sets = Mapping[str, Figures]


@dataclass(frozen=True, slots=True)
class Floor:
    """What was measured, and the least that may be measured from now on (for false alarms the most)."""

    measured: float
    floor: float

    def allows(self, figure: str, value: float) -> bool:
        """Tell whether a new measurement is good enough; the last digit is left to rounding."""
        return value <= self.floor + 0.05 if figure in FALLING else value >= self.floor - 0.05


@dataclass(frozen=True, slots=True)
class Baseline:
    """`baseline.json`."""

    digests: Mapping[str, str]
    """File of the measuring data -> SHA-256."""
    rows: int
    """Rows drawn of each set."""
    floors: Mapping[str, Mapping[str, Mapping[str, Floor]]]
    """Part -> set -> figure -> floor."""
    lowered: tuple[Mapping[str, Any], ...] = field(default=())
    """When floors were lowered: which, and the reason."""

    @classmethod
    def read(cls, document: Mapping[str, Any]) -> "Baseline":
        """Read the JSON document."""
        return cls(
            digests=document["digests"],
            rows=document["rows"],
            floors={
                part: {
                    name: {figure: Floor(**floor) for figure, floor in figures.items()}
                    for name, figures in sets.items()
                }
                for part, sets in document["floors"].items()
            },
            lowered=tuple(document["lowered"]),
        )

    def document(self) -> dict[str, Any]:
        """Return the JSON document."""
        return {
            "digests": dict(self.digests),
            "rows": self.rows,
            "floors": {
                part: {
                    name: {
                        figure: {"measured": round(floor.measured, 1), "floor": round(floor.floor, 1)}
                        for figure, floor in figures.items()
                    }
                    for name, figures in sets.items()
                }
                for part, sets in self.floors.items()
            },
            "lowered": list(self.lowered),
        }


def fallen(
    floors: Mapping[str, Mapping[str, Floor]], measured: Mapping[str, Mapping[str, float]]
) -> Iterator[str]:
    """Name each figure that is missing, or beyond its floor."""
    for name, figures in floors.items():
        for figure, floor in figures.items():
            now = measured.get(name, {}).get(figure)
            if now is None:
                yield f"{name}: {figure} is no longer measured"
            elif not floor.allows(figure, now):
                yield f"{name}: {figure} {floor.measured:.1f} -> {now:.1f}, floor {floor.floor:.1f}"


def changed_files(then: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    """Name each file of the data that is not the one that the floors were measured on."""
    for name in sorted({*then, *now}):
        if name not in now:
            yield f"{name} is missing"
        elif name not in then:
            yield f"{name} is new"
        elif then[name] != now[name]:
            yield f"{name} is another one"


def raised(
    before: Mapping[str, Mapping[str, Floor]], measured: Sets, margins: Sets, *, lower: bool
) -> tuple[dict[str, dict[str, Floor]], list[str]]:
    """Set the floors anew.

    A floor is what was measured, less the margin, and never becomes easier than it is: only one that was not reached,
    and only with `lower`.

    Returns:
        The floors, and the figures that did not reach theirs.
    """
    floors: dict[str, dict[str, Floor]] = {}
    easier = []
    for name, figures in measured.items():
        for figure, value in figures.items():
            sign = 1 if figure in FALLING else -1
            new = Floor(value, min(max(value + sign * margins[name][figure], 0.0), 100.0))
            old = before.get(name, {}).get(figure)
            if old and sign * (new.floor - old.floor) > 0.05:
                missed = not old.allows(figure, value)
                if missed:
                    easier.append(f"{name}: {figure} {old.floor:.1f} -> {new.floor:.1f}")
                if not (missed and lower):
                    new = replace(new, floor=old.floor)
            floors.setdefault(name, {})[figure] = new
    for name, kept in before.items():
        for figure, floor in kept.items():
            if figure not in measured.get(name, {}):
                easier.append(f"{name}: {figure} is no longer measured")
                if not lower:
                    floors.setdefault(name, {})[figure] = floor
    return floors, easier
