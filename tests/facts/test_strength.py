"""Claims made stronger or weaker than the source makes them."""

import pytest

from checker.domain import Kind
from checker.facts import compare


@pytest.mark.parametrize(
    ("source", "republished", "rules"),
    [
        pytest.param(
            "High fish intake was associated with lower mortality from bowel tumors.",
            "Eating fish prevents deaths from bowel cancer, scientists found.",
            ["causality.stronger"],
            id="together, causes",
        ),
        pytest.param(
            "High fish intake was associated with lower mortality from bowel tumors.",
            "Eating fish may protect people from dying of bowel cancer.",
            ["causality.stronger.unsure"],
            id="together, may cause",
        ),
        pytest.param(
            "The compound reduces swelling of the joints in mice.",
            "The compound is linked to milder swelling of mouse joints.",
            ["causality.weaker"],
            id="causes, together",
        ),
        pytest.param(
            "Childhood adversity is a risk factor for suicide.",
            "Adversity in childhood is associated with suicide.",
            [],
            id="together in other words",
        ),
        pytest.param(
            "The drug lowers blood pressure.",
            "Blood pressure is reduced by the drug.",
            [],
            id="causes in other words",
        ),
        pytest.param(
            "Dogs reduce stress.", "A lower risk of stress was seen in owners of dogs.", ["causality.weaker"],
            id="a graded noun is no verb",
        ),
        pytest.param(
            "There was no association of sleep with weight.",
            "Sleep reduces weight only in theory.",
            [],
            id="denials are left alone",
        ),
        pytest.param("Prices rose on Monday.", "Prices went up on Monday.", [], id="no claim at all"),
    ],
)  # fmt: skip
def test_rules(source: str, republished: str, rules: list[str]) -> None:
    found = [
        item for item in compare(source, republished) if item.rule.split(".")[1] in ("stronger", "weaker")
    ]
    assert [item.rule for item in found] == rules
    for item in found:
        assert item.kind is Kind.CAUSALITY
        assert item.source is not None
        assert item.republished is not None
        assert source[slice(*item.source)] in item.explanation
        assert republished[slice(*item.republished)] in item.explanation


def test_a_long_passage_makes_several_claims() -> None:
    source = "Revenue was linked to weather. " + "Sales in the north were as they had been before. " * 12
    assert compare(source, "The weather increased revenue.") == ()
