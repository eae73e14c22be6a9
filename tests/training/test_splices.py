"""Splices: all words stand in the source, the claim does not."""

from random import Random

import pytest

from training.splices import Splice, splices

SOURCE = (
    "The mayor of Larn opened the new swimming pool on Friday. "
    "A ferry company cancelled all crossings to the islands on Monday. "
    "Two fishermen were rescued by the coast guard near Ostvik."
)


def found(source: str, tries: int = 40) -> list[Splice]:
    return [splice for seed in range(tries) for splice in splices(source, Random(seed))]


def test_a_splice_says_what_no_sentence_of_the_source_says() -> None:
    spliced = {splice.spliced for splice in found(SOURCE)}

    assert "The mayor of Larn cancelled all crossings to the islands on Monday." in spliced
    assert "A ferry company cancelled all crossings to the islands on Friday." in spliced
    assert not any(text in SOURCE for text in spliced)


def test_its_words_are_those_of_the_source() -> None:
    words = set(SOURCE.replace(".", "").split())

    assert all(set(splice.spliced.rstrip(".").split()) <= words for splice in found(SOURCE))


def test_the_changed_words_are_told() -> None:
    for splice in found(SOURCE):
        [(start, end)] = splice.changed
        assert splice.spliced[start:end].strip() in SOURCE
        assert splice.spliced[end:].strip() != ""


def test_the_faithful_counterpart_only_leaves_something_out() -> None:
    for splice in found(SOURCE):
        assert splice.faithful.rstrip(".") in SOURCE


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("The mayor of Larn opened the new swimming pool on Friday.", id="one sentence"),
        pytest.param(
            "The mayor of Larn opened the new swimming pool for children. He was cheered by the crowd for an hour.",
            id="a pronoun may mean the other subject",
        ),
        pytest.param("", id="nothing"),
    ],
)
def test_where_no_splice_would_surely_be_wrong_there_is_none(source: str) -> None:
    assert not [splice for splice in found(source) if splice.spliced.startswith("The mayor of Larn was")]
