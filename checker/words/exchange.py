"""Finds words that changed places, which an alignment alone calls unchanged: who warned whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from checker.words.align import Alignment
from checker.words.tokens import Token

_REACH = 6
"""Words on either side of a verb among which its arguments are looked for."""
_PASSIVE_REACH = 4


@dataclass(frozen=True, slots=True)
class Exchange:
    """Two words of the copy that stand where the other one stood in the source, as positions."""

    source: tuple[int, int]
    republished: tuple[int, int]


def exchanges(
    alignment: Alignment, source: Sequence[Token], republished: Sequence[Token]
) -> tuple[Exchange, ...]:
    """Find pairs that took each other's place, by their neighbours or around a verb. Each word at most once."""
    anchors = {link.republished: link.source for link in alignment.links if link.anchor}
    found: list[Exchange] = []
    used: set[int] = set()
    for a, b in _by_neighbours(anchors, republished) + _around_verbs(anchors, source, republished):
        if a in used or b in used or republished[a].key == republished[b].key:
            continue
        used.update((a, b))
        found.append(Exchange(source=(anchors[a], anchors[b]), republished=(a, b)))
    return tuple(found)


def _by_neighbours(anchors: dict[int, int], republished: Sequence[Token]) -> list[tuple[int, int]]:
    """Words whose neighbours on both sides say that the other word's place is theirs."""
    back = {i: j for j, i in anchors.items()}
    expected: dict[int, int] = {}
    for j in anchors:
        if republished[j].function:
            continue
        left, right = anchors.get(j - 1), anchors.get(j + 1)
        # One neighbour is enough at an edge; two must agree.
        wanted = {place for place in (left + 1 if left is not None else None, right - 1 if right is not None else None)
                  if place is not None}  # fmt: skip
        if len(wanted) == 1:
            expected[j] = wanted.pop()
    pairs = []
    for j, place in sorted(expected.items()):
        other = back.get(place)
        if other is not None and j < other and expected.get(other) == anchors[j] and place != anchors[j]:
            pairs.append((j, other))
    return pairs


def _around_verbs(
    anchors: dict[int, int], source: Sequence[Token], republished: Sequence[Token]
) -> list[tuple[int, int]]:
    """Nouns before and after a verb that are after and before it in the source."""
    pairs = []
    for j_verb, i_verb in sorted(anchors.items()):
        verb = republished[j_verb]
        if "v" not in verb.facts.main_parts or verb.name or verb.function:
            continue
        if _passive(source, i_verb) != _passive(republished, j_verb):
            continue
        before = _arguments(anchors, republished, range(j_verb - 1, max(-1, j_verb - 1 - _REACH), -1), verb)
        after = _arguments(
            anchors, republished, range(j_verb + 1, min(len(republished), j_verb + 1 + _REACH)), verb
        )
        sentence = source[i_verb].sentence
        moved_left = [
            j for j in before if 0 < anchors[j] - i_verb <= _REACH and source[anchors[j]].sentence == sentence
        ]
        moved_right = [
            j for j in after if 0 < i_verb - anchors[j] <= _REACH and source[anchors[j]].sentence == sentence
        ]
        if moved_left and moved_right:
            pairs.append((moved_left[0], moved_right[0]))
    return pairs


def _arguments(anchors: dict[int, int], tokens: Sequence[Token], places: range, verb: Token) -> list[int]:
    """Linked nouns and names among `places`, nearest first."""
    return [
        j
        for j in places
        if j in anchors
        and not tokens[j].function
        and tokens[j].sentence == verb.sentence
        and (tokens[j].name or "n" in tokens[j].facts.main_parts)
    ]


def _passive(tokens: Sequence[Token], verb: int) -> bool:
    """Whether "by" follows closely: "was warned by"."""
    return any(token.key == "by" for token in tokens[verb + 1 : verb + 1 + _PASSIVE_REACH])
