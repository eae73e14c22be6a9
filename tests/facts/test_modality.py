"""How sure a passage is."""

import pytest

from checker.facts import compare


@pytest.mark.parametrize(
    ("source", "republished", "rules"),
    [
        pytest.param(
            "Rain may come.",
            "Rain could come.",
            [],
            id="may and could",
        ),
        pytest.param(
            "The fire was probably caused by a faulty heater.",
            "The fire was certainly caused by a faulty heater.",
            ["modality.surer"],
            id="probably and certainly",
        ),
        pytest.param(
            "The fire was probably caused by a faulty heater.",
            "A faulty heater probably caused the fire, which was certainly hot.",
            [],
            id="still probably",
        ),
        pytest.param(
            "The virus appears to spread more easily in cold air.",
            "The virus does spread more easily in cold air.",
            ["modality.done.same"],
            id="appears to and does",
        ),
        pytest.param(
            "The bank may raise rates.",
            "The bank will raise rates.",
            ["modality.changed"],
            id="may and will",
        ),
        pytest.param(
            "The bank may raise rates.",
            "It is possible that the bank will raise rates.",
            ["modality.changed.unsure"],
            id="possible that it will",
        ),
        pytest.param(
            "The slide could destroy the abbey.",
            "The slide destroyed the abbey.",
            ["modality.dropped"],
            id="could and did",
        ),
        pytest.param(
            "The guard allegedly sold the keys.",
            "The guard sold the keys.",
            ["modality.hedge_dropped"],
            id="hedge left out",
        ),
        pytest.param(
            "The guard sold the keys.",
            "The guard allegedly sold the keys.",
            ["modality.hedge_added"],
            id="hedge put in",
        ),
        pytest.param(
            "Norwell plans to close its factory in Derry.",
            "Norwell closed its factory in Derry.",
            ["modality.done.same"],
            id="plan and deed",
        ),
        pytest.param(
            "Norwell plans to close its factory.",
            "Norwell will close its factory.",
            [],
            id="plan and future",
        ),
    ],
)
def test_rules(source: str, republished: str, rules: list[str]) -> None:
    assert [item.rule for item in compare(source, republished)] == rules
