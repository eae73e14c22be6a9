# ruff: noqa: E501 - tables read better unbroken
"""Pairs of our own making from faithful ones: twins that differ in one planted change, harmless rewrites on both."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from checker.words.window import sentences
from training.data import CONSISTENT, Example
from training.perturb import HARMLESS, HELD_BACK, PLANTED, Change, plant, rewrite

PAIRED_SETS = {"ose": 8.0, "demetr": 1.5, "defacto": 2.5, "swipe": 1.5, "mlqe": 0.8, "fib": 3.0, "fm2": 1.0, "feversym": 0.5,
               "factcg_doc": 1.5, "teacher": 1.5, "spun": 0.6, "talk": 0.6, "claims": 0.6, "fused": 0.6}  # fmt: skip
"""Faithful pairs to start from, and how many twins to make of each on average."""

SELF_SETS = {
    "ose": 5.0,
    "demetr": 0.8,
    "mlqe": 0.8,
    "defacto": 2.5,
    "fib": 1.5,
    "swipe": 2.0,
    "factcg_doc": 2.0,
    "fm2": 0.5,
    "teacher": 0.5,
    "spun": 0.5,
    "talk": 0.3,
    "claims": 0.5,
    "fused": 0.5,
}
"""Sources whose own sentences serve as faithful copies, and how many twins to make of each row."""

CONTRADICTING = frozenset(
    [
        "number",
        "number_word",
        "percentage",
        "date",
        "unit",
        "duration",
        "place",
        "nationality",
        "name_foreign",
        "name_part",
        "name_swap",
        "roles",
        "gender",
        "relation",
        "negation_in",
        "negation_out",
        "antonym",
        "direction",
    ]
)
_ONE_WAY = frozenset({"addition", "attribution_dropped", "condition", "hedge"})
"""Turned round these only leave something out or weaken it, which is no error of the copy, or not surely one."""

_PLANT_WEIGHTS = {"attribution": 9.0, "quotation": 9.0, "title": 8.0, "hedge": 9.0, "attribution_dropped": 3.0, "percentage": 6.0,
                  "unit": 3.0, "number": 5.0, "date": 4.0, "number_word": 3.0, "modality": 4.0, "quantifier": 3.0, "cause": 3.0,
                  "exaggeration": 5.0, "negation_out": 5.0, "place": 3.0, "name_swap": 2.5, "name_foreign": 1.5, "near_word": 2.5,
                  "verb_sister": 2.5, "cohyponym": 1.7, "roles": 2.0, "scope": 1.5, "direction": 1.5, "antonym": 1.5,
                  "addition": 0.8, "random_word": 0.8, "negation_in": 0.8, "tense": 0.5}  # fmt: skip
"""Kinds that few texts give occasion for come first, or the common ones would crowd them out."""

_REWRITE_WEIGHTS = {"synonym": 5.0, "synonym_wordnet": 3.0, "aside_dropped": 2.0, "clause_dropped": 2.0, "attribution_moved": 2.0,
                    "time_front": 1.5, "headline": 0.5, "quotes": 0.7, "marker": 0.7, "split": 1.5, "merge": 1.5}  # fmt: skip

_CLAUSE = re.compile(
    r"(,? (?:which|who|after|because|despite|as|with|in|for|while|following|by|but|and|making|adding) [^,.;:“”\"()]{12,70})\.$"
)


@dataclass(frozen=True, slots=True)
class Base:
    """A faithful pair to start from."""

    id: str
    source: str
    copy: str
    origin: str
    """The source text that decides on which side of the validation split everything made from this lies."""
    held_out: bool


def bases(rows: list[Example], rng: Random) -> Iterator[Base]:
    """Faithful pairs, each as often as its set deserves; and sentences of sources as copies of themselves."""
    for row in rows:
        if row.label == CONSISTENT:
            for _ in range(_times(PAIRED_SETS.get(row.set, 0.0), rng)):
                yield Base(row.id, row.source, row.copy, row.source, row.held_out)
        for number in range(_times(SELF_SETS.get(row.set, 0.0), rng)):
            parts = [p for p in sentences(row.source) if 30 <= p.end - p.start <= 300]
            if not parts:
                break
            part = rng.choice(parts)
            copy = row.source[part.start : part.end]
            alone = len(parts) == 1 or rng.random() < 0.35
            yield Base(f"{row.id}~{number}", copy if alone else row.source, copy, row.source, row.held_out)


def _times(mean: float, rng: Random) -> int:
    return int(mean) + (rng.random() < mean % 1)


def twins(base: Base, clauses: list[str], rng: Random, kinds: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """A harmlessly rewritten copy, and the same copy with a planted change."""
    source = base.source
    if source == base.copy and rng.random() < 0.45:
        yield from _turned(base, rng, kinds)
        return
    copy, used = softened(base.copy, rng)
    change = _mined_addition(copy, clauses, rng) if rng.random() < 0.04 else planted(source, copy, rng, kinds)
    if change is None:
        return
    yield _row(base.id + "/h", source, copy, None, "+".join(used) or "same")
    spans = (change.after, change.source)
    if rng.random() < 0.12 and (second := planted(source, change.text, rng, kinds)) is not None:
        # Spans of the first change may have moved: only the second's are exact, so those of neither are kept.
        yield {
            **_row(base.id + "/p", source, second.text, second.kind, change.kind),
            "copy_spans": None,
            "source_spans": None,
        }
        return
    yield _row(base.id + "/p", source, change.text, change.kind, "+".join(used), spans)


def _turned(base: Base, rng: Random, kinds: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """The change goes into the source, so that no word by itself tells which text was tampered with."""
    change = planted(base.copy, base.copy, rng, kinds)
    if change is None:
        return
    copy, used = softened(change.text, rng)
    yield _row(base.id + "/t", change.text, copy, None, "+".join(used) or "same")
    if change.kind == "addition":
        yield _row(base.id + "/o", change.text, base.copy, None, "omission")
    elif change.kind not in _ONE_WAY:
        yield _row(
            base.id + "/r", change.text, base.copy, change.kind, "turned", (change.before, change.after)
        )


def softened(text: str, rng: Random) -> tuple[str, list[str]]:
    """The text after some harmless rewrites, and their kinds."""
    wanted = rng.choices((0, 1, 2, 3, 4), weights=(10, 25, 30, 20, 15))[0]
    used: list[str] = []
    for kind in _ordered(HARMLESS, _REWRITE_WEIGHTS, rng):
        if len(used) >= wanted:
            break
        if (change := rewrite(text, kind, rng)) is not None:
            text = change.text
            used.append(kind)
    return text, used


def planted(source: str, copy: str, rng: Random, kinds: tuple[str, ...]) -> Change | None:
    """One change of the first kind, in random order, for which the copy gives occasion."""
    for kind in _ordered(kinds, _PLANT_WEIGHTS, rng):
        if (change := plant(source, copy, kind, rng)) is not None:
            return change
    return None


def _ordered(kinds: tuple[str, ...], weights: dict[str, float], rng: Random) -> list[str]:
    return sorted(kinds, key=lambda kind: -(rng.random() ** (1 / weights.get(kind, 1.0))))


def _mined_addition(copy: str, clauses: list[str], rng: Random) -> Change | None:
    if not copy.endswith(".") or not clauses:
        return None
    clause = rng.choice(clauses)
    start = len(copy) - 1
    text = copy[:-1] + clause + "."
    return Change(text=text, kind="addition", before=(), after=((start, start + len(clause)),))


def _row(
    name: str, source: str, copy: str, kind: str | None, note: str, spans: tuple[Any, Any] = ((), ())
) -> dict[str, Any]:
    label = "consistent" if kind is None else "contradictory" if kind in CONTRADICTING else "distorted"
    return {
        "id": "gen:" + name,
        "set": "planted" if kind else "rewritten",
        "level": "sentence",
        "source": source,
        "republished": copy,
        "label": label,
        "kind": kind or note,
        "copy_spans": spans[0],
        "source_spans": spans[1],
    }


def generate(rows: list[Example], out: Path, seed: int) -> int:
    """Write generated pairs as JSONL; returns how many. Held-back kinds are used on validation sources only."""
    rng = Random(seed)
    clauses = [m.group(1) for row in rows[::5] if (m := _CLAUSE.search(row.source[-200:]))]
    usual = tuple(kind for kind in PLANTED if kind not in HELD_BACK)
    written = 0
    with out.open("w", encoding="utf-8") as lines:
        for base in bases(rows, rng):
            kinds = usual
            if base.held_out and rng.random() < 0.3:
                kinds = HELD_BACK
            for row in twins(base, clauses, rng, kinds):
                lines.write(json.dumps({**row, "origin": base.origin}, ensure_ascii=False) + "\n")
                written += 1
    return written
