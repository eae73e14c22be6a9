"""Which pair comes first in a report."""

from collections.abc import Iterable

from checker.domain import AuditedPair, Label, Severity

_SEVERITIES = (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR, None)


def gravity(pair: AuditedPair) -> tuple[int, bool, float]:
    """Return what to sort by: the gravest, then contradictions, then the surest come first."""
    return _SEVERITIES.index(pair.severity), pair.label is not Label.CONTRADICTORY, -(pair.confidence or 0)


def worst_first(pairs: Iterable[AuditedPair]) -> list[AuditedPair]:
    """Sort pairs by gravity; equal ones keep the order of the report."""
    return sorted(pairs, key=gravity)
