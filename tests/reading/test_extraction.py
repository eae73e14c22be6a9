"""What the extractor gets to see of a page."""

import pytest

from checker.reading.extraction import closed


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param("<svg><path/></svg><p>a", "<svg><path/></svg><p>a", id="closed"),
        pytest.param("<svg onload=x><p>a</p>", "<svg onload=x></svg><p>a</p>", id="a paragraph closes it"),
        pytest.param("<SVG><H1>a", "<SVG></svg><H1>a", id="capitals"),
        pytest.param("<math><svg><p>a", "<math><svg></svg></math><p>a", id="one in the other"),
        pytest.param("<svg><svg></svg><p>a", "<svg><svg></svg></svg><p>a", id="one of two is open"),
        pytest.param("<svg/><p>a", "<svg/><p>a", id="closes itself"),
        pytest.param(
            "<svg><foreignObject><p>a</p></foreignObject></svg>",
            "<svg><foreignObject><p>a</p></foreignObject></svg>",
            id="a paragraph that belongs there",
        ),
        pytest.param("<p>a</p></svg>", "<p>a</p></svg>", id="an end without a beginning"),
    ],
)
def test_a_drawing_ends_where_a_browser_ends_it(page: str, expected: str) -> None:
    assert closed(page) == expected


@pytest.mark.parametrize("text", ["<svg ", "<svg>", "<svg><foreignobject>", "</svg>", "<p "])
def test_the_worst_page_takes_no_time_to_speak_of(text: str) -> None:
    assert len(closed(text * (300_000 // len(text)))) >= 299_000


def test_ends_without_a_beginning_are_not_searched_for_again() -> None:
    assert closed("<foreignobject>" * 20_000 + "</svg>" * 20_000).endswith("</svg>")
