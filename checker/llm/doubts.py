"""What the rules notice in a pair, in words for a model. Pure."""

from collections.abc import Sequence
from functools import lru_cache

from checker.domain import Pair
from checker.facts import Difference, compare
from checker.judges.rules import sureness

HINT = 0.65
"""Precision from which on a rule's finding is shown beside a pair: that from which on the rules judge flags by it."""
SURE = 0.9
"""Precision from which on a rule is worth a second opinion."""
_MOST = 3
"""Findings that are named: what a model may list."""


def noticed(pair: Pair, *, least: float) -> str:
    """Return what rules of at least this precision see changed; empty if nothing."""
    found = _compared(pair.source_text, pair.republished_text, pair.background)
    believed = [difference for difference in found if sureness(difference.rule) >= least]
    return "; ".join(_described(difference, pair) for difference in believed[:_MOST])


def _described(difference: Difference, pair: Pair) -> str:
    there = pair.source_text[slice(*difference.source)] if difference.source else "nothing"
    here = pair.republished_text[slice(*difference.republished)] if difference.republished else "nothing"
    return f"{difference.kind.value}: source {there!r}, copy {here!r}"


@lru_cache(maxsize=1_024)
def _compared(source: str, copy: str, background: str) -> Sequence[Difference]:
    """Compare, once for the hint, the key of what is remembered and the second opinion."""
    return compare(source, copy, background=background)
