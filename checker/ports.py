"""What the core asks of the parts that can be exchanged."""

from collections.abc import Sequence
from typing import Protocol

from checker.domain import Outcome, Pair


class Judge(Protocol):
    """Decides, for each pair, whether its republished side still says what its source side says."""

    @property
    def name(self) -> str:
        """Judge, version and parameters in one word, e.g. `rules@1`."""
        ...

    @property
    def limits(self) -> str:
        """One sentence for the reader of a report: what this judge cannot see."""
        ...

    def judge(self, pairs: Sequence[Pair]) -> list[Outcome]:
        """Return exactly one outcome per pair, in the order given. Both sides of every pair hold text."""
        ...
