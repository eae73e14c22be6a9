"""Leads what a comparison of texts found back to the articles."""

from checker.domain import Finding, Passage, locate
from checker.facts import Difference


def finding_of(
    difference: Difference, source: tuple[Passage, ...], republished: tuple[Passage, ...]
) -> Finding | None:
    """Turn a difference between two joined sides into a finding.

    None where its words fall between two passages, so that no side would name any.
    """
    there = locate(source, *difference.source) if difference.source else None
    here = locate(republished, *difference.republished) if difference.republished else None
    if there is None and here is None:
        return None
    return Finding(kind=difference.kind, explanation=difference.explanation, source=there, republished=here)
