import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.reports.page.text import counted, fit, gist, percent, ranges


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a\tb\nc", "a\tb\nc", id="tab and line break stay"),
        pytest.param("a\x00b\x1b", "a\ufffdb\ufffd", id="control characters"),
        pytest.param("\ud83d", "\ufffd", id="lone surrogate"),
        pytest.param("a\u202eb", "a\ufffdb", id="override of the reading order"),
        pytest.param("\u2067שלום\u2069", "\u2067שלום\u2069", id="isolates stay"),
        pytest.param("👩🏽‍⚖️ é 漢", "👩🏽‍⚖️ é 漢", id="ordinary text stays"),
    ],
)
def test_fit_replaces_what_a_page_cannot_hold(text: str, shown: str) -> None:
    assert fit(text) == shown


@settings(deadline=None)
@given(st.text(st.characters()))
def test_fit_keeps_the_length_and_can_be_encoded(text: str) -> None:
    assert len(fit(text)) == len(text)
    fit(text).encode()


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        pytest.param("two  words\n", 20, "two words", id="short"),
        pytest.param("one two three", 8, "one two …", id="cut at a word"),
        pytest.param("onetwothree", 5, "onetw …", id="no word to cut at"),
    ],
)
def test_gist_is_one_line(text: str, limit: int, shown: str) -> None:
    assert gist(text, limit) == shown


@pytest.mark.parametrize(
    ("share", "shown"),
    [(0.0, "0%"), (0.934, "93%"), (0.998, "99%"), (1.0, "100%"), (0.005, "1%")],
)
def test_percent_never_rounds_up_to_certainty(share: float, shown: str) -> None:
    assert percent(share) == shown


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        ([], ""),
        ([3], "line 3"),
        ([5, 3, 4], "lines 3–5"),
        ([9, 3, 3], "lines 3 and 9"),
        ([1, 2, 5, 8, 9], "lines 1–2, 5 and 8–9"),
    ],
)
def test_ranges(lines: list[int], shown: str) -> None:
    assert ranges(lines) == shown


def test_counted() -> None:
    assert counted(1, "copy", "copies") == "1 copy"
    assert counted(1200, "copy", "copies") == "1,200 copies"
    assert counted(0, "place") == "0 places"
