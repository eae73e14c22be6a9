"""Pairing: every passage once, nothing forced, order and moves."""

import pytest

from checker.chunker.pairing import align, pair
from checker.domain import Pair, Passage

FAITHFUL = [
    "The harbor of Lindvik reopened on Tuesday after nine weeks of repairs to its northern breakwater.",
    "Mayor Astrid Holm said that the work had cost 4.2 million kroner, twice the first estimate.",
    "Fishing crews had unloaded their catch at Sorvaag, forty kilometers down the coast.",
    "An inquiry into the February storm will publish its report before the summer recess.",
    "Insurance companies have so far paid for only a third of the damaged boats.",
]


def passages(*texts: str, furniture: frozenset[int] = frozenset()) -> list[Passage]:
    """Lay sentences one after the other, each in a paragraph of its own."""
    made, start = [], 0
    for index, text in enumerate(texts):
        reason = "test" if index in furniture else None
        made.append(
            Passage(
                index=index, text=text, start=start, end=start + len(text), paragraph=index, furniture=reason
            )
        )
        start += len(text) + 1
    return made


def shape(pairs: tuple[Pair, ...]) -> list[tuple[list[int], list[int]]]:
    """Reduce pairs to the positions of their passages."""
    return [([p.index for p in pair.source], [p.index for p in pair.republished]) for pair in pairs]


def test_identity_pairs_one_to_one() -> None:
    """A text against itself."""
    links = align(FAITHFUL, FAITHFUL)
    assert [(link.source, link.republished) for link in links] == [(i, i) for i in range(len(FAITHFUL))]


@pytest.mark.parametrize(("source", "republished"), [([], []), (FAITHFUL, []), ([], FAITHFUL)])
def test_nothing_to_link(source: list[str], republished: list[str]) -> None:
    """An empty side links nothing."""
    assert align(source, republished) == ()


def test_moved_added_omitted_and_furniture() -> None:
    """One of everything, in the order of the copy."""
    copy = [
        FAITHFUL[4],
        FAITHFUL[0],
        FAITHFUL[1],
        "Read more: ten winter recipes",
        FAITHFUL[3],
        "Penguins sleep standing.",
    ]
    pairs = pair(
        passages(*FAITHFUL), passages(*copy, furniture=frozenset({3})), background=" ".join(FAITHFUL)
    )
    assert shape(pairs) == [
        ([4], [0]),
        ([0], [1]),
        ([1], [2]),
        ([2], []),
        ([], [3]),
        ([3], [4]),
        ([], [5]),
    ]
    assert [p.moved for p in pairs] == [True, False, False, False, False, False, False]
    assert [p.id for p in pairs] == ["p1", "p2", "p3", "p4", "p5", "p6", "p7"]
