"""One function for every kind of file, and offsets that lead back into each."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.chunker.passages import passages
from checker.errors import InputError
from checker.reading import read

HTML = "<!DOCTYPE html><html><body><h1>A &amp; B</h1></body></html>"


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        pytest.param("a.txt", "*a* &amp; <b>", "*a* &amp; <b>", id="text by name"),
        pytest.param("a.md", "*a* &amp; b", "a & b", id="Markdown by name"),
        pytest.param("a.HTM", "a &amp; b", "a & b", id="HTML by name"),
        pytest.param("page", HTML, "A & B", id="HTML by its first words"),
        pytest.param("page", "\n<!-- x -->\n" + HTML, "A & B", id="HTML after a comment"),
        pytest.param("page", '<?xml version="1.0"?><html>A</html>', "A", id="XHTML"),
        pytest.param("page.news", "*a* &amp;", "*a* &amp;", id="anything else is text"),
        pytest.param("a.txt", HTML, HTML, id="a name that says text is believed"),
    ],
)
def test_kinds(tmp_path: Path, name: str, content: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(content)

    article = read(str(path), language="de")

    assert (article.text, article.raw, article.language) == (text, content, "de")
    assert article.name == str(path)
    assert article.sha256 == hashlib.sha256(content.encode()).hexdigest()


def test_the_kind_can_be_said(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("*a*")

    assert read(str(path), kind="markdown").text == "a"


def test_utf16_html_is_recognised(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_bytes(HTML.encode("utf-16"))

    article = read(str(path))

    assert (article.text, article.raw) == ("A & B", HTML)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_offsets_count_from_the_first_letter_of_the_text(tmp_path: Path, encoding: str, newline: str) -> None:
    content = newline.join(["Mayor’s farewell", "", "“I go,” she said.", "It was late – too late for Zoë."])
    path = tmp_path / "a.txt"
    path.write_bytes(content.encode(encoding))

    article = read(str(path))

    assert article.raw == content
    found = [(article.raw[slice(*article.in_file(p.start, p.end))], p.text) for p in passages(article)]
    assert found == [(line, line) for line in content.split(newline) if line]
    assert [article.line_of(p.start) for p in passages(article)] == [1, 3, 4]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.text(), encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_whatever_the_text_every_passage_is_found_in_the_file(
    tmp_path: Path, raw: str, encoding: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(raw.encode(encoding, "replace"))
    try:
        article = read(str(path))
    except InputError:
        return
    for passage in passages(article):
        start, end = article.in_file(passage.start, passage.end)
        assert (start, end) == (passage.start, passage.end)
        written = zip(passage.text, article.raw[start:end], strict=True)
        assert all(seen in (in_file, " ") for seen, in_file in written)


def test_importing_needs_no_parser_and_no_extractor() -> None:
    code = (
        "import sys, checker.reading;"
        "sys.exit(any(m in sys.modules for m in ('trafilatura', 'lxml', 'markdown_it', 'sentencex', 'numpy')))"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
