"""Finds out which passages of two articles speak of the same thing."""

from bisect import bisect_left
from collections.abc import Sequence

from checker.chunker.assignment import assign
from checker.domain import Link, Pair, Passage

_JOINS = 0.7
"""A link at least so likely joins two groups that each have both sides."""


def align(source: Sequence[str], republished: Sequence[str]) -> tuple[Link, ...]:
    """Link the sentences of two texts that correspond.

    Any number of links may meet in a sentence: a sentence split in two gets two, one without a counterpart none.
    Swapping the texts mirrors the links, but for weak ones: whether a sentence has a counterpart at all is asked of
    the republished sentences only.

    Args:
        source: Sentences (or paragraphs) of the first text, in order.
        republished: Those of the second.

    Returns:
        Links ordered by source, then republished position. `score` is the estimated probability that the two
        correspond; how it was fitted and measured: docs/decisions/pairing.md.
    """
    return assign(source, republished)


def pair(source: Sequence[Passage], republished: Sequence[Passage], *, background: str) -> tuple[Pair, ...]:
    """Group the passages of two articles into pairs; each passage is in exactly one.

    Args:
        source: All passages of the source, in order.
        republished: All passages of the copy, in order.
        background: Text of the source article, handed on to every pair.

    Returns:
        Pairs in the order of the republished text, with those that only the source has where their neighbours in
        the source are. A passage without a counterpart, and every furniture passage, is a pair of its own with one
        side empty and score 0. The score of a group is that of the weakest passage's best link.
    """
    left = [passage for passage in source if passage.furniture is None]
    right = [passage for passage in republished if passage.furniture is None]
    links = align([passage.text for passage in left], [passage.text for passage in right])
    groups = _components(links)
    moved = _out_of_order(groups)
    first_republished = {i: min(group.republished) for group in groups for i in group.source}

    drafts: list[tuple[tuple[int, int, int], Pair]] = []
    for group, is_moved in zip(groups, moved, strict=True):
        members = tuple(right[j] for j in sorted(group.republished))
        drafts.append(
            (
                (members[0].index, 0, 0),
                Pair(
                    id="",
                    source=tuple(left[i] for i in sorted(group.source)),
                    republished=members,
                    score=group.score,
                    moved=is_moved,
                    background=background,
                ),
            )
        )
    grouped = {j for group in groups for j in group.republished}
    alone = {passage.index for j, passage in enumerate(right) if j not in grouped}
    drafts.extend(
        ((passage.index, 0, 0), Pair(id="", source=(), republished=(passage,), background=background))
        for passage in republished
        if passage.furniture is not None or passage.index in alone
    )
    # An omission follows the place in the copy that the nearest earlier, unmoved source passage went to.
    settled = {i for group, is_moved in zip(groups, moved, strict=True) if not is_moved for i in group.source}
    place = {left[i].index: right[first_republished[i]].index for i in settled}
    linked = {left[i].index for i in first_republished}
    after = -1
    for passage in source:
        after = place.get(passage.index, after)
        if passage.index not in linked:
            lonely = Pair(id="", source=(passage,), republished=(), background=background)
            drafts.append(((after, 1, passage.index), lonely))
    drafts.sort(key=lambda draft: draft[0])
    return tuple(_named(pair, number) for number, (_, pair) in enumerate(drafts, start=1))


class _Group:
    """Sentences that hang together by links."""

    def __init__(self, source: set[int], republished: set[int], score: float) -> None:
        self.source = source
        self.republished = republished
        self.score = score


def _components(links: Sequence[Link]) -> list[_Group]:
    """Return the connected components of the links, ordered by their first republished sentence.

    A weak link does not join two groups that stand without it: a chain of those would lump half an article together.
    """
    parent: dict[tuple[int, int], tuple[int, int]] = {}

    def root(node: tuple[int, int]) -> tuple[int, int]:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    best: dict[tuple[int, int], float] = {}
    whole: set[tuple[int, int]] = set()  # roots of groups that have both sides already
    for link in sorted(links, key=lambda link: (-link.score, link.source, link.republished)):
        ends = (0, link.source), (1, link.republished)
        one, other = root(ends[0]), root(ends[1])
        if one != other and one in whole and other in whole and link.score < _JOINS:
            continue
        for end in ends:
            best[end] = max(best.get(end, 0.0), link.score)
        parent[one] = other
        whole.add(other)
    groups: dict[tuple[int, int], _Group] = {}
    for side, position in sorted(parent):
        group = groups.setdefault(root((side, position)), _Group(set(), set(), 1.0))
        (group.republished if side else group.source).add(position)
        group.score = min(group.score, best[side, position])
    return sorted(groups.values(), key=lambda group: min(group.republished))


def _out_of_order(groups: Sequence[_Group]) -> list[bool]:
    """Say which groups are not in a longest run of groups whose source order is that of the copy."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, group in enumerate(groups):
        first = min(group.source)
        at = bisect_left(tails, first)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [first]
        ends[at : at + 1] = [number]
    moved = [True] * len(groups)
    number = ends[-1] if ends else -1
    while number >= 0:
        moved[number] = False
        number = before[number]
    return moved


def _named(pair: Pair, number: int) -> Pair:
    return Pair(
        id=f"p{number}",
        source=pair.source,
        republished=pair.republished,
        score=pair.score,
        moved=pair.moved,
        background=pair.background,
    )
