"""A short storm, and proof that the storm would notice."""

from collections.abc import Mapping

import pytest

from checker.domain import Label
from checker.llm import opinions
from checker.llm.asking import Call
from checker.llm.rulings import Reading, Ruling
from tests.stress.storm import storm


def test_no_faulty_answer_becomes_a_verdict() -> None:
    tally, answers = storm(80, seed=11)

    assert not tally.wrong
    assert answers.total() - answers["right"] > 15
    assert tally.labels[Label.UNDETERMINED] < 0.1 * tally.labels.total()


def test_the_storm_notices_a_judge_that_believes_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    def gullible(text: str, call: Call, *, judged_by: str) -> Mapping[str, Reading]:
        return {q.id: Ruling(label=Label.CONSISTENT, judged_by=judged_by) for q in call.questions}

    monkeypatch.setattr(opinions, "read_answer", gullible)

    assert storm(3, seed=11)[0].wrong
