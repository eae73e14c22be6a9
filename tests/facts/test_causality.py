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
            "The hospital was evacuated as a precaution.",
            "The hospital was evacuated because of a gas leak.",
            ["causality.invented"],
            id="a cause of its own",
        ),
        pytest.param(
            "A gas leak made them clear the hospital.",
            "The hospital was cleared because of a gas leak.",
            [],
            id="a cause that the source gives",
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
