"""Reading and comparing dates."""

import pytest

from checker.facts.dates import Date, conflict, dates
from checker.facts.tokens import read


def only(text: str) -> Date:
    [date] = dates(read(text))
    return date


@pytest.mark.parametrize(
    ("text", "year", "month", "day"),
    [
        pytest.param("on 5 March 2024", 2024, 3, 5, id="day first"),
        pytest.param("on March 5, 2024", 2024, 3, 5, id="month first"),
        pytest.param("on the 5th of March 2024", 2024, 3, 5, id="ordinal"),
        pytest.param("on 2024-03-05", 2024, 3, 5, id="ISO"),
        pytest.param("on 25/03/2024", 2024, 3, 25, id="day first in digits"),
        pytest.param("on 03/25/2024", 2024, 3, 25, id="month first in digits"),
        pytest.param("on 05/03/2024", 2024, None, None, id="ambiguous digits keep the year"),
        pytest.param("on 5.3.2024", 2024, 3, 5, id="day first with full stops"),
        pytest.param("in March 2024", 2024, 3, None, id="month and year"),
        pytest.param("in Sept. 2001", 2001, 9, None, id="short month"),
        pytest.param("since 2009", 2009, None, None, id="year"),
        pytest.param("last May", None, 5, None, id="may after a preposition"),
    ],
)
def test_a_date(text: str, year: int | None, month: int | None, day: int | None) -> None:
    found = only(text)

    assert (found.year, found.month, found.day) == (year, month, day)


@pytest.mark.parametrize(
    "text",
    ["Theresa May spoke", "it may rain", "about 2000 people", "version 1.25.2024", "$1999", "march on"],
)
def test_no_date(text: str) -> None:
    assert dates(read(text)) == []


@pytest.mark.parametrize(
    ("left", "right", "answer"),
    [
        pytest.param("5 March 2024", "2024-03-05", False, id="formats"),
        pytest.param("5 March 2024", "March 5", False, id="year left out"),
        pytest.param("5 March", "6 March", True, id="day"),
        pytest.param("on Monday", "on Tuesday", True, id="weekday"),
        pytest.param("on Monday", "5 March", None, id="nothing to compare"),
        pytest.param("in 1964", "in the 1960s", False, id="year in its decade"),
        pytest.param("in 1974", "in the 1960s", True, id="year outside"),
        pytest.param("in the 1980s", "in the 80s", None, id="short decades are not read"),
        pytest.param("next week", "last week", True, id="past and future"),
        pytest.param("yesterday", "on Monday", None, id="yesterday may be Monday"),
    ],
)
def test_conflict(left: str, right: str, answer: bool | None) -> None:
    found = dates(read(left)), dates(read(right))
    if not found[1]:
        assert answer is None
    else:
        assert conflict(found[0][0], found[1][0]) is answer
