"""What holds for any pair: order, merging, limits, other languages."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.domain import Kind
from checker.facts import Difference, compare
from checker.facts.compare import LONGEST
from checker.facts.merging import merged
from checker.facts.precision import FALSE_ALARMS, PRECISION

NEWSY = st.lists(
    st.sampled_from([*"abc AB'’\".,;:-–$€%0123456789\n“”«»é漢日年ب", " not ", " said ", " May ", " 5 km "]),
    max_size=80,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(NEWSY, NEWSY)
def test_any_text_is_compared_and_every_stretch_lies_inside(source: str, republished: str) -> None:
    for item in compare(source, republished, background=source + republished):
        assert item.source or item.republished
        for text, stretch in ((source, item.source), (republished, item.republished)):
            assert stretch is None or 0 <= stretch[0] < stretch[1] <= len(text)


def test_two_runs_agree() -> None:
    source = "Ned Price met 14 men in Rome on Monday. He did not sign."
    republished = "Ann Stone met 41 men in Oslo on Friday. He signed."

    assert compare(source, republished) == compare(source, republished)
    assert len(compare(source, republished)) == 5


@pytest.mark.parametrize(
    ("source", "republished", "quotes"),
    [
        pytest.param(
            "Der Minister sprach mit 25 Schülern.",
            "Der Minister sprach mit 52 Schülern.",
            ["52"],
            id="German",
        ),
        pytest.param("Цена выросла до 300 рублей.", "Цена выросла до 500 рублей.", ["500"], id="Russian"),
        pytest.param("他有25名学生。", "他有52名学生。", ["52"], id="Chinese"),
        pytest.param("زار 25 طالبا المتحف.", "زار 52 طالبا المتحف.", ["52"], id="Arabic"),
    ],
)
def test_numbers_are_compared_in_any_language(source: str, republished: str, quotes: list[str]) -> None:
    found = compare(source, republished)

    assert [republished[slice(*item.republished)] for item in found if item.republished] == quotes


@pytest.mark.parametrize(
    "unit",
    [
        "1 2 ",
        "Ab Cd ",
        '"a b" ',
        "not a ",
        "5 May 2001 ",
        "rose ",
        "a said, ",
        "may go ",
        "some ",
        "«",
        "1-",
        "Minister A ",
    ],
)
def test_a_megabyte_without_an_end_is_bounded(unit: str) -> None:
    source = unit * (1_000_000 // len(unit))
    republished = source.replace("1", "3").replace("Cd", "Xy").replace("rose", "fell")[:-1] + "z"
    started = time.process_time()

    compare(source, republished)

    assert time.process_time() - started < 8.0


def test_what_lies_beyond_the_limit_is_not_compared() -> None:
    padding = "It rained. " * (LONGEST // 11 + 1)

    assert compare(f"{padding}14 men came.", f"{padding}41 men came.") == ()


def test_merging_keeps_the_sharper_kind_over_the_same_words() -> None:
    def difference(kind: Kind, rule: str, at: tuple[int, int]) -> Difference:
        return Difference(
            kind=kind, rule=rule, contradicts=False, explanation="x.", source=at, republished=at
        )

    role = difference(Kind.ROLE, "role.organization", (0, 7))
    name = difference(Kind.NAME, "name.replaced", (0, 7))
    other = difference(Kind.NAME, "name.replaced", (20, 27))

    assert merged([other, name, role]) == (role, other)


def test_a_rule_never_seen_while_measuring_has_a_precision_too() -> None:
    assert PRECISION["no.such.rule"] == 0.5
    assert FALSE_ALARMS["no.such.rule"] == 0.0
    assert all(0.0 < precision < 1.0 for precision in PRECISION.values())


ARTICLE = "The clinic in Lund opened in May 2015. It has 40 beds. Irene Mbeki leads it."


@pytest.mark.parametrize(
    ("source", "republished", "rules"),
    [
        pytest.param("It has room.", "It has 40 rooms.", [], id="a figure from next door"),
        pytest.param("It has room.", "It has 73 rooms.", ["number.invented"], id="a figure from nowhere"),
        pytest.param("She leads it well.", "Irene Mbeki leads it well.", [], id="a name from next door"),
        pytest.param(
            "She leads it well.",
            "It is led well by Carla Nunes.",
            ["name.invented"],
            id="a name from nowhere",
        ),
        pytest.param(
            "Irene Mbeki leads it.",
            "Irene Mbeki Okonkwo leads it.",
            ["name.altered"],
            id="part of a name from nowhere",
        ),
        pytest.param("It opened in May 2015.", "It opened in May 2035.", ["date.year"], id="another year"),
        pytest.param("It opened in May.", "It opened in May 2015.", [], id="a year from next door"),
    ],
)
def test_the_article_tells_invented_facts_from_neighboring_ones(
    source: str, republished: str, rules: list[str]
) -> None:
    assert [item.rule for item in compare(source, republished, background=ARTICLE)] == rules


def test_quotation_marks_decoded_wrongly_are_mended_in_place() -> None:
    damaged, republished = "ÒIt doesnÕt work,Ó he said.", "“It works,” he said."

    [found] = compare(damaged, republished)

    assert found.kind == Kind.NEGATION
    assert found.source is not None
    assert damaged[slice(*found.source)] == "nÕt work"
