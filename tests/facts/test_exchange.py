"""Who did what to whom."""

import pytest

from checker.facts import compare


def _exchanged(source: str, copy: str) -> list[tuple[str, str]]:
    return [
        (source[slice(*item.source)], copy[slice(*item.republished)])
        for item in compare(source, copy)
        if item.rule == "exchange.sides" and item.source and item.republished
    ]


@pytest.mark.parametrize(
    ("source", "copy", "words"),
    [
        pytest.param(
            "After the game the captain thanked the coach.",
            "After the game the coach thanked the captain.",
            ("captain thanked the coach", "coach thanked the captain"),
            id="two sides of a verb",
        ),
        pytest.param(
            "Norway took over the chair of the council from Denmark in May.",
            "Denmark took over the chair of the council from Norway in May.",
            (
                "Norway took over the chair of the council from Denmark",
                "Denmark took over the chair of the council from Norway",
            ),
            id="far apart",
        ),
        pytest.param(
            "The server sends the key to the client.",
            "The server sends the client to the key.",
            ("key to the client", "client to the key"),
            id="a word of direction",
        ),
    ],
)
def test_sides_that_changed_places_are_named(source: str, copy: str, words: tuple[str, str]) -> None:
    assert _exchanged(source, copy) == [words]


@pytest.mark.parametrize(
    ("source", "copy"),
    [
        pytest.param(
            "The captain thanked the coach.", "The coach was thanked by the captain.", id="active and passive"
        ),
        pytest.param("Anna married Marek in May.", "Marek married Anna in May.", id="a mutual verb"),
        pytest.param("Lund and Malmo agreed.", "Malmo and Lund agreed.", id="a list of two"),
        pytest.param(
            "They won gold, silver and bronze.", "They won bronze, silver and gold.", id="a list of three"
        ),
        pytest.param(
            "On Monday the council met in Lund.", "In Lund the council met on Monday.", id="time and place"
        ),
        pytest.param(
            "When the light turns green, remove the cable.",
            "Remove the cable when the light turns green.",
            id="clauses",
        ),
        pytest.param(
            "The rate of exchange rose.", "The exchange rate rose.", id="a compound and a phrase with of"
        ),
        pytest.param("The mayor is Ana Ruiz.", "Ana Ruiz is the mayor.", id="a sentence of being"),
    ],
)
def test_another_order_is_no_exchange(source: str, copy: str) -> None:
    assert not _exchanged(source, copy)


@pytest.mark.parametrize(
    ("source", "copy", "names"),
    [
        pytest.param(
            "Malala answered the violence of the Taliban with words. She spoke in New York.",
            "Taliban answered the violence of the Malala with words. She spoke in New York.",
            {"Malala", "Taliban"},
            id="in a sentence",
        ),
        pytest.param(
            "The mayor of Lund opened the hall. Later a choir from Malmo Nord sang there.",
            "The mayor of Malmo Nord opened the hall. Later a choir from Lund sang there.",
            {"Lund", "Malmo Nord"},
            id="over two sentences",
        ),
        pytest.param(
            "It was tested in Ghana, Kenya and Malawi by the same team.",
            "It was tested in Ghana, Malawi and Kenya by the same team.",
            set(),
            id="a list in another order",
        ),
        pytest.param(
            "The singer Anna Holm married Marek Nowak in May.",
            "The singer Marek Nowak married Anna Holm in May.",
            set(),
            id="a mutual verb",
        ),
        pytest.param(
            "The mayor of Lund opened the hall.",
            "The mayor of Malmo opened the hall.",
            set(),
            id="a name replaced",
        ),
    ],
)
def test_names_that_stand_where_the_other_one_stood(source: str, copy: str, names: set[str]) -> None:
    found = [item for item in compare(source, copy) if item.rule == "exchange.names"]

    assert {source[slice(*item.source)] for item in found if item.source} | {
        copy[slice(*item.republished)] for item in found if item.republished
    } == names


@pytest.mark.parametrize(
    ("source", "copy", "rules"),
    [
        pytest.param(
            "When Kestrel brought the first phone to the market, its boom began. Nobody yet knew of Helena Brandt.",
            "When Helena Brandt brought the first phone to the market, its boom began.",
            ["exchange.name"],
            id="the name of another sentence",
        ),
        pytest.param(
            "The harvest in Ostland was poor after a cold spring and a wet June. Storms over Norrbrook did the rest.",
            "The harvest in Norrbrook was poor after a cold spring and a wet June. Storms did the rest.",
            ["exchange.name"],
            id="a place for a place",
        ),
        pytest.param(
            "The spiral by the Ghanaian artist Akosua Boakye drew gasps.",
            "The spiral by Akosua Boakye drew gasps.",
            [],
            id="a name for what describes it",
        ),
        pytest.param(
            "Benedict Marsh spoke first. The choir of Lund sang for Marsh.",
            "Marsh spoke first. The choir of Lund sang for Benedict Marsh.",
            [],
            id="another form of the name",
        ),
        pytest.param(
            "She deleted her Twitter account in May and closed her Facebook account in June.",
            "She deleted her Facebook account in June and closed her Twitter account in May.",
            [],
            id="names that are as well in their own place",
        ),
    ],
)
def test_a_name_in_the_place_of_another_of_the_source(source: str, copy: str, rules: list[str]) -> None:
    assert [
        item.rule
        for item in compare(source, copy)
        if item.rule.startswith("exchange.name.") or item.rule == "exchange.name"
    ] == rules
