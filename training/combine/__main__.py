"""`python -m training.combine --data ../shared/data --made FOLDER`: fit the combination, write it, measure it."""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from checker.judges.combine import NAMES, Combination, digest_of, last_inputs
from checker.judges.network import Network
from checker.words import FEATURES_VERSION, compare_words, features
from training.combine import fit
from training.combine.examples import Labelled, measuring_pairs, training_pairs, validation_pairs
from training.combine.rows import Inputs, inputs

_HEADLINE = (
    "summedits_ectsum", "summedits_podcast", "summedits_qmsumm", "summedits_sales_call", "summedits_sales_email",
    "summedits_samsum", "summedits_scitldr", "qags_cnndm_sent", "qags_xsum_summary", "cliff_cnndm", "cliff_xsum",
    "defacto", "faithbench_summary", "sciexagA", "demetr", "mlqe",
)  # fmt: skip
_FAITHFUL = ("ose_sent_adv_int_dev", "ose_sent_adv_ele_dev", "asset", "turk")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.combine", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds train.jsonl and dev/")
    parser.add_argument(
        "--made", type=Path, required=True, help="folder with the trainer's generated and held-out pairs"
    )
    parser.add_argument("--model", type=Path, default=Path("checker/models/judge.onnx"))
    parser.add_argument("--out", type=Path, default=Path("checker/models/combine.json"))
    parser.add_argument(
        "--cache", type=Path, required=True, help="folder for inputs that take long to compute"
    )
    parser.add_argument("--limit", type=int, default=300, help="rows per measuring set; 0: do not measure")
    args = parser.parse_args()
    args.cache.mkdir(parents=True, exist_ok=True)
    weights = args.model.read_bytes()
    network, version = Network(weights), hashlib.sha256(weights).hexdigest()[:12]
    trees = _word_trees(args.data, args.made, args.cache)
    pairs = validation_pairs(args.made / "validation.jsonl")
    asked = _cached(args.cache / f"validation-{version}.npz", pairs, network)
    stored = _fit(trees, pairs, asked)
    sealed = {**stored, "sha256": digest_of(stored)}
    args.out.write_text(json.dumps(sealed, separators=(",", ":")) + "\n", encoding="utf-8")
    if args.limit:
        paths = [args.data / "dev" / f"{name}.jsonl" for name in (*_HEADLINE, *_FAITHFUL)]
        measured = measuring_pairs(paths, args.limit)
        rows = _cached(args.cache / f"dev-{args.limit}-{version}.npz", measured, network)
        _measure(Combination.read(stored), measured, rows)


def _word_trees(data: Path, made: Path, cache: Path) -> dict[str, object]:
    path = cache / f"words-{FEATURES_VERSION}.npz"
    if not path.exists():
        pairs = training_pairs(data, made, seed=1)
        vectors = np.array(
            [features(compare_words(pair.source, pair.copy)) for pair in pairs], dtype=np.float32
        )
        np.savez(
            path, x=vectors, sets=[pair.set for pair in pairs], faults=[not pair.faithful for pair in pairs]
        )
    rows = np.load(path)
    model = fit.word_trees(rows["x"], rows["faults"], fit.weights(rows["sets"], rows["faults"]))
    return fit.exported(model)


def _cached(path: Path, pairs: list[Labelled], network: Network) -> Inputs:
    if not path.exists():
        asked = inputs(pairs, network)
        np.savez(path, pair=asked.pair, network=asked.network, words=asked.words, facts=asked.facts)
    rows = np.load(path)
    return Inputs(rows["pair"], rows["network"], rows["words"], rows["facts"])


def _last_inputs(words: dict[str, object], asked: Inputs) -> fit.Matrix:
    from checker.judges.trees import Trees

    trees = Trees.read(words)
    return np.array(
        [
            last_inputs(network=network, words=view, score=trees.score(view), facts=facts)
            for network, view, facts in zip(asked.network, asked.words, asked.facts, strict=True)
        ]
    )


def _fit(words: dict[str, object], pairs: list[Labelled], asked: Inputs) -> dict[str, object]:
    sets = np.array([pair.set for pair in pairs])
    faults = np.array([not pair.faithful for pair in pairs])
    x = _last_inputs(words, asked)
    kept = _worst_rows(asked.pair, x[:, 0], faults)
    of = asked.pair[kept]
    fitted = fit.last_step(x[kept], faults[of], fit.weights(sets[of], faults[of]), _groups(pairs)[of])
    chance = fitted.held_out
    threshold = fit.threshold(chance, faults[of], sets[of])
    print(f"validation: {len(kept)} rows, calibration error {fit.calibration_error(chance, faults[of]):.3f}, "
          f"flagged from {threshold:.3f}")  # fmt: skip
    for name in sorted(set(sets[of])):
        chosen = sets[of] == name
        print(f"  {name:14s} n={chosen.sum():5d}  {_figures(chance[chosen], faults[of][chosen], threshold)}  "
              f"network alone AUC {fit.auc(-x[kept][chosen, 0], faults[of][chosen]):.3f}")  # fmt: skip
    return {
        "features_version": FEATURES_VERSION,
        "words": words,
        "weights": {name: round(float(by), 6) for name, by in zip(NAMES, fitted.weights, strict=True)},
        "shift": round(fitted.shift, 6),
        "trees": fitted.trees,
        "threshold": round(1 - threshold, 6),
    }


def _groups(pairs: list[Labelled]) -> NDArray[np.intp]:
    """A number per source text, so that no source is on both sides of a fold."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(pair.source[:160], len(numbers)) for pair in pairs], dtype=np.intp)


def _worst_rows(pair: NDArray[np.intp], odds: fit.Matrix, faults: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Of a faulty copy's sentences only the one that the network trusts least: nobody says where the fault is."""
    least: dict[int, int] = {}
    for row, number in enumerate(pair):
        if faults[number] and (number not in least or odds[row] < odds[least[number]]):
            least[int(number)] = row
    return np.array(
        [row for row, number in enumerate(pair) if not faults[number] or least[int(number)] == row]
    )


def _measure(combination: Combination, pairs: list[Labelled], asked: Inputs) -> None:
    each = [
        1 - combination.p_consistent(network=network, words=view, facts=facts)
        for network, view, facts in zip(asked.network, asked.words, asked.facts, strict=True)
    ]
    chance = fit.worst_of(np.array(each), asked.pair, len(pairs), empty=0.0)
    network = fit.worst_of(-asked.network[:, ::6].mean(axis=1), asked.pair, len(pairs), empty=-20.0)
    sets = np.array([pair.set for pair in pairs])
    faults = np.array([not pair.faithful for pair in pairs])
    accuracies = []
    for name in dict.fromkeys(sets):
        chosen = sets == name
        print(f"{name:24s} n={chosen.sum():4d}  {_figures(chance[chosen], faults[chosen], 1 - combination.threshold)}  "
              f"network alone AUC {fit.auc(network[chosen], faults[chosen]):.3f}")  # fmt: skip
        if name in _HEADLINE:
            everywhere = np.ones(chosen.sum(), dtype=bool)
            accuracies.append(
                fit.balanced(chance[chosen], faults[chosen], everywhere, 1 - combination.threshold)
            )
    print(f"mean balanced accuracy over {len(accuracies)} sets: {100 * np.mean(accuracies):.1f}")


def _figures(chance: fit.Matrix, faults: NDArray[np.bool_], threshold: float) -> str:
    flagged = chance >= threshold
    if faults.all() or not faults.any():
        return f"flagged {100 * flagged.mean():5.1f}"
    kept, caught = (~flagged[~faults]).mean(), flagged[faults].mean()
    return (f"BAcc {50 * (kept + caught):5.1f}  AUC {100 * fit.auc(chance, faults):5.1f}  "
            f"kept {100 * kept:5.1f}  caught {100 * caught:5.1f}")  # fmt: skip


if __name__ == "__main__":
    main()
