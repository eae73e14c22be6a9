"""Training pairs for the combination: the rows of the training file and generated ones, apart from those held out."""

import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any

from training import rows
from training.data import CONSISTENT, OWN_SETS, Example
from training.slips import slips
from training.splices import splices

_AT_MOST = {
    "mlqe": 9500,
    "demetr": 8000,
    "defacto": 2500,
    "cad_nli": 2000,
    "fib": 2000,
    "ose": 2000,
    "swipe": 2000,
    "fm2": 1500,
    "feversym": 800,
    "breaking_nli": 600,
    "negnli": 800,
    "scone": 400,
    "med": 400,
    "planted": 12000,
    "rewritten": 12000,
    **dict.fromkeys(OWN_SETS, 6000),
}
"""Pairs to take of each set; sets that are not named teach other things (`factcg_doc`: what a text leaves out)."""
_PER_KIND = 450
"""At most this many generated pairs of one kind of change, so that the rare kinds are heard."""
_SLIPS_A_KIND = 60
"""The same for slips: every other sentence gives occasion to some."""
_LONGER = 60
"""Words of a source that is spliced."""
_SPLICES = 2
"""Times that each is, by chance in other places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A pair and whether it is faithful."""

    set: str
    kind: str
    source: str
    copy: str
    faithful: bool
    held_out: bool
    """In the split on which the model was not trained."""


def training_pairs(data: Path, made: Path, seed: int) -> list[Labelled]:
    """A seeded sample of all pairs that were not held out."""
    examples = rows.everything(data, made)
    random.Random(seed).shuffle(examples)
    sets: Counter[str] = Counter()
    kinds: Counter[tuple[str, str]] = Counter()
    pairs = []
    for row in examples:
        kind = (row.set, row.kind.split("+")[0])
        generated = row.set in ("planted", "rewritten")
        if (
            sets[row.set] >= _AT_MOST.get(row.set, 0)
            or (generated and kinds[kind] >= _PER_KIND)
            or row.held_out
        ):
            continue
        sets[row.set] += 1
        kinds[kind] += 1
        pairs.append(labelled(row))
    return pairs


def validation_pairs(path: Path) -> list[Labelled]:
    """The pairs that the trainer set aside, as it wrote them, their faithful copies with a slip each, and splices."""
    pairs = [_read(json.loads(line), held_out=True) for line in path.read_text(encoding="utf-8").splitlines()]
    return [*pairs, *_slipped(pairs), *_spliced(pairs)]


def _slipped(pairs: Iterable[Labelled]) -> Iterator[Labelled]:
    kinds: Counter[str] = Counter()
    for pair in pairs:
        for kind, changed in slips(pair.copy) if pair.faithful else ():
            kinds[kind] += 1
            if kinds[kind] <= _SLIPS_A_KIND:
                yield replace(pair, set="planted", kind=kind, copy=changed, faithful=False)


def _spliced(pairs: Iterable[Labelled]) -> Iterator[Labelled]:
    """Splices of the longer sources and their faithful counterparts: what is nearly verbatim may be wrong."""
    longer = {pair.source: pair for pair in pairs if len(pair.source.split()) >= _LONGER}
    for pair, seed in product(longer.values(), range(_SPLICES)):
        for splice in splices(pair.source, random.Random(f"{seed}/{pair.source}")):
            yield replace(pair, set="splice", kind="splice", copy=splice.spliced, faithful=False)
            yield replace(pair, set="splice", kind="splice", copy=splice.faithful, faithful=True)


def labelled(row: Example) -> Labelled:
    """Reduce an example to what is needed here."""
    return Labelled(
        set=row.set,
        kind=row.kind,
        source=row.source,
        copy=row.copy,
        faithful=row.label == CONSISTENT,
        held_out=row.held_out,
    )


def measuring_pairs(paths: Iterable[Path], limit: int | None) -> list[Labelled]:
    """Rows of the measuring sets, a seeded sample of at most `limit` each. Never to be fitted on."""
    pairs = []
    for path in paths:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        random.Random(20).shuffle(rows)
        pairs += [_read({**row, "set": path.stem}, held_out=True) for row in rows[:limit]]
    return pairs


def _read(row: dict[str, Any], *, held_out: bool) -> Labelled:
    return Labelled(
        set=row["set"],
        kind=str(row.get("error_type") or row.get("kind") or row["label"]),
        source=row["source"],
        copy=row["republished"],
        faithful=row["label"] == "consistent",
        held_out=held_out,
    )
