"""The texts that the pairing's weights are fitted on: sentences of two texts, and which correspond."""

import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).parent
_DOCUMENT = 14
"""Sentence pairs strung together where a set has no whole documents."""
_REWRITTEN = _HERE.parent / "texts"
_BLOCKS = 10
"""Sentences of those texts strung together."""
HELD_OUT = ("01", "07")
"""Numbers of the files that are kept for tests."""


@dataclass(frozen=True, slots=True)
class Gold:
    """Two texts whose links are known."""

    source: list[str]
    republished: list[str]
    links: frozenset[tuple[int, int]]


Telling = list[tuple[list[int], str]]


def retellings() -> Iterator[tuple[list[str], list[Telling]]]:
    """Yield the invented texts: the first telling, then the others with what each sentence goes back to."""
    for block in (_HERE / "retellings.txt").read_text(encoding="utf-8").split("\n\n"):
        first: list[str] = []
        others: dict[str, Telling] = {}
        for line in block.splitlines():
            if line.startswith("S "):
                first.append(line[2:])
            elif line and not line.startswith("#"):
                numbers, text = line[1:].split("|", 1)
                others.setdefault(line[0], []).append(([int(n) for n in numbers.split()], text.strip()))
        if first:
            yield first, list(others.values())


def told_twice() -> list[Gold]:
    """Each retelling against the first telling."""
    return [
        Gold(
            first,
            [text for _, text in other],
            frozenset((i, j) for j, (back, _) in enumerate(other) for i in back),
        )
        for first, others in retellings()
        for other in others
    ]


def told_thrice() -> list[Gold]:
    """One retelling against the other two tellings joined: a source that says things twice."""
    made = []
    for first, others in retellings():
        for extra, other in zip(others, others[1:] + others[:1], strict=True) if len(others) > 1 else ():
            links = {(i, j) for j, (back, _) in enumerate(other) for i in back}
            links |= {
                (len(first) + k, j)
                for k, (one, _) in enumerate(extra)
                for j, (two, _) in enumerate(other)
                if set(one) & set(two)
            }
            made.append(Gold([*first, *(t for _, t in extra)], [t for _, t in other], frozenset(links)))
    return made


def paragraphs(folder: Path) -> list[Gold]:
    """Paragraphs of rewritten newspaper articles: the training part of the set."""
    rows = [
        json.loads(line)
        for path in sorted(folder.glob("ose_par_*_train.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return [Gold(r["source"], r["republished"], frozenset((i, j) for i, j in r["links"])) for r in rows]


def strung(
    train: Path, name: str, part: str, rng: random.Random, *, at_most: int, drop: float = 0.3
) -> list[Gold]:
    """String the sentence pairs of one set together, leave some sentences out on either side, move some blocks."""
    with train.open(encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["set"] == name and part in row["id"]]
    rows.sort(key=lambda row: int(re.sub(r"\D", "", row["id"].split(".")[-1]) or 0))
    made = []
    for begin in range(0, len(rows) - _DOCUMENT, _DOCUMENT):
        rows_here = rows[begin : begin + _DOCUMENT]
        whole = Gold(
            [row["source"] for row in rows_here],
            [row["republished"] for row in rows_here],
            frozenset((i, i) for i in range(_DOCUMENT)),
        )
        made.append(thinned(whole, rng, drop=drop / 2, move=0.1))
    rng.shuffle(made)
    return made[:at_most]


def rewritten(kind: str, rng: random.Random, *, pieces: tuple[int, ...]) -> list[Gold]:
    """String together sentences written for the project and faithful rewrites of them.

    Args:
        kind: How the files in `training/texts` begin.
        rng: Chooses among the rewrites, leaves sentences out, moves blocks.
        pieces: How many rewrites of a sentence the copy takes; one of these numbers at random.
    """
    made = []
    for path in sorted(_REWRITTEN.glob(f"{kind}-*.txt")):
        if path.stem.endswith(HELD_OUT):
            continue
        known = []
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            lines = block.strip().splitlines()
            sources = [line[3:] for line in lines if line.startswith("S: ")]
            rewrites = [line[2:] for line in lines if line.startswith("= ")]
            if sources and rewrites:
                known.append((sources[0], rewrites))
        for begin in range(0, len(known) - _BLOCKS + 1, _BLOCKS):
            part = known[begin : begin + _BLOCKS]
            copy = [(i, text) for i, (_, texts) in enumerate(part) for text in texts[: rng.choice(pieces)]]
            whole = Gold(
                [source for source, _ in part],
                [text for _, text in copy],
                frozenset((i, j) for j, (i, _) in enumerate(copy)),
            )
            made.append(thinned(whole, rng, drop=0.15, move=0.2))
    return made


def thinned(gold: Gold, rng: random.Random, *, drop: float, move: float) -> Gold:
    """Leave out a share of the sentences on both sides; with probability `move` exchange two blocks of the copy."""
    left = [i for i in range(len(gold.source)) if rng.random() >= drop] or [0]
    right = [j for j in range(len(gold.republished)) if rng.random() >= drop] or [0]
    if len(right) > 3 and rng.random() < move:
        one, two, three = sorted(rng.sample(range(len(right) + 1), 3))
        right = right[:one] + right[two:three] + right[one:two] + right[three:]
    new_left, new_right = {i: k for k, i in enumerate(left)}, {j: k for k, j in enumerate(right)}
    return Gold(
        [gold.source[i] for i in left],
        [gold.republished[j] for j in right],
        frozenset((new_left[i], new_right[j]) for i, j in gold.links if i in new_left and j in new_right),
    )


def window(gold: Gold, rng: random.Random) -> Gold:
    """Cut a few sentences out of either text, mostly but not always from the same place."""
    size, other = rng.randint(1, 5), rng.randint(1, 5)
    begin = rng.randrange(len(gold.source))
    there = (
        round(begin * len(gold.republished) / len(gold.source))
        if rng.random() < 0.8
        else rng.randrange(len(gold.republished))
    )
    left, right = (
        range(begin, min(begin + size, len(gold.source))),
        range(there, min(there + other, len(gold.republished))),
    )
    return Gold(
        [gold.source[i] for i in left],
        [gold.republished[j] for j in right] or gold.republished[-1:],
        frozenset((i - begin, j - there) for i, j in gold.links if i in left and j in right),
    )


def varied(golds: list[Gold], times: int, vary: Callable[[Gold], Gold]) -> list[Gold]:
    """The texts and so many variants of each."""
    return golds + [vary(gold) for gold in golds for _ in range(times)]
