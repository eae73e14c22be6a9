"""Judges of which the outcome is known, through the whole suite."""

from collections.abc import Sequence

import pytest

from checker.domain import Label, Outcome, Pair, Reason, Undetermined, Verdict
from checker.selftest.cases import Part
from checker.selftest.run import Result, rate, run
from checker.selftest.suite import cases


class Fixed:
    """Says the same of everything, or nothing."""

    name = "embedded@0"
    limits = ""

    def __init__(self, label: Label | None, confidence: float = 1.0) -> None:
        self._label, self._confidence = label, confidence
        self.asked: list[Pair] = []

    def judge(self, pairs: Sequence[Pair]) -> list[Outcome]:
        """Say it."""
        self.asked += pairs
        return [self._one(pair) for pair in pairs]

    def _one(self, pair: Pair) -> Outcome:
        if self._label is None:
            return Undetermined(pair=pair, judged_by=self.name, reason=Reason.MISSING)
        return Verdict(pair=pair, label=self._label, judged_by=self.name, confidence=self._confidence)


def shares(result: Result) -> dict[Part, float | None]:
    return {part: rate(result.of(part)).share for part in (Part.PLANTED, Part.HARMLESS)}


@pytest.mark.parametrize(
    ("label", "caught", "clean", "missing"),
    [
        pytest.param(Label.CONSISTENT, 0.0, 1.0, False, id="finds nothing"),
        pytest.param(None, 0.0, 0.0, True, id="no answer counts as wrong on both sides"),
    ],
)
def test_a_judge_gets_what_it_deserves(
    label: Label | None, caught: float, clean: float, missing: bool
) -> None:
    result = run(cases(each=2), Fixed(label))

    assert shares(result) == {Part.PLANTED: caught, Part.HARMLESS: clean}
    assert bool(result.undetermined) is missing


def test_every_pair_has_an_id_of_its_own_and_is_asked_once() -> None:
    judge = Fixed(Label.CONSISTENT)

    result = run(cases(each=1), judge)

    ids = [pair.id for pair in judge.asked]
    assert len(ids) == len(set(ids)) == result.pairs


def test_fewer_of_each_kind_still_try_every_kind() -> None:
    every = cases(each=1)

    assert len(every) == 50
    assert len({case.kind for case in every}) == 50


def test_only_what_is_named_is_tried() -> None:
    assert {(case.part, case.kind) for case in cases(only=["negation", "harmless"])} == {
        (Part.PLANTED, "negation"),
        *((Part.HARMLESS, case.kind) for case in cases(only=["harmless"])),
    }
