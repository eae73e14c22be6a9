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
            "Within hours of the announcement it was gone.",
            "Within minutes of the announcement it was gone.",
            ["quantifier.size"],
            id="another span of time",
        ),
        pytest.param(
            "Our skin has millions of good bacteria.",
            "Our skin has billions of good bacteria.",
            ["quantifier.size"],
            id="another scale",
        ),
        pytest.param(
            "They worked on it for decades at the yard.",
            "They worked on it for years at the yard.",
            ["quantifier.size.unsure"],
            id="decades are years",
        ),
        pytest.param(
            "It took three hours to get there.",
            "It took 180 minutes to get there.",
            [],
            id="a span that is counted",
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
