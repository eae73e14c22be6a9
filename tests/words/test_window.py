"""Windows of a long source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.words.window import Windower, join, sentences

SOURCE = (
    "The council met on Monday. Dr. Weber warned that the dam could fail. Farmers downstream want help since May. "
    "The mayor said repairs would cost two million euros. A festival opens next week, and tickets are sold out."
)


@pytest.mark.parametrize(
    ("copy", "words", "expected"),
    [
        pytest.param(
            "The dam may fail, Weber warned.", 8, "Dr. Weber warned that the dam could fail.", id="nearest"
        ),
        pytest.param(
            "Repairing it costs 2 million euros.",
            8,
            "The mayor said repairs would cost two million euros.",
            id="prefixes",
        ),
        pytest.param(
            "Nothing of this kind.", 8, "The council met on Monday.", id="no overlap: the beginning"
        ),
    ],
)
def test_small_window_is_the_nearest_sentence(copy: str, words: int, expected: str) -> None:
    assert join(SOURCE, Windower(SOURCE).pick(copy, words)) == expected


def test_wider_windows_keep_source_order_and_add_sentences() -> None:
    picked = Windower(SOURCE).pick("Weber, the mayor and the farmers spoke of repairs and help.", 30)
    assert len(picked) >= 3
    assert picked == sorted(picked, key=lambda span: span.start)


def test_a_whole_short_source_fits() -> None:
    assert join(
        SOURCE, Windower(SOURCE).pick("the council, Weber, farmers, mayor, festival tickets", 130)
    ).startswith("The council")


@given(st.text(alphabet='aB .!?\n"”', max_size=200))
def test_sentences_lose_only_white_space(text: str) -> None:
    spans = sentences(text)
    assert "".join("".join(text[s.start : s.end].split()) for s in spans) == "".join(text.split())
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] for s in spans)


def test_empty_source_gives_no_window() -> None:
    assert Windower("").pick("anything", 25) == []
