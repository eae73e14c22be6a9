"""Who is asked by the cascade, and whose word counts."""

from collections.abc import Sequence

import pytest

from checker.domain import Label, Outcome, Pair, Reason, Undetermined, Verdict
from checker.judges.cascade import CascadeJudge
from tests.build import pair_of

PAIRS = [pair_of("A dog slept.", "A hound slept.", id_=f"p{number}") for number in range(6)]


class Fixed:
    """A judge that has made up its mind."""

    limits = ""

    def __init__(self, name: str, answers: dict[str, tuple[Label | Reason, float | None]]) -> None:
        self.name, self._answers = name, answers
        self.asked: list[str] = []

    def judge(self, pairs: Sequence[Pair]) -> list[Outcome]:
        """Say it."""
        self.asked += [pair.id for pair in pairs]
        return [self._one(pair, *self._answers[pair.id]) for pair in pairs]

    def _one(self, pair: Pair, answer: Label | Reason, chance: float | None) -> Outcome:
        if isinstance(answer, Reason):
            return Undetermined(pair=pair, judged_by=self.name, reason=answer)
        return Verdict(pair=pair, label=answer, judged_by=self.name, p_consistent=chance)


FIRST: dict[str, tuple[Label | Reason, float | None]] = {
    "p0": (Label.CONSISTENT, 0.95),
    "p1": (Label.CONSISTENT, 0.9),
    "p2": (Label.CONSISTENT, 0.6),
    "p3": (Label.DISTORTED, 0.01),
    "p4": (Reason.NOT_COMPARABLE, None),
    "p5": (Label.CONSISTENT, None),
}


@pytest.mark.parametrize(
    ("sure", "sent"),
    [
        pytest.param(0.9, ["p2", "p3", "p4", "p5"], id="at the threshold is sure"),
        pytest.param(0.5, ["p3", "p4", "p5"], id="flags, the undetermined and those without a figure always"),
        pytest.param(1.0, [pair.id for pair in PAIRS], id="nothing is sure enough"),
    ],
)
def test_the_second_judge_settles_what_the_first_one_is_not_sure_of(sure: float, sent: list[str]) -> None:
    first = Fixed("embedded@9", FIRST)
    second = Fixed("llm@m", {pair.id: (Label.CONTRADICTORY, None) for pair in PAIRS})
    judge = CascadeJudge(first, second, model="m", sure=sure)

    outcomes = judge.judge(PAIRS)

    assert [outcome.pair.id for outcome in outcomes] == [pair.id for pair in PAIRS]
    assert second.asked == sent
    assert [o.pair.id for o in outcomes if o.judged_by == "llm@m"] == sent
    assert judge.usage == {"pairs_judged": 6, "pairs_sent": len(sent)}


def test_what_the_second_one_cannot_settle_is_undetermined_whatever_the_first_one_thought() -> None:
    second = Fixed("llm@m", {pair.id: (Reason.BUDGET, None) for pair in PAIRS})

    outcomes = CascadeJudge(Fixed("embedded@9", FIRST), second, model="m", sure=0.9).judge(PAIRS)

    assert [type(outcome) for outcome in outcomes] == [Verdict, Verdict, *[Undetermined] * 4]


def test_nobody_is_asked_where_the_first_one_is_sure_of_everything() -> None:
    second = Fixed("llm@m", {})
    CascadeJudge(Fixed("embedded@9", FIRST), second, model="m", sure=0.9).judge(PAIRS[:2])

    assert second.asked == []
