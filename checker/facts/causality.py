"""Compares what links two events: *after* beside *because of*, *linked to* beside *caused*, *if* beside *unless*."""

from collections.abc import Iterator
from typing import NamedTuple

from checker.domain import Kind
from checker.facts.difference import Difference
from checker.facts.negation import HARD
from checker.facts.tokens import MARK, WORD, Text, alike_words
from checker.facts.vocabulary import opposed


def _table(rows: str) -> dict[str, tuple[str, ...]]:
    return {word: tuple(after.split(",")) for word, _, after in (row.partition("/") for row in rows.split())}


_CAUSE = _table(
    "because/,of due/to owing/to thanks/to caus/,by lead/to result/in,from trigger/,by provok/,by spark/,by forc/ "
    "blam/on,for prompt/,by mean/"
)
"""Stem of a word that claims a cause -> the words that it takes after it, empty for none."""
_COINCIDE = _table(
    "after/ follow/,by link/to,with associat/with amid/ while/ when/ connect/to,with relat/to correlat/with "
    "coincid/with tied/to during/ despit/ contribut/to although/ accompany/by before/"
)
"""The same for words that only put two events side by side."""

_LINKS = opposed(
    """
    if / unless because although despite
    unless / because
    because / but although though despite before while so
    despite / after
    but / so
    although though / after so when
    until / since
    except / including
    """
)
"""Word that links two statements -> those that link them in another way; never two that a rewrite may exchange."""
_CONDITIONS = frozenset({"if", "unless"})
_SAME_CLAUSE = 0.75
"""How well the words after two links fit where the link alone was changed."""
_MOST = 60
"""Links of a passage that are compared at most."""
_FEW = 2
"""Content words of the source that a copy may lack where it gives a cause of its own."""


class Link(NamedTuple):
    """A word that joins two events: tokens from `first` up to, not including, `after`."""

    first: int
    after: int


def _links(text: Text, table: dict[str, tuple[str, ...]]) -> list[Link]:
    if table.keys().isdisjoint(text.stems) and table.keys().isdisjoint(text.words):
        return []
    found = []
    tokens = text.tokens
    for index, token in enumerate(tokens):
        if token.shape is not WORD:
            continue
        seconds = table.get(token.stem)
        if seconds is None:
            seconds = table.get(token.lower)
        if seconds is None:
            continue
        following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        if following and following in seconds:
            found.append(Link(index, index + 2))
        elif "" in seconds:
            found.append(Link(index, index + 1))
    return found


def causality_differences(source: Text, copy: Text) -> Iterator[Difference]:
    """Yield where the copy makes a cause of what the source only puts side by side."""
    yield from _turned(source, copy)
    causes = _links(copy, _CAUSE)
    if not causes or _links(source, _CAUSE):
        return
    yield from _invented(source, copy, causes[:_MOST])
    coincidences = [
        link for link in _links(source, _COINCIDE) if source.tokens[link.first].stem not in copy.stems
    ]
    for cause in causes:
        best, best_score = None, 0.0
        for link in coincidences:
            left = alike_words(_plain(source.before(link.first, 3)), _plain(copy.before(cause.first, 3)))
            right = alike_words(source.after(link.after), copy.after(cause.after))
            score = left + right if left and right else 0.5 * (left + right)
            if score > best_score:
                best, best_score = link, score
        if best is None or best_score < 0.4:
            continue
        yield Difference(
            kind=Kind.CAUSALITY,
            rule="causality.changed" if best_score >= 1.0 else "causality.changed.unsure",
            contradicts=False,
            explanation=f"The source says “{source.quote(best.first, best.after)}”, the copy claims a cause: "
            f"“{copy.quote(cause.first, cause.after)}”.",
            source=source.stretch(best.first, best.after),
            republished=copy.stretch(cause.first, cause.after),
        )


def _turned(source: Text, copy: Text) -> Iterator[Difference]:
    """Yield *unless* where the source has *if* before the same words."""
    new = copy.places(_LINKS.keys() - source.words)[:_MOST]
    if not new:
        return
    uneven = sum(token.lower in HARD for token in source.tokens) != sum(
        token.lower in HARD for token in copy.tokens
    )
    old = source.places(_LINKS.keys() - copy.words)[:_MOST]
    for at in new:
        for before in old:
            there, here = source.tokens[before], copy.tokens[at]
            if here.lower not in _LINKS[there.lower] or (uneven and _CONDITIONS & {there.lower, here.lower}):
                continue  # "unless it rains" is "if it does not", "lost if he had not" is "kept because he had"
            left = alike_words(source.before(before), copy.before(at))
            right = alike_words(_clause(source, before), _clause(copy, at))
            if right < _SAME_CLAUSE or (not left and source.before(before, 1) != copy.before(at, 1)):
                continue
            yield Difference(
                kind=Kind.CAUSALITY,
                rule="causality.turned",
                contradicts=True,
                explanation=f"The source links this by “{there.text}”, the copy by “{here.text}”.",
                source=source.stretch(before, before + 1),
                republished=copy.stretch(at, at + 1),
            )
            break


def _clause(text: Text, link: int) -> list[str]:
    """Return the words after a link, passing over the *of* of *because of*."""
    words = text.after(link + 1, 3)
    return (words[1:] if words[0] == "of" else words)[:2]


def _invented(source: Text, copy: Text, causes: list[Link]) -> Iterator[Difference]:
    """Yield causes of which the source says nothing, in a copy that otherwise has its source's words."""
    for cause in causes:
        first, last = cause.after, cause.after
        while last < len(copy.tokens) and copy.tokens[last].shape is not MARK:
            last += 1
        named = copy.content(first, last)
        if not named or named & source.stems:
            continue
        rest = copy.content(0, cause.first) | copy.content(last, len(copy.tokens))
        lost = source.content(0, len(source.tokens)) - rest
        if len(rest) > 1 and rest <= source.stems and len(lost) <= _FEW:
            yield Difference(
                kind=Kind.CAUSALITY,
                rule="causality.invented",
                contradicts=False,
                explanation=f"The copy gives a cause, “{copy.quote(cause.first, last)}”; the source does not.",
                republished=copy.stretch(cause.first, last),
            )


def _plain(words: list[str]) -> list[str]:
    return ([word for word in words if word not in ("be", "have")] or ["^"])[:2]
