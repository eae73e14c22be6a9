"""Each relation holds for a judge that finds nothing, and is broken by a verdict that it must not allow."""

from collections.abc import Callable

import pytest

from checker.aggregate import label_of
from checker.domain import Label, Verdict
from checker.selftest import texts
from checker.selftest.cases import Case, Ruling
from checker.selftest.relations import RELATIONS, relation_cases

FERRY = next(story for story in texts.stories() if story.name == "ferry")
CASES = {case.kind: case for case in relation_cases([FERRY])}
Seen = list[list[Ruling]]


def calm(case: Case) -> Seen:
    """What a judge that finds nothing makes of every comparison."""
    return [
        [
            Ruling(
                pair, label_of(pair, Verdict(pair=pair, label=Label.CONSISTENT, judged_by="calm"))[0], False
            )
            for pair in pairs
        ]
        for pairs in case.comparisons
    ]


def flag(
    rulings: list[Ruling], words: str = "", label: Label = Label.DISTORTED, *, fails: bool = False
) -> None:
    """Flag the first pair whose copy has these words."""
    at = next(
        at
        for at, ruling in enumerate(rulings)
        if ruling.label is Label.CONSISTENT and words in ruling.pair.republished_text
    )
    rulings[at] = Ruling(rulings[at].pair, label, fails)


def only_in_the_last(seen: Seen) -> None:
    flag(seen[-1])


def failing(seen: Seen) -> None:
    flag(seen[0], fails=True)


def in_both_as_another(seen: Seen) -> None:
    flag(seen[0])
    flag(seen[1], label=Label.CONTRADICTORY)


def another_omission(seen: Seen) -> None:
    at = next(at for at, ruling in enumerate(seen[1]) if ruling.label is Label.CONSISTENT)
    seen[1][at] = Ruling(seen[1][at].pair, Label.OMITTED, False)


def no_omission(seen: Seen) -> None:
    seen[1][:] = [ruling for ruling in seen[1] if ruling.label is not Label.OMITTED]


def the_added_one(seen: Seen) -> None:
    at = next(at for at, ruling in enumerate(seen[1]) if "flower show" in ruling.pair.republished_text)
    seen[1][at] = Ruling(seen[1][at].pair, Label.DISTORTED, False)


def alone_only(seen: Seen) -> None:
    flag(seen[0], "Thursday")


@pytest.mark.parametrize("relation", [name for name in RELATIONS if name != "two"])
def test_a_relation_holds_where_nothing_is_found(relation: str) -> None:
    assert CASES[relation].check(calm(CASES[relation])) == ""


def test_nothing_found_alone_says_nothing_about_two() -> None:
    assert CASES["two"].check(calm(CASES["two"])) is None


def test_two_hold_where_each_is_found() -> None:
    seen = calm(CASES["two"])
    flag(seen[0], "Thursday")
    flag(seen[2], "Thursday")

    assert CASES["two"].check(seen) == ""


def test_a_rewritten_article_may_have_pairs_to_review() -> None:
    seen = calm(CASES["rewritten"])
    flag(seen[0])

    assert CASES["rewritten"].check(seen) == ""


@pytest.mark.parametrize(
    ("relation", "spoil"),
    [
        pytest.param("identical", only_in_the_last, id="identical"),
        pytest.param("rewritten", failing, id="rewritten"),
        pytest.param("swapped", only_in_the_last, id="swapped, flagged one way only"),
        pytest.param("swapped", in_both_as_another, id="swapped, another label"),
        pytest.param("shuffled", only_in_the_last, id="shuffled"),
        pytest.param("appended", only_in_the_last, id="appended, something else changes"),
        pytest.param("appended", the_added_one, id="appended, which is flagged"),
        pytest.param("layout", only_in_the_last, id="layout"),
        pytest.param("encoding", in_both_as_another, id="encoding"),
        pytest.param("deleted", only_in_the_last, id="deleted, something else changes"),
        pytest.param("deleted", another_omission, id="deleted, more is left out"),
        pytest.param("deleted", no_omission, id="deleted, nothing is left out"),
        pytest.param("sentences", only_in_the_last, id="sentences"),
        pytest.param("two", alone_only, id="two"),
    ],
)
def test_a_relation_is_broken(relation: str, spoil: Callable[[Seen], None]) -> None:
    seen = calm(CASES[relation])
    spoil(seen)

    assert CASES[relation].check(seen)


@pytest.mark.parametrize("relation", list(RELATIONS))
def test_no_answer_is_never_a_relation_that_holds(relation: str) -> None:
    seen = calm(CASES[relation])
    for rulings in seen:
        flag(rulings, label=Label.UNDETERMINED)

    assert CASES[relation].check(seen)
