from typing import Any

import pytest

from checker.judges.combine import (
    COPIED_NAMES,
    NAMES,
    NETWORK_NAMES,
    Combination,
    WeightsError,
    last_inputs,
    network_inputs,
)
from checker.judges.fact_signals import NAMES as FACT_NAMES
from checker.judges.signals import PER_WINDOW
from checker.words import FEATURES_VERSION
from checker.words import NAMES as WORD_NAMES


def _stump(feature: int, threshold: float, low: float, high: float) -> dict[str, Any]:
    return {
        "base": 0.0,
        "feature": [feature, 0, 0],
        "threshold": [threshold, 0.0, 0.0],
        "left": [1, 1, 2],
        "right": [2, 1, 2],
        "value": [0.0, low, high],
        "roots": [0],
        "depth": 1,
    }


def _stored(**changes: Any) -> dict[str, Any]:
    """Weights that flag when the trees over the words do, which look at the first feature only."""
    return {
        "features_version": FEATURES_VERSION,
        "words": _stump(0, 1.0, -2.0, 2.0),
        "weights": {name: float(name == "words") for name in NAMES},
        "shift": 0.0,
        "trees": _stump(0, 0.0, 0.0, 0.0),
        "threshold": 0.4,
        **changes,
    }


NETWORK = (0.0,) * len(PER_WINDOW) * 3
FACTS = (0.0,) * len(FACT_NAMES)


def _words(first: float) -> tuple[float, ...]:
    return (first, *(0.0 for _ in WORD_NAMES[1:]))


@pytest.mark.parametrize(("first", "chance"), [(0.0, 0.8808), (2.0, 0.1192)])
def test_the_chance_is_that_of_the_last_step(first: float, chance: float) -> None:
    combination = Combination.read(_stored())

    assert combination.p_consistent(network=NETWORK, words=_words(first), facts=FACTS) == pytest.approx(
        chance, abs=1e-4
    )


def test_the_shift_moves_the_chance() -> None:
    combination = Combination.read(_stored(shift=2.0))

    assert combination.p_consistent(network=NETWORK, words=_words(0.0), facts=FACTS) == pytest.approx(0.5)


def test_the_trees_over_the_inputs_add_to_it() -> None:
    at = NAMES.index("rules")
    combination = Combination.read(_stored(trees=_stump(at, 0.5, 0.0, 3.0)))
    fired = tuple(float(name == "rules") for name in FACT_NAMES)

    quiet = combination.p_consistent(network=NETWORK, words=_words(0.0), facts=FACTS)
    loud = combination.p_consistent(network=NETWORK, words=_words(0.0), facts=fired)

    assert [quiet, loud] == pytest.approx([0.8808, 0.2689], abs=1e-4)


def test_how_much_was_copied_is_an_input() -> None:
    words = tuple(float(number) for number in range(len(WORD_NAMES)))

    inputs = last_inputs(network=NETWORK, words=words, score=-0.5, facts=FACTS)

    named = dict(zip(NAMES, inputs, strict=True))
    assert named["words"] == -0.5
    assert {name: named[name] for name in COPIED_NAMES} == {
        name: float(WORD_NAMES.index(name)) for name in COPIED_NAMES
    }


def test_an_extreme_score_stays_a_probability() -> None:
    combination = Combination.read(_stored(shift=1e6))

    assert 0.0 < combination.p_consistent(network=NETWORK, words=_words(2.0), facts=FACTS) < 1e-9


@pytest.mark.parametrize("changes", [{"features_version": FEATURES_VERSION + 1}, {"weights": {"words": 1.0}}])
def test_weights_of_another_version_are_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(WeightsError, match="another version"):
        Combination.read(_stored(**changes))


def test_means_and_extremes_over_the_windows() -> None:
    windows = [[odds, -odds, 1.0, 0.0, 2.0, -1.0] for odds in (1.0, 2.0, 6.0)]

    named = dict(zip(NETWORK_NAMES, network_inputs([v for window in windows for v in window]), strict=True))

    assert (named["consistent_mean"], named["consistent_worst"], named["consistent_best"]) == (3.0, 1.0, 6.0)
    assert (named["contradictory_worst"], named["copy_max_worst"], named["copy_sum_mean"]) == (-1.0, 1.0, 2.0)
