"""Who says it."""

import pytest

from checker.facts import compare


@pytest.mark.parametrize(
    ("source", "republished", "rules"),
    [
        pytest.param(
            "The pumps held, said Irene Mbeki.",
            "Irene Mbeki said the pumps held.",
            [],
            id="order of speaker and verb",
        ),
        pytest.param(
            "Rain is coming, the agency said.",
            "According to the agency, rain is coming.",
            [],
            id="according to",
        ),
        pytest.param(
            "The staff say the pumps held.",
            "Lots of the staff said the pumps held.",
            [],
            id="lots of those who say it",
        ),
        pytest.param(
            "Mbeki said the pumps held.",
            "She said the pumps held.",
            [],
            id="a pronoun may be anyone",
        ),
        pytest.param(
            "Rain is coming, police said.",
            "Rain is coming, residents said.",
            ["attribution.speaker"],
            id="another calling",
        ),
        pytest.param(
            '"The water is safe," said the engineer. An activist, Dana Wolfe, warned of lead.',
            '"The water is safe," said an activist, Dana Wolfe.',
            ["attribution.speaker.unsure"],
            id="the speaker of one quotation among others",
        ),
        pytest.param(
            "The water is unsafe, the insurer Kolbert said.",
            "The water is unsafe.",
            ["attribution.dropped"],
            id="left out",
        ),
        pytest.param(
            "The water is unsafe.",
            "The water is unsafe, the insurer Kolbert said.",
            ["attribution.added"],
            id="put in",
        ),
        pytest.param(
            "The singer reportedly left.",
            "According to reports, the singer left.",
            [],
            id="reported speech without a speaker",
        ),
        pytest.param(
            "The United States will send aid.",
            "The US will send aid.",
            [],
            id="the United States state nothing",
        ),
    ],
)
def test_rules(source: str, republished: str, rules: list[str]) -> None:
    assert [item.rule for item in compare(source, republished)] == rules


@pytest.mark.parametrize(
    ("source", "copy", "rules"),
    [
        pytest.param(
            "The road is safe, said Tom Ode.",
            "The road is safe, said Lena Voss.",
            ["attribution.invented"],
            id="a name that the article lacks",
        ),
        pytest.param(
            "The road is safe, said Tom Ode.",
            "The road is safe, the union said.",
            ["attribution.invented.unsure"],
            id="a body that the article lacks",
        ),
        pytest.param(
            "The road is safe, said Tom Ode.",
            "The road is safe, an expert said.",
            ["attribution.speaker.unsure"],
            id="a vague word for the same man",
        ),
    ],
)
def test_a_speaker_beside_the_whole_article(source: str, copy: str, rules: list[str]) -> None:
    first = source.partition(".")[0]

    found = [item.rule for item in compare(first, copy, background=source)]

    assert [rule for rule in found if rule.startswith("attribution")] == rules
