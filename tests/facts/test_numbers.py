"""Figures that a copy has and its source does not give as such."""

import pytest

from checker.facts import compare


@pytest.mark.parametrize(
    ("source", "republished", "rules"),
    [
        pytest.param(
            "The gap is 73cm, down from 81cm in 2005.",
            "The gap is 73cm; in 2005 it was 8cm more.",
            [],
            id="a difference is reckoned",
        ),
        pytest.param(
            "The gap is 73cm, down from 81cm in 2005.",
            "The gap is 73cm; in 2005 it was 9cm more.",
            ["unit.invented"],
            id="and reckoned wrongly",
        ),
        pytest.param(
            "It ended with a 2 1 win for Grimsby.",
            "It ended with a 21 win for Grimsby.",
            [],
            id="a score that lost its dash",
        ),
        pytest.param(
            "It ended with a 2 1 win for Grimsby.",
            "It ended with a 31 win for Grimsby.",
            ["number.changed.unsure"],
            id="another score",
        ),
        pytest.param(
            "The new form cut missed visits to one in 16.",
            "With the new form patients missed one visit in 16.",
            [],
            id="one in so many, with words between",
        ),
        pytest.param(
            "About a quarter of the guests left early.",
            "About one in four guests left early.",
            [],
            id="a part in other words",
        ),
        pytest.param(
            "They met for half an hour on Monday.",
            "They met for 90 minutes on Monday.",
            ["unit.changed"],
            id="half an hour made longer",
        ),
    ],
)
def test_rules(source: str, republished: str, rules: list[str]) -> None:
    assert [item.rule for item in compare(source, republished, background=source)] == rules
