"""What the program notices in a pair, in words for a model. Pure."""

from collections.abc import Sequence
from functools import lru_cache

from checker.domain import Pair
from checker.facts import Difference, compare
from checker.judges.sureness import sureness
from checker.words import Relation, WordChange, compare_words

HINT = 0.5
"""Precision from which on a rule's finding is shown beside a pair: it is more often right than wrong."""
SURE = 0.9
"""Precision from which on a rule is worth a second opinion."""
_MOST = 3
"""Findings that are named: what a model may list."""


def hint(pair: Pair) -> str:
    """Return what a model should look at first; empty if the program sees nothing."""
    return "; ".join([*_changed(pair, HINT), *_opposites(pair)][:_MOST])


def doubt(pair: Pair) -> str:
    """Return what sure rules see changed, whatever a model says; empty if nothing."""
    return "; ".join(_changed(pair, SURE)[:_MOST])


def _changed(pair: Pair, least: float) -> list[str]:
    found = _compared(pair.source_text, pair.republished_text, pair.background)
    return [_described(difference, pair) for difference in found if sureness(difference.rule) >= least]


def _opposites(pair: Pair) -> list[str]:
    """Words that a dictionary calls the opposite of each other: no rule flags by them, and a reader looks twice."""
    source, copy = pair.source_text, pair.republished_text
    return [
        f"opposite: source {source[slice(*change.source_span)]!r}, copy {copy[slice(*change.republished_span)]!r}"
        for change in _words(source, copy)
        if change.relation is Relation.ANTONYM and change.source_span and change.republished_span
    ]


def _described(difference: Difference, pair: Pair) -> str:
    kind = difference.kind.value
    there = repr(pair.source_text[slice(*difference.source)]) if difference.source else ""
    here = repr(pair.republished_text[slice(*difference.republished)]) if difference.republished else ""
    if there and here:
        return f"{kind}: source {there}, copy {here}"
    return f"{kind}: only in the source {there}" if there else f"{kind}: only in the copy {here}"


@lru_cache(maxsize=1_024)
def _compared(source: str, copy: str, background: str) -> Sequence[Difference]:
    """Compare, once for the hint, the key of what is remembered and the second opinion."""
    return compare(source, copy, background=background)


@lru_cache(maxsize=1_024)
def _words(source: str, copy: str) -> Sequence[WordChange]:
    return compare_words(source, copy).changes
