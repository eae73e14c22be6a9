"""Fits the trees over the word view and the last step over all inputs, and writes both as plain numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from training.data import OWN_SETS

Matrix = NDArray[np.float64]

LIKE_THE_TASK = OWN_SETS | {"mlqe", "demetr", "defacto", "fib", "ose", "swipe", "planted", "rewritten"}
"""Sets that are copies of a text; the others are pairs from inference and fact checking."""
_OTHERS_WEIGH = 0.3
_WEIGH = {"splice": 0.15}
"""Weight of sets that teach one thing: that what is nearly verbatim may be wrong."""
_FOLDS = 5
_GIVEN_AWAY = 0.0225
_STRENGTH = 0.02
"""Inverse strength of the ridge on the last step: its inputs say much the same, and validation pairs are few."""
_SEEDS = 4
"""Fits of the last step's trees whose mean counts: each sees a third of the inputs at a split, by chance."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """The last step: calibrated log-odds of a fault are `inputs @ weights + shift` plus the sum of the trees."""

    weights: Matrix
    shift: float
    trees: dict[str, Any]
    """As lists, as `checker.judges.trees.Trees` reads them."""
    held_out: Matrix
    """Calibrated chance of a fault for every row, each from a fit without its fold."""


def weights(sets: NDArray[np.str_], faults: NDArray[np.bool_]) -> Matrix:
    """Weight per row: a set counts by the root of its size, both labels of a set alike."""
    weight = np.zeros(len(sets))
    for name in np.unique(sets):
        for fault in (False, True):
            chosen = (sets == name) & (faults == fault)
            if chosen.any():
                weight[chosen] = _weight(name) / np.sqrt(chosen.sum())
    normed: Matrix = weight / weight.mean()
    return normed


def _weight(name: str) -> float:
    return 1.0 if name in LIKE_THE_TASK else _WEIGH.get(name, _OTHERS_WEIGH)


def word_trees(features: Matrix, faults: NDArray[np.bool_], weight: Matrix) -> HistGradientBoostingClassifier:
    """Fit the trees over the word view."""
    model = HistGradientBoostingClassifier(
        max_iter=200, learning_rate=0.07, max_leaf_nodes=15, min_samples_leaf=60, l2_regularization=5.0,
        max_features=0.3, random_state=0,
    )  # fmt: skip
    return model.fit(features, faults, sample_weight=weight)


def last_step(inputs: Matrix, faults: NDArray[np.bool_], weight: Matrix, groups: NDArray[np.intp]) -> Fitted:
    """Fit the last step and calibrate it on predictions for folds that it has not seen; a group never splits.

    Half of it is a logistic regression, half boosted trees, which see that inputs mean different things where much
    was copied; the mean of the two is better than either.
    """
    folds = groups % _FOLDS
    odds = np.zeros(len(faults))
    for fold in range(_FOLDS):
        seen = folds != fold
        by, shift = _linear(inputs[seen], faults[seen], weight[seen])
        forest = _forest(inputs[seen], faults[seen], weight[seen])
        odds[~seen] = (inputs[~seen] @ by + shift) / 2 + _score(forest, inputs[~seen]) / 2
    slope, moved = calibrated(odds, faults)
    by, shift = _linear(inputs, faults, weight)
    forest = _forest(inputs, faults, weight)
    return Fitted(
        slope * by / 2,
        slope * shift / 2 + moved,
        _together(forest, slope / 2),
        1 / (1 + np.exp(-(slope * odds + moved))),
    )


def _forest(
    inputs: Matrix, faults: NDArray[np.bool_], weight: Matrix
) -> list[HistGradientBoostingClassifier]:
    return [
        HistGradientBoostingClassifier(
            max_iter=120, learning_rate=0.05, max_leaf_nodes=12, min_samples_leaf=80, l2_regularization=10.0,
            max_features=0.3, random_state=seed,
        ).fit(inputs, faults, sample_weight=weight)
        for seed in range(_SEEDS)
    ]  # fmt: skip


def _score(forest: Sequence[HistGradientBoostingClassifier], inputs: Matrix) -> Matrix:
    mean: Matrix = np.mean([model.decision_function(inputs) for model in forest], axis=0)
    return mean


def _together(forest: Sequence[HistGradientBoostingClassifier], by: float) -> dict[str, Any]:
    """The mean of some fits, times a factor, as one sum of trees."""
    parts = [exported(model) for model in forest]
    starts = np.cumsum([0, *(len(part["value"]) for part in parts)]).tolist()
    pairs = list(zip(parts, starts, strict=False))
    scale = by / len(parts)
    return {
        "base": scale * sum(part["base"] for part in parts),
        "feature": [at for part in parts for at in part["feature"]],
        "threshold": [at for part in parts for at in part["threshold"]],
        "left": [start + at for part, start in pairs for at in part["left"]],
        "right": [start + at for part, start in pairs for at in part["right"]],
        "value": [round(scale * value, 6) for part in parts for value in part["value"]],
        "roots": [start + at for part, start in pairs for at in part["roots"]],
        "depth": max(part["depth"] for part in parts),
    }


def _linear(inputs: Matrix, faults: NDArray[np.bool_], weight: Matrix) -> tuple[Matrix, float]:
    """Logistic regression on standardized inputs, told in terms of the inputs as they are."""
    mean, spread = inputs.mean(axis=0), np.maximum(inputs.std(axis=0), 1e-6)
    model = LogisticRegression(C=_STRENGTH, max_iter=1000)
    model.fit((inputs - mean) / spread, faults, sample_weight=weight)
    by = model.coef_[0] / spread
    return by, float(model.intercept_[0] - by @ mean)


def calibrated(odds: Matrix, truth: NDArray[np.bool_]) -> tuple[float, float]:
    """Slope and shift that turn log-odds into chances of `truth` (Platt scaling), by Newton steps."""
    slope, shift = 1.0, 0.0
    for _ in range(50):
        chance = 1 / (1 + np.exp(-(slope * odds + shift)))
        spread = chance * (1 - chance) + 1e-6
        gradient = np.array([((chance - truth) * odds).sum(), (chance - truth).sum()])
        curve = np.array(
            [[(spread * odds * odds).sum(), (spread * odds).sum()], [(spread * odds).sum(), spread.sum()]]
        )
        step = np.linalg.solve(curve, gradient)
        slope, shift = slope - float(step[0]), shift - float(step[1])
    return slope, shift


def calibration_error(chance: Matrix, truth: NDArray[np.bool_], bins: int = 15) -> float:
    """Expected calibration error, bins of equal width."""
    place = np.minimum((chance * bins).astype(int), bins - 1)
    return float(
        sum(abs(chance[place == b].sum() - truth[place == b].sum()) for b in range(bins)) / len(truth)
    )


def threshold(chance: Matrix, faults: NDArray[np.bool_], sets: NDArray[np.str_]) -> float:
    """Chance of a fault from which on to flag.

    The mean balanced accuracy over the families of sets that are like the task hardly moves over a wide range. From the
    best threshold on it rises as long as no more than `_GIVEN_AWAY` is lost: fewer false alarms for next to nothing.
    """
    families = [("mlqe",), ("demetr",), ("defacto",), ("fib",), ("swipe",), ("planted", "rewritten")]
    families += [("teacher", "ose"), *((name,) for name in sorted(OWN_SETS - {"teacher"}))]
    steps = np.linspace(0.2, 0.9, 141)
    gains = [
        np.mean([balanced(chance, faults, np.isin(sets, family), t) for family in families]) for t in steps
    ]
    best = int(np.argmax(gains))
    above = zip(steps[best:], gains[best:], strict=True)
    return float([t for t, _ in takewhile(lambda step: step[1] >= gains[best] - _GIVEN_AWAY, above)][-1])


def balanced(chance: Matrix, faults: NDArray[np.bool_], chosen: NDArray[np.bool_], threshold: float) -> float:
    """Balanced accuracy over the chosen rows."""
    flagged = chance >= threshold
    return float((flagged[chosen & faults].mean() + (~flagged[chosen & ~faults]).mean()) / 2)


def exported(model: HistGradientBoostingClassifier) -> dict[str, Any]:
    """The trees as the lists that `checker.judges.trees.Trees` reads."""
    columns: dict[str, list[float]] = {
        name: [] for name in ("feature", "threshold", "left", "right", "value")
    }
    roots, depth = [], 0
    for (predictor,) in model._predictors:
        start = len(columns["value"])
        roots.append(start)
        for number, node in enumerate(predictor.nodes):
            leaf = bool(node["is_leaf"])
            columns["feature"].append(0 if leaf else int(node["feature_idx"]))
            columns["threshold"].append(0.0 if leaf else round(float(node["num_threshold"]), 6))
            columns["left"].append(start + (number if leaf else int(node["left"])))
            columns["right"].append(start + (number if leaf else int(node["right"])))
            columns["value"].append(round(float(node["value"]), 6) if leaf else 0.0)
            depth = max(depth, int(node["depth"]))
    return {"base": float(model._baseline_prediction.item()), **columns, "roots": roots, "depth": depth}


def worst_of(values: Matrix, pairs: NDArray[np.intp], n_pairs: int, empty: float) -> Matrix:
    """Greatest value of each pair's rows; `empty` for a pair without rows."""
    worst = np.full(n_pairs, -np.inf)
    np.maximum.at(worst, pairs, values)
    worst[np.isneginf(worst)] = empty
    return worst


def auc(score: Sequence[float] | Matrix, truth: NDArray[np.bool_]) -> float:
    """Chance that a true row scores above a false one, ties by half; NaN if one kind is missing."""
    values = np.asarray(score)
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    n, m = int(truth.sum()), int((~truth).sum())
    return float((ranks[truth].sum() - n * (n + 1) / 2) / (n * m)) if n and m else float("nan")
