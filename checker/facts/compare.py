"""Runs every comparison on a pair and merges what they find."""

from collections.abc import Iterator

from checker.facts.additions import addition_differences
from checker.facts.attribution import attribution_differences
from checker.facts.causality import causality_differences
from checker.facts.dates import date_differences, dates, tokens_of
from checker.facts.difference import Difference
from checker.facts.direction import direction_differences
from checker.facts.exchange import exchange_differences
from checker.facts.merging import merged
from checker.facts.modality import modality_differences
from checker.facts.names import name_differences
from checker.facts.negation import negation_differences
from checker.facts.numbers import number_differences
from checker.facts.pronouns import pronoun_differences
from checker.facts.qualifiers import qualifier_differences
from checker.facts.quantifiers import quantifier_differences
from checker.facts.quotations import quotation_differences
from checker.facts.roles import role_differences
from checker.facts.strength import strength_differences
from checker.facts.tokens import Background, Text, background_of, mended, read

LONGEST = 20_000
"""Characters of a passage that are compared. Sentences are shorter; a text that never ends one is cut here."""


def compare(source: str, republished: str, *, background: str = "") -> tuple[Difference, ...]:
    """List what `republished` says otherwise than `source`, in the order of the republished words.

    Args:
        source: The source passage, or several joined.
        republished: The republished passage, or several joined.
        background: The whole source article. A name or figure that it holds is not called invented. It is
            indexed once and the index kept, so pass the same string for every pair of an article.

    Returns:
        Differences with offsets into the two strings given, none over the same words as another of its kind.
    """
    if source == republished:
        return ()
    source, republished = mended(source[:LONGEST]), mended(republished[:LONGEST])
    around = background_of(background) if background else None
    return merged(_all(read(source), read(republished), around))


def _all(source: Text, copy: Text, background: Background | None) -> Iterator[Difference]:
    found = dates(source), dates(copy)
    taken = tokens_of(found[0]), tokens_of(found[1])
    yield from number_differences(source, copy, taken=taken, background=background)
    yield from date_differences(source, copy, found, background=background)
    yield from name_differences(source, copy, taken=taken, background=background)
    yield from role_differences(source, copy)
    yield from pronoun_differences(source, copy)
    yield from attribution_differences(source, copy, background=background)
    yield from quotation_differences(source, copy, background=background)
    yield from negation_differences(source, copy)
    yield from quantifier_differences(source, copy)
    yield from qualifier_differences(source, copy)
    yield from addition_differences(source, copy, background=background)
    yield from direction_differences(source, copy)
    yield from exchange_differences(source, copy)
    claims = [*modality_differences(source, copy), *causality_differences(source, copy)]
    # A word put in the place of another says more than how strong the claims are.
    yield from claims or strength_differences(source, copy)
