import pytest

from checker.domain import Label, Verdict
from checker.judges.rules import RulesJudge
from checker.judges.sureness import sureness
from checker.validator import validate
from tests.build import pair_of
from tests.examples.planted import expected


def verdict(source: str, republished: str) -> Verdict:
    [outcome] = RulesJudge().judge([pair_of(source, republished)])
    assert isinstance(outcome, Verdict)
    assert validate(outcome) == outcome
    return outcome


def test_a_changed_number_contradicts_and_names_both_numbers() -> None:
    found = verdict("Seven ships sank on Monday.", "Nine ships sank on Monday.")

    assert found.label is Label.CONTRADICTORY
    [finding] = found.findings
    assert finding.source is not None
    assert finding.republished is not None
    assert (finding.source.quote, finding.republished.quote) == ("Seven", "Nine")


def test_other_words_are_no_difference() -> None:
    found = verdict(
        "Seven ships sank on Monday, officials said.", "On Monday 7 ships went down, officials said."
    )

    assert (found.label, found.findings, found.confidence) == (Label.CONSISTENT, (), None)


def test_confidence_is_that_of_the_surest_rule() -> None:
    assert verdict("Seven ships sank.", "Nine ships sank.").confidence == sureness("number.changed")


def test_every_pair_gets_its_verdict_in_order() -> None:
    pairs = [
        pair_of("Seven ships sank.", f"{word} ships sank.", id_=word) for word in ("Seven", "Nine", "Ten")
    ]

    assert [outcome.pair.id for outcome in RulesJudge().judge(pairs)] == ["Seven", "Nine", "Ten"]


@pytest.mark.parametrize("change", [c for c in expected().changes if c.rules_can_see], ids=lambda c: c.id)
def test_planted_changes_that_rules_can_see_are_flagged(change: object) -> None:
    source, republished = (" ".join(getattr(change, side)) for side in ("source", "republished"))

    assert verdict(source, republished).label is not Label.CONSISTENT


@pytest.mark.parametrize("entry", expected().harmless, ids=lambda e: e.id)
def test_harmless_rewording_of_the_example_is_clean(entry: object) -> None:
    source, republished = (" ".join(getattr(entry, side)) for side in ("source", "republished"))

    assert verdict(source, republished).label is Label.CONSISTENT
