"""Turns an alignment into the differences that a reader would name, with offsets on both sides."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from checker.words.align import Alignment, WordLink
from checker.words.classes import CLASS_OF
from checker.words.exchange import Exchange
from checker.words.relations import CLASS_RELATION, Relation
from checker.words.tokens import Token

HARMLESS = frozenset(
    (Relation.SAME, Relation.CASE, Relation.SPELLING, Relation.INFLECTION, Relation.DERIVATION, Relation.SYNONYM,
     Relation.NAME_VARIANT, Relation.FUNCTION)
)  # fmt: skip
"""Relations that leave the meaning alone as a rule."""


@dataclass(frozen=True, slots=True)
class WordChange:
    """One difference. Spans are (start, end) in code points of the two texts; a side without words is None."""

    relation: Relation
    source_span: tuple[int, int] | None
    republished_span: tuple[int, int] | None
    nearness: float
    """How near the two sides are in meaning, in [0, 1]; 0 where one side is missing."""
    quoted: bool
    """Whether it touches words that stand between quotation marks in both texts."""

    @property
    def harmless(self) -> bool:
        """Whether changes of this sort leave the meaning alone as a rule."""
        return self.relation in HARMLESS


class Drop(NamedTuple):
    """Neighbouring source words that the copy dropped, after its word at position `after`."""

    after: int
    run: list[int]


def changes(
    alignment: Alignment,
    exchanged: Sequence[Exchange],
    drops: Sequence[Drop],
    source: Sequence[Token],
    republished: Sequence[Token],
) -> tuple[WordChange, ...]:
    """List what differs, in the copy's order; what was dropped stands after the words that it followed."""
    found: list[tuple[float, WordChange]] = [
        (link.republished, _substituted(link, source, republished))
        for link in alignment.links
        if link.comparison.relation not in (Relation.SAME, Relation.CASE)
    ]
    for pair in exchanged:
        for i, j in zip(pair.source, pair.republished, strict=True):
            change = WordChange(
                Relation.EXCHANGED,
                _span(source[i : i + 1]),
                _span(republished[j : j + 1]),
                0.0,
                republished[j].quoted,
            )
            found.append((j, change))
    quoted_copy = any(token.quoted for token in republished)
    for run in runs(alignment.inserted, republished):
        words = republished[run[0] : run[-1] + 1]
        quoted = all(token.quoted for token in words) and any(token.quoted for token in source)
        found.append(
            (run[0], WordChange(_one_sided(words, Relation.INSERTED), None, _span(words), 0.0, quoted))
        )
    for after, run in drops:
        words = source[run[0] : run[-1] + 1]
        quoted = all(token.quoted for token in words) and quoted_copy
        found.append(
            (after + 0.5, WordChange(_one_sided(words, Relation.DROPPED), _span(words), None, 0.0, quoted))
        )
    return tuple(change for _, change in sorted(found, key=lambda item: item[0]))


def local_drops(alignment: Alignment, source: Sequence[Token]) -> tuple[Drop, ...]:
    """Dropped source words between two links that are neighbours in both texts' order.

    Whatever the copy leaves out before its first and after its last word of a source sentence is a matter of selection,
    not of wording, and is not listed.
    """
    dropped = set(alignment.dropped)
    found: list[Drop] = []
    links = alignment.links
    for left, right in pairwise(links):
        if not 1 < right.source - left.source <= _WIDEST_GAP:
            continue
        between = [i for i in range(left.source + 1, right.source) if i in dropped]
        found.extend(Drop(left.republished, run) for run in runs(between, source))
    return tuple(found)


_WIDEST_GAP = 16
"""Source words between two links beyond which the copy has skipped something rather than dropped a word."""


def runs(positions: Iterable[int], tokens: Sequence[Token]) -> list[list[int]]:
    """Group neighbouring positions; a word of another grave class (a negation, a modal) stands alone."""
    grouped: list[list[int]] = []
    for position in positions:
        last = grouped[-1][-1] if grouped else None
        joins = (
            last is not None
            and last == position - 1
            and not _grave(tokens[position])
            and not _grave(tokens[last])
            and tokens[last].sentence == tokens[position].sentence
        )
        if joins:
            grouped[-1].append(position)
        else:
            grouped.append([position])
    return grouped


def _grave(token: Token) -> bool:
    return CLASS_OF.get(token.key) in ("negation", "modality", "quantifier", "conditional", "causal")


def _substituted(link: WordLink, source: Sequence[Token], republished: Sequence[Token]) -> WordChange:
    there, here = source[link.source], republished[link.republished]
    return WordChange(
        link.comparison.relation,
        (there.start, there.end),
        (here.start, here.end),
        link.comparison.nearness,
        there.quoted and here.quoted,
    )


def _one_sided(words: Sequence[Token], otherwise: Relation) -> Relation:
    if all(word.function for word in words) or len(words) == 1:
        named = [CLASS_RELATION[c] for c in (CLASS_OF.get(word.key) for word in words) if c in CLASS_RELATION]
        if named:
            return min(named, key=list(CLASS_RELATION.values()).index)
        if all(word.function for word in words):
            return Relation.FUNCTION
    return otherwise


def _span(words: Sequence[Token]) -> tuple[int, int]:
    return words[0].start, words[-1].end
