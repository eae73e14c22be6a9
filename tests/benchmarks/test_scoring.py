import pytest

from benchmarks.scoring import Answered, Links, auc, means, pairing_figures, resampled, verdict_figures

GOOD, MISSED = Answered(True, True, 0.9), Answered(False, True, 0.8)
CAUGHT, ALARM = Answered(False, False, 0.1), Answered(True, False, 0.2)


@pytest.mark.parametrize(
    ("rows", "figures"),
    [
        pytest.param([GOOD, CAUGHT], {"BAcc": 100.0, "AUC": 100.0}, id="all right"),
        pytest.param([GOOD, MISSED], {"BAcc": 50.0, "AUC": 100.0}, id="ranked right, labelled wrong"),
        pytest.param([GOOD, ALARM, CAUGHT, MISSED], {"BAcc": 50.0, "AUC": 75.0}, id="half of each"),
        pytest.param([GOOD, GOOD, GOOD, ALARM], {"false alarms": 25.0}, id="faithful only"),
    ],
)
def test_figures_of_verdicts(rows: list[Answered], figures: dict[str, float]) -> None:
    assert verdict_figures(rows) == figures


def test_ties_count_half() -> None:
    assert auc([Answered(True, True, 0.5), Answered(False, True, 0.5)]) == 0.5


def test_links_are_counted_over_all_rows() -> None:
    assert pairing_figures([Links(1, 0, 1), Links(2, 1, 0)]) == {"F1": pytest.approx(75.0)}


def test_means_are_over_the_named_sets_only() -> None:
    sets = {
        "demetr": {"BAcc": 80.0},
        "mlqe": {"BAcc": 60.0},
        "wice": {"BAcc": 0.0},
        "turk": {"false alarms": 8.0},
    }

    assert means(sets) == {"BAcc": 70.0, "false alarms": 8.0}


def test_a_margin_is_what_luck_with_the_sample_may_do() -> None:
    few, many = ([GOOD, ALARM, CAUGHT, MISSED] * times for times in (5, 50))

    margins = resampled({"few": few, "many": many, "sure": [GOOD, CAUGHT] * 20}, verdict_figures)

    assert margins["sure"]["BAcc"] == 0.0
    assert 0 < margins["many"]["BAcc"] < margins["few"]["BAcc"] < 50
    # A share of a half of 100 faithful and 100 faulty rows: 1.28 standard errors of 3.5 points.
    assert margins["many"]["BAcc"] == pytest.approx(4.5, abs=1.5)
