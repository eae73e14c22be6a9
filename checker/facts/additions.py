"""Finds a clause that a copy hangs on to a sentence of its source: *…, both with broken legs*."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from checker.domain import Kind
from checker.facts.attribution import SAYING
from checker.facts.difference import Difference
from checker.facts.stems import FUNCTION_WORDS
from checker.facts.tokens import MARK, Background, Text, Token
from checker.facts.vocabulary import word_set

_JOINTS = word_set(
    "and but after before because who which that with both its while when so as until where whose having"
)
"""Words with which a clause can be hung on."""
_SUBJECTS = word_set("it they he she we you i there this these")
"""Words that open a sentence of its own: there the clause before the comma is what was moved."""
_SHORTEST = 4
"""Words of a clause that only a comma joins."""
_EXPLAINING = word_set(
    "person people someone thing place kind type word words means mean called known according"
)
"""Words of an aside that explains a word to readers and claims nothing."""
_MARKS_OF_ASIDES = frozenset("(–—-[")
_NEW = 0.6
"""Share of the clause's content words that nothing in the source has."""
_KEPT = 0.9
"""Share of the other content words that stand in the source."""
_FEWEST = 2
_LONGEST = 300
"""Words of a passage that are aligned; sentences are shorter."""


def addition_differences(source: Text, copy: Text, *, background: Background | None) -> Iterator[Difference]:
    """Yield clauses of new words in a copy that otherwise has its source's own words."""
    fresh = copy.stems - source.stems - FUNCTION_WORDS
    if background is not None:
        fresh = fresh - background.stems
    if len(fresh) < _FEWEST:
        return
    here = [index for index, token in enumerate(copy.tokens) if token.shape is not MARK][:_LONGEST]
    for first, after in _inserted(source, copy, here):
        clause = copy.content(first, after)
        if len(fresh & clause) < max(_FEWEST, _NEW * len(clause)):
            continue
        if not _claims(copy, first, after) or not _rest_is_kept(source, copy, first, after):
            continue
        yield Difference(
            kind=Kind.ADDITION,
            # What the whole article lacks was made up; what the passage lacks may stand next door.
            rule="addition.clause" if background is not None else "addition.clause.unsure",
            contradicts=False,
            explanation=f"The copy adds “{copy.quote(first, after)}”, of which the source says nothing.",
            republished=copy.stretch(first, after),
        )


def _inserted(source: Text, copy: Text, here: list[int]) -> Iterator[tuple[int, int]]:
    """Yield stretches of the copy's tokens that stand between neighbouring words of the source."""
    old = [token.stem for token in source.tokens if token.shape is not MARK][:_LONGEST]
    new = [copy.tokens[index].stem for index in here]
    for what, _, _, first, after in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "insert":
            yield here[first], here[after - 1] + 1


def _claims(copy: Text, first: int, after: int) -> bool:
    tokens = copy.tokens
    words = [token.lower for token in tokens[first:after] if token.shape is not MARK]
    before, behind = tokens[first - 1] if first else None, tokens[after] if after < len(tokens) else None
    if before is None or before.text in _MARKS_OF_ASIDES or _EXPLAINING.intersection(words):
        return False
    if words[0] in SAYING or words[-1] in SAYING or (behind is not None and behind.lower in SAYING):
        return False  # who says it is another matter
    if all(token.capital for token in tokens[first:after] if _is_content(token)):
        return False  # a title or a name beside a name
    joined = words[0] in _JOINTS or (
        before.text == "," and words[0] not in _SUBJECTS and len(words) >= _SHORTEST
    )
    return joined and (behind is None or behind.shape is MARK)


def _rest_is_kept(source: Text, copy: Text, first: int, after: int) -> bool:
    rest = [token for token in (*copy.tokens[:first], *copy.tokens[after:]) if _is_content(token)]
    clause = [token for token in copy.tokens[first:after] if _is_content(token)]
    kept = sum(token.stem in source.stems for token in rest)
    return len(rest) >= max(len(clause), _FEWEST + 1) and kept >= _KEPT * len(rest)


def _is_content(token: Token) -> bool:
    return token.shape is not MARK and token.lower not in FUNCTION_WORDS and token.lower not in SAYING
