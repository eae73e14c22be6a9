"""Fits the weights of the pairing: `python -m training.pairing.fit TRAIN.jsonl PAIRING_FOLDER`.

Reads only training rows (`train.jsonl`, `ose_par_*_train.jsonl`) and texts written for the project; writes
checker/chunker/pairing_weights.json. Later stages see the earlier ones' estimates for texts that these were not fitted
on, as they will in use.
"""

import json
import random
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from checker.chunker.features import CONTEXT, LOCAL, Grid, context, local
from checker.chunker.terms import Terms
from training.pairing.texts import (
    Gold,
    paragraphs,
    rewritten,
    strung,
    thinned,
    told_thrice,
    told_twice,
    varied,
    window,
)

Floats = NDArray[np.float64]
STAGES = 3
_FOLDS = 4
_RIDGE = 3.0
_LINKS_PER_SET = 200.0
"""Every set weighs as much as one of so many links, times its share below."""
_SHARES = {
    "told_twice": 1.0,
    "told_thrice": 0.2,
    "paragraphs": 0.5,
    "ose": 0.5,
    "demetr": 0.2,
    "mlqe": 0.2,
    "windows": 0.4,
    "spun": 0.3,
    "teacher": 0.3,
}
_TARGET = Path(__file__).parents[2] / "checker" / "chunker" / "pairing_weights.json"


def training_sets(train: Path, folder: Path) -> dict[str, list[Gold]]:
    """All texts by set; the same on every call."""
    rng = random.Random(7)
    whole = [*told_twice(), *strung(train, "ose", "", rng, at_most=60)]
    return {
        "windows": [window(gold, rng) for gold in whole for _ in range(5)],
        "told_twice": varied(told_twice(), 2, lambda gold: thinned(gold, rng, drop=0.22, move=0.3)),
        "told_thrice": told_thrice(),
        "paragraphs": varied(paragraphs(folder), 1, lambda gold: thinned(gold, rng, drop=0.2, move=0.5)),
        "ose": [gold for part in ("ele", "int") for gold in strung(train, "ose", part, rng, at_most=60)],
        "demetr": strung(train, "demetr", "", rng, at_most=60),
        "mlqe": strung(train, "mlqe", "", rng, at_most=60),
        "spun": rewritten("spun", rng, pieces=(1,)),
        "teacher": rewritten("teacher", rng, pieces=(1, 1, 2)),
    }


def measured(gold: Gold) -> tuple[Grid, Floats, Floats]:
    """Candidates of two texts, their local measures, and which are links (1.0 or 0.0)."""
    grid, columns = local(Terms([*gold.source, *gold.republished]), len(gold.source))
    pairs = zip(grid.first.tolist(), grid.second.tolist(), strict=True)
    return grid, columns, np.array([pair in gold.links for pair in pairs], dtype=np.float64)


def logistic(columns: Floats, truth: Floats, weight: Floats, ridge: float = _RIDGE) -> Floats:
    """Fit a logistic model by Newton's method; the ridge applies to standardized columns. The constant comes last."""
    mean, spread = columns.mean(axis=0), columns.std(axis=0) + 1e-9
    design = np.column_stack([(columns - mean) / spread, np.ones(len(columns))])
    fitted = np.zeros(design.shape[1])
    penalty = np.full(design.shape[1], ridge)
    penalty[-1] = 1e-6
    for _ in range(30):
        p = 1.0 / (1.0 + np.exp(-np.clip(design @ fitted, -30.0, 30.0)))
        slope = design.T @ (weight * (truth - p)) - penalty * fitted
        bend = (design * (weight * p * (1.0 - p))[:, None]).T @ design + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        fitted += step
        if np.abs(step).max() < 1e-6:
            break
    plain = fitted[:-1] / spread
    return np.append(plain, fitted[-1] - plain @ mean)


def predict(columns: Floats, weight: Floats) -> Floats:
    """Probabilities by a fitted model."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(columns @ weight[:-1] + weight[-1], -30.0, 30.0))))


def fit(sets: dict[str, list[Gold]], shares: dict[str, float]) -> list[Floats]:
    """Fit all stages."""
    golds = [gold for name in shares for gold in sets[name]]
    weights = [
        shares[name] * _LINKS_PER_SET / sum(len(gold.links) for gold in sets[name])
        for name in shares
        for _ in sets[name]
    ]
    rows = [measured(gold) for gold in golds]
    fold = np.random.RandomState(0).randint(0, _FOLDS, len(rows))
    columns = [row[1] for row in rows]
    fitted: list[Floats] = []

    def model(chosen: list[int]) -> Floats:
        return logistic(
            np.concatenate([columns[k] for k in chosen]),
            np.concatenate([rows[k][2] for k in chosen]),
            np.concatenate([np.full(len(rows[k][2]), weights[k]) for k in chosen]),
        )

    for stage in range(STAGES):
        fitted.append(model(list(range(len(rows)))))
        if stage + 1 == STAGES:
            break
        likely: dict[int, Floats] = {}
        for held_out in range(_FOLDS):
            part = model([k for k in range(len(rows)) if fold[k] != held_out])
            likely |= {k: predict(columns[k], part) for k in range(len(rows)) if fold[k] == held_out}
        columns = [np.column_stack([row[1], context(row[0], likely[k])]) for k, row in enumerate(rows)]
    return fitted


def main(train: str, folder: str) -> None:
    """Fit and write."""
    stages = []
    for number, weight in enumerate(fit(training_sets(Path(train), Path(folder)), _SHARES)):
        names = (*LOCAL, *CONTEXT, "constant") if number else (*LOCAL, "constant")
        stages.append({name: round(float(value), 5) for name, value in zip(names, weight, strict=True)})
    _TARGET.write_text(json.dumps({"stages": stages}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
