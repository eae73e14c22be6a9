import pytest

from checker.llm.quotes import find

TEXT = "Ann Moreau said “the ferry’s late” — about 15.8 per cent of\n travellers waited < 2 hours in Ostvik."


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        pytest.param("Ann Moreau", "Ann Moreau", id="as it stands"),
        pytest.param("ann moreau", "Ann Moreau", id="case"),
        pytest.param('"the ferry\'s late"', "“the ferry’s late”", id="typography"),
        pytest.param("cent of travellers", "cent of\n travellers", id="white space"),
        pytest.param("‹ 2 hours", "< 2 hours", id="as the model saw it"),
        pytest.param("travelers waited", "travellers waited", id="a near miss"),
        pytest.param('"Ann Moreau".', "Ann Moreau", id="with marks around it"),
        pytest.param("Ann Moreau said ... late”", "Ann Moreau said “the ferry’s late", id="an ellipsis"),
        pytest.param("waited ... Ann Moreau", None, id="an ellipsis, the wrong way round"),
        pytest.param("Ann Moreau ... sang", None, id="an ellipsis, half of it invented"),
        pytest.param(
            "per cent of travellers waitd < 2 hous",
            "per cent of\n travellers waited < 2 hours",
            id="two slips",
        ),
        pytest.param("per cent of tourists waited < 2 hours", None, id="a word of its own"),
        pytest.param("15.8", "15.8", id="a figure"),
        pytest.param("15.3 per cent", None, id="another figure is no near miss"),
        pytest.param("5.8", None, id="part of a figure"),
        pytest.param("nn Mor", None, id="part of a word"),
        pytest.param("the train was early", None, id="invented"),
        pytest.param("ferries", None, id="too short to be a near miss"),
        pytest.param("", None, id="nothing"),
        pytest.param("  ", None, id="white space only"),
    ],
)
def test_a_quote_is_found_where_it_stands_or_not_at_all(quote: str, found: str | None) -> None:
    place = find(quote, TEXT)

    assert (TEXT[slice(*place)] if place else None) == found


def test_a_rough_quote_that_resembles_two_places_is_not_guessed() -> None:
    once = "The harbor opened on Monday. Nobody came."
    twice = "The harbor opened on Monday. The harbour opens on Mondays."

    assert find("The harbr opnd on Mondy", once)
    assert find("The harbr opnd on Mondy", twice) is None
