"""What a model said about a pair, checked, and independent of where the pair stands."""

import hashlib
import json
from dataclasses import dataclass
from typing import Protocol

from checker.domain import Label, Pair, Reason, Verdict
from checker.facts import Difference
from checker.judges.evidence import finding_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A checked answer. Offsets point into `Pair.source_text` and `Pair.republished_text`."""

    label: Label
    differences: tuple[Difference, ...] = ()
    judged_by: str

    def verdict(self, pair: Pair) -> Verdict:
        """Apply the ruling to a pair with the texts that it was made for."""
        found = (finding_of(difference, pair.source, pair.republished) for difference in self.differences)
        return Verdict(
            pair=pair,
            label=self.label,
            judged_by=self.judged_by,
            findings=tuple(finding for finding in found if finding),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Why an answer about a pair cannot be used."""

    reason: Reason
    detail: str


PASSING = frozenset({Reason.UNREACHABLE, Reason.BUDGET, Reason.OFFLINE, Reason.INTERRUPTED})
"""Reasons that asking again at once cannot cure, and a later run may: the endpoint has tried often enough, there is no
money left, nothing is to be sent, or the run was stopped."""


Reading = Ruling | Fault


class Memory(Protocol):
    """Remembers rulings, so that nothing is asked twice. Faults are not remembered."""

    def recall(self, key: str) -> Ruling | None:
        """Return what was kept under this key."""
        ...

    def keep(self, key: str, ruling: Ruling) -> None:
        """Keep a ruling; when this returns, a crash no longer loses it."""
        ...


class Forgetful:
    """A memory that keeps nothing."""

    def recall(self, key: str) -> Ruling | None:
        """Return None."""

    def keep(self, key: str, ruling: Ruling) -> None:
        """Do nothing."""


def memory_key(*parts: str) -> str:
    """Return a digest of what an answer depends on, in this order and nothing else."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
