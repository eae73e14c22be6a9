"""Which language a text is in, and that a doubtful one gets none."""

from pathlib import Path

import pytest

from checker.reading import article_from_text, read
from checker.reading.language import NAMES, language_of

TEXTS: dict[str, str] = dict(
    line.split(" ", 1)
    for line in Path(__file__).with_name("languages.txt").read_text(encoding="utf-8").splitlines()[1:]
)


@pytest.mark.parametrize(("language", "text"), TEXTS.items(), ids=TEXTS)
def test_a_few_sentences_are_enough(language: str, text: str) -> None:
    assert language_of(text) == language


def test_every_language_but_the_pair_that_cannot_be_told_apart_is_tried() -> None:
    assert set(NAMES) - set(TEXTS) == {"da", "no"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("2031 – 12,5 %", id="no words"),
        pytest.param("The council voted.", id="too short"),
        pytest.param(
            "Arsenal v Chelsea, Everton v Fulham, Leeds v Derby, Bury v Hull, " * 3, id="a list of names"
        ),
        pytest.param("東京", id="two characters"),
        pytest.param(
            "Rådet sa at fergen vil gå over bukten til byen, og at det ikke er noen bro der. Det var to som ikke var "
            "for det, og de vil ha en bro til øya som en del av veien på den andre siden.",
            id="Norwegian or Danish",
        ),
    ],
)
def test_a_doubtful_text_gets_no_language(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize(
    ("text", "asked", "language"),
    [
        pytest.param(TEXTS["de"], "auto", "de", id="found out"),
        pytest.param(TEXTS["de"], "fr", "fr", id="asked for"),
        pytest.param("Ja.", "auto", "en", id="unknown is read as English"),
    ],
)
def test_the_language_of_an_article(text: str, asked: str, language: str) -> None:
    assert article_from_text(text, language=asked).language == language


def test_the_words_of_a_page_are_believed_more_than_its_template(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(f'<html lang="en"><body><p>{TEXTS["sv"]}</p></body></html>', encoding="utf-8")
    short = tmp_path / "b.html"
    short.write_text('<html lang="sv"><body><p>Hej och hå.</p></body></html>', encoding="utf-8")

    assert (read(str(page)).language, read(str(short)).language) == ("sv", "sv")
