"""Words that hold a claim back, left out."""

import pytest

from checker.facts import compare


@pytest.mark.parametrize(
    ("source", "republished", "lost"),
    [
        pytest.param(
            "The firm was in part responsible for the spill.",
            "The firm was responsible for the spill.",
            "in part",
            id="in part",
        ),
        pytest.param(
            "The delay was partly caused by fog, the airline said.",
            "The airline said the delay was caused by fog.",
            "partly",
            id="partly, and the sentence turned round",
        ),
        pytest.param(
            "The delay was partly caused by fog.",
            "The delay was caused in part by fog.",
            None,
            id="other words",
        ),
        pytest.param(
            "The delay was partly caused by fog.",
            "Fog was one cause of the delay.",
            None,
            id="one of several",
        ),
        pytest.param(
            "A would-be burglar fled from the shop.",
            "A burglar fled from the shop.",
            "would-be",
            id="would-be",
        ),
        pytest.param(
            "He was charged with attempted murder on Monday.",
            "He was charged with murder on Monday.",
            "attempted",
            id="attempted",
        ),
        pytest.param(
            "He was charged with attempted murder.", "They say he tried to murder her.", None, id="tried to"
        ),
        pytest.param(
            "The bridge was temporarily closed to lorries.",
            "The bridge was closed to lorries.",
            "temporarily",
            id="temporarily",
        ),
        pytest.param(
            "The bridge was temporarily closed to lorries.",
            "The bridge was closed to lorries until Friday.",
            None,
            id="until Friday",
        ),
        pytest.param(
            "The plant will shut in May unless a buyer is found.",
            "The plant will shut in May.",
            "unless a buyer is found",
            id="condition",
        ),
        pytest.param(
            "The plant will shut in May unless a buyer is found.",
            "The plant will only be kept if somebody buys it before May.",
            None,
            id="condition put in another way",
        ),
        pytest.param(
            "They asked if the plant will shut in May.",
            "They asked about the plant in May.",
            None,
            id="an if that is a whether",
        ),
        pytest.param(
            "The firm was responsible for the spill.",
            "The firm was partly responsible for the spill.",
            None,
            id="put in, not left out",
        ),
    ],
)
def test_a_lost_qualifier_is_found_and_one_said_otherwise_is_not(
    source: str, republished: str, lost: str | None
) -> None:
    found = [item for item in compare(source, republished) if item.rule.startswith("omission.")]
    assert [source[slice(*item.source)] for item in found if item.source] == ([lost] if lost else [])


@pytest.mark.parametrize(
    ("source", "republished", "rules"),
    [
        pytest.param(
            "Refunds are paid within 30 days of purchase.",
            "Refunds are paid at any time.",
            ["omission.limit"],
            id="at any time",
        ),
        pytest.param(
            "The discount applies to new customers.",
            "The discount applies to all customers.",
            ["omission.limit"],
            id="all customers",
        ),
        pytest.param(
            "She tried to reduce contact with visitors.",
            "She tried to avoid any contact with visitors.",
            [],
            id="any beside a verb that takes away",
        ),
        pytest.param(
            "The discount applies to new customers.",
            "The discount applies to new customers, whatever they buy.",
            [],
            id="the limit is still there",
        ),
        pytest.param(
            "Satisfaction rose as visits grew, the survey of patients found.",
            "The staff were kind whatever the patients knew.",
            [],
            id="another sentence",
        ),
        pytest.param(
            "Citizens over 65 can travel free of charge on all buses.",
            "Citizens can travel free of charge on all buses.",
            ["omission.bound"],
            id="over 65",
        ),
        pytest.param(
            "Citizens over 65 can travel free of charge on all buses.",
            "Older citizens need no ticket.",
            [],
            id="put in another way",
        ),
        pytest.param(
            "The steel factory will reopen if the tests are negative.",
            "The steel factory will reopen.",
            ["omission.condition.alone"],
            id="all but the condition",
        ),
    ],
)
def test_a_limit_that_the_copy_lacks(source: str, republished: str, rules: list[str]) -> None:
    found = [item.rule for item in compare(source, republished) if item.rule.startswith("omission")]

    assert found == rules
