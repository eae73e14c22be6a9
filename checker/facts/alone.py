"""What a passage without a counterpart says: facts that stand nowhere else, and words that hold a claim back."""

from collections.abc import Iterator

from checker.domain import Kind
from checker.facts.attribution import speakers
from checker.facts.compare import compare
from checker.facts.conditions import NOT_AFTER, clauses
from checker.facts.difference import Difference
from checker.facts.places import PLACE_OF
from checker.facts.stems import FUNCTION_WORDS, stem_set
from checker.facts.tokens import MARK, WORD, Background, Text, background_of, mended, read

LONGEST = 20_000
_FIGURES = frozenset({Kind.NUMBER, Kind.PERCENTAGE, Kind.MONEY, Kind.UNIT, Kind.DATE})
_DENIAL = stem_set("deny denial refute dispute reject repudiate disavow exonerate acquit retract")
_CONDITION = ("if", "unless", "provided", "pending")


def nowhere(passage: str, article: str) -> tuple[Difference, ...]:
    """List the figures, dates, names and quotations of a passage that an article nowhere has.

    Args:
        passage: One that has no counterpart in the article.
        article: The whole text of the other article; pass the same string for all its passages.

    Returns:
        Differences whose `republished` words are those of the passage, whichever side it is on.
    """
    words = background_of(article).words
    found = compare("", passage, background=article)
    return tuple(
        item
        for item in found
        if item.republished
        and item.kind is not Kind.ATTRIBUTION  # that is for `spoken`
        and (
            item.rule.endswith(".invented")
            or (item.kind in _FIGURES and not _known(passage, item, words))
            or (item.kind is Kind.NAME and _is_place(passage, item))
        )
    )


def spoken(passage: str, article: str) -> tuple[Difference, ...]:
    """List who speaks in a passage for which the article has no counterpart: words put into somebody's mouth."""
    return tuple(
        item
        for item in compare("", passage, background=article)
        if item.kind is Kind.ATTRIBUTION and item.republished
    )


def weighty(passage: str, article: str) -> tuple[Difference, ...]:
    """List what makes it matter that an article lacks a passage: a denial, a condition, a source named nowhere else.

    Returns:
        Differences whose `republished` words are those of the passage.
    """
    text = read(mended(passage[:LONGEST]))
    return (*_denials(text), *_conditions(text), *_sources(text, background_of(article)))


def _known(passage: str, item: Difference, words: frozenset[str]) -> bool:
    start, end = item.republished or (0, 0)
    return all(token.lower in words for token in read(passage[start:end]).tokens if token.shape is not MARK)


def _is_place(passage: str, item: Difference) -> bool:
    start, end = item.republished or (0, 0)
    return all(word.lower() in PLACE_OF for word in passage[start:end].split())


def _denials(text: Text) -> Iterator[Difference]:
    for index, token in enumerate(text.tokens):
        if token.shape is WORD and token.stem in _DENIAL and not _after_not(text, index):
            yield _found(Kind.NEGATION, "alone.denial", text, index, index + 1)
            return


def _after_not(text: Text, index: int) -> bool:
    return any(token.lower in ("not", "never") for token in text.tokens[max(index - 2, 0) : index])


def _conditions(text: Text) -> Iterator[Difference]:
    for index, stop in clauses(text, _CONDITION, not_after=NOT_AFTER | {"and"}):
        if stop - index > 2:
            yield _found(Kind.OMISSION, "alone.condition", text, index, stop)
            return


def _sources(text: Text, article: Background) -> Iterator[Difference]:
    for speaker in speakers(text):
        stems = {stem for stem in speaker.words if stem not in FUNCTION_WORDS}
        if not (speaker.pronoun or speaker.named or not stems or stems & article.stems):
            yield _found(Kind.ATTRIBUTION, "alone.source", text, speaker.first, speaker.after)
            return


def _found(kind: Kind, rule: str, text: Text, first: int, after: int) -> Difference:
    return Difference(
        kind=kind, rule=rule, contradicts=False, explanation="", republished=text.stretch(first, after)
    )
