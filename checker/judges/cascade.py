"""The cascade: the embedded judge first, a language model only for what that judge flags or is not sure of.

See docs/decisions/cascade.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.domain import Label, Outcome, Pair, Undetermined, Verdict
from checker.ports import Judge, Metered

SURE = 0.68
"""Probability of being consistent from which on a pair is not sent.

Fitted by `python -m benchmarks.cascade`: the lowest at which at most 10 % of the pairs that are kept are in truth
changed, on held-out validation pairs of which half are. Fit it again when the embedded judge changes.
"""


class CascadeJudge:
    """Settles what the first judge is sure of, and lets the second one settle the rest."""

    def __init__(self, first: Judge, second: Judge, *, model: str, sure: float = SURE) -> None:
        """Build the judge.

        Args:
            first: Gives a calibrated `p_consistent`.
            second: The one that costs; what it cannot settle is undetermined, never what the first one thought.
        """
        self._first, self._second, self._sure = first, second, sure
        self.name = f"cascade@{model}"
        self._tally = _Tally()

    @property
    def limits(self) -> str:
        """What a reader should know."""
        return (
            f"Judged by a small model that runs here; what it flagged or gave less than {self._sure:.2f} was "
            "settled by a language model, which errs at times."
        )

    @property
    def prompt(self) -> Mapping[str, object]:
        """What the second judge says about its prompts."""
        return self._second.prompt if isinstance(self._second, Metered) else {}

    @property
    def usage(self) -> Mapping[str, int | float]:
        """What the second judge has spent, and how many pairs it got to see."""
        spent = self._second.usage if isinstance(self._second, Metered) else {}
        return {**spent, "pairs_judged": self._tally.judged, "pairs_sent": self._tally.sent}

    def judge(self, pairs: Sequence[Pair]) -> list[Outcome]:
        """Return one outcome per pair, in the order given."""
        outcomes = self._first.judge(pairs)
        doubtful = [outcome.pair for outcome in outcomes if unsure(outcome, self._sure)]
        self._tally.judged += len(pairs)
        self._tally.sent += len(doubtful)
        settled = iter(self._second.judge(doubtful) if doubtful else [])
        return [next(settled) if unsure(outcome, self._sure) else outcome for outcome in outcomes]


@dataclass(slots=True)
class _Tally:
    judged: int = 0
    sent: int = 0


def unsure(outcome: Outcome, sure: float) -> bool:
    """Tell whether a first opinion needs a second one: a flag always does."""
    match outcome:
        case Undetermined():
            return True
        case Verdict(label=Label.CONSISTENT, p_consistent=chance):
            return chance is None or chance < sure
        case _:
            return True
