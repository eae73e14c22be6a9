"""What is asked of a judge: texts to compare, and what has to hold for the answers."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from checker.aggregate import fingerprint
from checker.domain import Label, Pair, Passage
from checker.judging import pairs_within
from checker.policy import FLAGGED
from checker.selftest.texts import Kind

LANGUAGE = "en"


class Part(StrEnum):
    """The parts of the self-test."""

    PLANTED = "planted"
    HARMLESS = "harmless"
    RELATIONS = "relations"


@dataclass(frozen=True, slots=True)
class Ruling:
    """A pair and what became of it."""

    pair: Pair
    label: Label
    fails: bool

    @property
    def key(self) -> str:
        """Names what is compared, wherever it stands and however its lines are broken."""
        return fingerprint(
            replace(self.pair, source=_sorted(self.pair.source), republished=_sorted(self.pair.republished))
        )

    @property
    def mirrored(self) -> "Ruling":
        """The same with source and copy exchanged."""
        swapped = replace(self.pair, source=self.pair.republished, republished=self.pair.source)
        other = {Label.UNSUPPORTED: Label.OMITTED, Label.OMITTED: Label.UNSUPPORTED}
        return Ruling(swapped, other.get(self.label, self.label), self.fails)


def _sorted(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    return tuple(sorted(passages, key=lambda passage: passage.text))


Rulings = Sequence[Ruling]

Check = Callable[[Sequence[Rulings]], str | None]
"""Takes the rulings of each comparison; returns what is wrong, "" if nothing is, None if it cannot be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One thing that has to hold."""

    part: Part
    kind: str
    says: str
    """What the kind is about, in a sentence."""
    source: str
    copy: str
    """What is shown of it where it does not hold."""
    comparisons: tuple[tuple[Pair, ...], ...] = field(repr=False)
    check: Check = field(repr=False)


def pair_cases(part: Part, kinds: Sequence[Kind]) -> Iterator[Case]:
    """Return the pairs of kinds as cases: planted ones have to be flagged, harmless ones must not be."""
    planted = part is Part.PLANTED
    for kind in kinds:
        for text in kind.pairs:
            source, copy = text.source, text.copy(range(text.planted))
            yield Case(
                part=part,
                kind=kind.name,
                says=kind.says,
                source=source,
                copy=copy,
                comparisons=(pairs_within(source, copy, language=LANGUAGE),),
                check=_caught if planted else _clean,
            )


def flagged(rulings: Rulings) -> list[Ruling]:
    """Return those that say that the copy does not say what its source says."""
    return [ruling for ruling in rulings if ruling.label in FLAGGED]


def undetermined(rulings: Rulings) -> bool:
    """Tell whether an answer is missing."""
    return any(ruling.label is Label.UNDETERMINED for ruling in rulings)


def _caught(seen: Sequence[Rulings]) -> str:
    [rulings] = seen
    if flagged(rulings):
        return ""
    return "undetermined" if undetermined(rulings) else "not flagged"


def _clean(seen: Sequence[Rulings]) -> str:
    [rulings] = seen
    if flags := flagged(rulings):
        return flags[0].label.value
    return "undetermined" if undetermined(rulings) else ""
