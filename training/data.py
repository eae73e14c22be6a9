"""Rows of the training file, and generated ones, as examples the trainer can read; the validation split."""

import difflib
import hashlib
import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from checker.words.window import WINDOW_WORDS, Windower, sentences

CONSISTENT, DISTORTED, CONTRADICTORY, INCONSISTENT = range(4)
"""`INCONSISTENT` marks rows that do not tell which kind: only the binary part is trained."""

LABEL_CODES = {
    "consistent": CONSISTENT,
    "distorted": DISTORTED,
    "unsupported": DISTORTED,
    "contradictory": CONTRADICTORY,
    "inconsistent": INCONSISTENT,
}

SET_WEIGHTS = {
    "factcg_doc": 0.3,  # a removed fact shows in the share of copied words
    "cad_nli": 0.3,  # image captions: far from news
    "breaking_nli": 0.3,
    "med": 0.2,
    "scone": 0.2,
    "negnli": 0.3,
    "feversym": 0.6,
    "fm2": 0.7,
    "demetr": 1.4,
    "mlqe": 1.5,
    "defacto": 1.5,
    "ose": 6.0,
    "planted": 0.3,
    "rewritten": 0.35,
    "spun": 3.0,
    "teacher": 4.0,
    "talk": 3.0,
    "claims": 3.0,
    "fused": 3.0,
}
"""How often a row of a set is shown per pass over the data; 1 where not named."""

OWN_SETS = frozenset({"spun", "teacher", "talk", "claims", "fused"})
"""Texts written for this project."""
_OWN_IDS = tuple(f"gen:{name}-" for name in sorted(OWN_SETS))

HELD_OUT_PART = 33
"""One source text in this many goes to validation."""
OWN_HELD_OUT_PART = 9
"""The same of the texts written for this project: labels, threshold and calibration rest on them most."""

_MODEL_RAMBLE = re.compile(r"={3,}|\bsummary of the text\b")
_WORD = re.compile(r"\w+(?:['’]\w+)?|[^\w\s]")

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One pair to learn from."""

    id: str
    set: str
    source: str
    copy: str
    label: int
    copy_spans: Spans | None = None
    """Where the copy's meaning was changed; None when nobody knows."""
    source_spans: Spans | None = None
    kind: str = ""
    """What was planted or rewritten; the row's error type otherwise."""
    origin: str = ""
    """The source text that a generated pair was made from, if its source was changed."""

    @property
    def held_out(self) -> bool:
        """Whether the pair belongs to the validation split."""
        return held_out(self.origin or self.source, own=self.set in OWN_SETS or self.id.startswith(_OWN_IDS))


def read_rows(path: Path) -> list[Example]:
    """All rows of a JSONL file of the normalised form; consistent summaries are cut into sentences."""
    with path.open(encoding="utf-8") as lines:
        return [example for line in lines for example in from_row(json.loads(line))]


def from_row(row: dict[str, Any]) -> Iterator[Example]:
    """One row as one example, or as several when a consistent summary has several sentences."""
    copy = row["republished"]
    if _MODEL_RAMBLE.search(copy):
        return
    base = Example(
        id=str(row["id"]),
        set=row["set"],
        source=row["source"],
        copy=copy,
        label=LABEL_CODES[row["label"]],
        kind=str(row.get("error_type") or row.get("kind") or ""),
        origin=row.get("origin", ""),
    )
    spans = row.get("changed") if "changed" in row else row.get("copy_spans")
    if base.label == CONSISTENT:
        base = replace(base, copy_spans=(), source_spans=())
    elif spans is not None:
        there = row.get("source_spans")
        base = replace(base, copy_spans=_spans(spans), source_spans=None if there is None else _spans(there))
    elif row["set"] == "breaking_nli":
        here, there = differing(row["source"], copy)
        base = replace(base, copy_spans=here, source_spans=there)
    parts = sentences(copy)
    if base.label == CONSISTENT and row["level"] == "document" and len(parts) > 1:
        for number, part in enumerate(parts):
            yield replace(base, id=f"{base.id}#{number}", copy=copy[part.start : part.end])
    else:
        yield base


def _spans(pairs: Iterable[Iterable[int]]) -> Spans:
    return tuple((int(start), int(end)) for start, end in pairs)


def differing(source: str, copy: str) -> tuple[Spans, Spans]:
    """Character spans of the words that differ (copy side, source side) between two almost equal sentences."""
    left, right = list(_WORD.finditer(source)), list(_WORD.finditer(copy))
    matcher = difflib.SequenceMatcher(
        None, [m.group().lower() for m in left], [m.group().lower() for m in right], autojunk=False
    )
    here: list[tuple[int, int]] = []
    there: list[tuple[int, int]] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            if j2 > j1:
                here.append((right[j1].start(), right[j2 - 1].end()))
            if i2 > i1:
                there.append((left[i1].start(), left[i2 - 1].end()))
    return tuple(here), tuple(there)


def held_out(source: str, *, own: bool = False) -> bool:
    """Whether pairs with this source belong to the validation split: the same for every row that shares the source."""
    digest = hashlib.sha256(" ".join(source.lower().split())[:160].encode()).digest()
    return int.from_bytes(digest[:4]) % (OWN_HELD_OUT_PART if own else HELD_OUT_PART) == 0


def paragraphs(examples: list[Example], rng: random.Random, each: int = 3) -> list[Example]:
    """Copies of two to four sentences from examples that share a source, at most one of them faulty.

    Single sentences alone would say nothing about the worst of several, by which longer copies are judged.
    """
    by_source: dict[str, list[Example]] = {}
    for example in examples:
        if len(example.copy) < 400:
            by_source.setdefault(example.source, []).append(example)
    made: list[Example] = []
    for source, group in by_source.items():
        good = sorted({e.copy for e in group if e.label == CONSISTENT and e.copy.endswith((".", "!", "?"))})
        bad = sorted({e.copy for e in group if e.label != CONSISTENT and e.copy.endswith((".", "!", "?"))})
        for number in range(min(each, len(good) - 1)):
            parts = rng.sample(good, min(len(good), rng.randint(2, 4)))
            faulty = bool(bad) and rng.random() < 0.5
            if faulty:
                parts[rng.randrange(len(parts))] = rng.choice(bad)
            name = f"paragraph:{group[0].id}:{number}"
            label = INCONSISTENT if faulty else CONSISTENT
            made.append(Example(id=name, set="paragraph", source=source, copy=" ".join(parts), label=label))
    return made


def write_validation(examples: list[Example], out: Path, rng: random.Random) -> int:
    """Write the held-out examples as JSONL for `evaluate`, and their ids alone as a manifest; returns how many."""
    names = ["consistent", "distorted", "contradictory", "inconsistent"]
    chosen = [example for example in examples if example.held_out]
    chosen += paragraphs(chosen, rng)
    rng.shuffle(chosen)
    with (out / "validation.jsonl").open("w", encoding="utf-8") as lines:
        for e in chosen:
            row = {"id": e.id, "set": e.set, "source": e.source, "republished": e.copy, "label": names[e.label],
                   "kind": e.kind, "copy_spans": e.copy_spans, "source_spans": e.source_spans}  # fmt: skip
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    (out / "validation_ids.txt").write_text("".join(f"{e.set}\t{e.id}\n" for e in chosen), encoding="utf-8")
    return len(chosen)


def passes(examples: list[Example], weights: dict[str, float], rng: random.Random) -> list[Example]:
    """One pass over the data in random order, each set repeated or thinned by its weight."""
    chosen: list[Example] = []
    for example in examples:
        weight = weights.get(example.set, 1.0)
        chosen.extend([example] * (int(weight) + (rng.random() < weight % 1)))
    rng.shuffle(chosen)
    return chosen


class WindowCache:
    """Windows of sources, indexed once per source text."""

    def __init__(self) -> None:
        self._windowers: dict[str, Windower] = {}

    def cut(self, example: Example, words: int) -> Example:
        """The example with its source reduced to about `words` words; spans on the source side move along."""
        source = example.source
        if source.count(" ") < min(words, 60):
            return example
        windower = self._windowers.setdefault(source, Windower(source))
        picked = windower.pick(example.copy, words)
        text: list[str] = []
        moved: list[tuple[int, int]] = []
        position = 0
        for span in picked:
            for start, end in example.source_spans or ():
                low, high = max(start, span.start), min(end, span.end)
                if low < high:
                    moved.append((low - span.start + position, high - span.start + position))
            text.append(source[span.start : span.end])
            position += span.end - span.start + 1
        return replace(
            example,
            source=" ".join(text),
            source_spans=None if example.source_spans is None else tuple(moved),
        )

    def cut_randomly(self, example: Example, rng: random.Random) -> Example:
        """As at judging time, but one size by chance: the middle one most, for small ones often lack the evidence."""
        return self.cut(example, rng.choices(WINDOW_WORDS, weights=(3, 4, 3))[0])
