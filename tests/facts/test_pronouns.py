"""Who is meant by a pronoun."""

import pytest

from checker.facts import compare


@pytest.mark.parametrize(
    ("source", "republished", "rules"),
    [
        pytest.param(
            "The vet said he had never seen such a goat.",
            "The vet said she had never seen such a goat.",
            ["role.gender"],
            id="he and she",
        ),
        pytest.param(
            "Her findings were printed in May.",
            "In May his findings were printed.",
            ["role.gender"],
            id="her and his",
        ),
        pytest.param(
            "The vet said he had never seen such a goat.",
            "He had never seen such a goat, the vet said.",
            [],
            id="the same pronoun",
        ),
        pytest.param(
            "His mother opened the door.",
            "She opened the door.",
            [],
            id="a pronoun for somebody else",
        ),
        pytest.param(
            "“Then he rang and I knew that we had won.”",
            "She knew that they had won.",
            [],
            id="whoever speaks",
        ),
        pytest.param(
            "He told the guide that she was wrong.",
            "She was wrong.",
            [],
            id="one of two",
        ),
        pytest.param(
            "The vet said he had never seen such a goat. " + "The goat ate hay and grass and straw. " * 12,
            "The vet said she had never seen such a goat.",
            [],
            id="a long passage has other people",
        ),
    ],
)
def test_rules(source: str, republished: str, rules: list[str]) -> None:
    assert [item.rule for item in compare(source, republished)] == rules
