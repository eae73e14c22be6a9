"""Causes that the source does not claim."""

import pytest

from checker.facts import compare


@pytest.mark.parametrize(
    ("source", "republished", "rules"),
    [
        pytest.param(
            "It was canceled because of rain.",
            "It was canceled due to rain.",
            [],
            id="because and due to",
        ),
        pytest.param(
            "Three died after the operation.",
            "Three died because of the operation.",
            ["causality.changed"],
            id="after and because of",
        ),
        pytest.param(
            "Salt was linked to strokes in rats.",
            "Salt caused strokes in rats.",
            ["causality.changed"],
            id="linked and caused",
        ),
        pytest.param(
            "It fell because of wind after a storm.",
            "It fell due to wind because of a storm.",
            [],
            id="the source claims one too",
        ),
    ],
)
def test_rules(source: str, republished: str, rules: list[str]) -> None:
    assert [item.rule for item in compare(source, republished)] == rules
