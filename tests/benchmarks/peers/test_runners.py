import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.peers.runners.loop import Answer, Batch, Judge, Row, below, one_by_one, run
from benchmarks.peers.runners.promptfoo_factuality import answers_of, config_of

ROWS = [{"id": id_, "source": "s", "republished": "c"} for id_ in ("one", "two")]


def ran(load: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    job, out = tmp_path / "job.json", tmp_path / "out.jsonl"
    batches = [{"name": name, "base_url": "http://x", "rows": ROWS} for name in ("first", "second")]
    job.write_text(json.dumps({"batches": batches}))
    monkeypatch.setattr("sys.argv", ["runner", str(job), str(out)])
    run(lambda: "1.2", load)
    return [json.loads(line) for line in out.read_text().splitlines()]


def test_what_a_judge_raises_takes_only_its_own_pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def judge(row: Row, base_url: str) -> Answer:
        if row.id == "two":
            raise ValueError("no\nJSON")
        return Answer(row.id, flagged=True)

    head, first, second = ran(lambda job: one_by_one(judge), tmp_path, monkeypatch)

    assert head["version"] == "1.2"
    assert [(a["flagged"], a["error"]) for a in first["answers"]] == [
        (True, ""),
        (None, "ValueError: no JSON"),
    ]
    assert first["answers"] == second["answers"]
    assert first["crash"] == ""


def test_a_run_that_breaks_off_gives_no_verdict_and_the_next_batch_is_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def judge(batch: Batch) -> list[Answer]:
        if batch.name == "first":
            raise RuntimeError("one bad answer ends it")
        return [Answer(row.id, flagged=False) for row in batch.rows]

    _, first, second = ran(lambda job: judge, tmp_path, monkeypatch)

    assert first["crash"] == "RuntimeError: one bad answer ends it"
    assert [a["flagged"] for a in first["answers"]] == [None, None]
    assert [a["flagged"] for a in second["answers"]] == [False, False]


def test_what_keeps_a_tool_from_loading_is_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(job: dict[str, Any]) -> Judge:
        raise OSError("no weights")

    with pytest.raises(OSError, match="no weights"):
        ran(load, tmp_path, monkeypatch)

    assert json.loads((tmp_path / "out.jsonl").read_text()) == {"failure": "OSError: no weights"}


@pytest.mark.parametrize(
    ("score", "flagged"),
    [
        pytest.param(0.4, True, id="below"),
        pytest.param(0.5, False, id="at the threshold"),
        pytest.param(float("nan"), None, id="NaN is no verdict"),
        pytest.param(None, None, id="nothing is no verdict"),
    ],
)
def test_a_score_becomes_a_verdict_only_if_it_is_a_number(score: float | None, flagged: bool | None) -> None:
    assert below(0.5, score) is flagged


def graded(id_: str, *, passed: bool, reason: str) -> dict[str, Any]:
    return {
        "testCase": {"description": id_},
        "gradingResult": {"pass": passed, "score": int(passed), "reason": reason},
        "error": None if passed else reason,
    }


@pytest.mark.parametrize(
    ("result", "flagged"),
    [
        pytest.param([graded("one", passed=True, reason="the same")], False, id="passed"),
        pytest.param([graded("one", passed=False, reason="They disagree.")], True, id="failed"),
        pytest.param([graded("one", passed=False, reason="No output")], None, id="its grader said nothing"),
        pytest.param([graded("one", passed=False, reason="API error: 500")], None, id="its grader failed"),
        pytest.param([{"testCase": {"description": "one"}, "error": "broke"}], None, id="not graded"),
        pytest.param([], None, id="not in the report"),
    ],
)
def test_a_report_of_promptfoo_is_read(result: list[dict[str, Any]], flagged: bool | None) -> None:
    [answer] = answers_of({"results": {"results": result}}, ["one"])

    assert answer.flagged is flagged
    assert bool(answer.error) is (flagged is None)


def test_promptfoo_holds_the_copy_against_the_source() -> None:
    config = config_of(Batch("b", "http://x/v1", [Row("one", "the source", "the copy")]), "m")

    [test] = config["tests"]
    assert test["vars"] == {"copy": "the copy"}
    assert test["assert"] == [{"type": "factuality", "value": "the source"}]
    assert config["defaultTest"]["options"]["provider"]["config"]["apiBaseUrl"] == "http://x/v1"
