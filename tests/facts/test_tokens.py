"""Cutting a text into words, numbers and marks."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts.tokens import Shape, background_of, fit, read, tokenize


@pytest.mark.parametrize(
    ("text", "lowers"),
    [
        pytest.param(
            "The U.S. didn't", ["the", "usa", "did", "not"], id="abbreviation is no pronoun, n't is not"
        ),
        pytest.param(
            "US aid helps us", ["usa", "aid", "helps", "us"], id="capitals tell country from pronoun"
        ),
        pytest.param("can't won’t cannot", ["can", "not", "will", "not", "can", "not"], id="clipped verbs"),
        pytest.param("Price's they'll", ["price", "they", "will"], id="possessive and future"),
        pytest.param("seven-hour G7 F-16", ["seven", "-", "hour", "g7", "f", "-", "16"], id="hyphens divide"),
        pytest.param("1,497.5 5km 15:00", ["1,497.5", "5", "km", "15:00"], id="numbers keep their marks"),
        pytest.param("2024年3月", ["2024", "年", "3", "月"], id="numbers inside Chinese"),
        pytest.param("«e\u0301te»", ["«", "e\u0301te", "»"], id="combining marks stay in the word"),
    ],
)
def test_tokenize(text: str, lowers: list[str]) -> None:
    assert [token.lower for token in tokenize(text)] == lowers


@pytest.mark.parametrize(
    ("text", "openers"),
    [
        pytest.param("He left. She stayed.", ["He", "She"], id="full stops"),
        pytest.param("Mr. Price met Dr. Stone.", ["Mr"], id="titles end no sentence"),
        pytest.param("One\nTwo", ["One", "Two"], id="line breaks"),
        pytest.param('He said, "Go home."', ["He", "Go"], id="quotations start one"),
    ],
)
def test_which_words_open_a_sentence(text: str, openers: list[str]) -> None:
    assert [token.text for token in tokenize(text) if token.opens] == openers


@given(st.text(max_size=300))
def test_tokens_are_where_they_say(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(left.end <= right.start for left, right in pairwise(tokens))


@pytest.mark.parametrize("unit", ["a", "1,", "a.", "a'", "“", "a-", "n't ", "\u0301", "1.1.", "é’"])
def test_tokenizing_stays_linear(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    started = time.process_time()
    tokenize(text)
    assert time.process_time() - started < 5.0


def test_surroundings_decide_how_well_two_places_fit() -> None:
    source = read("Helena Brandt won the prize in May.")
    same = read("Monica Stern won the prize in May.")
    other = read("The jury met Monica Stern at noon.")

    assert fit(source, (0, 2), same, (0, 2)) > fit(source, (0, 2), other, (3, 5))


def test_a_background_is_indexed_once() -> None:
    text = "The mayor of Lund spoke. " * 3
    index = background_of(text)

    assert background_of(text) is index
    assert index.has_all(["lund", "mayor"])
    assert "lund" in index.capitals
    assert "the" not in index.capitals


def test_shapes() -> None:
    assert [token.shape for token in tokenize("5 km.")] == [Shape.NUMBER, Shape.WORD, Shape.MARK]
