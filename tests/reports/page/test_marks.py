from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.reports.page.marks import Mark, Stretch, marks_in, stretches
from tests.reports.build import quote
from tests.reports.reports import place


def plain(cut: tuple[Stretch, ...]) -> list[tuple[str, tuple[int, ...]]]:
    return [(part.text, part.findings) for part in cut]


@pytest.mark.parametrize(
    ("marks", "cut"),
    [
        pytest.param([], [("abcdef", ())], id="no marks"),
        pytest.param([Mark(1, 2, 4)], [("ab", ()), ("cd", (1,)), ("ef", ())], id="one"),
        pytest.param([Mark(1, 0, 6)], [("abcdef", (1,))], id="the whole"),
        pytest.param(
            [Mark(1, 0, 4), Mark(2, 2, 6)],
            [("ab", (1,)), ("cd", (1, 2)), ("ef", (2,))],
            id="overlapping",
        ),
        pytest.param(
            [Mark(1, 0, 6), Mark(2, 2, 3)],
            [("ab", (1,)), ("c", (2, 1)), ("def", (1,))],
            id="nested: the shorter one first",
        ),
        pytest.param([Mark(1, 3, 3), Mark(2, 6, 9), Mark(3, -4, 0)], [("abcdef", ())], id="empty or outside"),
        pytest.param([Mark(1, -2, 2)], [("ab", (1,)), ("cdef", ())], id="cut to the text"),
    ],
)
def test_a_text_is_cut_at_its_marks(marks: list[Mark], cut: list[tuple[str, tuple[int, ...]]]) -> None:
    assert plain(stretches("abcdef", marks)) == cut


def test_an_empty_text_has_no_stretches() -> None:
    assert stretches("", [Mark(1, 0, 1)]) == ()


@settings(deadline=None)
@given(
    st.text(max_size=40),
    st.lists(st.builds(Mark, st.integers(1, 9), st.integers(-5, 50), st.integers(-5, 50))),
)
def test_nothing_is_lost_and_every_mark_opens_and_closes_once(text: str, marks: list[Mark]) -> None:
    cut = stretches(text, marks)

    assert "".join(part.text for part in cut) == text
    inside = sorted(m.number for m in marks if max(m.start, 0) < min(m.end, len(text)))
    assert sorted(n for part in cut for n in part.opens) == inside
    assert sorted(n for part in cut for n in part.closes) == inside


def test_quotes_are_found_by_their_offsets_and_numbered_by_their_finding() -> None:
    where = place("ship and ship", line=2)
    second = replace(quote("ship", at=where), start=where.start + 9, end=where.start + 13)

    assert marks_in(where, [None, second]) == [Mark(2, 9, 13)]


def test_a_quote_of_another_passage_is_not_marked() -> None:
    here, there = place("one ship", line=1), place("one ship", line=2)

    assert marks_in(here, [quote("ship", at=there)]) == []


@pytest.mark.parametrize(
    ("raw", "text", "words", "marked"),
    [
        pytest.param("<b>Nine</b> ships", "Nine ships", "Nine", "Nine", id="markup before"),
        pytest.param(
            "Smith &amp; Sons sank", "Smith & Sons sank", "Smith &amp; Sons", "Smith & Sons", id="reference"
        ),
        pytest.param(
            "big <i>red</i> ships", "big red ships", "red</i> ships", "red ships", id="markup inside"
        ),
        pytest.param("<b>a</b> cat, a dog", "a cat, a dog", "a dog", "a dog", id="the nearest of several"),
        pytest.param("<b>x</b>", "x", "gone", None, id="not to be found"),
    ],
)
def test_markup_between_file_and_text_is_seen_through(
    raw: str, text: str, words: str, marked: str | None
) -> None:
    file = place(raw)
    where = replace(file, text=text)
    found = marks_in(
        where, [quote(words, at=file)] if words in raw else [replace(quote("x", at=file), quote=words)]
    )

    assert [text[m.start : m.end] for m in found] == ([] if marked is None else [marked])
