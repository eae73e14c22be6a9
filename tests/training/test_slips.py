"""Slips that make a claim larger than it was."""

import pytest

from training.slips import slips


@pytest.mark.parametrize(
    ("text", "kind", "changed"),
    [
        ("It was partly the fault of the weather.", "qualifier", "It was the fault of the weather."),
        ("It was in part, and later partially true.", "qualifier", "It was in part, and later true."),
        ("The mill reopens if the tests are negative.", "condition_dropped", "The mill reopens."),
        ("Citizens over 65 travel free.", "bound_dropped", "Citizens travel free."),
        ("It was probably arson.", "made_certain", "It was certainly arson."),
        ("He is expected to be named on Friday.", "made_done", "He has been named on Friday."),
        ("It seems to spread in dry air.", "made_plain", "It does spread in dry air."),
        ("The deputy mayor spoke.", "promoted", "The mayor spoke."),
        ("It was shut as a precaution.", "cause_invented", "It was shut because of a technical fault."),
        ("Refunds are paid within 30 days.", "limit_lifted", "Refunds are paid at any time."),
        ("The city plans to plant trees.", "made_past", "The city has planted trees."),
        ("Her brother escaped.", "relative", "Her husband escaped."),
    ],
)
def test_a_slip_is_planted_once(text: str, kind: str, changed: str) -> None:
    assert dict(slips(text))[kind] == changed


@pytest.mark.parametrize("text", ["It was the fault of the weather.", "Sales over 65 million were seen."])
def test_without_occasion_there_is_none(text: str) -> None:
    assert not dict(slips(text))
