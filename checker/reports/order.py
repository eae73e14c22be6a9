"""Which pair comes first in a report."""

from collections.abc import Iterable

from checker.domain import AuditedPair, Label, Severity

MOST_GAPS = 5
"""Additions, and omissions, of which a short report says what makes them matter."""

_SEVERITIES = (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR, None)


def gravity(pair: AuditedPair) -> tuple[int, bool, float]:
    """Return what to sort by: the gravest, then contradictions, then the surest come first."""
    return _SEVERITIES.index(pair.severity), pair.label is not Label.CONTRADICTORY, -(pair.confidence or 0)


def worst_first(pairs: Iterable[AuditedPair]) -> list[AuditedPair]:
    """Sort pairs by gravity; equal ones keep the order of the report."""
    return sorted(pairs, key=gravity)


def to_review(pair: AuditedPair) -> bool:
    """Tell whether a pair is listed for somebody to read, though it fails nothing."""
    return bool(pair.findings and pair.source and pair.republished and not (pair.fails or pair.accepted))


def weightiest(gaps: Iterable[AuditedPair]) -> list[AuditedPair]:
    """Choose the passages without a counterpart that matter most, those with the most findings first among equals."""
    grave = [pair for pair in gaps if pair.findings and pair.severity is not Severity.MINOR]
    return sorted(grave, key=lambda pair: (gravity(pair), -len(pair.findings)))[:MOST_GAPS]
