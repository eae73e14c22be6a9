"""The embedded texts keep what the self-test promises of them."""

import re

import pytest

from checker.selftest import texts
from checker.selftest.layouts import ENCODINGS, LAYOUTS
from checker.selftest.relations import RELATIONS
from checker.selftest.texts import Kind, Story

KINDS = (*texts.planted(), *texts.harmless())
_GLITCH = re.compile(r"  | [.,;:]|,,|\.\.|^ | $")


def test_there_are_twenty_kinds_of_each_and_no_name_twice() -> None:
    names = [kind.name for kind in KINDS] + list(RELATIONS)

    assert len(texts.planted()) == len(texts.harmless()) == 20
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_has_ten_different_pairs_that_read_well(kind: Kind) -> None:
    sources = [pair.source for pair in kind.pairs]
    copies = [pair.copy(range(pair.planted)) for pair in kind.pairs]

    assert len(set(sources)) == len(sources) == 10
    assert all(source != copy for source, copy in zip(sources, copies, strict=True))
    assert [text for text in (*sources, *copies) if _GLITCH.search(text)] == []


@pytest.mark.parametrize("kind", texts.planted(), ids=lambda kind: kind.name)
def test_only_planted_kinds_plant_something(kind: Kind) -> None:
    assert all(pair.planted for pair in kind.pairs)


def test_harmless_kinds_plant_nothing() -> None:
    assert not any(pair.planted for kind in texts.harmless() for pair in kind.pairs)


@pytest.mark.parametrize("story", texts.stories(), ids=lambda story: story.name)
def test_an_article_has_room_for_every_relation(story: Story) -> None:
    last = story.text.planted - 1
    copy = story.text.copy(range(story.text.planted), split=True)

    assert all(len(set(story.text.places([first, last]))) == 2 for first in (0, 1))
    assert story.text.copy(split=True) != story.text.copy() != story.text.source
    assert not any(_GLITCH.search(line) for line in (*copy.split("\n\n"), *story.text.source.split("\n\n")))


@pytest.mark.parametrize("name", [*LAYOUTS, *ENCODINGS])
def test_a_layout_changes_every_article_and_keeps_its_words(name: str) -> None:
    layout = {**LAYOUTS, **ENCODINGS}[name]
    for story in texts.stories():
        text = story.text.source

        article = layout.read(text, language="en")

        assert layout.written(text) != text.encode()
        assert re.findall(r"\w+", article.text) == re.findall(r"\w+", text)
