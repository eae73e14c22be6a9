"""The planted changes of the real pair, where it is at hand; its texts are no part of this project."""

import re

import pytest

from checker.facts import compare
from tests.shared import EXAMPLES, needs_shared

SENTENCE_END = re.compile(r"(?<=[.”\"])\s+(?=[A-Z“\"])|\n+")


def sentence(file: str, word: str) -> str:
    """The sentence of a file that holds a word."""
    text = (EXAMPLES / file).read_text(encoding="utf-8")
    return next(part for part in SENTENCE_END.split(text) if word in part)


@needs_shared
@pytest.mark.parametrize(
    ("there", "here", "quotes"),
    [
        pytest.param("Ned Price", "Netflix", ("Ned Price", "Netflix"), id="name"),
        pytest.param("Ned Price", "Netflix", ("State Department", "Foreign Ministry"), id="office"),
        pytest.param("effectively", "effectively", ("struck", "attacked"), id="quoted verb"),
        pytest.param("effectively", "effectively", ("sustainment", "sustainability"), id="quoted noun"),
        pytest.param("MREs", "MREs", ("meal", "food"), id="quoted name"),
        pytest.param(
            "seven-hour",
            "seven-hour",
            ("a senior administration official", "a senior executive"),
            id="speaker",
        ),
    ],
)
def test_a_planted_change_is_found(there: str, here: str, quotes: tuple[str, str]) -> None:
    source, republished = sentence("source.txt", there), sentence("republished.txt", here)
    background = (EXAMPLES / "source.txt").read_text(encoding="utf-8")

    found = compare(source, republished, background=background)

    assert quotes in [
        (source[slice(*item.source)], republished[slice(*item.republished)])
        for item in found
        if item.source and item.republished
    ]


@needs_shared
@pytest.mark.parametrize(
    ("there", "here"),
    [
        pytest.param("not yet clear", "not yet clear", id="order of the clauses"),
        pytest.param("did not state", "does not explicitly", id="tense"),
        pytest.param("Indo-Pacific", "Indo-Pacific", id="quotation marks"),
        pytest.param("training center", "training center", id="US and American"),
    ],
)
def test_a_faithful_sentence_gives_no_finding(there: str, here: str) -> None:
    source, republished = sentence("source.txt", there), sentence("republished.txt", here)

    assert compare(source, republished) == ()
