"""A judge that computes here, made to stop between pairs when SIGTERM asks for it."""

from collections.abc import Sequence

from checker import stopping
from checker.domain import Outcome, Pair, Reason, Undetermined
from checker.ports import Judge

_AT_ONCE = 32
"""Pairs between two looks at the signal."""


class Stoppable:
    """Judges until somebody asks to stop; what is left then is undetermined. For a judge that does not look itself."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self.name, self.limits = judge.name, judge.limits

    def judge(self, pairs: Sequence[Pair]) -> list[Outcome]:
        """Return one outcome per pair, in the order given."""
        outcomes: list[Outcome] = []
        while len(outcomes) < len(pairs) and not stopping.asked():
            outcomes += self._judge.judge(pairs[len(outcomes) : len(outcomes) + _AT_ONCE])
        return outcomes + [stopped(pair, self.name) for pair in pairs[len(outcomes) :]]


def stopped(pair: Pair, judge: str) -> Undetermined:
    """What is said of a pair that was left when somebody asked to stop."""
    return Undetermined(pair=pair, judged_by=judge, reason=Reason.INTERRUPTED, detail=stopping.STOPPED)
