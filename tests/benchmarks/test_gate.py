import pytest

from benchmarks.gate import compare

BASELINE = {"demetr": {"BAcc": 70.0}, "ose": {"false alarms": 5.0}}


@pytest.mark.parametrize(
    ("measured", "fallen"),
    [
        pytest.param({"demetr": {"BAcc": 70.0}, "ose": {"false alarms": 5.0}}, [], id="the same"),
        pytest.param({"demetr": {"BAcc": 90.0}, "ose": {"false alarms": 0.0}}, [], id="better"),
        pytest.param({"demetr": {"BAcc": 68.5}, "ose": {"false alarms": 6.5}}, [], id="within the margin"),
        pytest.param(
            {"demetr": {"BAcc": 67.0}, "ose": {"false alarms": 5.0}}, ["demetr: BAcc 70.0 -> 67.0"], id="fell"
        ),
        pytest.param(
            {"demetr": {"BAcc": 70.0}, "ose": {"false alarms": 8.0}},
            ["ose: false alarms 5.0 -> 8.0"],
            id="false alarms are worse when they rise",
        ),
        pytest.param(
            {"demetr": {"BAcc": 70.0}}, ["ose: false alarms is no longer measured"], id="missing is no pass"
        ),
    ],
)
def test_the_gate_names_what_fell(measured: dict[str, dict[str, float]], fallen: list[str]) -> None:
    assert compare(BASELINE, measured, margin=2.0) == fallen
