"""Reading numbers from digits and words."""

import pytest

from checker.facts.numerals import digits, numeral
from checker.facts.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("1,497", 1497.0, id="English thousands"),
        pytest.param("1,497.5", 1497.5, id="thousands and decimals"),
        pytest.param("1.234,56", 1234.56, id="continental"),
        pytest.param("1.234.567", 1234567.0, id="continental thousands"),
        pytest.param("3,5", 3.5, id="decimal comma"),
        pytest.param("12,34,567", 1234567.0, id="Indian groups"),
        pytest.param("45\u00a0000", 45000.0, id="no-break space"),
        pytest.param("15:00", None, id="a time is no number"),
        pytest.param("1.2.3", None, id="a version is no number"),
    ],
)
def test_digits(text: str, value: float | None) -> None:
    assert digits(text) == value


@pytest.mark.parametrize(
    ("text", "value", "form"),
    [
        pytest.param("seven", 7, "plain", id="one word"),
        pytest.param("twenty-one people", 21, "plain", id="hyphen"),
        pytest.param("one hundred and five men", 105, "plain", id="and"),
        pytest.param("two dozen", 24, "plain", id="dozen"),
        pytest.param("a hundred", 100, "plain", id="a hundred"),
        pytest.param("1.5 million", 1.5e6, "plain", id="digits and scale"),
        pytest.param("£5m", None, "", id="starts at the number, not the sign"),
        pytest.param("5m", 5e6, "plain", id="glued scale"),
        pytest.param("two and a half million", 2.5e6, "plain", id="half in between"),
        pytest.param("half a million", 5e5, "plain", id="half a scale"),
        pytest.param("half of them", 0.5, "part", id="half"),
        pytest.param("two-thirds", 2 / 3, "part", id="thirds"),
        pytest.param("a quarter of it", 0.25, "part", id="a quarter"),
        pytest.param("3/4", 0.75, "part", id="written fraction"),
        pytest.param("third", 3, "ordinal", id="ordinal word"),
        pytest.param("twenty-first", 21, "ordinal", id="compound ordinal"),
        pytest.param("21st", 21, "ordinal", id="ordinal digits"),
        pytest.param("2 000", 2000, "plain", id="thousands set off by a space"),
        pytest.param("2010 300", 2010, "plain", id="a year before a number"),
        pytest.param("hours", None, "", id="no number"),
        pytest.param("a man", None, "", id="an article is no number"),
    ],
)
def test_numeral(text: str, value: float | None, form: str) -> None:
    found = numeral(tokenize(text), 0)

    assert (found and found.value, found.form if found else "") == (
        value if value is None else pytest.approx(value),
        form,
    )
