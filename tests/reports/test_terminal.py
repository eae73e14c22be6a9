import re
from dataclasses import replace

import pytest

from checker.aggregate import aggregate
from checker.domain import Label, Outcome, Pair, Reason, Report, Undetermined, Verdict
from checker.policy import Policy
from checker.reports.style import Style, printable
from checker.reports.terminal import render
from tests.build import article, flag, passage_of
from tests.reports.build import gaps, report_of

SOURCE = article("Seven ships sank.\nNobody was hurt.\nThe sea was calm.", "source.txt")
COPY = article("Nine ships sank.\nShare this.\nThe sea is blue.\nThe sea was quiet.", "copy.txt")
SHIPS = Pair(
    id="p1",
    source=(passage_of(SOURCE.text, "Seven ships sank."),),
    republished=(passage_of(COPY.text, "Nine ships sank."),),
)
PAIRS = (
    SHIPS,
    Pair(
        id="p2",
        source=(),
        republished=(replace(passage_of(COPY.text, "Share this."), furniture="share line"),),
    ),
    Pair(id="p3", source=(), republished=(passage_of(COPY.text, "The sea is blue."),)),
    Pair(id="p4", source=(passage_of(SOURCE.text, "Nobody was hurt."),), republished=()),
    Pair(
        id="p5",
        source=(passage_of(SOURCE.text, "The sea was calm."),),
        republished=(passage_of(COPY.text, "The sea was quiet."),),
        moved=True,
    ),
)
CALM = Verdict(pair=PAIRS[4], label=Label.CONSISTENT, judged_by="rules@1")


def report(outcome: Outcome) -> Report:
    return aggregate(
        SOURCE, COPY, PAIRS, [outcome, CALM], policy=Policy(), tool={}, usage={}, notes=["Sees numbers only."]
    )


def shown(outcome: Outcome, *, verbose: bool = False, color: bool = False, hints: bool = False) -> str:
    return render(report(outcome), style=Style(color=color), verbose=verbose, hints=hints)


FLAG = flag(SHIPS, source="Seven", republished="Nine", confidence=0.99)


def test_a_failure_shows_both_passages_with_the_words_marked_and_their_lines() -> None:
    text = shown(FLAG)

    assert text.startswith("FAIL  copy.txt departs from source.txt in 1 place\n")
    assert "source.txt:1\n    [[Seven]] ships sank." in text
    assert "copy.txt:1\n    [[Nine]] ships sank." in text
    assert "number: Seven became Nine" in text
    assert "confidence 0.99" in text


def test_gaps_are_listed_by_line_and_furniture_and_agreement_only_when_asked() -> None:
    text = shown(FLAG)

    assert "Not in the source: 1\n  copy.txt, line 3\n" in text
    assert "Left out: 1\n  source.txt, line 2\n" in text
    assert "Share this" not in text
    assert "quiet" not in text


def test_the_weightiest_gaps_say_why_they_matter_and_are_not_to_review() -> None:
    text = render(report_of(*gaps()), style=Style(color=False))

    assert "To review" not in text
    assert re.findall(r"^  (p\d+), line (\d+), major: (.*)$", text, re.M) == [
        ("p4", "4", "“Norway” stands nowhere. “1874” stands nowhere."),
        *((f"p{n}", str(n), "“Norway” stands nowhere.") for n in (1, 2, 5, 6)),
    ]


def test_verbose_lists_every_pair() -> None:
    text = shown(FLAG, verbose=True)

    assert all(
        passage.text in text.replace("[[", "").replace("]]", "") for p in PAIRS for passage in p.republished
    )
    assert "share line" in text
    assert "p5  consistent, moved" in text


def test_counts_and_notes_are_always_there() -> None:
    text = shown(FLAG)

    assert "1 consistent, 1 distorted, 1 not in the source, 1 left out, 1 page furniture" in text
    assert "note: Sees numbers only." in text


@pytest.mark.parametrize(
    ("outcome", "first", "section"),
    [
        pytest.param(replace(FLAG, confidence=0.3), "PASS", "To review", id="below the gate"),
        pytest.param(
            Undetermined(pair=SHIPS, judged_by="llm", reason=Reason.REFUSAL, detail="no"),
            "UNDETERMINED",
            "refusal: no",
            id="no usable answer",
        ),
    ],
)
def test_what_does_not_fail_is_still_said(outcome: Outcome, first: str, section: str) -> None:
    text = shown(outcome)

    assert text.startswith(first)
    assert section in text


def test_colour_marks_words_with_codes_instead_of_brackets() -> None:
    text = shown(FLAG, color=True)

    assert "\x1b[1;4;31mNine\x1b[0m ships" in text
    assert "[[" not in text


def test_hints_close_the_report_for_a_person() -> None:
    assert "checker explain number" in shown(FLAG, hints=True)
    assert "next:" not in shown(FLAG)


def test_an_article_cannot_steer_the_terminal() -> None:
    hostile = article("\x1b[2J\x9b1mNine\u202e ships \x07sank \ue000here\ue001.", "copy\x1b.txt")
    pair = replace(SHIPS, republished=(passage_of(hostile.text, hostile.text),))
    found = flag(pair, source="Seven", republished="Nine")

    text = render(
        aggregate(SOURCE, hostile, [pair], [found], policy=Policy(), tool={}, usage={}),
        style=Style(color=False),
    )

    assert printable(text) == text
    assert "[[Nine]]" in text
    assert text.count("[[") == 2


def test_a_mark_that_runs_over_the_end_of_a_line_is_closed_and_opened_again() -> None:
    style = Style(color=False)

    lines = style.wrap(style.marked("aaa bbb ccc ddd eee", [(4, 15)]), 11, indent="  ")

    assert lines == ["  aaa [[bbb]]", "  [[ccc ddd]]", "  eee"]


def test_overlapping_marks_become_one() -> None:
    style = Style(color=False)

    assert style.wrap(style.marked("abcdef", [(1, 3), (2, 5)]), 80, indent="") == ["a[[bcde]]f"]
