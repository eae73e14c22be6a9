"""Titles and offices."""

import pytest

from checker.facts import compare


@pytest.mark.parametrize(
    ("source", "republished", "rules"),
    [
        pytest.param(
            "Foreign Minister Anna Weiss left.",
            "Anna Weiss, the foreign minister, left.",
            [],
            id="same office in apposition",
        ),
        pytest.param(
            "Chairman Ruth Adeyemi spoke.",
            "Chairwoman Ruth Adeyemi spoke.",
            [],
            id="chair",
        ),
        pytest.param(
            "Foreign Minister Anna Weiss left.",
            "Defense Minister Anna Weiss left.",
            ["role.organization"],
            id="another office",
        ),
        pytest.param(
            "Deputy Mayor Carla Nunes opened the hall.",
            "Mayor Carla Nunes opened the hall.",
            ["role.rank"],
            id="a deputy promoted",
        ),
        pytest.param(
            "Former Prime Minister Carla Nunes opened the hall.",
            "The ex Prime Minister Carla Nunes opened the hall.",
            [],
            id="ex and former",
        ),
        pytest.param(
            "Vice President Carla Nunes opened the hall.",
            "Vice-President Carla Nunes opened the hall.",
            [],
            id="a hyphen",
        ),
        pytest.param(
            "Her brother, who sat in the back, escaped.",
            "Her husband, who sat in the back, escaped.",
            ["role.relative"],
            id="another relative",
        ),
        pytest.param(
            "Her dad, who sat in the back, escaped.",
            "Her father, who sat in the back, escaped.",
            [],
            id="the same relative",
        ),
        pytest.param(
            "Judge Miriam Katz agreed.",
            "Prosecutor Miriam Katz agreed.",
            ["role.changed"],
            id="another title",
        ),
        pytest.param(
            "A Treasury Department spokesman agreed.",
            "A Justice Department spokesman agreed.",
            ["role.organization"],
            id="another department",
        ),
        pytest.param(
            "Deputy Governor Paul Reyes agreed.",
            "Former Governor Paul Reyes agreed.",
            ["role.rank"],
            id="rank exchanged",
        ),
        pytest.param(
            "A subsistence farmer found it.",
            "A poor farmer found it.",
            ["role.organization.unsure"],
            id="calling of the same man otherwise",
        ),
        pytest.param(
            "Prime Minister Olav Dahl agreed.",
            "PM Olav Dahl agreed.",
            [],
            id="prime minister",
        ),
    ],
)
def test_rules(source: str, republished: str, rules: list[str]) -> None:
    assert [item.rule for item in compare(source, republished)] == rules
