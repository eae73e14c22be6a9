"""A copy's figures and dates in the spelling of its source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts.respelling import respelled


@pytest.mark.parametrize(
    ("source", "copy", "expected"),
    [
        pytest.param("Fifteen men died.", "15 men died.", "Fifteen men died.", id="number word"),
        pytest.param(
            "25 percent are empty.",
            "A quarter of them are empty.",
            "25 percent of them are empty.",
            id="fraction",
        ),
        pytest.param(
            "It cost $15m in 2019.",
            "In 2019, it cost 15 million dollars.",
            "In 2019, it cost $15m.",
            id="money",
        ),
        pytest.param(
            "He rode 100 kilometres.", "He rode 62 miles.", "He rode 100 kilometres.", id="conversion"
        ),
        pytest.param(
            "It opens on May 3, 2021.", "It opens on 3 May 2021.", "It opens on May 3, 2021.", id="date"
        ),
        pytest.param("He rode 100 miles.", "He rode 104 miles.", "He rode 104 miles.", id="another number"),
        pytest.param(
            "Fifteen men died.", "16 men died.", "16 men died.", id="another number, other spelling"
        ),
        pytest.param(
            "Two of 2 million voted.", "Two of 2 million voted.", "Two of 2 million voted.", id="the same"
        ),
        pytest.param(
            "It opens on Monday.", "It opens today.", "It opens today.", id="days that may be the same"
        ),
    ],
)
def test_only_what_is_the_same_is_written_alike(source: str, copy: str, expected: str) -> None:
    assert respelled(source, copy) == expected


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_can_be_respelled(source: str, copy: str) -> None:
    once = respelled(source, copy)
    assert respelled(source, source) == source
    assert bool(once.strip()) == bool(copy.strip())
