"""Metamorphic relations: what must not depend on anything but the meaning, and what must follow from a change.

The copies of an article are reworded and most have one planted change, so that there is a verdict that could change.
"""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from checker.domain import Article, Label, Pair
from checker.pipeline import comparable, run_pairing
from checker.reading import article_from_text
from checker.selftest.cases import LANGUAGE, Case, Check, Part, Ruling, Rulings, flagged, undetermined
from checker.selftest.layouts import ENCODINGS, LAYOUTS, Layout
from checker.selftest.texts import Story

_T = TypeVar("_T")

RELATIONS: Mapping[str, str] = {
    "identical": "An article beside itself: every passage is consistent.",
    "rewritten": "A whole article, faithfully reworded: nothing fails.",
    "swapped": "Source and copy exchanged: the same pairs the other way round, with the same labels.",
    "shuffled": "The copy's paragraphs in another order: the same pairs with the same labels.",
    "appended": "A harmless paragraph about something else at the end: it is an addition, all else stays.",
    "layout": "The copy in another layout: the same pairs with the same labels.",
    "encoding": "The copy in another encoding: the same pairs with the same labels.",
    "deleted": "A paragraph of the copy left out: exactly its sources become omissions, all else stays.",
    "sentences": "Sentences of the copy split or merged: what was flagged still is, and nothing else.",
    "two": "Two planted changes: what is flagged when it is alone is flagged beside the other, too.",
}
"""Relation -> what has to hold."""

_APPENDED = {
    "news": "The annual flower show in the Botanical Garden attracted a record crowd on Sunday, its organisers said.",
    "notes": "A list of all keyboard shortcuts stands on the last page of this manual.",
}
_NOTES = frozenset({"backup", "thermostat", "parser", "library"})
"""Articles that are documentation: what is appended to the others would be odd there, and the other way round."""


@dataclass(frozen=True, slots=True)
class _Bench:
    """An article, and the copy that most relations start from."""

    number: int
    story: Story
    source: str
    copy: str
    first: int
    second: int
    """The changes that are planted in it, by their positions."""


def relation_cases(stories: Sequence[Story]) -> Iterator[Case]:
    """Return the cases of all relations."""
    for number, story in enumerate(stories):
        # Other places in other articles, never two in a paragraph: later changes stand in later ones.
        first, second = number % 2, story.text.planted - 1
        copy = story.text.copy([first])
        yield from _about(_Bench(number, story, story.text.source, copy, first, second))


def _about(bench: _Bench) -> Iterator[Case]:
    text, source, copy = bench.story.text, bench.source, bench.copy
    reworded = text.copy()
    yield _case("identical", source, source, [_pairs(source, source)], _identical)
    yield _case("rewritten", source, reworded, [_pairs(source, reworded)], _nothing_fails)
    base = _pairs(source, copy)
    yield _case("swapped", copy, source, [base, _pairs(copy, source)], _mirrored)
    yield _case(
        "shuffled", source, mixed := _shuffled(copy, bench.number), [base, _pairs(source, mixed)], _same
    )
    longer = f"{copy}\n\n{_APPENDED['notes' if bench.story.name in _NOTES else 'news']}"
    yield _case("appended", source, longer, [base, _pairs(source, longer)], _only_added)
    for relation, ways, each in (("layout", LAYOUTS, 2), ("encoding", ENCODINGS, 1)):
        for name in _some(ways, bench.number, each):
            other = _pairs(source, copy, ways[name])
            yield _case(relation, source, f"({name}) {copy}", [base, other], _same)
    for place in _some(range(1, len(copy.split("\n\n"))), bench.number, 2):
        shorter, gone = _without(copy, place)
        yield _case("deleted", source, shorter, [base, _pairs(source, shorter)], _only_left_out(gone))
    split = text.copy([bench.first], split=True)
    yield _case("sentences", source, split, [base, _pairs(source, split)], _as_many_flags)
    both = (bench.first, bench.second)
    alone = [_pairs(source, text.copy([one])) for one in both]
    yield _case(
        "two", source, text.copy(both), [*alone, _pairs(source, text.copy(both))], _both(text.places(both))
    )


def _case(kind: str, source: str, copy: str, comparisons: Iterable[tuple[Pair, ...]], check: Check) -> Case:
    return Case(
        part=Part.RELATIONS,
        kind=kind,
        says=RELATIONS[kind],
        source=source,
        copy=copy,
        comparisons=tuple(comparisons),
        check=check,
    )


def _pairs(source: str, copy: str, layout: Layout | None = None) -> tuple[Pair, ...]:
    left, right = (article_from_text(text, language=LANGUAGE) for text in (source, copy))
    if layout:
        right = layout.read(copy, language=LANGUAGE)
    return _paired(left, right)


def _paired(source: Article, copy: Article) -> tuple[Pair, ...]:
    return run_pairing(comparable(source, copy), copy)


def _some(choices: Iterable[_T], number: int, count: int) -> list[_T]:
    """Take a few, other ones for every article, so that all have their turn."""
    every = list(choices)
    return [every[(number * count + step) % len(every)] for step in range(count)]


def _shuffled(copy: str, seed: int) -> str:
    """Put the paragraphs below the title into another order."""
    title, *rest = copy.split("\n\n")
    mixed = list(rest)
    while mixed == rest:
        random.Random(seed).shuffle(mixed)  # noqa: S311  # a choice that is the same every time
        seed += 1
    return "\n\n".join([title, *mixed])


def _without(copy: str, place: int) -> tuple[str, str]:
    paragraphs = copy.split("\n\n")
    gone = paragraphs.pop(place)
    return "\n\n".join(paragraphs), gone


def _labels(rulings: Rulings) -> Counter[tuple[str, Label]]:
    return Counter((ruling.key, ruling.label) for ruling in rulings)


def _differing(one: Rulings, other: Rulings) -> str:
    """Say which pair is not in both, or has another label; "" if they are the same."""
    wanted = _labels(one)
    for ruling in other:
        if not wanted[ruling.key, ruling.label]:
            return f"{ruling.label}: {_shown(ruling)}"
    lost = wanted - _labels(other)
    gone = next((ruling for ruling in one if lost[ruling.key, ruling.label]), None)
    return f"no longer {gone.label}: {_shown(gone)}" if gone else ""


def _shown(ruling: Ruling) -> str:
    text = ruling.pair.republished_text or ruling.pair.source_text
    return text if len(text) <= 100 else f"{text[:99]}…"


def _unanswered(seen: Sequence[Rulings]) -> bool:
    return any(undetermined(rulings) for rulings in seen)


def _identical(seen: Sequence[Rulings]) -> str:
    odd = next((ruling for ruling in seen[0] if ruling.label is not Label.CONSISTENT), None)
    return f"{odd.label}: {_shown(odd)}" if odd else ""


def _nothing_fails(seen: Sequence[Rulings]) -> str:
    if _unanswered(seen):
        return "undetermined"
    failing = next((ruling for ruling in seen[0] if ruling.fails), None)
    return f"fails as {failing.label}: {_shown(failing)}" if failing else ""


def _same(seen: Sequence[Rulings]) -> str:
    base, other = seen
    return "undetermined" if _unanswered(seen) else _differing(base, other)


def _mirrored(seen: Sequence[Rulings]) -> str:
    base, other = seen
    return "undetermined" if _unanswered(seen) else _differing(base, [ruling.mirrored for ruling in other])


def _only_added(seen: Sequence[Rulings]) -> str:
    base, other = seen
    if _unanswered(seen):
        return "undetermined"
    last = max(other, key=lambda ruling: max((p.start for p in ruling.pair.republished), default=-1))
    if last.label not in {Label.UNSUPPORTED, Label.IGNORED}:
        return f"{last.label}: {_shown(last)}"
    return _differing(base, [ruling for ruling in other if ruling is not last])


def _only_left_out(gone: str) -> Check:
    """What a paragraph of the copy corresponded to is left out now, and nothing else changed."""

    def check(seen: Sequence[Rulings]) -> str | None:
        base, other = seen
        if _unanswered(seen):
            return "undetermined"
        inside = [
            ruling
            for ruling in base
            if ruling.pair.republished and all(p.text in gone for p in ruling.pair.republished)
        ]
        sources = {p.text for ruling in inside for p in ruling.pair.source}
        if not sources:
            return None
        left_out = [ruling for ruling in other if ruling.label is Label.OMITTED]
        before = {p.text for r in base if r.label is Label.OMITTED for p in r.pair.source}
        if (now := {p.text for r in left_out for p in r.pair.source} - before) != sources:
            wrong = next(iter(sorted(now ^ sources)))
            return f"{'not ' if wrong in sources else ''}left out: {wrong}"
        stayed = [r for r in base if r not in inside and r.label is not Label.OMITTED]
        return _differing(stayed, [r for r in other if r.label is not Label.OMITTED])

    return check


def _as_many_flags(seen: Sequence[Rulings]) -> str:
    """Passages are others now, so flags are compared by the source that they are about."""
    base, other = seen
    if _unanswered(seen):
        return "undetermined"
    before, now = (flagged(rulings) for rulings in (base, other))
    for ruling in now:
        if not any(_overlap(ruling, flag) for flag in before):
            return f"{ruling.label}: {_shown(ruling)}"
    lost = next((flag for flag in before if not any(_overlap(flag, ruling) for ruling in now)), None)
    return f"no longer {lost.label}: {_shown(lost)}" if lost else ""


def _overlap(one: Ruling, other: Ruling) -> bool:
    return bool({p.text for p in one.pair.source} & {p.text for p in other.pair.source})


def _both(places: Sequence[str]) -> Check:
    def check(seen: Sequence[Rulings]) -> str | None:
        *alone, together = seen
        if _unanswered(seen):
            return "undetermined"
        found = [place for place, rulings in zip(places, alone, strict=True) if _flags_in(rulings, place)]
        missed = next((place for place in found if not _flags_in(together, place)), None)
        if missed:
            return f"no longer flagged: {missed[:99]}"
        return "" if found else None

    return check


def _flags_in(rulings: Rulings, paragraph: str) -> bool:
    return any(p.text in paragraph for ruling in flagged(rulings) for p in ruling.pair.republished)
