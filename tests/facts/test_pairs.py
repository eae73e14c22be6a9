"""Two hundred hand-made pairs: a hundred harmless rewrites, a hundred with one change of a known kind."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.facts import Difference, compare

PAIRS = [json.loads(line) for line in Path(__file__).with_name("pairs.jsonl").read_text("utf-8").splitlines()]
HARMLESS = [
    pytest.param(row["source"], row["republished"], id=row["id"]) for row in PAIRS if "kind" not in row
]
CHANGED = [pytest.param(row, id=row["id"]) for row in PAIRS if "kind" in row]
LONGER = 8
"""Words that a quote may have more than the words that were changed."""


def test_the_table_holds_a_hundred_of_each() -> None:
    assert (len(HARMLESS), len(CHANGED)) == (100, 100)


@pytest.mark.parametrize(("source", "republished"), HARMLESS)
def test_a_harmless_rewrite_gives_no_finding(source: str, republished: str) -> None:
    assert compare(source, republished) == ()


@pytest.mark.parametrize("row", CHANGED)
def test_a_change_is_found_with_its_kind_and_words(row: dict[str, str | None]) -> None:
    source, republished = row["source"] or "", row["republished"] or ""

    found = compare(source, republished)

    assert any(_is(row, item, source, republished) for item in found), found


def _is(row: dict[str, str | None], item: Difference, source: str, republished: str) -> bool:
    return (
        item.kind == row["kind"]
        and _names(row["source_quote"], source, item.source)
        and _names(row["republished_quote"], republished, item.republished)
    )


def _names(wanted: str | None, text: str, stretch: tuple[int, int] | None) -> bool:
    if wanted is None:
        return True
    if stretch is None:
        return False
    quote = text[slice(*stretch)]
    return wanted in quote and len(quote.split()) <= len(wanted.split()) + LONGER


def _both_sides() -> Iterator[tuple[str, str]]:
    for row in PAIRS:
        yield row["source"], row["republished"]
        yield row["republished"], row["source"]


def test_every_finding_points_at_words_and_says_so() -> None:
    for source, republished in _both_sides():
        for item in compare(source, republished):
            assert item.source or item.republished
            for text, stretch in ((source, item.source), (republished, item.republished)):
                if stretch:
                    start, end = stretch
                    assert 0 <= start < end <= len(text)
                    assert text[start:end] == text[start:end].strip()
            assert item.explanation.endswith(".")


def test_an_identical_passage_gives_no_finding() -> None:
    for source, republished in _both_sides():
        assert compare(source, source) == ()
        # Not only because equal strings are not looked at: a space at the end changes no fact.
        assert compare(republished, f"{republished} ") == ()
