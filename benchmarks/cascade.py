"""Fits the threshold of `--judge cascade`: which pairs the embedded judge may settle without a language model.

    python -m benchmarks.cascade VALIDATION.jsonl [--rows 3000] [--scores FILE]

VALIDATION.jsonl are the pairs that the trainer held out (training/README.md). Prints the curve of risk and coverage
and the threshold for `SURE` in checker/judges/cascade.py. The right-hand figure assumes a language model that never
errs: it is what a cascade can reach at most, not what one reaches. With --scores, what the judge gave is kept and
read again.

    python -m benchmarks.cascade --answers FILE

FILE is what `python -m benchmarks.prompts judge` wrote: a real model's answers about labelled rows. Prints how the
embedded judge, that model and the cascade of both did on these rows. They are for measuring: nothing is fitted on them.
"""

import argparse
import json
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.prompt_rows import Row, sample
from checker.domain import Verdict
from checker.judges import combine
from checker.judges.cascade import SURE
from checker.judging import pairs_within
from checker.wiring import build_judge

RISK = 0.10
"""Share of changed pairs among those that are not sent, at which the threshold is put."""
_AT_ONCE = 100
_SEED = 4


@dataclass(frozen=True, slots=True)
class Scored:
    """A held-out pair and what the embedded judge gave it."""

    chance: float
    """Probability of being consistent."""
    faithful: bool


@dataclass(frozen=True, slots=True)
class Point:
    """What a threshold does."""

    sure: float
    sent: float
    """Share of the pairs that a language model is asked about."""
    risk: float
    """Share of changed pairs among those that are not sent."""
    missed: float
    """Share of the changed pairs that are not sent."""
    at_most: float
    """Balanced accuracy of the cascade if the language model never errs."""


def scored(rows: Sequence[dict[str, str]]) -> list[Scored]:
    """Let the embedded judge look at every row; a row is as consistent as its worst pair."""
    judge = build_judge("embedded")
    found = []
    for start in range(0, len(rows), _AT_ONCE):
        for row in rows[start : start + _AT_ONCE]:
            outcomes = judge.judge(pairs_within(row["source"], row["republished"]))
            chances = [
                o.p_consistent for o in outcomes if isinstance(o, Verdict) and o.p_consistent is not None
            ]
            if chances:
                found.append(Scored(min(chances), row["label"] == "consistent"))
        sys.stderr.write(f"{min(start + _AT_ONCE, len(rows)):,} of {len(rows):,}\n")
    return found


def point(pairs: Sequence[Scored], sure: float, flagged_below: float) -> Point:
    """Return what a threshold does on these pairs; what is flagged is sent whatever the threshold."""
    kept = [pair for pair in pairs if pair.chance >= max(sure, flagged_below)]
    wrong = sum(not pair.faithful for pair in kept)
    changed = sum(not pair.faithful for pair in pairs)
    return Point(
        sure=sure,
        sent=1 - len(kept) / len(pairs),
        risk=wrong / max(len(kept), 1),
        missed=wrong / changed,
        at_most=1 - wrong / changed / 2,
    )


def fitted(pairs: Sequence[Scored], flagged_below: float, risk: float = RISK) -> Point:
    """Return the lowest threshold of two digits at which the risk is held."""
    points = (point(pairs, percent / 100, flagged_below) for percent in range(100))
    return next((p for p in points if p.risk <= risk), point(pairs, 1.0, flagged_below))


def balanced_accuracy(pairs: Sequence[Scored], flagged_below: float) -> float:
    """Return that of the embedded judge alone."""
    right = {True: 0, False: 0}
    for pair in pairs:
        right[pair.faithful] += (pair.chance >= flagged_below) is pair.faithful
    return sum(right[side] / sum(pair.faithful is side for pair in pairs) for side in right) / 2


def with_model(path: Path) -> str:
    """Return a table of the two judges and their cascade on the rows that the model was asked about, one a call."""
    answers = {
        answer["row"]: answer["consistent"]
        for answer in map(json.loads, path.read_text(encoding="utf-8").splitlines())
        if str(answer["prompt"]).startswith("the judge") and str(answer["prompt"]).endswith(" 1 a call")
    }
    rows = [row for row in sample(30) if row.id in answers]
    below = combine.load().threshold
    first = scored([_as_held_out(row) for row in rows])
    sent = [pair.chance < max(SURE, below) for pair in first]
    here = [pair.chance >= below for pair in first]
    said = [answers[row.id] for row in rows]
    truth = [row.consistent for row in rows]
    share = sum(sent) / len(sent)
    judges: dict[str, tuple[float, list[bool | None]]] = {
        "embedded": (0.0, [*here]),
        "the model": (1.0, said),
        "cascade": (share, [m if asked else own for m, own, asked in zip(said, here, sent, strict=True)]),
        "cascade, if the model never erred": (
            share,
            [true if asked else own for true, own, asked in zip(truth, here, sent, strict=True)],
        ),
    }
    lines = [
        f"{len(rows)} rows, {truth.count(True)} of them faithful; no answer counts as wrong\n",
        "| judge | asked of the model | balanced accuracy | faithful kept | changed caught |",
        "|---|---|---|---|---|",
    ]
    for name, (asked_share, verdicts) in judges.items():
        kept, caught = (
            sum(v is side for v, true in zip(verdicts, truth, strict=True) if true is side)
            / truth.count(side)
            for side in (True, False)
        )
        lines.append(
            f"| {name} | {asked_share:.0%} | {(kept + caught) / 2:.1%} | {kept:.0%} | {caught:.0%} |"
        )
    return "\n".join(lines) + "\n"


def _as_held_out(row: Row) -> dict[str, str]:
    label = "consistent" if row.consistent else "distorted"
    return {"source": row.source, "republished": row.republished, "label": label}


def main() -> None:
    """Score, fit, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("validation", type=Path, nargs="?")
    parser.add_argument("--answers", type=Path, help="answers of a model, from benchmarks.prompts")
    parser.add_argument("--rows", type=int, default=3_000, help="a seeded sample of so many")
    parser.add_argument(
        "--scores", type=Path, help="keep what the judge gave in this file, and read it if it is there"
    )
    arguments = parser.parse_args()
    if arguments.answers:
        sys.stdout.write(with_model(arguments.answers))
    if arguments.validation:
        fit(arguments)


def fit(arguments: argparse.Namespace) -> None:
    """Score the held-out pairs and print the curve."""
    if arguments.scores and arguments.scores.exists():
        pairs = [Scored(*row) for row in json.loads(arguments.scores.read_text())]
    else:
        lines = arguments.validation.read_text(encoding="utf-8").splitlines()
        random.Random(_SEED).shuffle(lines)
        pairs = scored([json.loads(line) for line in lines[: arguments.rows]])
        if arguments.scores:
            arguments.scores.write_text(json.dumps([[p.chance, p.faithful] for p in pairs]))
    below = combine.load().threshold
    faithful = sum(pair.faithful for pair in pairs)
    sys.stdout.write(
        f"{len(pairs):,} pairs, {faithful:,} of them faithful; flagged below {below:.3f}\n"
        f"embedded judge alone: balanced accuracy {balanced_accuracy(pairs, below):.1%}\n\n"
        "| sure from | sent | changed among those kept | changed pairs not sent | balanced accuracy at most |\n"
        "|---|---|---|---|---|\n"
    )
    best = fitted(pairs, below)
    for sure in sorted({0.0, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, best.sure}):
        p = point(pairs, sure, below)
        sys.stdout.write(
            f"| {p.sure:.2f} | {p.sent:.1%} | {p.risk:.1%} | {p.missed:.1%} | {p.at_most:.1%} |\n"
        )
    sys.stdout.write(f"\nSURE = {best.sure:.2f} (now {SURE}) holds the risk at {RISK:.0%}\n")


if __name__ == "__main__":
    main()
