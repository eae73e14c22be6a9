"""Asks a judge everything at once, and looks at the answers case by case."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace

from checker.aggregate import label_of
from checker.domain import Outcome, Pair, Verdict
from checker.policy import Policy
from checker.ports import Judge, Metered
from checker.selftest.cases import Case, Part, Ruling
from checker.selftest.rates import Rate
from checker.validator import validate_all

_AT_ONCE = 256
"""Pairs that a judge which computes here gets together, so that progress can be shown."""


Progress = Callable[[int], AbstractContextManager[Callable[[int], None]]]


def _silent(_: int) -> AbstractContextManager[Callable[[int], None]]:
    return nullcontext(lambda _: None)


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a case."""

    case: Case
    problem: str
    """What does not hold; "" where everything does."""
    fails: bool
    """Whether something in the last comparison would fail an audit."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a judge made of the self-test."""

    judge: str
    answers: tuple[Answer, ...]
    undetermined: int
    """Pairs without a usable answer."""
    pairs: int

    def of(self, part: Part, kind: str | None = None) -> tuple[Answer, ...]:
        """Return the answers of a part, or of one kind of it."""
        return tuple(
            answer for answer in self.answers if answer.case.part is part and kind in {None, answer.case.kind}
        )

    def kinds(self, part: Part) -> dict[str, str]:
        """Return the kinds that were tried of a part, and what each is about."""
        return {answer.case.kind: answer.case.says for answer in self.of(part)}


def rate(answers: Sequence[Answer]) -> Rate:
    """Return how many hold."""
    return Rate(sum(not answer.problem for answer in answers), len(answers))


def failing(answers: Sequence[Answer]) -> Rate:
    """Return how many would fail an audit."""
    return Rate(sum(answer.fails for answer in answers), len(answers))


def run(cases: Sequence[Case], judge: Judge, *, progress: Progress = _silent) -> Result:
    """Put every case to a judge.

    Ids of pairs are unique within a comparison only, and a judge tells pairs apart by id: they are given new ones.

    Args:
        progress: Opens a display of how many pairs of so many are done.
    """
    # Most relations start from the same comparison: it is made once.
    every = dict.fromkeys(comparison for case in cases for comparison in case.comparisons)
    numbered = {
        comparison: [replace(pair, id=f"{number}.{pair.id}") for pair in comparison]
        for number, comparison in enumerate(every)
    }
    asked = [pair for pairs in numbered.values() for pair in pairs if pair.source and pair.republished]
    outcomes = {outcome.pair.id: outcome for outcome in _outcomes(asked, judge, progress)}
    policy = Policy()
    rulings = {
        comparison: [_ruling(pair, outcomes.get(pair.id), policy) for pair in pairs]
        for comparison, pairs in numbered.items()
    }
    answers = []
    for case in cases:
        seen = [rulings[comparison] for comparison in case.comparisons]
        problem = case.check(seen)
        if problem is not None:
            answers.append(Answer(case, problem, any(ruling.fails for ruling in seen[-1])))
    missing = sum(not isinstance(outcome, Verdict) for outcome in outcomes.values())
    return Result(judge.name, tuple(answers), missing, len(asked))


def _outcomes(pairs: Sequence[Pair], judge: Judge, progress: Progress) -> list[Outcome]:
    if isinstance(judge, Metered):
        # It fills its calls best when it gets everything, and shows its own progress.
        return validate_all(pairs, judge.judge(pairs))
    outcomes: list[Outcome] = []
    with progress(len(pairs)) as show:
        for start in range(0, len(pairs), _AT_ONCE):
            some = pairs[start : start + _AT_ONCE]
            outcomes += validate_all(some, judge.judge(some))
            show(len(outcomes))
    return outcomes


def _ruling(pair: Pair, outcome: Outcome | None, policy: Policy) -> Ruling:
    label, _ = label_of(pair, outcome)
    sure = outcome if isinstance(outcome, Verdict) else None
    fails = sure is not None and policy.fails(
        label,
        confidence=sure.confidence,
        judged_by=sure.judged_by,
        kinds=(finding.kind for finding in sure.findings),
    )
    return Ruling(pair, label, fails)
