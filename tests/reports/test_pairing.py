"""The pairing as a picture, and why passages were paired."""

import json
import xml.etree.ElementTree as ET

import pytest

from checker.domain import Article, Pair
from checker.errors import UsageError
from checker.pipeline import run_pairing
from checker.reading import article_from_text
from checker.reports.pairing import render
from checker.reports.pairing_reasons import render_reasons

SOURCE = (
    "The council kept the last ferry across the bay on Tuesday.\n\n"
    "Hilda Brandt has led the council since May.\n\n"
    "About 11,000 passengers use the ferry every day.\n"
)
COPY = (
    "About 11,000 people use the ferry daily.\n\n"
    "On Tuesday the council kept the last ferry across the bay.\n\n"
    "A <library> of glass & steel opens next autumn.\n"
)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def paired() -> tuple[Article, Article, tuple[Pair, ...]]:
    source, copy = article_from_text(SOURCE), article_from_text(COPY)
    return source, copy, run_pairing(source, copy)


def test_the_picture_has_every_passage_and_a_ribbon_for_every_pair(
    paired: tuple[Article, Article, tuple[Pair, ...]],
) -> None:
    root = ET.fromstring(render(*paired, "svg"))

    assert len(root.findall(f".//{SVG}rect[@class='box']")) == 6
    titles = [path.findtext(f"{SVG}title") or "" for path in root.iter(f"{SVG}path")]
    assert len(titles) == 2
    assert sum(title.endswith("moved") for title in titles) == 1
    alone = [group.findtext(f"{SVG}text") for group in root.iter(f"{SVG}g") if group.get("class") == "alone"]
    assert sorted(map(str, alone)) == [
        "A <library> of glass & steel opens next autumn.",
        "Hilda Brandt has led the council since May.",
    ]


@pytest.mark.parametrize(
    "hostile",
    [
        pytest.param(
            "<script>alert(1)</script> ]]> &amp; \x00\x1b[31m\ufffe went by boat.",
            id="markup",
        ),
        pytest.param("渡し船は湾を渡る。" * 40, id="no spaces"),
        pytest.param("x" * 5000, id="one long word"),
    ],
)
def test_any_text_gives_a_picture_that_can_be_read(hostile: str) -> None:
    article = article_from_text(hostile)
    pairs = run_pairing(article, article)

    root = ET.fromstring(render(article, article, pairs, "svg"))

    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg",
        "title",
        "style",
        "rect",
        "text",
        "g",
        "path",
    }


def test_a_pair_is_explained_with_its_next_candidates(
    paired: tuple[Article, Article, tuple[Pair, ...]],
) -> None:
    pairs = paired[2]
    ferry = next(pair for pair in pairs if "11,000" in pair.republished_text)

    told = json.loads(render_reasons(*paired, ferry.id, "json"))

    first, *others = told["candidates"]
    assert first["linked"]
    assert first["source"]["text"] == "About 11,000 passengers use the ferry every day."
    assert {"ferry", "11,000"} & set(first["words"])
    assert others
    assert not any(other["linked"] or other["source"]["pair"] == ferry.id for other in others)
    assert first["score"] > max(other["score"] for other in others)


def test_a_passage_left_alone_is_explained_too(paired: tuple[Article, Article, tuple[Pair, ...]]) -> None:
    lonely = next(pair for pair in paired[2] if not pair.republished)

    text = render_reasons(*paired, lonely.id, "terminal")

    assert f"{lonely.id}  left out" in text
    assert "Hilda Brandt" in text
    assert "not linked" in text


def test_an_unknown_pair_is_one_clear_line(paired: tuple[Article, Article, tuple[Pair, ...]]) -> None:
    with pytest.raises(UsageError, match="no pair 'p99'") as caught:
        render_reasons(*paired, "p99", "terminal")

    assert "They go from p1 to p4" in caught.value.hint
