"""Page furniture: what is marked, what must never be, and at what cost."""

import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.chunker.clean import clean
from checker.chunker.furniture.lines import LANGUAGES, matching, rules
from checker.chunker.passages import passages
from checker.domain import Passage
from checker.errors import InputError
from checker.reading import article_from_text, read
from checker.reading.language import language_of
from tests.shared import EXAMPLES, needs_shared

PAGES = Path(__file__).with_name("pages")
Line = tuple[bool, str]
"""Whether a line is furniture, and its text."""


def pages(table: Path) -> Iterator[tuple[str, list[Line]]]:
    """The pages of one file: their names and lines."""
    for page in table.read_text(encoding="utf-8").split("\n=== ")[1:]:
        name, *lines = page.splitlines()
        yield name, [(line[0] == "-", line[2:]) for line in lines if line[:2] in ("+ ", "- ")]


def cleaned(text: str) -> tuple[Passage, ...]:
    article = article_from_text(text)
    return clean(passages(article), article)


def marked(lines: list[str], joiner: str) -> list[bool]:
    """For each line of a page, whether it is marked as furniture."""
    text = joiner.join(lines)
    found = {passage.start: passage.furniture is not None for passage in cleaned(text)}
    starts = [sum(len(line) + len(joiner) for line in lines[:number]) for number in range(len(lines))]
    return [found[start] for start in starts]


@pytest.mark.parametrize("table", sorted(PAGES.glob("*.txt")), ids=lambda path: path.stem)
@pytest.mark.parametrize("joiner", ["\n", "\n\n"], ids=["lines", "paragraphs"])
def test_pages(table: Path, joiner: str) -> None:
    hits = false = missed = 0
    wrong: list[str] = []
    for name, lines in pages(table):
        guesses = marked([text for _, text in lines], joiner)
        for (furniture, text), guess in zip(lines, guesses, strict=True):
            hits += furniture and guess
            false += guess and not furniture
            missed += furniture and not guess
            if furniture != guess:
                wrong.append(f"{name}: {text}")

    assert hits / (hits + false) >= 0.97, wrong
    assert hits / (hits + missed) >= 0.97, wrong


def test_there_are_pages_enough() -> None:
    found = {name: lines for table in PAGES.glob("*.txt") for name, lines in pages(table)}
    languages = Counter(
        language_of("\n".join(text for furniture, text in found[name] if not furniture)) for name in found
    )

    assert len(found) >= 60
    assert len(languages.keys() - {None}) >= 8


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param("See also  Storm over the bay: live", "link to another story", id="see also"),
        pytest.param("Leave a Reply", "comment form", id="comment form"),
        pytest.param("By Jane Doe and John Roe, The Herald", "byline", id="byline"),
        pytest.param("Share this article", "share line", id="share"),
        pytest.param("We use cookies to improve your visit.", "cookie notice", id="cookies"),
        pytest.param("This story has been updated with additional reporting.", "update note", id="update"),
        pytest.param("Sign up for our newsletter", "newsletter", id="newsletter"),
        pytest.param("Source: CNN", "source line", id="source"),
        pytest.param("Photo: Jane Doe/AP", "photo credit", id="photo credit"),
        pytest.param("ROME (Reuters) -", "dateline", id="dateline alone"),
        pytest.param("ADVERTISEMENT", "advertising", id="advertising"),
        pytest.param("Home > World > Asia", "navigation", id="navigation"),
        pytest.param("© 2024 Hallam Post", "copyright", id="copyright"),
        pytest.param("Published: 11:02 EST, 3 May 2024", "publication date", id="date"),
        pytest.param("* * *", "no words", id="no words"),
        pytest.param("ROME (Reuters) - The pope spoke.", None, id="dateline with its sentence"),
        pytest.param("Share prices fell.", None, id="share prices"),
        pytest.param("See also the annex, which has the figures.", None, id="see also, a sentence"),
        pytest.param("Source: CNN, which said it was wrong about the date.", None, id="source, a sentence"),
        pytest.param("By Friday all had left.", None, id="by Friday"),
    ],
)
def test_reasons(line: str, reason: str | None) -> None:
    story = "The ferry across the bay will run until 2031, the council of Port Lindow said on Tuesday."

    passage = cleaned(f"Ferry stays for ten more years\n\n{story}\n\n{line}")[2]

    assert passage.furniture == reason


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            [
                "Local News",
                "Flooded library to reopen with fewer books",
                "Some 9,000 volumes could not be saved",
                "The public library that was flooded in November will reopen on Monday, the county said.",
            ],
            [True, False, False, False],
            id="a heading, a headline and what explains it",
        ),
        pytest.param(
            [
                "会員登録",
                "老舗の銭湯、六十年ぶりに改装",
                "シェア",
                "創業百年の銭湯が六十年ぶりの改装工事を終え、一日に営業を再開した。",
            ],
            [True, False, True, False],
            id="a Japanese story is as long in half the letters",
        ),
        pytest.param(
            [
                "Werft baut wieder Schiffe aus Holz",
                "8. März 2025, 6:00 Uhr",
                "In Kappeln entsteht zum ersten Mal seit sechzig Jahren ein Frachtschiff, das aus Holz ist.",
            ],
            [False, True, False],
            id="the day of a date is no mark of a list",
        ),
    ],
)
def test_what_stands_above_a_story(lines: list[str], expected: list[bool]) -> None:
    assert marked(lines, "\n") == expected


STORY = (
    "The mayor of Springfield resigned on Monday after weeks of protests over the new bridge.",
    "She said that she would stay in office until March and then leave the council for good.",
    "Her deputy, a former engineer, takes over until the election, the council's clerk said.",
)


@pytest.mark.parametrize("place", range(len(STORY) + 1))
def test_lines_of_a_story_are_never_marked(place: int) -> None:
    table = Path(__file__).with_name("story_lines.txt").read_text(encoding="utf-8")
    lines = table.splitlines()[1:]
    wrong = [
        line
        for line in lines
        if any(marked(["Mayor resigns over bridge", *STORY[:place], line, *STORY[place:]], "\n"))
    ]

    assert len(lines) > 200
    assert not wrong


@pytest.mark.parametrize("language", ["common", *LANGUAGES])
def test_every_pattern_is_linear(language: str) -> None:
    hostile = [
        "a" * 600,
        "a " * 300,
        "home > " * 90,
        "[" * 600,
        "1" * 600,
        "share " * 100,
        "a/" * 300,
        "by a, " * 100,
    ]
    asked = rules((language,))
    assert len(asked) > len(rules(())) - (language == "common")
    begin = time.process_time()

    for line in hostile:
        matching(line, asked, frozenset({"top", "inside", "end"}))

    assert time.process_time() - begin < 1


@pytest.mark.parametrize(
    "piece", ["By A ", "(", "a/", "See also ", "\n", "A\n", "© ", "A. ", "1 ", "Comments\n", "Related\n"]
)
def test_hostile_texts_take_linear_time(piece: str) -> None:
    size = 20_000 if "\n" in piece else 100_000
    text = "A story. " + piece * (size // len(piece))
    begin = time.process_time()

    cleaned(text)

    assert time.process_time() - begin < 10


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Share",
                "By Jane Doe",
                "Related",
                "A b c d e",
                "It rained all day in the old town, and the river rose by a meter.",
                "3 Comments",
                "Reply",
                "Jo says:",
                "",
                "*",
            ]
        )
    )
)
def test_nothing_is_lost_and_nothing_but_the_reason_changes(lines: list[str]) -> None:
    text = "\n".join(lines)
    try:
        article = article_from_text(text)
    except InputError:
        return
    before = passages(article)

    after = clean(before, article)

    assert [(p.index, p.start, p.end, p.text) for p in after] == [
        (p.index, p.start, p.end, p.text) for p in before
    ]


def test_what_the_markup_calls_furniture_stays_so(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<nav>All the news from the coast</nav><p>The ferry will run until 2031, the council said.</p>"
    )
    article = read(str(path))

    assert [passage.furniture for passage in clean(passages(article), article)] == ["navigation", None]


@needs_shared
def test_the_real_pair() -> None:
    expected = {
        "source.txt": ["Source: CNN"],
        "republished.txt": [
            "See also Freddie Freeman",
            "See also Russia-Ukraine",
            "See also Naomi Iron",
            "This story has been updated with additional reporting.",
            "Leave a Reply",
            "Your email address will not be published.",
            "Required fields are marked *",
        ],
    }
    for name, beginnings in expected.items():
        article = read(str(EXAMPLES / name))
        furniture = [
            " ".join(passage.text.split())
            for passage in clean(passages(article), article)
            if passage.furniture
        ]
        assert len(furniture) == len(beginnings)
        assert all(text.startswith(start) for text, start in zip(furniture, beginnings, strict=True))
