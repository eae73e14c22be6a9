"""Finds what was left out that held a claim back: *in part*, *attempted*, *temporarily*, *unless a buyer is found*."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from checker.domain import Kind
from checker.facts.conditions import NOT_AFTER, clauses
from checker.facts.difference import Difference
from checker.facts.stems import FUNCTION_WORDS, stem_set
from checker.facts.tokens import NUMBER, WORD, Text, alike_apart_from, alike_words
from checker.facts.vocabulary import word_set

# Phrases of one line mean the same; where one of the stems below the line stands, nothing is missing.
_LINES = """
in part, partly, partially, to some extent, to a degree
    part some somewhat half limited among one contribute help factor
attempted, would-be
    attempt try tried failed foiled plot bid effort
temporarily, for now, for the time being, provisionally
    temporary interim provisional briefly short until while pause suspend
preliminary, provisional, unofficial, interim, unconfirmed
    early initial partial so far first temporary suggest draft
in principle, tentatively, conditionally
    principle tentative condition provisional outline broadly
"""
_SURE_FIT = 1.5
_NEAR_FIT = 1.0
_CONDITIONS = word_set("if unless provided except excluding barring")
_TURNS = word_set(
    """
    if unless provided except excluding barring until without when once should whether otherwise only depending depends
    condition conditional subject case long apart besides save would could but whenever pending
    """
)
"""Words by which a copy can put a condition or an exception in another way."""
_LIMITS = word_set("if unless only provided within until except as before after during while when")
_LIFTING = tuple(
    tuple(phrase.split())
    for phrase in (
        "at any time", "whether or not", "regardless", "no matter", "whatever the", "in any case", "on their own",
        "without any condition", "without conditions", "unconditionally", "under any circumstances", "at all times",
        "without limit",
    )
)  # fmt: skip
"""Phrases that say that no limit holds."""
_EVERY = word_set("all every each everyone")
"""Not *any*: beside a verb that takes away it says no more (*eliminate contact*, *avoid any contact*)."""
_BOUNDS = word_set("over under above below aged")
_MOST = 20
"""Limits of a passage that are looked at; keeps a page of nothing else affordable."""
_HELD = 0.6
"""Share of the content words around it that the copy must have, to say that the phrase or clause alone was left out."""
_LONGEST_CLAUSE = 25


class Group(NamedTuple):
    """Phrases that hold a claim back in the same way."""

    phrases: tuple[tuple[str, ...], ...]
    """Longest first, each as lower-case words."""
    kept: frozenset[str]
    """Stems that say the same in another way."""


def _groups() -> tuple[Group, ...]:
    groups = []
    lines = iter(_LINES.strip().splitlines())
    for written, others in zip(lines, lines, strict=True):
        phrases = sorted(
            (tuple(phrase.replace("-", " - ").split()) for phrase in written.split(",")),
            key=len,
            reverse=True,
        )
        kept = stem_set(others) | stem_set(" ".join(phrase[-1] for phrase in phrases))
        groups.append(Group(tuple(phrases), kept - {"be"}))
    return tuple(groups)


_GROUPS = _groups()
QUALIFIERS = tuple(" ".join(phrase).replace(" - ", "-") for group in _GROUPS for phrase in group.phrases)
"""The phrases whose loss is noticed."""
_STARTING = {
    first: [(phrase, group) for group in _GROUPS for phrase in group.phrases if phrase[0] == first]
    for first in {phrase[0] for group in _GROUPS for phrase in group.phrases}
}
"""First word of a phrase -> the phrases with their groups, in order."""


def qualifier_differences(source: Text, copy: Text) -> Iterator[Difference]:
    """Yield words of the source that limit a claim which the copy makes without them."""
    yield from _qualifiers(source, copy)
    yield from _conditions(source, copy)
    yield from _lifted(source, copy)
    yield from _bounds(source, copy)


def _qualifiers(source: Text, copy: Text) -> Iterator[Difference]:
    for index in source.places(_STARTING.keys()):
        found = _at(source, index)
        if found is None or found[1].kept & copy.stems:
            continue
        after_index = index + found[0]
        place, score = _seam(copy, source.before(index), source.after(after_index))
        first, last = source.sentence(index)
        around = source.content(first, index) | source.content(after_index, last)
        if score < _NEAR_FIT or not _held(around, copy):
            continue
        quote = source.quote(index, after_index)
        yield Difference(
            kind=Kind.OMISSION,
            rule="omission.qualifier" if score >= _SURE_FIT else "omission.qualifier.unsure",
            contradicts=False,
            explanation=f"The source says “{quote}”; the copy leaves it out and so says more.",
            source=source.stretch(index, after_index),
            republished=copy.stretch(place, place + 1),
        )


def _at(text: Text, index: int) -> tuple[int, Group] | None:
    for phrase, group in _STARTING[text.tokens[index].lower]:
        if tuple(token.lower for token in text.tokens[index : index + len(phrase)]) == phrase:
            return len(phrase), group
    return None


def _seam(text: Text, before: list[str], after: list[str]) -> tuple[int, float]:
    """Find the token before which the words around a left-out phrase meet, and how well they fit."""
    best, best_score = 0, 0.0
    stems = [token.stem for token in text.tokens]
    for index in range(len(stems) + 1):
        here = index < len(stems) and stems[index] == after[0]
        there = index > 0 and stems[index - 1] == before[0]
        if not (here or there):
            continue
        score = alike_words(before, text.before(index)) + alike_words(after, text.after(index))
        if score > best_score:
            best, best_score = min(index, len(stems) - 1), score
    return best, best_score


def _conditions(source: Text, copy: Text) -> Iterator[Difference]:
    if not _CONDITIONS & source.words or _TURNS & copy.words:
        return
    for index, stop in clauses(source, _CONDITIONS, not_after=NOT_AFTER):
        clause = source.content(index + 1, stop)
        if not clause or stop - index > _LONGEST_CLAUSE or clause & copy.stems:
            continue
        first, last = source.sentence(index)
        main = source.content(first, index) | source.content(stop, last)
        if not _held(main, copy):
            continue
        quote = source.quote(index, stop)
        yield Difference(
            kind=Kind.OMISSION,
            rule="omission.condition.alone"
            if alike_apart_from(source, (index, stop), copy, (0, 0))
            else "omission.condition",
            contradicts=False,
            explanation=f"The source limits this: “{quote}”. The copy leaves that out.",
            source=source.stretch(index, stop),
        )


def _held(words: set[str], copy: Text) -> bool:
    return len(words) >= 2 and len(words & copy.stems) >= _HELD * len(words)


def _lifted(source: Text, copy: Text) -> Iterator[Difference]:
    """Yield *at any time* or *all customers* where the source sets a limit that the copy no longer has."""
    limits = source.places(_LIMITS - copy.words)
    unlimited = list(_unlimited(source, copy, limits[0])) if limits else []
    yield from unlimited or _every(source, copy)


def _unlimited(source: Text, copy: Text, limit: int) -> Iterator[Difference]:
    """Yield the first phrase of the copy by which no limit holds."""
    lower = [token.lower for token in copy.tokens]
    there = " ".join(token.lower for token in source.tokens)
    for phrase in _LIFTING:
        if phrase[0] not in copy.words or " ".join(phrase) in there:
            continue
        for at in range(len(lower) - len(phrase) + 1):
            if tuple(lower[at : at + len(phrase)]) != phrase:
                continue
            rest = copy.content(0, at) | copy.content(at + len(phrase), len(lower))
            if len(rest) > 1 and rest <= source.stems:
                yield _lift(source, copy, (limit, limit + 1), (at, at + len(phrase)))
                return


def _every(source: Text, copy: Text) -> Iterator[Difference]:
    """Yield *all customers* where the source says *new customers*."""
    if _EVERY & source.words:
        return
    nouns = [
        (at, noun.stem)
        for at in copy.places(_EVERY)
        for noun in copy.tokens[at + 1 : at + 2]
        if noun.lower not in FUNCTION_WORDS and noun.shape is WORD
    ][:_MOST]
    for at, stem in nouns:
        limited = [
            before
            for before, (limit, noun) in enumerate(pairwise(source.tokens))
            if noun.stem == stem
            and limit.shape is WORD
            and limit.lower not in FUNCTION_WORDS
            and limit.stem not in copy.stems
        ][:_MOST]
        for before in limited:
            if alike_apart_from(source, (before, before + 1), copy, (at, at + 1)):
                yield _lift(source, copy, (before, before + 2), (at, at + 2))
                return


def _lift(source: Text, copy: Text, old: tuple[int, int], new: tuple[int, int]) -> Difference:
    return Difference(
        kind=Kind.OMISSION,
        rule="omission.limit",
        contradicts=True,
        explanation=f"The source sets a limit, “{source.quote(*old)}”; the copy says “{copy.quote(*new)}”.",
        source=source.stretch(*old),
        republished=copy.stretch(*new),
    )


def _bounds(source: Text, copy: Text) -> Iterator[Difference]:
    """Yield *over 65* that limits whom the source speaks of, where the copy has all but that."""
    dropped = [
        index
        for index in source.places(_BOUNDS)
        for figure in source.tokens[index + 1 : index + 2]
        if figure.shape is NUMBER and figure.lower not in copy.words
    ][:_MOST]
    for index in dropped:
        if not alike_apart_from(source, (index, index + 2), copy, (0, 0)):
            continue
        yield Difference(
            kind=Kind.OMISSION,
            rule="omission.bound",
            contradicts=False,
            explanation=f"The source limits this, “{source.quote(index, index + 2)}”; the copy leaves that out.",
            source=source.stretch(index, index + 2),
        )
