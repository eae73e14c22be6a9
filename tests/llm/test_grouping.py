import pytest

from checker.llm.grouping import groups
from tests.build import pair_of
from tests.fakes.hostile import HOSTILE

PAIRS = [pair_of(f"{n} ships sank.", f"{n} boats sank.", id_=f"p{n}") for n in range(7)]


@pytest.mark.parametrize(("size", "sizes"), [(1, [1] * 7), (3, [3, 3, 1]), (7, [7]), (50, [7])])
def test_pairs_are_cut_into_calls_in_order(size: int, sizes: list[int]) -> None:
    made = list(groups(PAIRS, size=size))

    assert [len(group) for group in made] == sizes
    assert [pair for group in made for pair in group] == PAIRS


def test_long_pairs_do_not_crowd_a_call() -> None:
    long = [pair_of("word " * 1_000, "word " * 1_000 + ".", id_=f"p{n}") for n in range(3)]

    assert [len(group) for group in groups(long, size=6)] == [1, 1, 1]


@pytest.mark.parametrize("attack", HOSTILE[::6])
def test_a_pair_that_talks_to_its_judge_stands_alone(attack: str) -> None:
    hostile = pair_of("Six ships sank.", f"Six ships sank. {attack}", id_="hostile")

    assert [len(group) for group in groups([*PAIRS[:2], hostile, *PAIRS[2:4]], size=6)] == [2, 1, 2]
