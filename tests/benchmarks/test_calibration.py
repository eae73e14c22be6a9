import random
import xml.etree.ElementTree as ET

import pytest

from benchmarks.chart import Panel, Series, draw
from benchmarks.marked_block import replaced
from benchmarks.reliability import Bin, Said, area_under, bins, calibration_error, risk_coverage


def said(confidence: float | None, *, right: bool) -> Said:
    return Said(faithful=not right, flagged=True, p_consistent=None, confidence=confidence)


def test_bins_hold_what_was_predicted_alike() -> None:
    found = bins([0.05, 0.09, 0.55, 1.0], [False, True, True, True])

    assert found[0].predicted == pytest.approx(0.07)
    assert (found[0].happened, found[0].cases) == (0.5, 2)
    assert found[1:] == [Bin(0.55, 1.0, 1), Bin(1.0, 1.0, 1)]


@pytest.mark.parametrize(
    ("predicted", "happened", "error"),
    [
        pytest.param([0.75] * 4, [True, True, True, False], 0.0, id="honest"),
        pytest.param([1.0, 1.0], [True, False], 0.5, id="too sure"),
        pytest.param([0.5, 1.0], [True, True], 0.25, id="mean over rows"),
        pytest.param([], [], 0.0, id="nothing said"),
    ],
)
def test_the_calibration_error(predicted: list[float], happened: list[bool], error: float) -> None:
    assert calibration_error(bins(predicted, happened)) == pytest.approx(error)


def test_a_judge_that_means_what_it_says_has_a_small_error() -> None:
    rng = random.Random(1)
    chances = [rng.random() for _ in range(5000)]

    assert calibration_error(bins(chances, [rng.random() < chance for chance in chances])) < 0.03


def test_risk_grows_with_coverage_and_no_confidence_comes_last() -> None:
    answers = [said(None, right=False), said(0.9, right=True), said(0.5, right=False), said(0.5, right=True)]

    points = risk_coverage(answers)

    assert points == [(0.25, 0.0), (0.75, pytest.approx(1 / 3)), (1.0, 0.5)]
    assert area_under(points) == pytest.approx(0.5 / 3 + 0.125)


def test_a_label_is_right_on_either_side() -> None:
    assert Said(True, False, None, None).right
    assert Said(False, True, None, None).right
    assert not Said(True, True, None, None).right


def test_a_chart_is_well_formed_and_holds_every_point() -> None:
    series = [Series("a & b", [(0.0, 0.0), (0.5, 1.0)], [1, 4])]

    picture = draw([Panel("P < 1", "x", "y", series, diagonal=True)], title="T & t")

    root = ET.fromstring(picture)
    name = "{http://www.w3.org/2000/svg}"
    assert len(root.findall(f".//{name}circle")) == 2
    assert "a & b" in [text.text for text in root.iter(f"{name}text")]


def test_only_the_measured_part_of_a_page_is_replaced() -> None:
    page = "Before\n<!-- measured -->\nold\n<!-- end -->\nafter\n"

    assert replaced(page, ["new"]) == "Before\n<!-- measured -->\n\nnew\n\n<!-- end -->\nafter\n"
    with pytest.raises(ValueError, match="measured"):
        replaced("no place", ["new"])
