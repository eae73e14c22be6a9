"""Leads every word of the copy back to a word of the source, to what it replaced, or to nothing.

Three passes, each over what the one before left open:
1. Anchors: same word, number or dictionary form. A path through the candidates that likes to go on where the last
   word left off and pays for jumps (the hidden Markov alignment of Vogel et al., COLING 1996, with one best path),
   so repeated and moved words find the right place. Each copy word looks back at a bounded number of places.
2. Kin: families and shared meanings, wherever they are, through an index.
3. Substitutes: what is left between two anchors on both sides stands for each other, best match first.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from checker.words.classes import CLASS_OF
from checker.words.relations import Comparison, Relation, compare, same_word
from checker.words.tokens import Token

_LOOK_BACK = 4
"""How many earlier copy words with candidates a path may continue from."""
_MAX_CANDIDATES = 12
"""Places of a frequent word that are considered; the first ones of the source."""
_CONTENT, _GRAMMAR = 1.0, 0.3
_STEP, _BACK, _CAP = 0.04, 0.2, 0.75
_MAX_GAP = 12
"""Words on either side of a gap that are compared with each other; longer gaps are rewrites, not substitutions."""
_SUBSTITUTE_FLOOR = 0.25
_GARBLED = 0.35
"""Advantage of two words that share letters: the sign of a word misread or mistranslated."""
_KIN = frozenset(
    (Relation.DERIVATION, Relation.SAME_ROOT, Relation.SYNONYM, Relation.NAME_VARIANT, Relation.SPELLING,
     Relation.INFLECTION, Relation.ANTONYM)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WordLink:
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

    for i, j in _anchors(source, republished):
        link(i, j, compare(source[i], republished[j]), anchor=True)
    for i, j, comparison in _kin(source, republished, to_source, taken):
        link(i, j, comparison, anchor=False)
    for i, j, comparison in _substitutes(source, republished, to_source, taken):
        link(i, j, comparison, anchor=False)
    return Alignment(
        links=tuple(to_source[j] for j in sorted(to_source)),
        dropped=tuple(i for i in range(len(source)) if i not in taken),
        inserted=tuple(j for j in range(len(republished)) if j not in to_source),
    )


def _anchors(source: Sequence[Token], republished: Sequence[Token]) -> list[tuple[int, int]]:
    places = _index(source)
    # For each copy word with candidates: [(source position, best score so far, column and row it came from)].
    columns: list[tuple[int, list[tuple[int, float, tuple[int, int] | None]]]] = []
    best_end: tuple[float, int, int] | None = None
    for j, token in enumerate(republished):
        candidates = _candidates(places, source, token)
        if not candidates:
            continue
        worth = _GRAMMAR if token.function else _CONTENT
        states = []
        for i in candidates:
            score, came = 0.0, None
            if best_end is not None:
                score, came = best_end[0] - _CAP, (best_end[1], best_end[2])
            for column in range(len(columns) - 1, max(-1, len(columns) - 1 - _LOOK_BACK), -1):
                earlier, rows = columns[column]
                for row, (i_before, before, _) in enumerate(rows):
                    if i_before == i:
                        continue
                    jump = (i - i_before) - (j - earlier)
                    cost = min(_CAP, _STEP * abs(jump) + (_BACK if i < i_before else 0.0)) if jump else 0.0
                    if before - cost > score:
                        score, came = before - cost, (column, row)
            states.append((i, score + worth * (1.0 if source[i].key == token.key else 0.9), came))
        columns.append((j, states))
        for row, (_, score, _) in enumerate(states):
            if best_end is None or score > best_end[0]:
                best_end = (score, len(columns) - 1, row)
    return _without_doubles(_trace(columns, best_end), source, republished)


def _trace(
    columns: list[tuple[int, list[tuple[int, float, tuple[int, int] | None]]]],
    best_end: tuple[float, int, int] | None,
) -> list[tuple[int, int]]:
    path = []
    at = (best_end[1], best_end[2]) if best_end else None
    while at is not None:
        j, states = columns[at[0]]
        i, _, came = states[at[1]]
        path.append((i, j))
        at = came
    return path[::-1]


def _without_doubles(
    path: list[tuple[int, int]], source: Sequence[Token], republished: Sequence[Token]
) -> list[tuple[int, int]]:
    """Keep one copy word per source word, the one with the more neighbours in place; drop lone grammar words."""
    linked = set(path)

    def company(i: int, j: int) -> int:
        return ((i - 1, j - 1) in linked) + ((i + 1, j + 1) in linked)

    best: dict[int, tuple[int, int]] = {}
    for i, j in path:
        if i not in best or company(i, j) > best[i][0]:
            best[i] = (company(i, j), j)
    kept = sorted(((i, j) for i, (_, j) in best.items()), key=lambda pair: pair[1])
    order = [i for i, _ in kept]
    result = []
    for at, (i, j) in enumerate(kept):
        if republished[j].function and not company(i, j):
            # A grammar word links only where its neighbours say that the sentence goes on there.
            before = order[at - 1] if at else -1
            after = order[at + 1] if at + 1 < len(order) else len(source)
            if not before < i < after:
                continue
        result.append((i, j))
    return result


def _index(source: Sequence[Token]) -> dict[object, list[int]]:
    places: dict[object, list[int]] = defaultdict(list)
    for i, token in enumerate(source):
        for key in _keys(token):
            places[key].append(i)
    return places


def _keys(token: Token) -> set[object]:
    """Everything under which the token may be found: its spelling, dictionary words, root, number."""
    keys: set[object] = {token.key}
    if not token.function:
        keys.update(token.facts.lemmas)
        keys.add(token.stem)
        if token.value is not None:
            keys.add(token.value if token.value != int(token.value) else f"={int(token.value)}")
    return keys


def _candidates(places: dict[object, list[int]], source: Sequence[Token], token: Token) -> list[int]:
    exact = places.get(token.key, [])
    if token.function:
        return exact[:_MAX_CANDIDATES]
    found = list(exact)
    for key in _keys(token):
        found.extend(i for i in places.get(key, ()) if i not in found and same_word(source[i], token))
        if len(found) >= _MAX_CANDIDATES:
            break
    return found[:_MAX_CANDIDATES]


def _kin(
    source: Sequence[Token], republished: Sequence[Token], linked: dict[int, WordLink], taken: set[int]
) -> list[tuple[int, int, Comparison]]:
    """Pair the open content words of both sides that share a family, a meaning or a beginning."""
    places: dict[object, list[int]] = defaultdict(list)
    for i, token in enumerate(source):
        if i not in taken and not token.function:
            for key in _kin_keys(token):
                places[key].append(i)
    expected = _expectation(linked, len(republished))
    offers = []
    for j, token in enumerate(republished):
        if j in linked or token.function:
            continue
        seen = {i for key in _kin_keys(token) for i in places.get(key, ())[:_MAX_CANDIDATES]}
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


def _kin_keys(token: Token) -> set[object]:
    keys: set[object] = set(token.facts.families)
    keys.update(("m", meaning) for meaning, share in token.facts.senses if share >= 0.05)
    keys.add(("p", token.key[:4]))
    if token.key.startswith("@") or token.key in ("american", "americans", "british", "european"):
        keys.add("@")
    return keys


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
        if not left < right:
            # The neighbours were moved apart: what follows the left one is the better guess.
            right = next((i for i in range(left + 1, len(source)) if i in used), len(source))
        span = range(left + 1, min(right, left + 1 + 4 * _MAX_GAP))
        for grammar in (False, True):
            open_source = [i for i in span if i not in used and source[i].function is grammar][:_MAX_GAP]
            open_copy = [j for j in range(start, stop) if republished[j].function is grammar][:_MAX_GAP]
            pair_off = _pair_grammar if grammar else _pair_off
            for i, j, comparison in pair_off(source, republished, open_source, open_copy):
                used.add(i)
                found.append((i, j, comparison))
    return found


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
    """Pair the words of one gap, best first; order in the gap and the kind of word count beside nearness."""
    offers = []
    for a, i in enumerate(open_source):
        for b, j in enumerate(open_copy):
            comparison = compare(source[i], republished[j])
            # Counted from either end: the noun that closes a phrase stands for the noun that closes the other.
            from_left = abs(a / len(open_source) - b / len(open_copy))
            from_right = abs((a + 1) / len(open_source) - (b + 1) / len(open_copy))
            score = (
                comparison.nearness + _same_sort(source[i], republished[j]) - 0.4 * min(from_left, from_right)
            )
            if comparison.relation is Relation.LOOK_ALIKE:
                score += _GARBLED
            if len(open_source) == len(open_copy) == 1:
                score += 0.3
            offers.append((score, -i, -j, comparison))
    offers.sort(key=lambda offer: offer[:3], reverse=True)
    pairs, used_source, used_copy = [], set(), set()
    for score, minus_i, minus_j, comparison in offers:
        i, j = -minus_i, -minus_j
        if score >= _SUBSTITUTE_FLOOR and i not in used_source and j not in used_copy:
            used_source.add(i)
            used_copy.add(j)
            pairs.append((i, j, comparison))
    return pairs


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
