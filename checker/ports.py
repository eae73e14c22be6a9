"""What the core asks of the parts that can be exchanged."""

from collections.abc import Mapping, Sequence
from typing import Protocol, runtime_checkable

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


@runtime_checkable
class Metered(Protocol):
    """A judge that asks a model: says with which prompts, and what that took."""

    @property
    def prompt(self) -> Mapping[str, object]:
        """Names of the prompts and the fingerprint of all that decides an answer."""
        ...

    @property
    def usage(self) -> Mapping[str, int | float]:
        """What was spent so far: `model_calls`, `tokens_in`, `tokens_out`, and what else there is to say."""
        ...
