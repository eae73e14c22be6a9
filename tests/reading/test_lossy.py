import re

import pytest

from checker.domain import Article, Block, OffsetMap
from checker.reading import article_from_text
from checker.reading.lossy import as_lossy, lost_characters

SOURCE = "“I’m finished,” said José. It’s £299 – not the UK’s first.\n\nThe “flight” – Zoë’s – is officially “off”."
COPY = "Im nished, said Jos. Its 299 not the UKs rst. The ight Zos is ofcially off."


def articles(source: str = SOURCE, copy: str = COPY) -> tuple[Article, Article]:
    return article_from_text(source), article_from_text(copy)


@pytest.mark.parametrize(
    ("source", "copy", "lost"),
    [
        pytest.param(SOURCE, COPY, True, id="nothing beyond ASCII is left"),
        pytest.param(SOURCE, SOURCE, False, id="nothing was lost"),
        pytest.param(SOURCE, COPY.replace("Im", "I'm"), False, id="quotes were only straightened"),
        pytest.param("Plain words — only.", "Plain words only.", False, id="too few to tell"),
        pytest.param(SOURCE, COPY + " é", False, id="one is left: they can be written"),
    ],
)
def test_a_copy_that_lost_its_characters_is_known_by_having_none(source: str, copy: str, lost: bool) -> None:
    assert lost_characters(*articles(source, copy)) is lost


def test_the_source_loses_the_same_and_keeps_its_words() -> None:
    lossy = as_lossy(*articles())

    assert re.findall(r"\w+", lossy.text) == re.findall(r"\w+", COPY)


def test_offsets_lead_back_to_the_file() -> None:
    source, copy = articles()
    lossy = as_lossy(source, copy)

    for words, in_file in (
        ("nished", "nished"),
        ("Jos", "Jos"),
        ("Im nished", "I’m finished"),
        ("299", "299"),
    ):
        start = lossy.text.index(words)
        assert lossy.raw[slice(*lossy.in_file(start, start + len(words)))] == in_file


def test_blocks_stay_the_same_blocks() -> None:
    source, copy = articles()
    lossy = as_lossy(source, copy)

    assert len(lossy.blocks) == len(source.blocks) == 2
    assert lossy.text[lossy.blocks[1].start : lossy.blocks[1].end].startswith("The ight")


def test_a_map_that_the_source_has_already_stays_right() -> None:
    raw = "<p>“A &amp; B” – <b>Zo</b>ë said.</p>"
    text = "“A & B” – Zoë said."
    source = Article(
        name="s.html",
        raw=raw,
        text=text,
        blocks=(Block(start=0, end=len(text)),),
        sha256="",
        offsets=OffsetMap(
            text_starts=(0, 3, 4, 10, 12, 19),
            file_starts=(3, 6, 11, 20, 26, 33),
            file_ends=(6, 11, 17, 22, 33, 33),
        ),
    )

    lossy = as_lossy(source, article_from_text("A & B Zo said."))

    for words, in_file in (("A & B", "A &amp; B"), ("Zo said", "Zo</b>ë said"), ("said.", "said.")):
        start = lossy.text.index(words)
        assert raw[slice(*lossy.in_file(start, start + len(words)))] == in_file
