"""Decades of a life and of a century, in words and in figures."""

import pytest

from checker.facts import compare


@pytest.mark.parametrize(
    ("source", "republished", "rules"),
    [
        pytest.param("The driver is in her fifties.", "The driver is in her 50s.", [], id="age"),
        pytest.param(
            "The driver is in her fifties.",
            "The driver is in her 60s.",
            ["number.invented"],
            id="another age",
        ),
        pytest.param("In the sixties it closed.", "In the 1960s it closed.", [], id="years"),
        pytest.param(
            "In the sixties it closed.", "In the 1970s it closed.", ["date.invented"], id="other years"
        ),
    ],
)
def test_words_and_figures(source: str, republished: str, rules: list[str]) -> None:
    assert [item.rule for item in compare(source, republished, background=source)] == rules
