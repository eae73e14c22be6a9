"""Leads every word of the copy back to a word of the source, to what it replaced, or to nothing.

Three passes, each over what the one before left open:
1. Anchors: same word, number or dictionary form, on a smooth path (`anchors.py`).
2. Kin: moved words, families and shared meanings, wherever they are, through an index.
3. Substitutes: what is left between two anchors on both sides stands for each other, best match first.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from checker.words.anchors import anchors
from checker.words.classes import CLASS_OF
from checker.words.relations import Comparison, Relation, compare
from checker.words.tokens import Token

_MAX_CANDIDATES = 12
"""Places of a frequent word or meaning that are considered."""
_MAX_GAP = 12
"""Words on either side of a gap that are compared with each other; longer gaps are rewrites, not substitutions."""
_REACH = 4 * _MAX_GAP
_SUBSTITUTE_FLOOR = 0.25
_LOOK_ALIKE = Relation.LOOK_ALIKE
_GARBLED = 0.35
"""Advantage of two words that share letters: the sign of a word misread or mistranslated."""
_SAME_WORD = frozenset((Relation.SAME, Relation.CASE, Relation.INFLECTION))
_KIN = frozenset(
    (Relation.SAME, Relation.CASE, Relation.DERIVATION,
     Relation.SAME_ROOT, Relation.SYNONYM, Relation.NAME_VARIANT, Relation.SPELLING,
     Relation.INFLECTION, Relation.ANTONYM)
)  # fmt: skip


class WordLink(NamedTuple):
    """Says that source word `source` and copy word `republished` correspond, and how."""

    source: int
    republished: int
    comparison: Comparison
    anchor: bool
    """Found by its own letters; the others were paired for lack of a better match."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Links in the copy's order, and the words without one, all as positions."""

    links: tuple[WordLink, ...]
    dropped: tuple[int, ...]
    inserted: tuple[int, ...]


def align(source: Sequence[Token], republished: Sequence[Token]) -> Alignment:
    """Align the words of two texts, one to one. Costs about len(source) + len(republished) steps."""
    to_source: dict[int, WordLink] = {}
    taken: set[int] = set()

    def link(i: int, j: int, comparison: Comparison, *, anchor: bool) -> None:
        to_source[j] = WordLink(i, j, comparison, anchor)
        taken.add(i)

    for i, j in anchors(source, republished):
        link(i, j, compare(source[i], republished[j]), anchor=True)
    for i, j, comparison in _kin(source, republished, to_source, taken):
        link(i, j, comparison, anchor=comparison.relation in _SAME_WORD)
    for i, j, comparison in _substitutes(source, republished, to_source, taken):
        link(i, j, comparison, anchor=False)
    return Alignment(
        links=tuple([to_source[j] for j in sorted(to_source)]),
        dropped=tuple([i for i in range(len(source)) if i not in taken]),
        inserted=tuple([j for j in range(len(republished)) if j not in to_source]),
    )


def _kin(
    source: Sequence[Token], republished: Sequence[Token], linked: dict[int, WordLink], taken: set[int]
) -> list[tuple[int, int, Comparison]]:
    """Pair the open content words of both sides that share a family, a meaning or a beginning."""
    waiting = [(j, t) for j, t in enumerate(republished) if not t.function and j not in linked]
    if not waiting:
        return []
    wanted = frozenset().union(*[token.word.kin_keys for _, token in waiting])
    places: dict[str | int, list[int]] = defaultdict(list)
    for i, token in enumerate(source):
        if not token.function and i not in taken and not wanted.isdisjoint(token.word.kin_keys):
            for key in token.word.kin_keys & wanted:
                places[key].append(i)
    if not places:
        return []
    expected = _expectation(linked, len(republished))
    offers = []
    for j, token in waiting:
        seen = {i for key in token.word.kin_keys if key in places for i in places[key][:_MAX_CANDIDATES]}
        for i in seen:
            comparison = compare(source[i], token)
            if comparison.relation in _KIN:
                distance = min(abs(i - expected[j]), 20.0)
                offers.append((comparison.nearness - 0.03 * distance, -i, -j, comparison))
    offers.sort(key=lambda offer: offer[:3], reverse=True)
    found, used_source, used_copy = [], set(taken), set(linked)
    for score, minus_i, minus_j, comparison in offers:
        i, j = -minus_i, -minus_j
        if score > _SUBSTITUTE_FLOOR and i not in used_source and j not in used_copy:
            used_source.add(i)
            used_copy.add(j)
            found.append((i, j, comparison))
    return found


def _expectation(linked: dict[int, WordLink], n_copy: int) -> list[float]:
    """For each copy position, where its linked neighbours say that it should stand in the source."""
    expected = [0.0] * n_copy
    last: tuple[int, int] | None = None
    for j in range(n_copy):
        if j in linked:
            last = (linked[j].source, j)
        expected[j] = last[0] + (j - last[1]) if last else float(j)
    return expected


def _substitutes(
    source: Sequence[Token], republished: Sequence[Token], linked: dict[int, WordLink], taken: set[int]
) -> list[tuple[int, int, Comparison]]:
    found = []
    used = set(taken)
    for start, stop in _gaps(linked, len(republished)):
        left = linked[start - 1].source if start > 0 else -1
        right = linked[stop].source if stop < len(republished) else len(source)
        span = _places(left, right, used, len(source))
        for grammar in (False, True):
            open_source = [i for i in span if i not in used and source[i].function is grammar][:_MAX_GAP]
            open_copy = [j for j in range(start, stop) if republished[j].function is grammar][:_MAX_GAP]
            pair_off = _pair_grammar if grammar else _pair_off
            for i, j, comparison in pair_off(source, republished, open_source, open_copy):
                used.add(i)
                found.append((i, j, comparison))
    return found


def _places(left: int, right: int, used: set[int], n_source: int) -> Sequence[int]:
    """Source positions that may correspond to a stretch of the copy between links to `left` and `right`."""
    if left < right <= left + _REACH:
        return range(left + 1, right)
    # One of the two neighbors was moved: look on from the left one and back from the right one.
    onward = list(takewhile(lambda i: i not in used, range(left + 1, min(n_source, left + 1 + _MAX_GAP))))
    backward = list(takewhile(lambda i: i not in used, range(right - 1, max(-1, right - 1 - _MAX_GAP), -1)))
    return sorted({*onward, *backward}) if right < n_source else onward


def _gaps(linked: dict[int, WordLink], n_copy: int) -> list[tuple[int, int]]:
    """Stretches of copy words without a link, as (start, stop)."""
    gaps, start = [], None
    for j in range(n_copy + 1):
        if j < n_copy and j not in linked:
            start = j if start is None else start
        elif start is not None:
            gaps.append((start, j))
            start = None
    return gaps


def _pair_off(
    source: Sequence[Token], republished: Sequence[Token], open_source: list[int], open_copy: list[int]
) -> list[tuple[int, int, Comparison]]:
    """Pair the words of one gap: the best match, then what stands before and what stands after it.

    The place in the gap and the kind of word count beside nearness.
    """
    best: tuple[float, int, int, Comparison] | None = None
    n_source, n_copy = len(open_source), len(open_copy)
    for a, i in enumerate(open_source):
        for b, j in enumerate(open_copy):
            comparison = compare(source[i], republished[j])
            # Counted from either end: the noun that closes a phrase stands for the noun that closes the other.
            from_left = abs(a / n_source - b / n_copy)
            from_right = abs((a + 1) / n_source - (b + 1) / n_copy)
            score = (
                comparison.nearness + _same_sort(source[i], republished[j]) - 0.4 * min(from_left, from_right)
            )
            if comparison.relation is _LOOK_ALIKE:
                score += _GARBLED
            if n_source == n_copy == 1:
                score += 0.3
            if best is None or score > best[0]:
                best = (score, a, b, comparison)
    if best is None or best[0] < _SUBSTITUTE_FLOOR:
        return []
    _, a, b, comparison = best
    return [
        *_pair_off(source, republished, open_source[:a], open_copy[:b]),
        (open_source[a], open_copy[b], comparison),
        *_pair_off(source, republished, open_source[a + 1 :], open_copy[b + 1 :]),
    ]


def _pair_grammar(
    source: Sequence[Token], republished: Sequence[Token], open_source: list[int], open_copy: list[int]
) -> list[tuple[int, int, Comparison]]:
    """Pair words of grammar of one class, in order: a modal stands for a modal, a preposition for a preposition."""
    waiting: dict[str, list[int]] = defaultdict(list)
    for i in reversed(open_source):
        waiting[CLASS_OF.get(source[i].key, "")].append(i)
    pairs = []
    for j in open_copy:
        same_class = waiting[CLASS_OF.get(republished[j].key, "")]
        if same_class:
            i = same_class.pop()
            pairs.append((i, j, compare(source[i], republished[j])))
    return pairs


def _same_sort(a: Token, b: Token) -> float:
    if (a.value is None) != (b.value is None):
        return -0.3
    if a.value is not None:
        return 0.5
    if a.name and b.name:
        return 0.3
    if a.name != b.name:
        return -0.1
    if a.facts.parts & b.facts.parts:
        return 0.25
    return 0.1 if not a.facts.parts or not b.facts.parts else -0.1
