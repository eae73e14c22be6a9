"""The list of planted changes says the truth about the two example texts."""

import re
from collections import Counter

import pytest

from checker.domain import Label
from tests.examples.planted import REPUBLISHED, SOURCE, Change, Furniture, Harmless, expected

SOURCE_TEXT = SOURCE.read_text(encoding="utf-8")
REPUBLISHED_TEXT = REPUBLISHED.read_text(encoding="utf-8")

TEXTS = [
    *(pytest.param(SOURCE_TEXT, text, id=f"source: {text[:40]}") for text in expected().source_texts()),
    *(
        pytest.param(REPUBLISHED_TEXT, text, id=f"republished: {text[:40]}")
        for text in expected().republished_texts()
    ),
]
CHANGES = [pytest.param(change, id=change.id) for change in expected().changes]
HARMLESS = [pytest.param(entry, id=entry.id) for entry in expected().harmless]
FURNITURE = [pytest.param(entry, id=entry.id) for entry in expected().furniture]


def as_words(quote: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(quote)}(?!\w)")


@pytest.mark.parametrize(("article", "text"), TEXTS)
def test_a_listed_sentence_stands_in_its_text_once(article: str, text: str) -> None:
    assert article.count(text) == 1


@pytest.mark.parametrize(
    ("article", "texts"),
    [
        pytest.param(SOURCE_TEXT, expected().source_texts(), id="source"),
        pytest.param(REPUBLISHED_TEXT, expected().republished_texts(), id="republished"),
    ],
)
def test_every_sentence_is_listed(article: str, texts: list[str]) -> None:
    for text in texts:
        article = article.replace(text, "", 1)

    assert set(article) <= set("#\n ")


def test_no_sentence_and_no_id_is_listed_twice() -> None:
    texts = expected().source_texts() + expected().republished_texts()
    ids = [entry.id for entry in expected().entries]

    assert [text for text, times in Counter(texts).items() if times > 1] == []
    assert [name for name, times in Counter(ids).items() if times > 1] == []


@pytest.mark.parametrize("change", CHANGES)
def test_quotes_name_whole_words_and_stand_once(change: Change) -> None:
    source, republished = " ".join(change.source), " ".join(change.republished)

    assert len(as_words(change.source_quote).findall(source)) == 1
    assert len(as_words(change.republished_quote).findall(republished)) == 1
    assert not as_words(change.source_quote).search(republished)


@pytest.mark.parametrize("entry", HARMLESS)
def test_a_harmless_rewording_does_reword(entry: Harmless) -> None:
    assert " ".join(entry.source) != " ".join(entry.republished)


def test_only_the_moved_paragraph_is_out_of_order() -> None:
    pairs = sorted(expected().paired, key=lambda pair: SOURCE_TEXT.index(pair.source[0]))
    moved = [isinstance(pair, Harmless) and pair.moved for pair in pairs]
    positions = [REPUBLISHED_TEXT.index(pair.republished[0]) for pair in pairs]
    staying = [position for position, away in zip(positions, moved, strict=True) if not away]

    assert any(moved)
    assert staying == sorted(staying)
    assert all(position < max(staying) for position, away in zip(positions, moved, strict=True) if away)
    assert all(moved[moved.index(True) :])


@pytest.mark.parametrize("entry", FURNITURE)
def test_page_furniture_is_a_line_of_its_own(entry: Furniture) -> None:
    article = SOURCE_TEXT if entry.side == "source" else REPUBLISHED_TEXT

    assert entry.line in [line.lstrip("# ") for line in article.splitlines()]


def test_every_label_occurs_but_the_missing_answer() -> None:
    assert {entry.label for entry in expected().entries} == set(Label) - {Label.UNDETERMINED}


def test_the_changes_are_many_and_of_many_kinds() -> None:
    kinds = {change.kind for change in expected().changes}

    assert len(expected().changes) >= 12
    assert len(kinds) >= 10


def test_some_changes_need_more_than_rules() -> None:
    assert {change.rules_can_see for change in expected().changes} == {True, False}


def test_splits_and_merges_occur() -> None:
    shapes = {(len(entry.source), len(entry.republished)) for entry in expected().harmless}

    assert {(1, 1), (1, 2), (2, 1)} <= shapes
