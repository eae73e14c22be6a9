"""Words inside quotation marks."""

import pytest

from checker.facts import compare


@pytest.mark.parametrize(
    ("source", "republished", "rules"),
    [
        pytest.param(
            '"We lost two of the nine boats," she said.',
            '"We lost 2 of the 9 boats," she said.',
            [],
            id="number words in digits",
        ),
        pytest.param(
            'He called it "a dark day".',
            "He called it «a dark day».",
            [],
            id="other marks",
        ),
        pytest.param(
            '"The dam is safe, we think," he said.',
            '"The dam is safe," he said.',
            [],
            id="shortened",
        ),
        pytest.param(
            'They "secured the field" in the first hour.',
            'They "secured the field in the first hour".',
            [],
            id="closing mark moved",
        ),
        pytest.param(
            'They had "secured the field".',
            'They "had secured the field".',
            [],
            id="opening mark moved",
        ),
        pytest.param(
            '"We are ready," he said.',
            "He said they were ready.",
            [],
            id="turned into plain speech",
        ),
        pytest.param(
            '"It was never in danger," he said.',
            '"It was never in trouble," he said.',
            ["quotation.changed"],
            id="one word changed",
        ),
        pytest.param(
            '"We will pay the workers," he said.',
            '"We will pay the striking workers," he said.',
            ["quotation.changed"],
            id="one word put in",
        ),
        pytest.param(
            'He called it "a modest step" for all.',
            'He called it "a giant leap" for all.',
            ["quotation.replaced"],
            id="another quotation in its place",
        ),
        pytest.param(
            "He was pleased with the players.",
            '"They will conquer the world," he said.',
            ["quotation.invented"],
            id="invented",
        ),
        pytest.param(
            'He said "it was fine.',
            'He said "it was fine and well.',
            [],
            id="never closed",
        ),
    ],
)
def test_rules(source: str, republished: str, rules: list[str]) -> None:
    assert [item.rule for item in compare(source, republished)] == rules
