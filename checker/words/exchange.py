"""Finds words that changed places, which an alignment alone calls unchanged: who warned whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from checker.words.align import Alignment
from checker.words.tokens import Token

_REACH = 6
"""Words on either side of a verb among which its arguments are looked for."""
_PASSIVE_REACH = 4
_BE = frozenset(("be", "is", "are", "was", "were", "been", "being"))


@dataclass(frozen=True, slots=True)
class Exchange:
    """Two words of the copy that stand where the other one stood in the source, as positions."""

    source: tuple[int, int]
    republished: tuple[int, int]


def exchanges(
    alignment: Alignment, source: Sequence[Token], republished: Sequence[Token]
) -> tuple[Exchange, ...]:
    """Find pairs that took each other's place, by their neighbors or around a verb. Each word at most once."""
    anchors = {link.republished: link.source for link in alignment.links if link.anchor}
    order = list(anchors.values())
    if order == sorted(order):  # as in most sentences: nothing stands elsewhere
        return ()
    found: list[Exchange] = []
    used: set[int] = set()
    for a, b in _by_neighbors(anchors, source, republished) + _around_verbs(anchors, source, republished):
        if a in used or b in used or republished[a].key == republished[b].key:
            continue
        used.update((a, b))
        found.append(Exchange(source=(anchors[a], anchors[b]), republished=(a, b)))
    return tuple(found)


def _by_neighbors(
    anchors: dict[int, int], source: Sequence[Token], republished: Sequence[Token]
) -> list[tuple[int, int]]:
    """Words whose neighbors on both sides say that the other word's place is theirs."""
    back = {i: j for j, i in anchors.items()}
    expected: dict[int, int] = {}
    for j in anchors:
        if republished[j].function:
            continue
        left, right = anchors.get(j - 1), anchors.get(j + 1)
        # One neighbor is enough at an edge; two must agree.
        wanted = {place for place in (left + 1 if left is not None else None, right - 1 if right is not None else None)
                  if place is not None}  # fmt: skip
        if len(wanted) == 1:
            expected[j] = wanted.pop()
    pairs: list[tuple[int, int]] = []
    for j, place in sorted(expected.items()):
        other = back.get(place)
        if other is None or other <= j or expected.get(other) != anchors[j]:
            continue
        # "The fans of the game" and "the game's fans" trade places too, and mean the same.
        verbs = [k for k in range(j + 1, other) if k in anchors and _is_verb(republished[k])]
        if any(_passive(source, anchors[k]) == _passive(republished, k) for k in verbs):
            pairs.append((j, other))
    return pairs


def _is_verb(token: Token) -> bool:
    return "v" in token.facts.main_parts and not token.name and not token.function


def _around_verbs(
    anchors: dict[int, int], source: Sequence[Token], republished: Sequence[Token]
) -> list[tuple[int, int]]:
    """Nouns before and after a verb that are after and before it in the source."""
    pairs: list[tuple[int, int]] = []
    for j_verb, i_verb in sorted(anchors.items()):
        verb = republished[j_verb]
        if not _is_verb(verb):
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
        # A name for a name, a thing for a thing: "the man" and "the Galapagos" do not play the same part.
        alike = (
            (a, b) for a in moved_left for b in moved_right if republished[a].name == republished[b].name
        )
        pairs.extend(islice(alike, 1))
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
    """Whether "by" follows closely or a form of "be" goes before: "was warned by", "are needed"."""
    after = tokens[verb + 1 : verb + 1 + _PASSIVE_REACH]
    before = tokens[max(0, verb - 2) : verb]
    return any(token.key == "by" for token in after) or any(token.key in _BE for token in before)
