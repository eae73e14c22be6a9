"""Leaving out a qualifying phrase."""

import pytest

from training.qualifiers import without_qualifier


@pytest.mark.parametrize(
    ("text", "shorter"),
    [
        ("It was partly the fault of the weather.", "It was the fault of the weather."),
        ("It was in part, and later partially true.", "It was in part, and later true."),
        ("It was the fault of the weather.", None),
    ],
)
def test_the_first_phrase_inside_a_clause_goes(text: str, shorter: str | None) -> None:
    assert without_qualifier(text) == shorter
