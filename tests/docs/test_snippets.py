"""Every command and snippet of the README and of docs/ is run, or says why not.

`make snippets` renews the output that is shown.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.blocks import ROOT, RUN, SAMPLES, blocks, pages
from tests.docs.scratch import Scratch, SnippetError, environment, scratch
from tests.program import Run

PAGES = [page for page in pages() if any(block.language in RUN for block in blocks(page))]


@pytest.fixture
def reader(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scratch]:
    folder = tmp_path / "reader"
    folder.mkdir()
    with scratch(folder, run) as made:
        monkeypatch.chdir(folder)
        for name, value in environment(made.url, tmp_path).items():
            monkeypatch.setenv(name, value)
        yield made


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_snippets_of_a_page_work_one_after_the_other(page: Path, reader: Scratch) -> None:
    names: dict[str, object] = {
        "source_text": (reader.root / "source.md").read_text(encoding="utf-8"),
        "republished_text": (reader.root / "copy.md").read_text(encoding="utf-8"),
    }
    for block in blocks(page):
        if block.why_not:
            continue
        try:
            match block.language:
                case "sh":
                    reader.commands(block)
                case "console":
                    assert reader.shown(block) == block.text, "make snippets"
                case "python":
                    reader.python(block, names)
                case "toml" | "yaml" | "jsonl":
                    reader.file(block)
        except SnippetError as problem:
            pytest.fail(f"{block}: {problem}")


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_every_block_is_of_a_language_that_something_checks(page: Path) -> None:
    assert [
        f"{block}: {block.language!r}" for block in blocks(page) if block.language not in (*RUN, *SAMPLES)
    ] == []
