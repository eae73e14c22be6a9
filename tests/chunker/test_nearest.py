import pytest

from checker.chunker.nearest import nearest
from checker.domain import Passage
from tests.build import passage_of

SOURCE = (
    "The barge hit the gate on Sunday.\nRepairs will cost $18 million.\nPell spoke to reporters.\nIt rained."
)
PASSAGES = tuple(passage_of(SOURCE, line, index=i) for i, line in enumerate(SOURCE.split("\n")))


def texts(passages: tuple[Passage, ...]) -> list[str]:
    return [passage.text for passage in passages]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        pytest.param("Repairs cost 18 million dollars.", [1], id="the one that shares most"),
        pytest.param(
            "Pell said repairs will cost $18 million.", [1, 2], id="two that cover it together, in order"
        ),
        pytest.param("Elephants!", [0], id="nothing in common: the first"),
        pytest.param("", [0], id="no words at all: the first"),
    ],
)
def test_nearest_covers_the_wanted_words(wanted: str, found: list[int]) -> None:
    passage = Passage(index=0, text=wanted, start=0, end=len(wanted), paragraph=0)

    assert texts(nearest([passage], PASSAGES)) == [PASSAGES[i].text for i in found]


def test_never_more_than_three() -> None:
    everything = Passage(index=0, text=SOURCE, start=0, end=len(SOURCE), paragraph=0)

    assert len(nearest([everything], PASSAGES)) == 3
