"""Markdown: what a reader sees, and where it stands in the file."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.domain import Article
from checker.reading.markdown import parse


def article(raw: str) -> Article:
    return parse(raw, name="x.md", language="en", sha256="")


def shown(raw: str) -> Iterator[tuple[str, str, str]]:
    """Kind, readable text and text in the file, block by block."""
    found = article(raw)
    for block in found.blocks:
        start, end = found.in_file(block.start, block.end)
        yield block.furniture or block.kind.value, found.text[block.start : block.end], found.raw[start:end]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("# Head *x* ##", [("heading", "Head x", "Head *x")], id="heading"),
        pytest.param("Head\n===", [("heading", "Head", "Head")], id="underlined heading"),
        pytest.param("a **b** c", [("paragraph", "a b c", "a **b** c")], id="strong"),
        pytest.param("a ***b** c*", [("paragraph", "a b c", "a ***b** c")], id="nested emphasis"),
        pytest.param("2 * 3 * 4", [("paragraph", "2 * 3 * 4", "2 * 3 * 4")], id="stars that are none"),
        pytest.param(
            "snake_case_x", [("paragraph", "snake_case_x", "snake_case_x")], id="underscores in a word"
        ),
        pytest.param("~~a~~ b", [("paragraph", "a b", "a~~ b")], id="strikethrough"),
        pytest.param(
            '[l *a*!](http://x "t l a!") b',
            [("paragraph", "l a! b", 'l *a*!](http://x "t l a!") b')],
            id="link",
        ),
        pytest.param("[a][r] b\n\n[r]: http://x", [("paragraph", "a b", "a][r] b")], id="reference link"),
        pytest.param("[a] b [c", [("paragraph", "[a] b [c", "[a] b [c")], id="brackets that are no link"),
        pytest.param("<https://x.y> a", [("paragraph", "https://x.y a", "https://x.y> a")], id="address"),
        pytest.param("a ![p](i.png) b", [("paragraph", "a b", "a ![p](i.png) b")], id="picture"),
        pytest.param("a `b  *c*` d", [("paragraph", "a b *c* d", "a `b  *c*` d")], id="code"),
        pytest.param("a ` b", [("paragraph", "a ` b", "a ` b")], id="backtick alone"),
        pytest.param(r"\* a \\ b", [("paragraph", r"* a \ b", r"* a \\ b")], id="escapes"),
        pytest.param(
            "&#1; R&#1;&#31;D", [("paragraph", "R D", "R&#1;&#31;D")], id="references to control characters"
        ),
        pytest.param(
            "R&amp;D &#8217; &x;", [("paragraph", "R&D ’ &x;", "R&amp;D &#8217; &x;")], id="references"
        ),
        pytest.param("a<br>b <i>c</i>", [("paragraph", "a b c", "a<br>b <i>c")], id="HTML inside"),
        pytest.param("a  \nb\nc", [("paragraph", "a b c", "a  \nb\nc")], id="line breaks"),
        pytest.param("> a\n> b\nc", [("quote", "a b c", "a\n> b\nc")], id="quotation over lines"),
        pytest.param(
            "- a\n  b\n- c\n\n      d",
            [("list_item", "a b", "a\n  b"), ("list_item", "c", "c"), ("code", "d", "d")],
            id="list",
        ),
        pytest.param("1. a\n2. b", [("list_item", "a", "a"), ("list_item", "b", "b")], id="numbered list"),
        pytest.param(
            "| a | b |\n|---|---|\n| c\\|d | a |",
            [("paragraph", "a b", "a | b"), ("paragraph", "c|d a", "c\\|d | a")],
            id="table",
        ),
        pytest.param("```py\na\n  b\n```", [("code", "a\n  b", "a\n  b")], id="code block"),
        pytest.param(
            "a\n\n    b\n    c", [("paragraph", "a", "a"), ("code", "b\nc", "b\n    c")], id="indented code"
        ),
        pytest.param(
            "<div>\na <b>c</b>\n</div>\n\nd",
            [("paragraph", "a c", "a <b>c"), ("paragraph", "d", "d")],
            id="HTML block",
        ),
        pytest.param("<!-- a -->\n\nb", [("paragraph", "b", "b")], id="comment"),
        pytest.param(
            "---\ntitle: T\n---\n\na",
            [("front matter", "---\ntitle: T\n---", "---\ntitle: T\n---"), ("paragraph", "a", "a")],
            id="front matter",
        ),
        pytest.param("---\n\na", [("paragraph", "a", "a")], id="a rule is no front matter"),
        pytest.param(
            "a\r\nb\r\n\r\n# c\r\n", [("paragraph", "a b", "a\r\nb"), ("heading", "c", "c")], id="CRLF"
        ),
        pytest.param(
            "😀 *é* e\u0301", [("paragraph", "😀 é e\u0301", "😀 *é* e\u0301")], id="emoji, combining marks"
        ),
    ],
)
def test_blocks(raw: str, expected: list[tuple[str, str, str]]) -> None:
    assert list(shown(raw)) == expected


@settings(deadline=None)
@given(st.text(alphabet="ab*_~`[]()!<>\\&;#-+>|1. \n\r\t😀é", max_size=60))
def test_every_letter_leads_back_to_itself(raw: str) -> None:
    found = article(raw)
    for place, letter in enumerate(found.text):
        start, end = found.in_file(place, place + 1)
        if letter.isalnum():
            assert letter in found.raw[start:end]
    starts = [found.in_file(place, place)[0] for place in range(len(found.text))]
    assert starts == sorted(starts)


@settings(deadline=None)
@given(st.lists(st.text(alphabet="ab c😀é\u0301“”", min_size=1), max_size=6))
def test_text_without_markup_is_left_alone(paragraphs: list[str]) -> None:
    raw = "\r\n\r\n".join(f"x{paragraph}" for paragraph in paragraphs)

    assert [text for _, text, _ in shown(raw)] == [" ".join(f"x{each}".split()) for each in paragraphs]


@pytest.mark.parametrize("piece", ["*a ", "[", "[a](", "`", "> ", "- ", "<", "&", "![", "**a", "~~", "\\"])
def test_hostile_repetitions_do_not_hang(piece: str) -> None:
    source = piece * (5_000 // len(piece))

    assert re.search("a|.", "".join(text for _, text, _ in shown(source)) or "x")
