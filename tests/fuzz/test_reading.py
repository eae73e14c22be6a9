"""Whatever the bytes, a reader gives an article that is right or one line of error."""

import io
import zipfile
from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checker.chunker.clean import clean
from checker.chunker.passages import passages
from checker.errors import CheckerError, InputError
from checker.reading import Kind, article_from_text, read
from tests.fuzz.invariants import check_article, check_passages
from tests.fuzz.profile import fuzzed
from tests.fuzz.texts import texts
from tests.reading.documents import make

PARTS = ("word/document.xml", "word/styles.xml", "_rels/.rels", "[Content_Types].xml", "word/comments.xml")
BOOK = (
    "META-INF/container.xml",
    "OEBPS/book.opf",
    "OEBPS/text/a.xhtml",
    "META-INF/encryption.xml",
    "OEBPS/nav.xhtml",
)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252", "iso-2022-jp", "utf-7")


def read_bytes(data: bytes, kind: Kind | None, *, name: str = "-") -> None:
    try:
        article = read(name, stdin=io.BytesIO(data), kind=kind)
    except InputError as error:
        assert one_line(error)  # noqa: PT017
        return
    check_article(article)
    found = passages(article)
    check_passages(article, found)
    check_passages(article, clean(found, article))


def one_line(error: CheckerError) -> bool:
    return bool(str(error).strip()) and len(str(error)) < 500


@fuzzed
@given(data=st.binary(max_size=2_000), kind=st.sampled_from([None, *get_args(Kind)]))
def test_any_bytes_as_any_kind(data: bytes, kind: Kind | None) -> None:
    read_bytes(data, kind)


@fuzzed
@given(
    text=texts, encoding=st.sampled_from(ENCODINGS), kind=st.sampled_from(["text", "markdown", "html", None])
)
@example(text="a\x00b", encoding="utf-16", kind="html")
def test_any_text_as_text_markdown_and_html(text: str, encoding: str, kind: Kind | None) -> None:
    read_bytes(text.encode(encoding, "replace"), kind)


@fuzzed
@given(text=texts, language=st.sampled_from(["auto", "en", "de", "zh", "xx", ""]))
def test_any_string_as_an_article(text: str, language: str) -> None:
    try:
        article = article_from_text(text, language=language)
    except InputError as error:
        assert one_line(error)  # noqa: PT017
        return
    check_article(article)
    check_passages(article, clean(passages(article), article))


@fuzzed
@given(body=texts, part=st.sampled_from(PARTS), inside=st.booleans())
def test_a_word_document_with_anything_in_a_part(body: str, part: str, inside: bool) -> None:
    parts = make.docx_parts(
        make.paragraph("One line.")
        + (make.paragraph(_escaped(body.encode("utf-8", "replace").decode())) if inside else "")
    )
    if not inside:
        parts[part] = body.encode("utf-8", "replace")
    read_bytes(make.archive(parts), "docx")


@fuzzed
@given(chapter=texts, part=st.sampled_from(BOOK), put=texts)
def test_a_book_with_anything_in_a_part(chapter: str, part: str, put: str) -> None:
    more: dict[str, str | bytes] = {part: put.encode("utf-8", "replace")} if put else {}
    page = f"<html><body><p>{chapter}</p></body></html>".encode("utf-8", "replace").decode()
    read_bytes(make.epub({"a.xhtml": page}, more=more), "epub")


@fuzzed
@given(
    made=st.sampled_from(["docx", "epub", "pdf"]),
    cuts=st.lists(
        st.tuples(st.integers(0, 20_000), st.integers(0, 40), st.binary(max_size=20)), min_size=1, max_size=4
    ),
)
def test_a_damaged_document(made: Kind, cuts: list[tuple[int, int, bytes]]) -> None:
    data = WHOLE[made]
    for start, length, put in cuts:
        at = start % (len(data) + 1)
        data = data[:at] + put + data[at + length :]
    read_bytes(data, made)


WHOLE = {
    "docx": make.docx("A title", *make.BODY),
    "epub": make.epub({"a.xhtml": "".join(f"<p>{line}</p>" for line in make.BODY)}),
    "pdf": make.pdf([make.column(make.BODY)], compress=False),
}
"""Documents that are right until something happens to them."""


@pytest.mark.parametrize("kind", WHOLE)
def test_the_documents_are_right_at_first(kind: Kind) -> None:
    assert make.BODY[1] in read("-", stdin=io.BytesIO(WHOLE[kind]), kind=kind).text


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


@fuzzed
@given(names=st.lists(st.text(max_size=30), max_size=5), kind=st.sampled_from(["docx", "epub"]))
def test_an_archive_of_any_names(names: list[str], kind: Kind) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name in dict.fromkeys(names):
            file.writestr(
                zipfile.ZipInfo(name.encode("utf-8", "replace").decode() or "x"),
                name.encode("utf-8", "replace"),
            )
    read_bytes(buffer.getvalue(), kind)
