import pytest

from benchmarks.peers.page import fill
from benchmarks.peers.server import Traffic
from benchmarks.peers.tables import (
    Measured,
    accuracy,
    article,
    cell,
    evidence,
    faults,
    hindsight,
    local,
    summary,
)
from benchmarks.peers.tools import Tool
from benchmarks.peers.trials import Outcome, Said, Trial
from tests.benchmarks.peers.pairs import CHANGED, FAITHFUL

PAIRS = [CHANGED, FAITHFUL]
ASKING = Tool(name="Asker", runner="x", set_up="", asks=True)
OFFLINE = Tool(name="Offline", runner="x", set_up="")


def said(id_: str, flagged: bool | None, score: float | None = None, why: str = "", copy: str = "") -> Said:
    return Said(
        id=id_, flagged=flagged, score=score, why=why, source=(),
        republished=(copy,) if copy else (), offsets=bool(copy), error="" if flagged is not None else "broke",
    )  # fmt: skip


def words(text: str) -> int:
    return len(text.split())


def asker() -> Measured:
    right = Outcome(4.0, 0.5, [said("changed", True, why="so"), said("faithful", False)])
    trial = Trial(
        ASKING,
        version="1.0",
        loading=2.0,
        outcomes={
            "healthy": right,
            "example": Outcome(1.0, 0.5, [said("example", False, score=0.75)]),
            "empty": Outcome(1.0, 0.5, [said("changed", False), said("other", None)]),
            "strange": Outcome(1.0, 0.5, [said("changed", False)]),
            "429-once": Outcome(1.0, 0.5, [said("changed", True)]),
            "local": Outcome(6.0, 0.5, [said("changed", False), said("faithful", None)]),
        },
    )
    traffic = {
        "healthy": Traffic(requests=6, sent=["a b c", "d"], answered=["e f"]),
        "empty": Traffic(requests=2, spoilt=2),
        "strange": Traffic(requests=1, spoilt=0),
        "429-once": Traffic(requests=2, spoilt=1),
        "local": Traffic(requests=3, sent=["a b"], answered=["c d e f"]),
    }
    return Measured(trial, traffic)


def test_the_table_has_a_line_for_each_tool() -> None:
    both = [said("changed", True), said("faithful", True)]
    offline = Trial(OFFLINE, outcomes={"healthy": Outcome(1.0, 0.5, ()), "wide": Outcome(1.0, 0.5, both)})
    broken = Trial(OFFLINE, failure="OSError: no | weights")

    lines = summary([asker(), Measured(offline, {}), Measured(broken, {})], PAIRS, PAIRS, words).splitlines()

    assert lines[2:] == [
        "| Asker 1.0 | that of its model | 3.0 | 2 + 1 | 2.0 | 2.00 | 0.25 | 1 of 2 | 1 of 1 | an explanation |",
        "| Offline | 50.0% | 0 | 0 | 0.0 | 0.50 | 0.25 | – | – | – |",
        "| Offline | did not run: OSError: no \\| weights | – | – | – | – | – | – | – | – |",
    ]


def test_wrong_passes_stand_out_and_what_does_not_apply_is_no_zero() -> None:
    table = faults(
        [asker()], {"empty": "nothing", "strange": "odd", "malformed": "cut", "429-once": "refused"}
    )

    assert table.splitlines()[2:] == ["| nothing | **1 / 0 / 1** |", "| odd | – |", "| refused | 0 / 1 / 0 |"]


def test_a_fault_that_one_tool_did_not_get_to_is_not_counted_for_it() -> None:
    late = Measured(Trial(ASKING, outcomes={"healthy": Outcome(1.0, 0.5, ())}), {})

    assert faults([asker(), late], {"empty": "nothing"}).splitlines()[2] == (
        "| nothing | **1 / 0 / 1** | not reached in time |"
    )


def test_a_tool_that_asks_once_has_no_answer_before_the_verdict() -> None:
    assert faults([asker()], {"empty": "nothing", "empty-verdict": "late"}).splitlines()[2:] == [
        "| nothing | **1 / 0 / 1** |"
    ]


def test_the_article_is_told_with_its_score() -> None:
    assert article([asker()]).splitlines()[2] == "| Asker | passed | 0.75 | 0 | 0 | 1.0 |"


def test_no_answer_of_a_real_model_counts_as_wrong() -> None:
    assert local([asker()], PAIRS, words).splitlines()[2] == (
        "| Asker | 0.0% | 1 of 1 | 1 of 2 | 1.5 | 1 + 2 | 3.0 |"
    )


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        pytest.param([said("changed", True), said("faithful", None)], "50.0%", id="no verdict is wrong"),
        pytest.param(
            [said("changed", None, 0.2), said("faithful", None, 0.9)], "100.0% at most", id="scores"
        ),
        pytest.param([said("changed", None), said("faithful", None)], "no verdict on any pair", id="nothing"),
    ],
)
def test_accuracy(answers: list[Said], expected: str) -> None:
    assert accuracy(PAIRS, Outcome(1.0, 0.5, answers)) == expected


@pytest.mark.parametrize(
    ("changed", "faithful", "expected"),
    [
        pytest.param(0.1, 0.9, 1.0, id="apart"),
        pytest.param(0.9, 0.1, 0.5, id="the wrong way round"),
        pytest.param(0.5, 0.5, 0.5, id="the same"),
    ],
)
def test_the_best_threshold_afterwards(changed: float, faithful: float, expected: float) -> None:
    assert hindsight(PAIRS, {"changed": changed, "faithful": faithful}) == expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        pytest.param([said("a", True, 0.1)], "a number", id="nothing but a score"),
        pytest.param([said("a", False)], "–", id="nothing is flagged"),
        pytest.param(
            [said("a", True, why="so", copy="June"), said("b", True, why="so")],
            "an explanation, words of the copy (50%), where they stand (50%)",
            id="shares",
        ),
    ],
)
def test_evidence_is_what_came_with_the_flags(answers: list[Said], expected: str) -> None:
    assert evidence(Outcome(1.0, 0.5, answers)) == expected


def test_a_cell_stays_a_cell() -> None:
    assert cell("a\n| b") == "a \\| b"


def test_a_page_keeps_what_stands_around_the_tables() -> None:
    page = "Before\n<!-- measured: one -->\n{}<!-- end -->\nbetween\n<!-- measured: two -->\n{}<!-- end -->\nafter\n"

    assert fill(page.format("old\n", ""), {"two": "2\n", "one": "1\n"}) == page.format("1\n", "2\n")


def test_a_page_without_the_place_is_not_written() -> None:
    with pytest.raises(ValueError, match="no place for 'three'"):
        fill("<!-- measured: one -->\n<!-- end -->\n", {"three": ""})
