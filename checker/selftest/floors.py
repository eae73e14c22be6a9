"""The least that the user asked for, and what falls short of it."""

from collections.abc import Iterator, Mapping

from checker.errors import UsageError
from checker.selftest.cases import Case, Part
from checker.selftest.run import Result, rate

Floors = Mapping[Part, float]
"""Part -> the least share of its cases that have to hold, in percent."""

OPTIONS: Mapping[Part, str] = {
    Part.PLANTED: "--min-caught",
    Part.HARMLESS: "--min-clean",
    Part.RELATIONS: "--min-held",
}


def refuse_untried(floors: Floors, cases: list[Case]) -> None:
    """Refuse a floor under something that is not tried: it could only hold.

    Raises:
        UsageError: There is such a floor.
    """
    tried = {case.part for case in cases}
    for part in floors:
        if part not in tried:
            raise UsageError(
                f"{OPTIONS[part]} is given, but nothing of {part} is tried.", hint=f"Add {part} to --only."
            )


def short_of(floors: Floors, result: Result) -> Iterator[str]:
    """Say of every floor that is not reached what was measured. A part in which nothing could be told is below."""
    for part, floor in floors.items():
        measured = rate(result.of(part))
        if measured.share is None or 100 * measured.share < floor:
            share = "nothing" if measured.share is None else f"{100 * measured.share:.1f} %"
            yield f"{part}: {share} is below {OPTIONS[part]} {floor:g}"
