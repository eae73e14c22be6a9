"""What a corpus can be: Parquet, folders, patterns, names of files."""

import builtins
import json
from pathlib import Path
from typing import Any

import pytest

from tests.batch.corpora import jsonl, row, rows_of
from tests.program import Run, one_line

OPTIONS = ("--judge", "rules", "--jobs", 1)
PAGE = "<html><body><article><p>It cost &amp; took {} dollars on Monday in the old town.</p></article></body></html>"


def parquet(path: Path, **columns: Any) -> Path:
    arrow = pytest.importorskip("pyarrow")
    import pyarrow.parquet

    pyarrow.parquet.write_table(arrow.table(columns), path, row_group_size=50)
    return path


def columns(count: int) -> dict[str, list[object]]:
    rows = [row(n) for n in range(1, count + 1)]
    return {name: [each[name] for each in rows] for name in ("id", "source", "republished")}


def test_parquet_in_and_out_says_what_json_lines_do(run: Run, tmp_path: Path) -> None:
    table = parquet(tmp_path / "pairs.parquet", **columns(300))
    lines = jsonl(tmp_path / "pairs.jsonl", map(row, range(1, 301)))

    assert run("batch", table, "-o", tmp_path / "out.parquet", *OPTIONS).code == 0
    assert run("batch", lines, "-o", tmp_path / "out.jsonl", *OPTIONS).code == 0

    import pyarrow.parquet

    assert pyarrow.parquet.read_table(tmp_path / "out.parquet").to_pylist() == rows_of(tmp_path / "out.jsonl")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        pytest.param({"source": [1, 2]}, "column 'source' holds int64, not texts", id="numbers as texts"),
        pytest.param({"republished": [b"a", b"b"]}, "holds binary", id="bytes as texts"),
        pytest.param({"source": None}, "has no column 'source'", id="a column is missing"),
    ],
)
def test_a_table_of_another_form_is_one_line(
    run: Run, tmp_path: Path, changed: dict[str, Any], words: str
) -> None:
    table = {name: values for name, values in {**columns(2), **changed}.items() if values is not None}
    pairs = parquet(tmp_path / "pairs.parquet", **table)

    done = run("batch", pairs, "-o", tmp_path / "out.jsonl", *OPTIONS)

    assert (done.code, one_line(done)) == (2, True)
    assert words in done.err


def test_a_row_of_a_table_without_text_is_a_failure(run: Run, tmp_path: Path) -> None:
    pairs = parquet(tmp_path / "pairs.parquet", **{**columns(2), "source": ["It cost 1 dollar.", None]})

    assert run("batch", pairs, "-o", tmp_path / "out.jsonl", *OPTIONS).code == 3

    assert "no text in 'source'" in str(rows_of(tmp_path / "out.jsonl")[1]["reason"])


def test_a_table_that_is_cut_is_one_line(run: Run, tmp_path: Path) -> None:
    pairs = parquet(tmp_path / "pairs.parquet", **columns(100))
    pairs.write_bytes(pairs.read_bytes()[:-100])

    done = run("batch", pairs, "-o", tmp_path / "out.jsonl", *OPTIONS)

    assert (done.code, one_line(done)) == (2, True)
    assert "is no Parquet file" in done.err


def test_a_table_without_what_reads_it_names_the_extra(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pairs.parquet").write_bytes(b"PAR1")
    usual = builtins.__import__

    def without(name: str, *arguments: Any, **named: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return usual(name, *arguments, **named)

    monkeypatch.setattr(builtins, "__import__", without)

    done = run("batch", tmp_path / "pairs.parquet", "-o", tmp_path / "out.jsonl", *OPTIONS)

    assert (done.code, one_line(done)) == (2, True)
    assert "checker[parquet]" in done.err


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, there, here in (("a/one", 5, 5), ("a/two", 5, 700), ("b/three", 5, 700)):
        for folder, amount in (("upstream", there), ("content", here)):
            path = tmp_path / folder / f"{name}.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(PAGE.format(amount))
    (tmp_path / "content" / "b" / "own.html").write_text(PAGE.format(1))
    return tmp_path


@pytest.mark.parametrize(
    ("pairs", "source"),
    [
        pytest.param("content", "upstream", id="two folders"),
        pytest.param("content/{folder}/{name}.html", "upstream/{folder}/{name}.html", id="two patterns"),
    ],
)
def test_copies_are_compared_with_the_sources_of_their_names(
    run: Run, files: Path, pairs: str, source: str
) -> None:
    assert run("batch", pairs, "--source", source, "-o", "out.jsonl", *OPTIONS).code == 3

    found = {row["id"]: row["label"] for row in rows_of(files / "out.jsonl")}
    assert found == {
        "content/a/one.html": "consistent",
        "content/a/two.html": "contradictory",
        "content/b/own.html": "undetermined",
        "content/b/three.html": "contradictory",
    }


def test_quotes_stand_in_the_files_where_the_row_says(run: Run, files: Path) -> None:
    run("batch", "content", "--source", "upstream", "-o", "out.jsonl", *OPTIONS)

    [row] = [row for row in rows_of(files / "out.jsonl") if row["id"] == "content/a/two.html"]
    findings: Any = row["findings"]
    [finding] = findings
    for side, folder in (("source", "upstream"), ("republished", "content")):
        text, span = (files / folder / "a" / "two.html").read_text(), finding[side]
        assert text[span["start"] : span["end"]] == span["quote"]
    assert "700" in json.dumps(finding)


def test_names_of_files_count_from_the_folder_of_the_corpus(
    run: Run, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        {"id": 1, "source": "upstream/a/two.html", "republished": "content/a/two.html"},
        {"id": 2, "source": "upstream/a/two.html", "republished": "nowhere.html"},
        {"id": 3, "source": "https://example.org/", "republished": "content/a/two.html"},
    ]
    pairs = jsonl(files / "pairs.jsonl", rows)
    monkeypatch.chdir(files / "content")

    assert run("batch", pairs, "--paths", "-o", "out.jsonl", *OPTIONS).code == 3

    first, missing, address = rows_of(files / "content" / "out.jsonl")
    assert first["label"] == "contradictory"
    assert "no such file" in str(missing["reason"])
    assert "is an address" in str(address["reason"])


def test_a_file_that_changed_is_judged_again(run: Run, files: Path) -> None:
    options = ("batch", "content", "--source", "upstream", "-o", "out.jsonl", *OPTIONS)
    run(*options)
    (files / "content" / "a" / "one.html").write_text(PAGE.format(900))

    run(*options, "--resume")

    assert rows_of(files / "out.jsonl")[0]["label"] == "contradictory"
