"""Finding quantities with their unit, and what is none."""

import pytest

from checker.facts.quantities import Quantity, quantities
from checker.facts.sameness import same
from checker.facts.tokens import read


def only(text: str) -> Quantity:
    [quantity] = quantities(read(text))
    return quantity


@pytest.mark.parametrize(
    ("text", "value", "dimension", "bound"),
    [
        pytest.param("It cost $1.5 million.", 1.5e6, "money", "", id="money sign"),
        pytest.param("It cost USD 20.", 20, "money", "", id="money code"),
        pytest.param("It cost 30 euros.", 30, "money", "", id="money word"),
        pytest.param("It cost 80 cents.", 0.8, "money", "", id="cents"),
        pytest.param("About 22% agreed.", 0.22, "percent", "about", id="percent sign"),
        pytest.param(
            "About just the only 22% agreed.", 0.22, "percent", "about", id="fillers after the bound"
        ),
        pytest.param(
            "The a " * 2_000 + "22% agreed.", 0.22, "percent", "", id="nothing but fillers before it"
        ),
        pytest.param("It rose 5 percentage points.", 0.05, "points", "", id="percentage points"),
        pytest.param("It ran for 5 km.", 5000, "length", "", id="length"),
        pytest.param("It was 95 degrees Fahrenheit.", 35, "temperature", "", id="temperature"),
        pytest.param("It drove at 50 miles per hour.", 80.4672, "speed", "", id="speed"),
        pytest.param("It burned 3 square miles.", 7769964.2, "area", "", id="area"),
        pytest.param("It closes at 3pm.", 54000, "clock", "", id="clock"),
        pytest.param("It closes at 15:00.", 54000, "clock", "", id="24 hours"),
        pytest.param("More than 300 came.", 300, "count", "over", id="more than"),
        pytest.param("No fewer than 300 came.", 300, "count", "over", id="no fewer than"),
        pytest.param("Up to 300 came.", 300, "count", "under", id="up to"),
        pytest.param("300 or so came.", 300, "count", "about", id="or so"),
        pytest.param("It opens at half past nine in the morning.", 34200, "clock", "", id="half past"),
        pytest.param("It opens at a quarter to ten.", 35100, "clock", "", id="a quarter to"),
        pytest.param("It opens at 3.30 in the afternoon.", 55800, "clock", "", id="in the afternoon"),
        pytest.param("It killed 15 in the morning.", 15, "count", "", id="no hour"),
        pytest.param("A quarter of a million came.", 250_000, "count", "", id="a quarter of a million"),
        pytest.param("Two in three agreed.", 2 / 3, "part", "", id="so many in three"),
        pytest.param("They won 3-1.", 3, "score", "", id="score"),
        pytest.param("One in four agreed.", 0.25, "part", "", id="one in so many"),
        pytest.param("Some 9 in 10 agreed.", 0.9, "part", "about", id="so many in ten"),
        pytest.param("It took half an hour.", 1800, "duration", "", id="half a unit"),
        pytest.param("It is a quarter of a mile long.", 402.336, "length", "", id="a quarter of a unit"),
    ],
)
def test_a_quantity(text: str, value: float, dimension: str, bound: str) -> None:
    found = only(text)

    assert found.value == pytest.approx(value)
    assert (found.dimension, found.bound) == (dimension, bound)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("COVID-19 and the F-16", id="names with numbers"),
        pytest.param("Call 555-123-4567.", id="telephone"),
        pytest.param("1. First things", id="list mark"),
        pytest.param("as shown [3]", id="reference"),
        pytest.param("a man and an owl", id="articles"),
    ],
)
def test_no_quantity(text: str) -> None:
    assert quantities(read(text)) == [] or [q.dimension for q in quantities(read(text))] == ["ordinal"]


@pytest.mark.parametrize(
    ("left", "right", "equal"),
    [
        pytest.param("5 km", "3.1 miles", True, id="conversion"),
        pytest.param("5 km", "5 miles", False, id="another unit"),
        pytest.param("25 megabytes", "25 gigabytes", False, id="data"),
        pytest.param("1500 kW", "1.5 megawatts", True, id="power"),
        pytest.param("20 milligrams", "20 grams", False, id="small weights"),
        pytest.param("110 pounds", "50 kg", True, id="pounds of weight"),
        pytest.param("1,497 dogs", "nearly 1,500 dogs", True, id="rounded with a word"),
        pytest.param("1,497 dogs", "1,500 dogs", True, id="rounded without"),
        pytest.param("1,500 dogs", "1,497 dogs", False, id="a copy cannot know more exactly"),
        pytest.param("1.5 km", "1 km", False, id="cutting off is no rounding"),
        pytest.param("14 dogs", "10 dogs", False, id="too coarse to be rounding"),
        pytest.param("14 dogs", "41 dogs", False, id="another number"),
        pytest.param("more than 9 dogs", "7 dogs", False, id="small numbers are exact"),
        pytest.param("1.500 men", "1,500 men", True, id="a point may divide thousands"),
        pytest.param("half the men", "50 percent of the men", True, id="part and percent"),
        pytest.param("one in four men", "a quarter of the men", True, id="one in so many and a part"),
        pytest.param("20 percent", "one in five", True, id="percent and one in so many"),
        pytest.param("one in four men", "one in five men", False, id="another part"),
        pytest.param("half an hour", "34 minutes", True, id="about half"),
        pytest.param("half an hour", "45 minutes", False, id="more than half"),
        pytest.param("half a century", "50 years", True, id="half a century"),
        pytest.param("90 minutes", "1.5 hours", True, id="duration"),
        pytest.param("$12", "€12", False, id="currency"),
        pytest.param("between 10 and 15 men", "10 to 15 men", True, id="range"),
        pytest.param("3-1", "1-3", False, id="score reversed"),
        pytest.param("3pm", "15:00", True, id="clock"),
        pytest.param("3pm", "3am", False, id="half a day off"),
        pytest.param("95 degrees Fahrenheit", "35 degrees Celsius", True, id="temperature"),
        pytest.param("22%", "22 percent", True, id="percent"),
        pytest.param("more than a dozen dogs", "more than ten dogs", True, id="a bound that follows"),
        pytest.param("more than fifteen dogs", "more than five dogs", False, id="one that says much less"),
        pytest.param("more than 500 dogs", "more than 400 dogs", False, id="a bound in figures is meant"),
        pytest.param("5 percent", "5 percentage points", False, id="percent and points"),
    ],
)
def test_same(left: str, right: str, equal: bool) -> None:
    assert same(only(left), only(right)) is equal
