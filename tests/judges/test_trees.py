import pytest

from checker.judges.trees import Trees

STUMP_AND_LEAF = Trees.read(
    {
        "base": 0.5,
        "feature": [1, 0, 0, 0],
        "threshold": [2.0, 0.0, 0.0, 0.0],
        "left": [1, 1, 2, 3],
        "right": [2, 1, 2, 3],
        "value": [0.0, -1.0, 4.0, 10.0],
        "roots": [0, 3],
        "depth": 3,
    }
)


@pytest.mark.parametrize(
    ("features", "score"),
    [
        pytest.param((9.0, 1.0), 9.5, id="left"),
        pytest.param((9.0, 2.0), 9.5, id="a value on the threshold goes left"),
        pytest.param((9.0, 2.1), 14.5, id="right"),
    ],
)
def test_the_sum_of_the_leaves(features: tuple[float, ...], score: float) -> None:
    assert STUMP_AND_LEAF.score(features) == score
