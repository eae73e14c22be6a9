import json
from collections.abc import Iterator, Sequence

import pytest

from checker.domain import Finding, Kind, Label, Outcome, Pair, Reason, Span, Undetermined, Verdict
from checker.judging import judge_lines, pairs_within

ARTICLE = (
    "The barge hit the gate on Sunday morning. Repairs to the gate will cost 18 million dollars. "
    "Joanna Pell told reporters that nobody was hurt. Rain is expected in the hills."
)


class Suspicious:
    """Flags a pair whose copy says 'wrong', cannot judge 'unclear', and remembers how often it was asked."""

    name = "suspicious@1"
    limits = ""

    def __init__(self) -> None:
        self.calls: list[int] = []

    def judge(self, pairs: Sequence[Pair]) -> list[Outcome]:
        self.calls.append(len(pairs))
        return [self._one(pair) for pair in pairs]

    def _one(self, pair: Pair) -> Outcome:
        text = pair.republished_text
        if "unclear" in text:
            return Undetermined(pair=pair, judged_by=self.name, reason=Reason.REFUSAL)
        if "wrong" not in text:
            return Verdict(pair=pair, label=Label.CONSISTENT, judged_by=self.name, p_consistent=0.9)
        start = pair.republished[0].start + pair.republished[0].text.index("wrong")
        finding = Finding(
            kind=Kind.WORDING, explanation="", republished=Span(quote="wrong", start=start, end=start + 5)
        )
        return Verdict(
            pair=pair,
            label=Label.DISTORTED,
            judged_by=self.name,
            findings=(finding,),
            p_consistent=0.1,
            confidence=0.9,
        )


def line(copy: str, source: str = ARTICLE) -> str:
    return json.dumps({"id": copy, "source": source, "republished": copy})


@pytest.mark.parametrize(
    ("copy", "label", "p_consistent"),
    [
        pytest.param(
            "The barge hit the gate on Sunday. Nobody was hurt, Pell said.", "consistent", 0.9, id="all fine"
        ),
        pytest.param("The barge hit the gate. Repairs cost the wrong sum.", "distorted", 0.1, id="one wrong"),
        pytest.param(
            "The barge is unclear. Nobody was hurt, Pell said.", "undetermined", None, id="one unclear"
        ),
        pytest.param(
            "The barge is unclear. Repairs cost the wrong sum.", "distorted", 0.1, id="wrong and unclear"
        ),
    ],
)
def test_the_worst_pair_speaks_for_the_row(copy: str, label: str, p_consistent: float | None) -> None:
    [row] = judge_lines([line(copy)], Suspicious())

    assert (row["label"], row["p_consistent"]) == (label, p_consistent)


def test_every_copied_sentence_gets_a_partner_and_no_omission_is_counted() -> None:
    pairs = pairs_within(ARTICLE, "Repairs to the gate cost 18 million. Elephants are large animals.")

    assert len(pairs) == 2
    assert all(pair.source and pair.republished for pair in pairs)
    assert "18 million" in pairs[0].source_text


def test_a_ready_made_pair_of_sentences_is_taken_as_it_is() -> None:
    [pair] = pairs_within("Cats sleep.", "Elephants are large.")

    assert (pair.source_text, pair.republished_text) == ("Cats sleep.", "Elephants are large.")


def test_findings_carry_their_words() -> None:
    [row] = judge_lines([line("This is wrong.", "This is right.")], Suspicious())

    assert row["findings"] == [
        {
            "kind": "wording",
            "explanation": "",
            "source": None,
            "republished": {"quote": "wrong", "start": 8, "end": 13},
        }
    ]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        pytest.param("{", "not JSON", id="cut off"),
        pytest.param("[1]", "not an object", id="a list"),
        pytest.param('{"id": 1, "source": "a"}', "'republished'", id="a field is missing"),
        pytest.param('{"id": 1, "source": 3, "republished": "a"}', "'source'", id="a number for a text"),
        pytest.param('{"id": 1, "source": " ", "republished": "a"}', "empty", id="nothing in it"),
        pytest.param(
            r'{"id": 1, "source": "\u0000 ", "republished": "a"}', "empty", id="control characters alone"
        ),
    ],
)
def test_a_bad_line_is_undetermined_and_does_not_stop_the_rest(bad: str, reason: str) -> None:
    first, second = judge_lines([bad, "", line("Fine.", "Fine.")], Suspicious())

    assert first["label"] == "undetermined"
    assert reason in (first["reason"] or "")
    assert second["label"] == "consistent"


def test_rows_are_judged_in_large_batches_but_never_all_at_once() -> None:
    judge = Suspicious()
    taken = 0

    def lines() -> Iterator[str]:
        nonlocal taken
        for number in range(5000):
            taken += 1
            yield line(f"Fine {number}.", "Fine.")

    rows = judge_lines(lines(), judge)
    next(rows)

    assert taken < 5000
    assert 1 + sum(1 for _ in rows) == 5000
    assert len(judge.calls) == 3
