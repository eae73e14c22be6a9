"""Finds the words that two texts share, and which of several equal ones correspond.

Words of content go first: a path through the candidates that likes to go on where the last word left off and pays for
jumps (the hidden Markov alignment of Vogel et al., COLING 1996, with one best path), so that repeated and moved words
find the right place. Words of grammar then fill in between their neighbors.
"""

from collections.abc import Mapping, Sequence, Set
from operator import attrgetter, itemgetter
from typing import NamedTuple

from checker.words.tokens import Token

_LOOK_BACK = 4
"""How many earlier copy words with candidates a path may continue from."""
_MAX_CANDIDATES = 12
"""Places of a frequent word that are considered, the first ones of the source."""
_STEP, _BACK, _CAP = 0.04, 0.2, 0.75
"""Cost of a jump: per word, once more for going back, at most. A word in place is worth 1."""
_OTHER_FORM = 0.9
_IN_BEST_SENTENCE = 0.3
_NEAR = 3
"""Words of grammar are looked for this far from where they should stand, where the gap is wider than that."""
_FILLED_GAP = 14


class _State(NamedTuple):
    """A candidate for a copy word: a place in the source, the best score of a path to it, and the step before."""

    source: int
    republished: int
    score: float
    came: "_State | None"


_SCORE = attrgetter("score")


def anchors(source: Sequence[Token], republished: Sequence[Token]) -> list[tuple[int, int]]:
    """Pairs (source position, copy position) of words in common, one to one, in the copy's order."""
    content = _content_path(source, republished)
    return sorted(content + _grammar(source, republished, content), key=itemgetter(1))


def _content_path(source: Sequence[Token], republished: Sequence[Token]) -> list[tuple[int, int]]:
    content = [(j, token) for j, token in enumerate(republished) if not token.function]
    places = _index(source, frozenset().union(*[token.word.keys for _, token in content]))
    candidates = {j: found for j, token in content if (found := _candidates(places, token))}
    worth = _sentence_worth(source, candidates)
    columns: list[list[_State]] = []
    best: _State | None = None
    for j, found in candidates.items():
        column = []
        recent = [state for earlier in columns[-_LOOK_BACK:] for state in earlier]
        for i in found:
            # Wherever the best path so far ended, a jump from there costs no more than the cap.
            score, came = (best.score - _CAP, best) if best else (0.0, None)
            for state in recent:
                at, copy_at, reached, _ = state
                if reached <= score or at == i:
                    continue  # a jump only costs
                distance = (i - at) - (j - copy_at)
                if distance:
                    reached -= min(_CAP, _STEP * abs(distance) + (_BACK if i < at else 0.0))
                if reached > score:
                    score, came = reached, state
            same = 1.0 if source[i].key == republished[j].key else _OTHER_FORM
            gain = same + worth[source[i].sentence]
            column.append(_State(i, j, max(score, 0.0) + gain, came if score > 0 else None))
        columns.append(column)
        top = column[0] if len(column) == 1 else max(column, key=_SCORE)
        best = top if best is None or top.score >= best.score else best
    path = []
    while best:
        path.append((best.source, best.republished))
        best = best.came
    return _without_doubles(path[::-1])


def _sentence_worth(source: Sequence[Token], candidates: Mapping[int, Sequence[int]]) -> dict[int, float]:
    """What a word gains by standing in a sentence of the source, by how much of the copy the sentence holds."""
    held: dict[int, int] = {}
    for found in candidates.values():
        for sentence in {source[i].sentence for i in found}:
            held[sentence] = held.get(sentence, 0) + 1
    most = max(held.values(), default=1)
    return {sentence: _IN_BEST_SENTENCE * count / most for sentence, count in held.items()}


def _without_doubles(path: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep one copy word per source word: the one with the more neighbors in place, the first of equals."""
    if len({i for i, _ in path}) == len(path):
        return path
    linked = set(path)
    best: dict[int, tuple[int, int]] = {}
    for i, j in path:
        company = sum((i + step, j + step) in linked for step in (-2, -1, 1, 2))
        if i not in best or company > best[i][0]:
            best[i] = (company, j)
    return [(i, j) for i, (_, j) in best.items()]


def _index(source: Sequence[Token], wanted: Set[str | int]) -> dict[str | int, list[int]]:
    """Where in the source words stand that have one of the wanted keys."""
    places: dict[str | int, list[int]] = {}
    for i, token in enumerate(source):
        if not token.function and not wanted.isdisjoint(token.word.keys):
            for key in token.word.keys & wanted:
                found = places.setdefault(key, [])
                if len(found) < _MAX_CANDIDATES:
                    found.append(i)
    return places


def _candidates(places: dict[str | int, list[int]], token: Token) -> list[int]:
    found = {i for key in token.word.keys if key in places for i in places[key]}
    return sorted(found)[:_MAX_CANDIDATES]


def _grammar(
    source: Sequence[Token], republished: Sequence[Token], content: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Link words of grammar that stand between the same words of content in both texts."""
    to_source = {j: i for i, j in content}
    used = {i for i, _ in content}
    after = len(source)
    right_of: list[int] = [0] * len(republished)
    for j in range(len(republished) - 1, -1, -1):
        right_of[j] = after
        after = to_source.get(j, after)
    found = []
    left = -1
    for j, token in enumerate(republished):
        if j in to_source:
            left = to_source[j]
            continue
        if not token.function:
            continue
        right = right_of[j]
        if left < right <= left + _FILLED_GAP:
            places = range(left + 1, right)
        else:
            places = range(max(0, right - _NEAR), right) if right < len(source) else range(0)
            places_left = range(left + 1, min(len(source), left + 1 + _NEAR))
            places = (*places_left, *places)  # type: ignore[assignment]
        for i in places:
            if i not in used and source[i].key == token.key:
                used.add(i)
                found.append((i, j))
                left = i if left < i < right else left
                break
    return found
