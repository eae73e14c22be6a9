"""What a passage without a counterpart says that the other text does not."""

import pytest

from checker.domain import Kind
from checker.facts.alone import nowhere, spoken, weighty

ARTICLE = (
    "The council of Port Lindow said on Tuesday that the ferry will run until 2031. "
    "About 11,000 people use it every day, said Mayor Hilda Brandt. “Nobody here wants a bridge,” she said."
)


@pytest.mark.parametrize(
    ("passage", "found"),
    [
        pytest.param("It costs 40 million dollars a year.", ["40 million dollars"], id="a sum"),
        pytest.param("The first ferry sailed in 1874.", ["1874"], id="a year"),
        pytest.param("A crossing from Norway took longer.", ["Norway"], id="a place"),
        pytest.param("Brandt spoke of 2031 again.", [], id="a name and a year that stand elsewhere"),
        pytest.param("About 11,000 people were there.", [], id="a number that stands elsewhere"),
        pytest.param("The weather was fine all day.", [], id="nothing to look for"),
    ],
)
def test_what_stands_nowhere(passage: str, found: list[str]) -> None:
    assert [_words(passage, item.republished) for item in nowhere(passage, ARTICLE)] == found


@pytest.mark.parametrize(
    ("passage", "kinds"),
    [
        pytest.param("The crew will strike, Captain Olaf Bern said.", [Kind.ATTRIBUTION], id="somebody new"),
        pytest.param("The crew will strike.", [], id="nobody"),
    ],
)
def test_who_only_speaks_here(passage: str, kinds: list[Kind]) -> None:
    assert [item.kind for item in spoken(passage, ARTICLE)] == kinds


@pytest.mark.parametrize(
    ("passage", "rule", "words"),
    [
        pytest.param("The council denied the accusation.", "alone.denial", "denied", id="a denial"),
        pytest.param(
            "The line closes if no buyer is found by May.",
            "alone.condition",
            "if no buyer is found by May",
            id="a condition",
        ),
        pytest.param(
            "The hull is cracked, according to two engineers.", "alone.source", "two engineers", id="a source"
        ),
        pytest.param("The company did not deny it.", None, "", id="no denial"),
        pytest.param("Reporters asked if he would go.", None, "", id="an if that is a whether"),
        pytest.param("That is cheap, the council said.", None, "", id="a source named elsewhere"),
        pytest.param("The sea was calm.", None, "", id="nothing of weight"),
    ],
)
def test_what_weighs_when_it_is_left_out(passage: str, rule: str | None, words: str) -> None:
    found = [(item.rule, _words(passage, item.republished)) for item in weighty(passage, ARTICLE)]

    assert found == ([(rule, words)] if rule else [])


def _words(passage: str, stretch: tuple[int, int] | None) -> str:
    start, end = stretch or (0, 0)
    return passage[start:end]
