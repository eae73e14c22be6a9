# ruff: noqa: E501 - lines of printed tables read better unbroken
"""Scores labelled pairs with an exported model, as the program does: sentence by sentence, over several windows."""

import argparse
import json
import math
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer

from checker.words.window import WINDOW_WORDS, Windower, join, sentences

HEADLINE = (
    "summedits_ectsum", "summedits_podcast", "summedits_qmsumm", "summedits_sales_call", "summedits_sales_email",
    "summedits_samsum", "summedits_scitldr", "qags_cnndm_sent", "qags_xsum_summary", "cliff_cnndm", "cliff_xsum", "defacto",
    "faithbench_summary", "sciexagA", "demetr", "mlqe",
)  # fmt: skip
FAITHFUL = ("ose_sent_adv_int_dev", "ose_sent_adv_ele_dev", "asset", "turk")
MAX_TOKENS = 256


class Scorer:
    """An exported model with its tokenizer, from the one file."""

    def __init__(self, path: Path, threads: int = 2) -> None:
        options = SessionOptions()
        options.intra_op_num_threads = threads
        self._session = InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self._reader = Tokenizer.from_str(self._session.get_modelmeta().custom_metadata_map["tokenizer"])
        self._reader.enable_truncation(MAX_TOKENS, strategy="longest_first")

    def logits(self, pairs: Sequence[tuple[str, str]], batch: int = 32) -> np.ndarray:
        """Sentence logits, shape (pairs, 3); pairs are batched by length."""
        encodings = self._reader.encode_batch(list(pairs))
        order = sorted(range(len(pairs)), key=lambda i: len(encodings[i].ids))
        out = np.zeros((len(pairs), 3), dtype=np.float32)
        for at in range(0, len(order), batch):
            chosen = order[at : at + batch]
            out[chosen] = self._run([encodings[i] for i in chosen])[0]
        return out

    def words(self, source: str, copy: str) -> tuple[float, list[tuple[int, int, int, float]]]:
        """Probability of a fault, and (side, start, end, log-odds of a change) per token; side 0 source, 1 copy."""
        encoding = self._reader.encode(source, copy)
        logits, token_logits = self._run([encoding])
        tokens = [
            (side, *offsets, float(score))
            for side, offsets, score in zip(
                encoding.sequence_ids, encoding.offsets, token_logits[0], strict=True
            )
            if side is not None
        ]
        return 1 - float(_softmax(logits)[0, 0]), tokens

    def _run(self, encodings: Sequence[Any]) -> list[np.ndarray]:
        length = max(len(e.ids) for e in encodings)
        feed = {
            name: np.zeros((len(encodings), length), dtype=np.int64)
            for name in ("input_ids", "attention_mask", "token_type_ids")
        }
        for row, encoding in enumerate(encodings):
            feed["input_ids"][row, : len(encoding.ids)] = encoding.ids
            feed["attention_mask"][row, : len(encoding.ids)] = 1
            feed["token_type_ids"][row, : len(encoding.ids)] = encoding.type_ids
        result: list[np.ndarray] = self._session.run(["logits", "token_logits"], feed)
        return result


@dataclass(frozen=True, slots=True)
class Scored:
    """Log-odds of consistency of one row: one list per sentence of the copy, one figure per window."""

    id: str
    good: bool
    kind: str
    odds: tuple[tuple[float, ...], ...]


Combine = Callable[[Scored], float]


def mean_worst(row: Scored) -> float:
    """Mean over windows, worst sentence."""
    return min(sum(windows) / len(windows) for windows in row.odds)


def best_worst(row: Scored) -> float:
    """Best window, worst sentence."""
    return min(max(windows) for windows in row.odds)


def widest_worst(row: Scored) -> float:
    """Widest window only, worst sentence."""
    return min(windows[-1] for windows in row.odds)


COMBINATIONS: dict[str, Combine] = {"mean": mean_worst, "best": best_worst, "widest": widest_worst}


def score(rows: Sequence[dict[str, Any]], scorer: Scorer) -> list[Scored]:
    """Score rows of the normalised form."""
    pairs: list[tuple[str, str]] = []
    shape: list[list[int]] = []
    windowers: dict[str, Windower] = {}
    for row in rows:
        source, copy = row["source"], row["republished"]
        windower = windowers.setdefault(source, Windower(source))
        counts = []
        for part in sentences(copy) or []:
            sentence = copy[part.start : part.end]
            texts = dict.fromkeys(join(source, windower.pick(sentence, words)) for words in WINDOW_WORDS)
            pairs += [(text, sentence) for text in texts]
            counts.append(len(texts))
        shape.append(counts)
    logits = scorer.logits(pairs)
    chances = np.clip(_softmax(logits)[:, 0], 1e-6, 1 - 1e-6)
    odds = np.log(chances / (1 - chances))
    out: list[Scored] = []
    at = 0
    for row, counts in zip(rows, shape, strict=True):
        each = []
        for count in counts:
            each.append(tuple(float(x) for x in odds[at : at + count]))
            at += count
        kind = str(row.get("error_type") or row.get("kind") or row["label"])
        out.append(Scored(str(row["id"]), row["label"] == "consistent", kind, tuple(each) or ((0.0,),)))
    return out


def _softmax(logits: np.ndarray) -> np.ndarray:
    shifted = np.exp(logits - logits.max(-1, keepdims=True))
    chances: np.ndarray = shifted / shifted.sum(-1, keepdims=True)
    return chances


def auc(good: Sequence[bool], value: Sequence[float]) -> float:
    """Chance that a consistent row scores above another, ties by half; NaN when one kind is missing."""
    ranks = _ranks(value)
    positives = [rank for rank, truth in zip(ranks, good, strict=True) if truth]
    n, m = len(positives), len(good) - len(positives)
    return (sum(positives) - n * (n + 1) / 2) / (n * m) if n and m else math.nan


def _ranks(value: Sequence[float]) -> list[float]:
    order = sorted(range(len(value)), key=lambda i: value[i])
    ranks = [0.0] * len(value)
    i = 0
    while i < len(order):
        j = i
        while j < len(order) and value[order[j]] == value[order[i]]:
            j += 1
        for k in order[i:j]:
            ranks[k] = (i + j + 1) / 2
        i = j
    return ranks


def balanced(good: Sequence[bool], value: Sequence[float], threshold: float) -> tuple[float, float, float]:
    """Balanced accuracy, share of good rows kept, share of others caught, at one threshold on the log-odds."""
    kept = [v >= threshold for v, g in zip(value, good, strict=True) if g]
    caught = [v < threshold for v, g in zip(value, good, strict=True) if not g]
    a = sum(kept) / len(kept) if kept else math.nan
    b = sum(caught) / len(caught) if caught else math.nan
    return (a + b) / 2, a, b


def best_threshold(good: Sequence[bool], value: Sequence[float]) -> float:
    """The threshold with the best balanced accuracy."""
    candidates = sorted(set(np.quantile(value, np.linspace(0.02, 0.98, 97)).tolist()))
    return max(candidates, key=lambda t: balanced(good, value, t)[0])


def calibration_error(good: Sequence[bool], chance: Sequence[float], bins: int = 15) -> float:
    """Expected calibration error of the chance of being consistent, equal-width bins."""
    total = 0.0
    for low in range(bins):
        inside = [
            i
            for i, c in enumerate(chance)
            if low / bins <= c < (low + 1) / bins or (c == 1 and low == bins - 1)
        ]
        if inside:
            total += abs(sum(chance[i] for i in inside) - sum(good[i] for i in inside))
    return total / len(good)


def fitted_scale(good: Sequence[bool], value: Sequence[float]) -> tuple[float, float]:
    """Slope and shift that calibrate log-odds (Platt scaling), by Newton steps."""
    x, y = np.array(value), np.array(good, dtype=float)
    slope, shift = 1.0, 0.0
    for _ in range(50):
        p = 1 / (1 + np.exp(-(slope * x + shift)))
        w = p * (1 - p) + 1e-6
        gradient = np.array([((p - y) * x).sum(), (p - y).sum()])
        hessian = np.array([[(w * x * x).sum(), (w * x).sum()], [(w * x).sum(), w.sum()]])
        step = np.linalg.solve(hessian, gradient)
        slope, shift = slope - float(step[0]), shift - float(step[1])
    return slope, shift


def read(paths: Iterable[Path], limit: int | None) -> dict[str, list[dict[str, Any]]]:
    """Rows per set, a seeded sample of at most `limit` each."""
    sets = {}
    for path in paths:
        rows = [json.loads(line) for line in path.open(encoding="utf-8")]
        random.Random(20).shuffle(rows)
        sets[path.stem] = rows[:limit] if limit else rows
    return sets


def table(scored: dict[str, list[Scored]], combine: Combine, threshold: float) -> list[str]:
    """One line per set, and the means over the headline sets."""
    lines, means, areas, edits = [], [], [], []
    for name, rows in scored.items():
        good, value = [r.good for r in rows], [combine(r) for r in rows]
        accuracy, kept, caught = balanced(good, value, threshold)
        area = auc(good, value)
        lines.append(
            f"{name:24s} n={len(rows):5d}  BAcc {100 * accuracy:5.1f}  AUC {100 * area:5.1f}  kept {100 * kept:5.1f}  caught {100 * caught:5.1f}"
        )
        if name in HEADLINE:
            means.append(accuracy)
            areas.append(area)
        if name.startswith("summedits"):
            edits.append(accuracy)
    if means:
        lines.append(
            f"headline mean BAcc {100 * sum(means) / len(means):.1f}  AUC {100 * sum(areas) / len(areas):.1f} ({len(means)} sets)"
        )
    if edits:
        lines.append(f"summedits mean BAcc {100 * sum(edits) / len(edits):.1f}")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.evaluate", description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("--dev", type=Path, required=True, help="folder with the dev sets")
    parser.add_argument("--validation", type=Path, required=True, help="JSONL of the validation split")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--sets", nargs="*", default=[*HEADLINE, *FAITHFUL])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--save", type=Path, help="write all scores here")
    args = parser.parse_args()
    scorer = Scorer(args.model, args.threads)
    validation = score(
        [json.loads(line) for line in args.validation.open(encoding="utf-8")][
            : args.limit and args.limit * 20
        ],
        scorer,
    )
    scored = {
        name: score(rows, scorer)
        for name, rows in read([args.dev / f"{s}.jsonl" for s in args.sets], args.limit).items()
    }
    if args.save:
        args.save.write_text(
            json.dumps(
                {
                    n: [(r.id, r.good, r.kind, r.odds) for r in rows]
                    for n, rows in {"validation": validation, **scored}.items()
                }
            )
        )
    for name, combine in COMBINATIONS.items():
        good, value = [r.good for r in validation], [combine(r) for r in validation]
        threshold = best_threshold(good, value)
        slope, shift = fitted_scale(good, value)
        chance = (1 / (1 + np.exp(-(slope * np.array(value) + shift)))).tolist()
        error = calibration_error(good, chance)
        print(f"== {name}: threshold {threshold:.3f}, slope {slope:.3f}, shift {shift:.3f}, validation BAcc "
              f"{100 * balanced(good, value, threshold)[0]:.1f}, AUC {100 * auc(good, value):.1f}, ECE {error:.4f}")  # fmt: skip
        print("\n".join(table(scored, combine, threshold)), flush=True)


if __name__ == "__main__":
    main()
