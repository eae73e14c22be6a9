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
            "The plays would scarcely have survived if his friends had not gathered every scrap.",
            "The plays survived because his friends collected every bit.",
            [],
            id="what would have been without it",
        ),
        pytest.param(
            "The bridge will close if the river rises.",
            "The bridge will close because the river rises.",
            ["causality.turned"],
            id="a condition made a cause",
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


@pytest.mark.parametrize(
    ("source", "republished", "turned"),
    [
        pytest.param(
            "The deal holds if it rains.", "The deal holds unless it rains.", True, id="if and unless"
        ),
        pytest.param(
            "The deal holds unless it rains.",
            "The deal holds if it does not rain.",
            False,
            id="unless and if not",
        ),
        pytest.param(
            "The policy failed, but people like it.",
            "The policy failed because people like it.",
            True,
            id="but and because",
        ),
        pytest.param(
            "The shop sold well despite the new tax.",
            "The shop sold well because of the new tax.",
            True,
            id="despite and because of",
        ),
        pytest.param(
            "They stayed although it was late.", "They stayed though it was late.", False, id="the same link"
        ),
        pytest.param(
            "They left because it was late.", "As it was late, they left.", False, id="because and as"
        ),
    ],
)
def test_a_link_that_says_otherwise(source: str, republished: str, turned: bool) -> None:
    rules = [item.rule for item in compare(source, republished)]

    assert ("causality.turned" in rules) is turned
