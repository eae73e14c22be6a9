"""Documents as articles: their text, its blocks, and every way in which one can be broken."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.chunker.passages import passages
from checker.domain import Article
from checker.errors import InputError
from checker.reading import read
from checker.reading.documents import archive as limits
from checker.reading.documents import pdf as pdf_reader
from tests.reading.documents.make import BODY, archive, column, docx, docx_parts, epub, paragraph, pdf

TITLE = "Ferry stays for ten years"
Read = Callable[[bytes], Article]


@pytest.fixture
def read_bytes(tmp_path: Path) -> Read:
    """Write bytes into a file whose name says nothing, and read it."""

    def read_it(data: bytes) -> Article:
        path = tmp_path / "story"
        path.write_bytes(data)
        return read(str(path))

    return read_it


def blocks(article: Article) -> list[tuple[str, str]]:
    return [
        (block.furniture or block.kind.value, article.text[block.start : block.end])
        for block in article.blocks
    ]


PAGES = [
    [(40, 560, 8, "The Herald - 1"), (40, 540, 18, TITLE), *column(BODY[:1], top=500)],
    [(40, 560, 8, "The Herald - 2"), *column(BODY[1:])],
]
BOOK = {
    "one.xhtml": f"<html><head><title>x</title></head><body><h1>{TITLE}</h1><p>{BODY[0]}</p></body></html>",
    "two.xhtml": f"<html><body><p>{BODY[1]}</p><p>{BODY[2]}</p></body></html>",
}


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(docx(TITLE, *BODY), id="docx"),
        pytest.param(pdf(PAGES), id="pdf"),
        pytest.param(pdf(PAGES, compress=False), id="pdf, not compressed"),
        pytest.param(epub(BOOK), id="epub"),
    ],
)
def test_the_story_comes_out_in_its_blocks(read_bytes: Read, data: bytes) -> None:
    article = read_bytes(data)

    story = [block for block in blocks(article) if block[0] != "running head"]
    assert story == [("heading", TITLE), *(("paragraph", text) for text in BODY)]
    # The text that was extracted is what offsets point into.
    assert article.raw == article.text
    for passage in passages(article):
        start, end = article.in_file(passage.start, passage.end)
        assert article.raw[start:end] == passage.text


class TestDocx:
    def test_lists_tables_and_notes_in_other_words_nothing_is_lost(self, read_bytes: Read) -> None:
        cell = "<w:tc>{}</w:tc>".format
        row = f"<w:tr>{cell(paragraph('Larn'))}{cell(paragraph('7'))}</w:tr>"
        body = f"{paragraph(BODY[0])}<w:tbl>{row}</w:tbl>"

        assert [text for _, text in blocks(read_bytes(archive(docx_parts(body))))] == [BODY[0], "Larn 7"]

    def test_tracked_changes_are_read_as_accepted(self, read_bytes: Read) -> None:
        run = "<w:r><w:{0}>{1}</w:{0}></w:r>".format
        inserted = f'<w:ins w:id="1" w:author="a">{run("t", "seven ships sank in the storm")}</w:ins>'
        deleted = f'<w:del w:id="2" w:author="a">{run("delText", "nine boats")}</w:del>'
        body = f"<w:p>{run('t', 'On Monday ')}{inserted}{deleted}</w:p>"

        assert read_bytes(archive(docx_parts(body))).text == "On Monday seven ships sank in the storm"


class TestPdf:
    def test_running_heads_and_page_numbers_are_marked_and_come_last(self, read_bytes: Read) -> None:
        pages = [
            [(40, 570, 8, "Port Lindow Herald"), *column([text]), (200, 20, 8, f"Page {number} of 3")]
            for number, text in enumerate(BODY, start=1)
        ]

        found = blocks(read_bytes(pdf(pages)))

        assert found[:3] == [("paragraph", text) for text in BODY]
        assert sorted(found[3:]) == sorted(
            ("running head", text)
            for text in ("Port Lindow Herald", "Page 1 of 3", "Page 2 of 3", "Page 3 of 3")
        )

    def test_a_sentence_runs_on_over_columns_and_pages(self, read_bytes: Read) -> None:
        lines = column([" ".join(BODY)], wide=33)
        left = [(x, 500 - 13 * n, size, text) for n, (x, _, size, text) in enumerate(lines[:3])]
        right = [(220, 500 - 13 * n, size, text) for n, (_, _, size, text) in enumerate(lines[3:6])]

        article = read_bytes(pdf([[*left, *right], lines[6:]]))

        assert article.text == " ".join(BODY)

    @pytest.mark.parametrize(
        ("lines", "text"),
        [
            pytest.param(("The coun-", "cil voted for it."), "The council voted for it.", id="broken word"),
            pytest.param(
                ("A well-known man met a well-", "known woman today."),
                "A well-known man met a well-known woman today.",
                id="hyphen of its own",
            ),
            pytest.param(
                ("They left Port-", "Lindow on Monday."), "They left Port- Lindow on Monday.", id="name"
            ),
        ],
    )
    def test_a_word_at_the_end_of_a_line(self, read_bytes: Read, lines: tuple[str, ...], text: str) -> None:
        page = [(40, 500 - 13 * n, 11, line) for n, line in enumerate(lines)]

        assert read_bytes(pdf([page])).text == text

    def test_an_indented_line_begins_a_paragraph(self, read_bytes: Read) -> None:
        page = column(BODY[:1]) + [
            (x + 12 * (n == 0), 0, s, t) for n, (x, _, s, t) in enumerate(column(BODY[1:2]))
        ]
        page = [(x, 500 - 13 * n, size, text) for n, (x, _, size, text) in enumerate(page)]

        assert [text for _, text in blocks(read_bytes(pdf([page])))] == list(BODY[:2])


def test_a_table_of_contents_is_not_part_of_a_book(read_bytes: Read) -> None:
    assert "Chapter one" not in read_bytes(epub(BOOK)).text


def test_a_book_says_its_language(read_bytes: Read) -> None:
    short = {"a.xhtml": "<p>Rødgrød med fløde.</p>"}

    assert read_bytes(epub(short, language="da-DK")).language == "da"


PDF = pdf(PAGES)
ENCRYPTED = "/Encrypt << /Filter /Standard /V 1 /R 2 /O <{0}> /U <{0}> /P -4 >> /ID [<00> <00>]".format(
    "41" * 32
)
LOCK = '<encryption><EncryptedData><CipherReference URI="{}"/></EncryptedData></encryption>'.format
BILLION = "<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>"
DEEP = f"{'<w:p>' * 5000}x{'</w:p>' * 5000}"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        pytest.param(PDF[: len(PDF) // 2], "is cut off", id="pdf: half of it"),
        pytest.param(PDF[:-40], "is cut off", id="pdf: without its end"),
        pytest.param(b"%PDF-1.7\n", "is cut off", id="pdf: the first line only"),
        pytest.param(
            b"%PDF-1.7\n" + bytes(3000) + b"startxref\n9\n%%EOF\n", "is damaged", id="pdf: empty inside"
        ),
        pytest.param(pdf(PAGES, trailer=ENCRYPTED), "protected by a password", id="pdf: encrypted"),
        pytest.param(pdf([[]]), "no text on them", id="pdf: pictures only"),
        pytest.param(docx(TITLE, *BODY)[:-30], "is cut off or damaged", id="docx: cut off"),
        pytest.param(docx(TITLE, *BODY)[:900], "is cut off or damaged", id="docx: half of it"),
        pytest.param(archive(docx_parts("<w:p>")), "is damaged", id="docx: broken XML"),
        pytest.param(archive({"word/document.bin": b"x"}), "is damaged", id="docx: without its text"),
        pytest.param(
            archive({**docx_parts(""), "word/document.xml": BILLION + "<d>&b;</d>"}),
            "declares entities",
            id="docx: entities",
        ),
        pytest.param(archive(docx_parts(DEEP)), "nested too deeply", id="docx: deep"),
        pytest.param(archive(docx_parts("")), "holds no text", id="docx: empty"),
        pytest.param(epub({}), "lists no chapters", id="epub: no chapters"),
        pytest.param(epub(BOOK)[:-30], "is cut off or damaged", id="epub: cut off"),
        pytest.param(
            epub(BOOK, more={"META-INF/encryption.xml": LOCK("OEBPS/text/one.xhtml")}),
            "is locked",
            id="epub: locked",
        ),
        pytest.param(
            archive({"mimetype": "application/epub+zip", "META-INF/container.xml": "<container/>"}),
            "names no book",
            id="epub: no book",
        ),
    ],
)
def test_a_broken_document_gets_one_clear_line(read_bytes: Read, data: bytes, problem: str) -> None:
    with pytest.raises(InputError, match=problem) as caught:
        read_bytes(data)

    assert "\n" not in str(caught.value)
    assert caught.value.hint


def test_a_pdf_with_a_wrong_table_is_repaired(read_bytes: Read) -> None:
    assert TITLE in read_bytes(PDF.replace(b"startxref\n", b"startxref\n9")).text


class TestTraps:
    """Files that are small and would be large, or would take for ever."""

    def test_a_word_document_that_is_a_bomb(self, read_bytes: Read) -> None:
        parts = docx_parts(paragraph(" " * 60_000_000))

        with pytest.raises(InputError, match="unpacks to more than 50,000,000 bytes"):
            read_bytes(archive(parts))

    def test_a_word_document_of_a_million_tags(self, read_bytes: Read) -> None:
        with pytest.raises(InputError, match="more than 1,000,000 tags"):
            read_bytes(archive(docx_parts("<w:p/>" * 1_000_001)))

    def test_an_archive_of_many_parts(self, read_bytes: Read, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(limits, "MOST_PARTS", 5)

        with pytest.raises(InputError, match="more than 5 parts"):
            read_bytes(archive({**docx_parts(""), **{f"a{n}": b"" for n in range(9)}}))

    def test_a_page_that_is_one_big_drawing(self, read_bytes: Read) -> None:
        page = [(40, 500, 11, "x" * 4_000_000)]

        with pytest.raises(InputError, match="a drawing, not text"):
            read_bytes(pdf([page]))

    def test_a_pdf_that_takes_too_long(self, read_bytes: Read, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(pdf_reader, "MOST_SECONDS", 0.0)

        with pytest.raises(InputError, match="takes more than"):
            read_bytes(pdf(PAGES))

    def test_a_pdf_of_too_many_pages(self, read_bytes: Read, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(pdf_reader, "MOST_PAGES", 1)

        with pytest.raises(InputError, match="more than 1 pages"):
            read_bytes(pdf(PAGES))


@pytest.mark.parametrize(
    ("data", "module", "what"),
    [(docx(TITLE, *BODY), "mammoth", "a Word document"), (PDF, "pypdf", "a PDF document")],
    ids=["docx", "pdf"],
)
def test_a_reader_that_is_not_installed_is_named(
    read_bytes: Read, monkeypatch: pytest.MonkeyPatch, data: bytes, module: str, what: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)

    with pytest.raises(InputError, match=f"is {what}") as caught:
        read_bytes(data)

    assert "pip install 'checker[docs]'" in caught.value.hint


def test_a_book_needs_no_extra(read_bytes: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("mammoth", "pypdf", "lxml"):
        monkeypatch.setitem(sys.modules, module, None)

    assert TITLE in read_bytes(epub(BOOK)).text
