"""Rows as examples: labels, spans, splits."""

import random
from typing import Any

import pytest

from training.data import (
    CONSISTENT,
    CONTRADICTORY,
    DISTORTED,
    INCONSISTENT,
    Example,
    WindowCache,
    differing,
    from_row,
    held_out,
    paragraphs,
)

SOURCE = (
    "The council met on Monday. Ann Weber warned that the old dam could fail. The mayor said repairs "
    "would cost two million. A festival opens soon. " * 3
)


def row(**changes: Any) -> dict[str, Any]:
    return {
        "id": "a", "set": "demetr", "level": "sentence", "source": "He left.", "republished": "He stayed.",
        "label": "contradictory",
    } | changes  # fmt: skip


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("consistent", CONSISTENT),
        ("distorted", DISTORTED),
        ("unsupported", DISTORTED),
        ("contradictory", CONTRADICTORY),
        ("inconsistent", INCONSISTENT),
    ],
)
def test_labels(label: str, code: int) -> None:
    assert [e.label for e in from_row(row(label=label))] == [code]


def test_consistent_rows_teach_that_no_word_changed() -> None:
    [example] = from_row(row(label="consistent"))
    assert example.copy_spans == ()
    assert example.source_spans == ()


def test_rows_without_spans_teach_nothing_about_words() -> None:
    [example] = from_row(row())
    assert example.copy_spans is None


def test_a_consistent_summary_is_cut_into_sentences_and_another_is_not() -> None:
    summary = "He left early. She stayed."
    assert len(list(from_row(row(label="consistent", level="document", republished=summary)))) == 2
    assert len(list(from_row(row(label="inconsistent", level="document", republished=summary)))) == 1


def test_differing_words_of_twins() -> None:
    source, copy = "A man in red sits near them.", "A man in blue sits far from them."
    here, there = differing(source, copy)
    assert [copy[a:b] for a, b in here] == ["blue", "far from"]
    assert [source[a:b] for a, b in there] == ["red", "near"]


def test_all_pairs_of_one_source_fall_on_one_side() -> None:
    assert held_out("The  Same text") == held_out("the same Text")
    share = sum(held_out(f"source number {i}") for i in range(3300))
    assert 60 < share < 140


def test_source_spans_move_with_the_window() -> None:
    at = SOURCE.index("old dam")
    example = Example(
        id="a", set="x", source=SOURCE, copy="The new dam could fail, Ann Weber warned.", label=DISTORTED,
        copy_spans=((4, 7),), source_spans=((at, at + 3),),
    )  # fmt: skip
    cut = WindowCache().cut(example, 25)
    assert len(cut.source) < len(SOURCE)
    assert cut.source_spans
    assert [cut.source[a:b] for a, b in cut.source_spans] == ["old"]


def test_a_paragraph_has_at_most_one_faulty_sentence_and_says_so() -> None:
    good = [Example(id=f"g{i}", set="x", source="s", copy=f"Good {i}.", label=CONSISTENT) for i in range(6)]
    bad = [Example(id="b", set="x", source="s", copy="Bad.", label=DISTORTED)]
    for seed in range(20):
        for made in paragraphs(good + bad, random.Random(seed)):
            assert made.copy.count("Bad.") == (made.label == INCONSISTENT)
            assert made.copy.count(".") >= 2
