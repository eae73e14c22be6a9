"""Furniture that shows by its shape: names, credits, sources, places."""

import pytest

from checker.chunker.furniture.shapes import (
    is_biography,
    is_dateline,
    is_name_with_role,
    is_source,
    names_in_byline,
    says_who,
)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        pytest.param("By Jane Doe", ("Jane Doe",), id="one name"),
        pytest.param("BY JANE DOE AND JOHN ROE", ("JANE DOE", "JOHN ROE"), id="capitals"),
        pytest.param(
            "By Jane Doe and John van der Roe, Reuters",
            ("Jane Doe", "John van der Roe", "Reuters"),
            id="two, agency",
        ),
        pytest.param("Von Marta Quill", ("Marta Quill",), id="German"),
        pytest.param("Автор: Марта Квилл", ("Марта Квилл",), id="Russian"),
        pytest.param("Analysis by Ola Berg", ("Ola Berg",), id="kind of article"),
        pytest.param("(Reporting by Jane Doe; Editing by John Roe)", ("Jane Doe",), id="credit"),
        pytest.param("By Friday Evening", (), id="a time"),
        pytest.param("By the numbers", (), id="no name"),
        pytest.param("Reporting by John Roe led to charges.", (), id="a sentence"),
        pytest.param("Produced by Jim Roe Pictures, the film was shown in May.", (), id="another sentence"),
    ],
)
def test_bylines(line: str, names: tuple[str, ...]) -> None:
    assert names_in_byline(line) == names


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Source: Marlow Herald", True, id="newspaper"),
        pytest.param("(Source: www.herald.example)", True, id="address"),
        pytest.param("Sources: AP, Reuters", True, id="agencies"),
        pytest.param("Source: talks have stalled", False, id="headline"),
        pytest.param("Sources: Ford to cut 3,000 jobs", False, id="headline with a name"),
    ],
)
def test_sources(line: str, expected: bool) -> None:
    assert is_source(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("ROME (Reuters) -", True, id="agency"),
        pytest.param("NAIROBI, Kenya —", True, id="country"),
        pytest.param("ROME", False, id="a place alone may be a heading"),
        pytest.param("ROME (Reuters) - The pope spoke.", False, id="with its sentence"),
    ],
)
def test_datelines(line: str, expected: bool) -> None:
    assert is_dateline(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Support us, the mayor pleaded.", True, id="who pleads"),
        pytest.param("“Click here,” she said.", True, id="after a quotation"),
        pytest.param("Support us, and share this page.", False, id="nobody"),
    ],
)
def test_lines_that_say_who_says_so(line: str, expected: bool) -> None:
    assert says_who(line) is expected


def test_a_biography_begins_with_a_name_from_the_byline() -> None:
    line = "Lena Abara is a professor of astronomy."

    assert is_biography(line, frozenset({"Dr. Lena Abara"}))
    assert not is_biography(line, frozenset({"Jane Doe"}))


def test_a_name_with_a_role() -> None:
    assert is_name_with_role("Dr. Lena Abara, University of Westmark")
    assert not is_name_with_role("By George, he did it")
