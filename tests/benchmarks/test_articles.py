import random

import pytest

from benchmarks.articles import Example, gate_for, planted

SOURCE = "Seven ships sank off Larn on Monday.\n\nMayor Ana Ruiz opened the new bridge in May."


@pytest.mark.parametrize(
    ("surest", "share", "failing"),
    [
        pytest.param([0.1, 0.5, 0.9, 0.2], 0.25, 1, id="one of four may fail"),
        pytest.param([0.9, 0.9, 0.9, 0.2], 0.25, 0, id="ties stay out together"),
        pytest.param([0.3, 0.4], 0.05, 0, id="too few for a share: none may"),
        pytest.param([0.3, 0.4], 1.0, 2, id="all may"),
    ],
)
def test_the_gate_lets_at_most_the_share_fail(surest: list[float], share: float, failing: int) -> None:
    gate = gate_for(surest, share)

    assert sum(value >= gate for value in surest) == failing


def test_a_planted_copy_differs_in_one_passage_only() -> None:
    copy = planted(Example(SOURCE, SOURCE), ["number_word"], random.Random(1))

    assert copy is not None
    before, after = SOURCE.split("\n\n"), copy.republished.split("\n\n")
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1
    assert copy.kind == "number_word"


def test_no_occasion_is_no_copy() -> None:
    assert (
        planted(Example("Cats sleep all day.", "Cats sleep all day."), ["number"], random.Random(1)) is None
    )
