"""Opposites in the same place."""

import pytest

from checker.facts import compare


@pytest.mark.parametrize(
    ("source", "republished", "rules"),
    [
        pytest.param(
            "Prices rose in May.",
            "Prices climbed in May.",
            [],
            id="synonym",
        ),
        pytest.param(
            "At four the street lights came on.",
            "At four the street lights went on.",
            [],
            id="the same way seen from both ends",
        ),
        pytest.param(
            "The guide was trained in Ostvik.",
            "The guide was untrained in Ostvik.",
            ["negation.prefix"],
            id="a negated form is told once",
        ),
        pytest.param(
            "They saw many differences between the islands.",
            "They saw many similarities between the islands.",
            ["direction.reversed"],
            id="differences and similarities",
        ),
        pytest.param(
            "Thefts are rare here.",
            "Thefts are not common here.",
            [],
            id="not the opposite",
        ),
        pytest.param(
            "Prices rose in May.",
            "Prices fell in May.",
            ["direction.reversed"],
            id="rose and fell",
        ),
        pytest.param(
            "She left before the merger.",
            "She left after the merger.",
            ["direction.reversed"],
            id="before and after",
        ),
        pytest.param(
            "Telmar bought the mine from Kestrel.",
            "Kestrel sold the mine to Telmar.",
            [],
            id="the same event from the other side",
        ),
        pytest.param(
            "He resigned before the report came out.",
            "The report came out after he resigned.",
            [],
            id="clauses exchanged",
        ),
        pytest.param(
            "Norrby beat Valen.",
            "Valen lost to Norrby.",
            [],
            id="winner and loser exchanged",
        ),
    ],
)
def test_rules(source: str, republished: str, rules: list[str]) -> None:
    assert [item.rule for item in compare(source, republished)] == rules
