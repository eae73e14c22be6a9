"""How far a judge's figures can be taken at their word: reliability bins, calibration error, risk and coverage."""

from collections.abc import Sequence
from dataclasses import dataclass

BINS = 10


@dataclass(frozen=True, slots=True)
class Said:
    """What a judge said of a row, and what is the case."""

    faithful: bool
    flagged: bool
    p_consistent: float | None
    confidence: float | None

    @property
    def right(self) -> bool:
        """Whether the label is right."""
        return self.flagged is not self.faithful


@dataclass(frozen=True, slots=True)
class Bin:
    """Rows for which about the same was predicted."""

    predicted: float
    """Mean of what was predicted."""
    happened: float
    """Share of the rows in which it was so."""
    cases: int


def bins(predicted: Sequence[float], happened: Sequence[bool], count: int = BINS) -> list[Bin]:
    """Sort predictions in [0, 1] into ranges of equal width; ranges without any are left out."""
    ranges: list[list[int]] = [[] for _ in range(count)]
    for at, chance in enumerate(predicted):
        ranges[min(int(chance * count), count - 1)].append(at)
    return [
        Bin(
            sum(predicted[at] for at in rows) / len(rows),
            sum(happened[at] for at in rows) / len(rows),
            len(rows),
        )
        for rows in ranges
        if rows
    ]


def calibration_error(found: Sequence[Bin]) -> float:
    """Expected calibration error: how far prediction and share are apart, in the mean over all rows.

    Source: Naeini et al., "Obtaining well calibrated probabilities using Bayesian binning", AAAI 2015.
    """
    rows = sum(each.cases for each in found)
    return sum(abs(each.predicted - each.happened) * each.cases for each in found) / max(rows, 1)


def risk_coverage(said: Sequence[Said]) -> list[tuple[float, float]]:
    """Return (coverage, risk) points: of the surest answers so many, the share that is wrong.

    Answers that are equally sure come in together, those without a confidence last.
    """
    ranked = sorted(said, key=_sureness, reverse=True)
    points, wrong = [], 0
    for number, each in enumerate(ranked, start=1):
        wrong += not each.right
        if number == len(ranked) or _sureness(ranked[number]) < _sureness(each):
            points.append((number / len(ranked), wrong / number))
    return points


def area_under(points: Sequence[tuple[float, float]]) -> float:
    """Area under a risk-coverage curve: the mean risk over all coverages; lower is better."""
    area, before = 0.0, 0.0
    for coverage, risk in points:
        area += (coverage - before) * risk
        before = coverage
    return area


def _sureness(said: Said) -> float:
    return -1.0 if said.confidence is None else said.confidence
