"""From links to pairs: which passages a group holds, how sure it is, whether it moved, and where it stands."""

from collections.abc import Sequence

import pytest

from checker.chunker import pairing
from checker.chunker.pairing import pair
from checker.domain import Link, Pair, Passage

Given = Sequence[tuple[int, int, float]]


def passages(count: int, furniture: Sequence[int] = ()) -> list[Passage]:
    """So many passages whose texts are their positions."""
    return [
        Passage(
            index=i,
            text=f"{i}.",
            start=10 * i,
            end=10 * i + 2,
            paragraph=i,
            furniture="menu" if i in furniture else None,
        )
        for i in range(count)
    ]


@pytest.fixture
def paired(monkeypatch: pytest.MonkeyPatch) -> object:
    """Pair so many passages by links that are given."""

    def made(
        links: Given, sources: int, copies: int, *, menu: Sequence[int] = (), our_menu: Sequence[int] = ()
    ) -> tuple[Pair, ...]:
        found = tuple(Link(source=i, republished=j, score=score) for i, j, score in links)
        monkeypatch.setattr(pairing, "assign", lambda source, republished: found)
        return pair(passages(sources, our_menu), passages(copies, menu), background="whole")

    return made


def shape(pairs: Sequence[Pair]) -> list[tuple[list[int], list[int]]]:
    return [([p.index for p in one.source], [p.index for p in one.republished]) for one in pairs]


@pytest.mark.parametrize(
    ("links", "sizes", "expected"),
    [
        pytest.param([(0, 0, 0.9), (1, 1, 0.9)], (2, 2), [([0], [0]), ([1], [1])], id="one to one"),
        pytest.param([(0, 0, 0.9), (0, 1, 0.8)], (1, 2), [([0], [0, 1])], id="split in two"),
        pytest.param([(0, 0, 0.9), (1, 0, 0.8)], (2, 1), [([0, 1], [0])], id="merged into one"),
        pytest.param(
            [(0, 0, 0.9), (1, 1, 0.9), (0, 1, 0.7)], (2, 2), [([0, 1], [0, 1])], id="a firm link joins groups"
        ),
        pytest.param(
            [(0, 0, 0.9), (1, 1, 0.9), (0, 1, 0.69)],
            (2, 2),
            [([0], [0]), ([1], [1])],
            id="a weak one does not",
        ),
        pytest.param(
            [(0, 0, 0.5), (1, 0, 0.4)], (2, 1), [([0, 1], [0])], id="a weak link joins what has no other"
        ),
        pytest.param(
            [(0, 0, 0.9), (1, 1, 0.9), (2, 2, 0.9), (0, 1, 0.8), (1, 2, 0.8)],
            (3, 3),
            [([0, 1, 2], [0, 1, 2])],
            id="a chain of firm links",
        ),
        pytest.param(
            [(0, 0, 0.9), (1, 1, 0.9), (0, 1, 0.6), (2, 1, 0.5)],
            (3, 2),
            [([0], [0]), ([1, 2], [1])],
            id="what comes after a weak link is still looked at",
        ),
        pytest.param([], (2, 2), [([0], []), ([1], []), ([], [0]), ([], [1])], id="nothing corresponds"),
        pytest.param(
            [(0, 0, 0.9), (2, 1, 0.9)],
            (3, 2),
            [([0], [0]), ([1], []), ([2], [1])],
            id="an omission in its place",
        ),
        pytest.param(
            [(2, 0, 0.9), (0, 1, 0.9), (1, 2, 0.9)],
            (4, 3),
            [([2], [0]), ([0], [1]), ([1], [2]), ([3], [])],
            id="an omission after a passage that moved stays with the others",
        ),
    ],
)
def test_groups(paired: object, links: Given, sizes: tuple[int, int], expected: object) -> None:
    pairs = paired(links, *sizes)  # type: ignore[operator]

    assert shape(pairs) == expected
    assert [one.id for one in pairs] == [f"p{number}" for number in range(1, len(pairs) + 1)]
    assert {one.background for one in pairs} == {"whole"}


@pytest.mark.parametrize(
    ("links", "score"),
    [
        pytest.param([(0, 0, 0.9)], 0.9, id="one link"),
        pytest.param([(0, 0, 0.9), (0, 1, 0.6)], 0.6, id="the passage that is least sure"),
        pytest.param([(0, 0, 0.9), (0, 1, 0.75), (1, 1, 0.8)], 0.8, id="each by its best link"),
        pytest.param([(0, 0, 1.0), (0, 1, 1.0)], 1.0, id="all certain"),
    ],
)
def test_a_group_is_as_sure_as_its_weakest_passage(paired: object, links: Given, score: float) -> None:
    [group] = [one for one in paired(links, 2, 2) if one.source and one.republished]  # type: ignore[operator]

    assert group.score == score


def test_what_has_no_counterpart_has_no_score(paired: object) -> None:
    pairs = paired([(0, 0, 0.9)], 2, 2)  # type: ignore[operator]

    assert [one.score for one in pairs if not (one.source and one.republished)] == [0.0, 0.0]
    assert not any(one.moved for one in pairs)


@pytest.mark.parametrize(
    ("order", "moved"),
    [
        pytest.param([0, 1, 2, 3], [False] * 4, id="in order"),
        pytest.param([3, 0, 1, 2], [True, False, False, False], id="the last one first"),
        pytest.param([1, 2, 3, 0], [False, False, False, True], id="the first one last"),
        pytest.param([1, 0], [True, False], id="swapped"),
        pytest.param([2, 3, 0, 1], [True, True, False, False], id="halves swapped"),
        pytest.param([0, 3, 1, 2], [False, True, False, False], id="one in between"),
        pytest.param([2, 4, 1, 3, 0, 5], [True, True, False, False, True, False], id="of two runs the later"),
        pytest.param([3, 4, 5, 0, 1, 2], [True, True, True, False, False, False], id="halves of three"),
        pytest.param(
            [1, 3, 4, 0, 2], [False, False, False, True, True], id="a longer run before a shorter one"
        ),
        pytest.param([0, 2, 4, 1, 5, 3], [False, False, False, True, False, True], id="two strays"),
    ],
)
def test_what_is_not_in_the_longest_run_has_moved(
    paired: object, order: list[int], moved: list[bool]
) -> None:
    links = [(i, j, 0.9) for j, i in enumerate(order)]

    assert [one.moved for one in paired(links, len(order), len(order))] == moved  # type: ignore[operator]


def test_furniture_stands_alone_and_in_its_place(paired: object) -> None:
    pairs = paired([(0, 0, 0.9), (1, 1, 0.9)], 3, 3, menu=[0], our_menu=[1])  # type: ignore[operator]

    assert shape(pairs) == [([], [0]), ([0], [1]), ([1], []), ([2], [2])]


def test_an_omission_before_everything_comes_first(paired: object) -> None:
    assert shape(paired([(1, 0, 0.9)], 2, 1)) == [([0], []), ([1], [0])]  # type: ignore[operator]
