"""How many and how often."""

import pytest

from checker.facts import compare


@pytest.mark.parametrize(
    ("source", "republished", "rules"),
    [
        pytest.param(
            "Most shops closed.",
            "The majority of shops closed.",
            [],
            id="most and the majority",
        ),
        pytest.param(
            "The most the children saw was a tail.",
            "All the children saw was a tail.",
            [],
            id="the most that can be",
        ),
        pytest.param(
            "All ferries were late.",
            "Every ferry was late.",
            [],
            id="all and every",
        ),
        pytest.param(
            "Half a million people came.",
            "Some 500,000 people came.",
            [],
            id="some before a figure",
        ),
        pytest.param(
            "Some members were ill.",
            "All members were ill.",
            ["quantifier.changed"],
            id="some and all",
        ),
        pytest.param(
            "Most residents returned.",
            "Few residents returned.",
            ["quantifier.changed"],
            id="most and few",
        ),
        pytest.param(
            "The valve rarely jams.",
            "The valve often jams.",
            ["quantifier.changed"],
            id="rarely and often",
        ),
        pytest.param(
            "He will always cherish it.",
            "He will never forget it.",
            [],
            id="always cherish, never forget",
        ),
    ],
)
def test_rules(source: str, republished: str, rules: list[str]) -> None:
    assert [item.rule for item in compare(source, republished)] == rules
