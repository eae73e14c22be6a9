"""No regular expression takes more than linear time, whatever stands in a text of 100 kB."""

import re
import time
from collections import deque
from collections.abc import Callable
from typing import Any

import pytest

from tests.fuzz.patterns import LONG, Found, Limit, TooSlowError, calls_of, nasty_texts, patterns

SHORT = 4_000
SUSPECT = 0.008
"""Seconds for a short text from which on the long one is tried: one that backtracks needs twice as much."""
MOST = 1.0
"""Seconds for a long text. The slowest of ours takes a tenth of that, one that backtracks 5 to 10 or for ever."""

FOUND = patterns()


@pytest.mark.parametrize("found", FOUND, ids=[found.place for found in FOUND])
def test_a_pattern_takes_linear_time(found: Found) -> None:
    assert slow_on(found.pattern, calls=calls_of(found.place)) is None


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param(r"(?:a+)+b", id="nested repetition"),
        pytest.param(r"\s+$", id="blanks that do not end the text"),
        pytest.param(r"<!--.*?-->", id="comments that nothing ends"),
        pytest.param(r"#{2,}\s*(?:system|task)\b", id="a mark that begins anywhere in a run of itself"),
        pytest.param(r"(?:a|aa)+c", id="alternatives that overlap"),
    ],
)
def test_the_search_finds_a_careless_pattern(pattern: str) -> None:
    assert slow_on(re.compile(pattern), calls=set()) is not None


def slow_on(pattern: re.Pattern[Any], *, calls: set[str]) -> str | None:
    """Return the beginning of a text on which the pattern is slow."""
    texts = zip(nasty_texts(pattern, SHORT), nasty_texts(pattern, LONG), strict=True)
    for short, long in texts:
        if any(_slow(use, pattern, short, long) for use in _uses(calls)):
            return long[:60]
    return None


Use = Callable[[re.Pattern[Any], Any], object]


def _uses(calls: set[str]) -> list[Use]:
    """What the program does with it: a pattern that is only matched at one place need not be fast at every other."""
    if calls and calls <= {"match", "fullmatch"}:
        return [
            lambda pattern, text: pattern.match(text),
            lambda pattern, text: pattern.fullmatch(text),
        ]
    return [lambda pattern, text: deque(pattern.finditer(text), maxlen=0)]


def _slow(use: Use, pattern: re.Pattern[Any], short: str, long: str) -> bool:
    one, other = (text.encode() if isinstance(pattern.pattern, bytes) else text for text in (short, long))
    try:
        with Limit(MOST):
            began = time.process_time()
            use(pattern, one)
            if time.process_time() - began < SUSPECT:
                return False
        with Limit(MOST):
            use(pattern, other)
    except TooSlowError:
        return True
    return False
