"""How much a rule's finding is worth."""

import pytest

from checker.facts.precision import PRECISION
from checker.judges.sureness import sureness, told


@pytest.mark.parametrize(
    ("rule", "low", "high"),
    [
        pytest.param("date.year", 0.99, 1.0, id="precise, never wrong on news"),
        pytest.param("quotation.changed", 0.5, 0.5, id="precise, fires on faithful news often"),
        pytest.param("direction.reversed.unsure", 0.75, 0.75, id="precise, fires on faithful news"),
        pytest.param("number.unmatched", 0.2, 0.65, id="imprecise"),
    ],
)
def test_a_rule_is_as_sure_as_it_was_right_and_rarely_wrong_on_news(
    rule: str, low: float, high: float
) -> None:
    assert low <= sureness(rule) <= high
    assert (sureness(rule) > PRECISION[rule]) == (low > 0.9)


def test_a_rule_that_often_fires_on_faithful_news_tells_no_more_than_even_odds() -> None:
    assert told("quotation.changed") == 0.5 < PRECISION["quotation.changed"]
    assert told("number.changed") == PRECISION["number.changed"]
