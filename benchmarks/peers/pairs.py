"""The pairs on which all tools are compared, and what is wrong in each copy."""

import json
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.prompt_rows import DATA, sample

__all__ = ["DATA", "LabelledPair", "balanced", "example_pair", "labelled", "measuring_pairs", "sentences"]

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|(?<=[.!?…][\"”’)])\s+|\n{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledPair:
    """A source, a copy, and which sentences of the copy say something else."""

    id: str
    source: str
    republished: str
    wrong: tuple[str, ...]
    """Sentences of the copy; empty for a faithful one."""

    @property
    def changed(self) -> bool:
        """Whether the copy says something that its source does not."""
        return bool(self.wrong)


def labelled(id_: str, source: str, republished: str, *, consistent: bool) -> LabelledPair:
    """Make a pair of a row that is labelled as a whole.

    Which sentence of a changed copy is the wrong one is not known then: all count as wrong that do not stand in the
    source word for word.
    """
    there = set(sentences(source))
    own = sentences(republished)
    wrong = () if consistent else tuple(s for s in own if s not in there) or tuple(own)
    return LabelledPair(id=id_, source=source, republished=republished, wrong=wrong)


def sentences(text: str) -> list[str]:
    """Split a text into sentences, roughly; white space within them becomes single spaces."""
    return [said for part in _SENTENCE_END.split(text) if (said := " ".join(part.split()))]


def measuring_pairs(per_set: int) -> list[LabelledPair]:
    """Draw seeded rows of the measuring data, half of them faithful, no two with the same source.

    Sharing a source would let the model that is played here take one row's sentence for another's.
    """
    pairs, seen = [], set[str]()
    for row in sample(per_set):
        if row.source not in seen:
            seen.add(row.source)
            pairs.append(labelled(row.id, row.source, row.republished, consistent=row.consistent))
    return pairs


def example_pair() -> LabelledPair:
    """Return the example article as one pair: what `examples/expected.json` plants is wrong in it."""
    expected = json.loads((EXAMPLES / "expected.json").read_text(encoding="utf-8"))
    planted = tuple(
        sentence
        for change in expected["changes"]
        for text in change["republished"]
        for sentence in sentences(text)
    )
    source, copy = ((EXAMPLES / name).read_text(encoding="utf-8") for name in ("source.md", "republished.md"))
    return LabelledPair(id="example", source=source, republished=copy, wrong=planted)


def balanced(pairs: Sequence[LabelledPair], flagged: Collection[str], passed: Collection[str]) -> float:
    """Return the balanced accuracy; a pair that is neither flagged nor passed is wrong on its side."""
    changed = [pair.id for pair in pairs if pair.changed]
    faithful = [pair.id for pair in pairs if not pair.changed]
    caught = sum(id_ in flagged for id_ in changed) / len(changed)
    kept = sum(id_ in passed for id_ in faithful) / len(faithful)
    return (caught + kept) / 2
