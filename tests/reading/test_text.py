"""Plain text: paragraphs by their layout."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.domain import Article, BlockKind
from checker.errors import InputError
from checker.reading import article_from_text

STORY = (
    "The mayor of Springfield resigned on Monday after weeks of protests over the new bridge, and said that "
    "she would leave the council for good. Her deputy, a former engineer, takes over until the election in May."
)
WRAPPED = textwrap.fill(STORY, 66)


def shown(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, article.text[block.start : block.end]) for block in article.blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One. Two.", [("paragraph", "One. Two.")], id="one line"),
        pytest.param(
            "One is here.\nTwo is here.",
            [("paragraph", "One is here."), ("paragraph", "Two is here.")],
            id="a line each",
        ),
        pytest.param("a b.\r\n\r\nc d.", [("paragraph", "a b."), ("paragraph", "c d.")], id="CRLF"),
        pytest.param("a b.\rc d.", [("paragraph", "a b."), ("paragraph", "c d.")], id="CR"),
        pytest.param(
            "a b.\u2029c d.", [("paragraph", "a b."), ("paragraph", "c d.")], id="paragraph separator"
        ),
        pytest.param(
            "  a b.\t\n \n\n c d.  ", [("paragraph", "a b."), ("paragraph", "c d.")], id="edges trimmed"
        ),
        pytest.param("a\0b\x07c.", [("paragraph", "a b c.")], id="controls become spaces"),
        pytest.param(
            "Mayor resigns\n\nShe left on Monday.",
            [("heading", "Mayor resigns"), ("paragraph", "She left on Monday.")],
            id="headline",
        ),
        pytest.param(
            "It ended.\n\nWhat comes next\n\nNobody knows what comes next.",
            [
                ("paragraph", "It ended."),
                ("heading", "What comes next"),
                ("paragraph", "Nobody knows what comes next."),
            ],
            id="cross-heading",
        ),
        pytest.param("Mayor resigns", [("paragraph", "Mayor resigns")], id="a line alone is no headline"),
        pytest.param(
            "It ended.\n- one thing\n2. another",
            [("paragraph", "It ended."), ("list_item", "- one thing"), ("list_item", "2. another")],
            id="list",
        ),
        pytest.param(WRAPPED, [("paragraph", WRAPPED)], id="hard-wrapped"),
        pytest.param(
            WRAPPED + "\n\n" + WRAPPED,
            [("paragraph", WRAPPED), ("paragraph", WRAPPED)],
            id="hard-wrapped, blank line",
        ),
        pytest.param(
            "Mayor resigns\n" + WRAPPED + "\n" + WRAPPED,
            [("heading", "Mayor resigns"), ("paragraph", WRAPPED), ("paragraph", WRAPPED)],
            id="hard-wrapped, no blank line",
        ),
        pytest.param(
            WRAPPED + "\n    " + WRAPPED,
            [("paragraph", WRAPPED), ("paragraph", WRAPPED)],
            id="hard-wrapped, indented paragraphs",
        ),
        pytest.param(STORY + "\n" + STORY, [("paragraph", STORY), ("paragraph", STORY)], id="long lines"),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert shown(article_from_text(text)) == expected


def test_a_list_of_headlines_is_not_joined() -> None:
    lines = [
        "Bridge opens after ten years of work on both sides of the river",
        "Council votes to keep the old library open until next summer",
        "Three hurt as storm brings down trees along the coastal railway",
    ]

    blocks = article_from_text("\n".join(f"{line}." for line in lines)).blocks

    assert len(blocks) == 3


@given(st.text())
def test_the_text_is_the_file_but_for_controls(raw: str) -> None:
    try:
        article = article_from_text(raw)
    except InputError:
        return
    clean = article.raw
    assert len(article.text) == len(clean) == len(raw)
    assert all(seen in (written, " ", "\ufffd") for seen, written in zip(article.text, raw, strict=True))
    assert not any("\ud800" <= letter <= "\udfff" for letter in article.raw)
    covered = "".join(article.text[block.start : block.end] for block in article.blocks)
    assert "".join(covered.split()) == "".join(article.text.split())
    assert all(
        article.in_file(block.start, block.end) == (block.start, block.end) for block in article.blocks
    )


def test_a_lone_surrogate_cannot_break_a_report() -> None:
    article = article_from_text("bad \ud83d here 😀.")

    assert article.raw == "bad \ufffd here 😀."
    assert article.blocks[0].kind is BlockKind.PARAGRAPH
    article.raw.encode()
