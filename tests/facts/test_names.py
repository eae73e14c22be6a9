"""Names: forms of one name, and another name in its place."""

import pytest

from checker.facts import compare


@pytest.mark.parametrize(
    ("source", "republished", "rules"),
    [
        pytest.param(
            "The Civil Aviation Board met in Lund.",
            "The CAB met in Lund.",
            [],
            id="acronym",
        ),
        pytest.param(
            "The chief executive officer left Telmar.",
            "The CEO left Telmar.",
            [],
            id="acronym of lower-case words",
        ),
        pytest.param(
            "The Norwegians signed first.",
            "Norway signed first.",
            [],
            id="people of a country",
        ),
        pytest.param(
            "Odessa was quiet.",
            "Odesa was quiet.",
            [],
            id="old spelling of a city",
        ),
        pytest.param(
            "The Sámi council met in Tromsø.",
            "The Sami council met in Tromsø.",
            [],
            id="accents",
        ),
        pytest.param(
            "Artjom Suvorov resigned.",
            "Artem Suvorov resigned.",
            [],
            id="two spellings of a first name",
        ),
        pytest.param(
            "He read it on the Internet.",
            "He read it on the Web.",
            ["name.replaced.unsure"],
            id="common words translated",
        ),
        pytest.param(
            "The Organization for Co-operation met.",
            "The Organization for Cooperation met.",
            [],
            id="hyphen",
        ),
        pytest.param(
            "Erik Solheim defended the fishermen.",
            "Erik Haugen defended the fishermen.",
            ["name.replaced"],
            id="another surname",
        ),
        pytest.param(
            "The troops left Austria in May.",
            "The troops left Australia in May.",
            ["name.replaced"],
            id="another country of like spelling",
        ),
        pytest.param(
            "Okonkwo said the clinic was empty.",
            "Ferreira said the clinic was empty.",
            ["name.replaced"],
            id="at the start of a sentence",
        ),
        pytest.param(
            "Police blamed the weather.",
            "Officials blamed the weather.",
            [],
            id="a common word at the start is no name",
        ),
        pytest.param(
            "storm closes five northern harbors",
            "Storm Closes Five Northern Harbors",
            [],
            id="a capital says nothing in a headline",
        ),
        pytest.param(
            "The chain closed nine shops.",
            "The chain, Kestrel, closed nine shops.",
            ["name.added"],
            id="a name put in",
        ),
    ],
)
def test_rules(source: str, republished: str, rules: list[str]) -> None:
    assert [item.rule for item in compare(source, republished)] == rules


@pytest.mark.parametrize(
    ("source", "republished", "found"),
    [
        pytest.param(
            "Lithuania closed its border posts.", "Vilnius closed its border posts.", False, id="seat"
        ),
        pytest.param("Moscow has denied it.", "Russia has denied it.", False, id="country"),
        pytest.param("Russia has denied it.", "The Kremlin has denied it.", False, id="another seat"),
        pytest.param("Russia has denied it.", "Warsaw has denied it.", True, id="of another country"),
        pytest.param("A bomb went off in Poland.", "A bomb went off in Warsaw.", True, id="the place itself"),
    ],
)
def test_the_seat_of_a_government_stands_for_it(source: str, republished: str, found: bool) -> None:
    assert bool([item for item in compare(source, republished) if item.rule.startswith("name.")]) is found


@pytest.mark.parametrize(
    ("source", "republished", "rules"),
    [
        pytest.param(
            "The Transportation Safety Board has sent five people.",
            "Canada's Transportation Safety Board has sent five people.",
            ["name.added"],
            id="whose it is",
        ),
        pytest.param(
            "Graham, who speaks for the MND Association here, was glad of the money.",
            "Graham, who speaks for the UK Motor Neurone Association here, was glad of the money.",
            [],
            id="an acronym inside a name",
        ),
        pytest.param(
            "Graham, of the MND Association, was glad.",
            "Graham, of the Coastal Rowing Association, was glad.",
            ["name.replaced.near"],
            id="other words than the acronym stands for",
        ),
    ],
)
def test_rules_with_the_article(source: str, republished: str, rules: list[str]) -> None:
    assert [item.rule for item in compare(source, republished, background=source)] == rules


def test_a_name_that_the_article_has_elsewhere_is_no_invention() -> None:
    article = "Kestrel runs 90 shops. The chain closed nine shops."
    source, republished = "The chain closed nine shops.", "The chain, Kestrel, closed nine shops."

    assert compare(source, republished, background=article) == ()


def test_a_name_of_the_article_in_the_wrong_place_is_an_exchange() -> None:
    article = "Helena Brandt and Monica Stern were nominated. The prize went to Helena Brandt for her novel."
    source = "The prize went to Helena Brandt for her novel."

    [found] = compare(source, "The prize went to Monica Stern for her novel.", background=article)

    assert found.rule == "name.exchanged"
