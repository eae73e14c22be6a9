"""`checker batch summary RUN`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from tests.batch.corpora import jsonl
from tests.fakes.http import as_json, serve
from tests.fakes.model import honest
from tests.program import Run, one_line

ROWS = [
    {"id": "https://a.org/1", "source": "It cost 5 dollars.", "republished": "It cost 6 dollars."},
    {"id": "https://a.org/2", "source": "The dog slept.", "republished": "The cat slept."},
    {"id": "https://b.org/3", "source": "The dog slept.", "republished": "The dog slept."},
    {"id": "4", "site": "<b>c</b>", "source": "Seven ships.", "republished": "Seven ships."},
    "{",
]

Judged = Callable[..., Path]


@pytest.fixture
def judged(run: Run, tmp_path: Path) -> Judged:
    """Judge rows, and return the folder of the run."""

    def judge(name: str, *options: object, rows: object = ROWS) -> Path:
        pairs, out = jsonl(tmp_path / f"{name}.in", rows), tmp_path / f"{name}.jsonl"  # type: ignore[arg-type]
        run("batch", pairs, "-o", out, "--jobs", 1, *(options or ("--judge", "rules")))
        return tmp_path / f"{name}.jsonl.run"

    return judge


def test_rows_are_counted_by_label_kind_and_site(run: Run, judged: Judged) -> None:
    found = json.loads(run("batch", "summary", judged("one"), "-f", "json").out)

    assert found["labels"] == {"consistent": 3, "contradictory": 1, "undetermined": 1}
    assert found["kinds"] == {"money": 1}
    assert found["sites"] == [
        {"site": "a.org", "rows": 2, "flagged": 1, "undetermined": 0},
        {"site": "<b>c</b>", "rows": 1, "flagged": 0, "undetermined": 0},
        {"site": "b.org", "rows": 1, "flagged": 0, "undetermined": 0},
    ]
    assert found["failures"] == {"the row itself": 1}
    assert [(pair["id"], pair["row"]) for pair in found["worst"]] == [("https://a.org/1", 1)]
    assert found["manifest"]["judge"] == "rules@1"


def test_two_runs_are_compared_row_by_row(run: Run, tmp_path: Path, judged: Judged) -> None:
    before = judged("before")
    changed = {**ROWS[2], "republished": "The dog did not sleep."}  # type: ignore[dict-item]
    new = {"id": "new", "source": "A dog.", "republished": "A dog."}
    with serve(lambda path, body: as_json(honest(body))) as server:
        now = judged(
            "now",
            *("--judge", "llm", "--model", "m", "--base-url", server.url, "--cache", tmp_path / "cache"),
            rows=[ROWS[1], new, changed, ROWS[0]],
        )

    found = json.loads(run("batch", "summary", now, "--against", before, "-f", "json").out)["comparison"]

    assert found["both"] == 2
    assert found["labels"] == {"consistent -> contradictory": 1}
    assert (found["other_texts"], found["only_now"], found["only_before"]) == (1, 1, 1)
    [change] = found["changes"]
    assert (change["id"], change["before"], change["now"]) == (
        "https://a.org/2",
        "consistent",
        "contradictory",
    )
    assert found["differs"]["judge"] == ["rules@1", "llm@m"]


def test_the_text_says_the_same(run: Run, judged: Judged) -> None:
    out = run("batch", "summary", judged("one"), "--against", judged("two", rows=ROWS[:2])).out

    assert out.startswith("1 of 5 pairs is flagged.\n")
    assert "https://a.org/1: contradictory" in out
    assert "2 rows with the same texts; 0 with another label" in out


def test_the_page_holds_figures_and_executes_nothing_of_the_corpus(
    run: Run, tmp_path: Path, judged: Judged
) -> None:
    run("batch", "summary", judged("one"), "--against", judged("two"), "-f", f"html:{tmp_path / 'page.html'}")

    tree = html.document_fromstring((tmp_path / "page.html").read_text("utf-8"))
    assert tree.xpath("string(//h1)") == "1 of 5 pairs is flagged."
    assert [cell.text_content() for cell in tree.xpath("//table[@class='ledger']/tbody//th")] == [
        "https://a.org/1"
    ]
    assert "<b>c</b>" in tree.text_content()
    assert not tree.xpath("//b")


def test_a_folder_that_holds_no_run_is_one_line(run: Run, tmp_path: Path) -> None:
    done = run("batch", "summary", tmp_path)

    assert (done.code, one_line(done)) == (2, True)
    assert "holds no run" in done.err
