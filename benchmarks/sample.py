"""Seeded samples of the measuring data, drawn as its own scorer draws them."""

import json
import random
from pathlib import Path
from typing import Any

SEED = 20


def rows_of(path: Path, limit: int) -> list[dict[str, Any]]:
    """The first rows of a file after mixing: the same ones every time."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    random.Random(SEED).shuffle(rows)
    return rows[:limit]
