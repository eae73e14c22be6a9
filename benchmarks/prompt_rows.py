"""The seeded rows on which prompts are compared: short sources, as many faithful copies as others."""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "dev"
SETS = ("demetr", "summedits_ectsum", "summedits_samsum", "summedits_scitldr")
SHORT = 1_000
"""Characters of a source up to which it counts as short."""
_SEED = 4


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled pair of texts."""

    id: str
    source: str
    republished: str
    consistent: bool


def sample(per_set: int, *, skip: int = 0, sets: Sequence[str] = SETS, longest: int = SHORT) -> list[Row]:
    """Draw rows, half of them faithful, in an order that keeps any beginning of the list balanced.

    Where rows share a call, neither their place in it nor the row before them tells whether they are faithful.

    Args:
        per_set: Rows of each set, an even number.
        skip: Rows of each set to pass over first. Designs are tried on rows that the comparison does not use.
        longest: Characters of a source, at most.
    """
    columns = []
    for name in sets:
        rows = [
            Row(f"{name}:{number}", row["source"], row["republished"], row["label"] == "consistent")
            for number, row in enumerate(map(json.loads, (DATA / f"{name}.jsonl").read_bytes().splitlines()))
            if len(row["source"]) <= longest
        ]
        random.Random(_SEED).shuffle(rows)
        for truth in (True, False):
            chosen = [row for row in rows if row.consistent is truth]
            columns.append(chosen[skip // 2 : (skip + per_set) // 2])
    dice = random.Random(_SEED)
    return [row for together in zip(*columns, strict=True) for row in dice.sample(together, len(columns))]
