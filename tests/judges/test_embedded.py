from dataclasses import replace

import pytest

from checker.domain import Label, Pair, Verdict
from checker.judges import combine, network
from checker.judges.embedded import EmbeddedJudge, questions
from checker.validator import validate
from tests.build import pair_of, passage_of
from tests.examples.planted import Change, Harmless, expected

JUDGE = EmbeddedJudge(network.load(), combine.load(), version="test")


def verdict(pair: Pair) -> Verdict:
    [outcome] = JUDGE.judge([pair])
    assert isinstance(outcome, Verdict)
    assert validate(outcome) == outcome
    return outcome


def quotes(found: Verdict) -> list[tuple[str | None, str | None]]:
    return [
        (f.source.quote if f.source else None, f.republished.quote if f.republished else None)
        for f in found.findings
    ]


def test_a_changed_number_is_flagged_and_named() -> None:
    found = verdict(pair_of("Seven ships sank off Larn on Monday.", "Nine ships sank off Larn on Monday."))

    assert found.label in {Label.DISTORTED, Label.CONTRADICTORY}
    assert ("Seven", "Nine") in quotes(found)
    assert found.p_consistent is not None
    assert found.confidence is not None
    # The rule that saw the number makes the flag surer than the model alone.
    assert 1 - found.p_consistent < found.confidence < 1


def test_a_rule_that_never_cried_wolf_flags_without_the_network() -> None:
    trusting = EmbeddedJudge(network.load(), replace(combine.load(), shift=-40.0), version="test")

    [year] = trusting.judge(
        [pair_of("The court opened in 1987 in Larn.", "The court opened in 1978 in Larn.")]
    )
    [word] = trusting.judge([pair_of("The court opened in a barn.", "The court opened in a chapel.")])

    assert isinstance(year, Verdict)
    assert isinstance(word, Verdict)
    assert (year.label, word.label) == (Label.CONTRADICTORY, Label.CONSISTENT)
    assert ("1987", "1978") in quotes(year)


def test_pairs_get_the_same_verdicts_whether_the_network_reads_beside_or_in_turns() -> None:
    copies = ("Nine ships sank off Larn on Monday.", "船が沈んだ。", "On Monday, seven ships sank off Larn.")
    pairs = [
        replace(pair_of("Seven ships sank off Larn on Monday.", copy), id=f"{number}.{n}")
        for number in range(30)
        for n, copy in enumerate(copies)
    ]
    one, two = (
        EmbeddedJudge(network.load(threads), combine.load(), version="test").judge(pairs)
        for threads in (1, 2)
    )

    assert one == two
    assert [outcome.pair for outcome in one] == pairs
    assert one[:3] == [replace(later, pair=pair) for later, pair in zip(one[-3:], pairs, strict=False)]


def test_identical_text_is_consistent_without_asking_the_network() -> None:
    pair = pair_of("Seven ships  sank.", "Seven ships sank.")

    assert list(questions(pair)) == []
    assert verdict(pair).label is Label.CONSISTENT


def test_every_sentence_of_a_pair_is_judged_and_the_worst_speaks() -> None:
    source = "Seven ships sank off Larn on Monday. The mayor opened the bridge in May."
    copy = "The mayor opened the bridge in May.\nNine ships sank off Larn on Monday."
    lines = copy.split("\n")
    pair = Pair(
        id="p1",
        source=(passage_of(source, source),),
        republished=tuple(passage_of(copy, line, index=i) for i, line in enumerate(lines)),
        background=source,
    )

    found = verdict(pair)

    assert len(list(questions(pair))) == 2
    assert found.label is not Label.CONSISTENT
    assert all(
        finding.republished is None or finding.republished.start >= len(lines[0])
        for finding in found.findings
    )


def test_windows_grow_from_the_pair_to_its_surroundings() -> None:
    background = " ".join(f"Sentence number {i} tells of town {i} and its river." for i in range(60))
    pair = replace(
        pair_of(
            "Sentence number 7 tells of town 7 and its river.", "Sentence 7 tells of town 7 and its lake."
        ),
        background=background,
    )

    [question] = questions(pair)

    sizes = [len(window.split()) for window in question.windows]
    assert sizes == sorted(sizes)
    assert sizes[0] <= 40 < sizes[-1] <= 180


def test_two_runs_give_the_same_figures() -> None:
    pairs = [
        pair_of(f"Seven ships sank in {i} days.", f"{i} ships sank in May.", id_=str(i)) for i in range(20)
    ]

    assert JUDGE.judge(pairs) == JUDGE.judge(pairs)


def test_the_order_of_the_pairs_is_the_order_of_the_answers() -> None:
    pairs = [
        pair_of("Seven ships sank.", text, id_=str(i))
        for i, text in enumerate(
            ["Nine ships sank.", "Seven ships sank.", "Seven ships sank with all their cargo."]
        )
    ]

    assert [outcome.pair.id for outcome in JUDGE.judge(pairs)] == ["0", "1", "2"]


@pytest.mark.parametrize(
    "text",
    ["漢字かな交じり文。", "🚢🚢🚢 \u0301", "مرحبا بالعالم", "x" * 5000, "a b " * 3000, "***"],
    ids=lambda t: t[:6],
)
def test_any_text_gets_a_verdict(text: str) -> None:
    verdict(pair_of("Seven ships sank.", text))
    verdict(pair_of(text, "Seven ships sank."))


def test_the_example_is_mostly_read_right() -> None:
    changes, harmless = expected().changes, expected().harmless
    caught = sum(verdict(_pair(change)).label is not Label.CONSISTENT for change in changes)
    kept = sum(verdict(_pair(entry)).label is Label.CONSISTENT for entry in harmless)

    assert caught >= 13, f"{caught} of {len(changes)} planted changes caught"
    assert kept >= 10, f"{kept} of {len(harmless)} harmless rewordings kept clean"


def _pair(entry: Change | Harmless) -> Pair:
    source, copy = "\n".join(entry.source), "\n".join(entry.republished)
    return Pair(
        id="p1",
        source=tuple(passage_of(source, line, index=i) for i, line in enumerate(source.split("\n"))),
        republished=tuple(passage_of(copy, line, index=i) for i, line in enumerate(copy.split("\n"))),
    )


def test_what_is_not_in_latin_letters_is_left_to_the_rules() -> None:
    faithful = pair_of("海運会社はコメントを控えた。", "船会社は取材に応じなかった。", id_="p1")
    english = pair_of("Seven ships sank off Larn.", "Nine ships sank off Larn.", id_="p2")
    changed = pair_of("渡し船は2031年まで運航する。", "渡し船は2033年まで運航する。", id_="p3")

    outcomes = JUDGE.judge([faithful, english, changed])

    assert [(o.pair.id, o.judged_by.partition("@")[0]) for o in outcomes] == [
        ("p1", "rules"),
        ("p2", "embedded"),
        ("p3", "rules"),
    ]
    labels = [outcome.label for outcome in outcomes if isinstance(outcome, Verdict)]
    assert labels[0] is Label.CONSISTENT
    assert Label.CONSISTENT not in labels[1:]
