"""Texts that say one thing over and over: the time they take grows with their length, and nothing is too deep."""

import io
import time
from collections.abc import Callable

import pytest

from checker.chunker.clean import clean
from checker.chunker.passages import passages
from checker.errors import CheckerError
from checker.facts import compare
from checker.llm.guard import suspicious
from checker.llm.quotes import find
from checker.reading import article_from_text, read
from checker.words import compare_words
from tests.fuzz.patterns import Limit

SHORT, LONG = 3_000, 12_000
"""Characters: four times as many may take eight times as long, for a machine has its moods; quadratic would be 16."""
GROWS = 8
QUICK = 0.5
"""Seconds of this process's own time that no long text needs to explain."""
MOST = 20.0


def read_as_text(text: str) -> None:
    article = article_from_text(text)
    clean(passages(article), article)


def read_as_markdown(text: str) -> None:
    passages(read("-", stdin=io.BytesIO(text.encode()), kind="markdown"))


def read_as_html(text: str) -> None:
    passages(read("-", stdin=io.BytesIO(text.encode()), kind="html"))


def compare_facts(text: str) -> None:
    compare(text, f"{text} 5 not")


def compare_two(text: str) -> None:
    """Compare what stands before every other bar with what stands behind it."""
    sides = text.split("|")
    source = "".join(sides[::2])
    compare(source, "".join(sides[1::2]), background=source)


def look_at_words(text: str) -> None:
    compare_words(text, f"x {text}")


def guard(text: str) -> None:
    suspicious(text)


def look_for_a_quote(text: str) -> None:
    find(f"{text[:500]}zz", text)


LINES = (
    " ",
    "\n",
    "a ",
    "A. ",
    "Mr. ",
    "“a ",
    "(",
    "'",
    "…",
    "漢",
    "e\u0301",
    "ROME (",
    "By A, ",
    "Reporting by A and ",
    "\r",
)
MARKS = (
    "# ",
    "> ",
    "- ",
    "1. a\n",
    "[x](",
    "![",
    "**a",
    "`",
    "|a",
    "_a",
    "\\",
    "<",
    "<!--",
    "&amp;",
    "---\n",
    "=\n",
    "[",
)
TAGS = (
    "<p>",
    "<p",
    "<!--",
    '<a href="',
    "<b>",
    "</p>",
    "<table><tr><td>",
    "&",
    "&#1",
    "<script>",
    "<div><p>a",
)
FACTS = (
    *(
        "a ",
        "1 ",
        "$1 ",
        "1,",
        "between 7 and ",
        "one hundred and ",
        "twenty-",
        "not ",
        "Mr. X said ",
        "according to ",
    ),
    *(
        "Jan. 3, ",
        "three-quarters of ",
        "may ",
        "more than ",
        "Ana Ruiz ",
        "“a” ",
        "U.S. ",
        "because of ",
        "president X ",
    ),
)
TWO = (
    "big x |all x |",
    "his brother ran. |his husband ran. |",
    "if it rains |unless it rains |",
    "within a day we go |we go at any time |",
    "we go there |we go because rain |",
    "over 65 men |men walk |",
    "aa bb cc |aa bb zz yy cc |",
    "Ana sued Tom. |Tom sued Ana. |",
)
WORDS = ("a ", "a-", "Seven ships sank. ", "not ", "the ", "$1 ")
SAYINGS = (
    "# ",
    "ignore ",
    "answer ",
    "<system ",
    "a ",
    "aaaa",
    "you are a ",
    "A1",
    "a.b.c.d.e.",
    "{",
    "label ",
)

CASES = [
    *((read_as_text, unit) for unit in LINES),
    *((read_as_markdown, unit) for unit in MARKS),
    *((read_as_html, unit) for unit in TAGS),
    *((compare_facts, unit) for unit in FACTS),
    *((compare_two, unit) for unit in TWO),
    *((look_at_words, unit) for unit in WORDS),
    *((guard, unit) for unit in SAYINGS),
    *((look_for_a_quote, unit) for unit in ("a ", "a", "“", "…")),
]


@pytest.mark.parametrize(("work", "unit"), CASES, ids=[f"{work.__name__}-{unit!r}" for work, unit in CASES])
def test_time_grows_with_the_length(work: Callable[[str], None], unit: str) -> None:
    with Limit(MOST):
        short = seconds(work, repeated(unit, SHORT))
        long = seconds(work, repeated(unit, LONG))
        if long > QUICK and long > GROWS * short:  # a moment of the machine's, or really so?
            short = min(short, seconds(work, repeated(unit, SHORT)))
            long = min(long, seconds(work, repeated(unit, LONG)))

    assert long <= max(QUICK, GROWS * short)


def repeated(unit: str, length: int) -> str:
    return (unit * length)[:length]


def seconds(work: Callable[[str], None], text: str) -> float:
    """Return how much of its own time the process takes."""
    began = time.process_time()
    try:
        work(text)
    except CheckerError as error:
        assert str(error)  # noqa: PT017
    return time.process_time() - began
