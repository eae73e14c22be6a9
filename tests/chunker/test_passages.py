"""Passages: sentences where they begin and end, nothing lost, everything bounded."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.chunker.passages import LONGEST, passages
from checker.domain import Article, Block, BlockKind
from checker.errors import InputError
from checker.reading import article_from_text


def split(text: str, language: str = "en") -> list[str]:
    return [passage.text for passage in passages(article_from_text(text, language=language))]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The rain stopped at noon.| The river went on rising all day.", id="two sentences"),
        pytest.param(
            "He met Mr. J. K. Smith in the U.S. on Monday.| They spoke for an hour.", id="U.S., initials"
        ),
        pytest.param(
            "The U.S. Navy sent a ship.| It arrived on the U.S. Gulf coast.", id="U.S. before a name"
        ),
        pytest.param("Bus No. 5 was 3.5 percent late.| It cost $2.5 million a year.", id="No., decimals"),
        pytest.param(
            "Sen. Ray, Gov. Day and Gen. May met on Jan. 5 at 5 p.m. Monday in St. Louis.", id="titles, dates"
        ),
        pytest.param("Adm. Jane Roe led the fleet.| Lt. Tom Poe did not.", id="ranks"),
        pytest.param("Acme Inc. of Delby bought Bolt Corp. for a song.", id="companies"),
        pytest.param("“I will not go. It is late,” he said to them.| Then he left the room.", id="quotation"),
        pytest.param(
            '"I will not go. It is late," he said to them.| Then he left the room.', id="straight quotation"
        ),
        pytest.param(
            "“Go. Now. Run!” she cried out loud.| Nobody in the room moved.", id="short ones in a quotation"
        ),
        pytest.param("The mayor spoke for an hour.| He declined to comment on it.", id="short sentence"),
        pytest.param(
            "Asked about the cable, Price paused. He declined.", id="very short sentence joins the one before"
        ),
        pytest.param("No. The mayor did not say that at all.", id="very short sentence joins the one after"),
        pytest.param("Never. Not once. Not ever.", id="only short ones"),
        pytest.param("He won.", id="one short sentence"),
        pytest.param(
            "The forms were new.| Relief came in other formsLike not voting in the council.",
            id="glued words stay",
        ),
        pytest.param("Biden can go soon To further consult with allies there.", id="capital in mid-sentence"),
        pytest.param("Yahoo! bought the small firm.| It paid far too much.", id="name with a mark"),
        pytest.param(
            "Was it him? she asked nobody in particular.| Nobody gave her an answer.",
            id="small letter goes on",
        ),
        pytest.param("They waited… and waited for the bus.| It did not come.", id="ellipsis in mid-sentence"),
        pytest.param(
            "“It fell all day. It rose again.| “It fell at night,” he said.",
            id="quotation mark that never closes",
        ),
    ],
)
def test_english(text: str) -> None:
    assert split(text.replace("|", "")) == [piece.strip() for piece in text.split("|")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param(
            "de", "Prof. Dr. Müller kam am 3. Mai nach Köln.| Er ging z. B. nie nach Hause.", id="German"
        ),
        pytest.param(
            "de",
            "„Ich gehe. Du bleibst“, sagte er zu ihr.| Dann ging er aus dem Haus.",
            id="German quotation",
        ),
        pytest.param("fr", "M. Dupont est venu de loin.| Mme. Roy est restée chez elle.", id="French titles"),
        pytest.param(
            "fr", "« Je pars. Tu restes », dit-il à sa sœur.| Puis il est parti.", id="French quotation"
        ),
        pytest.param(
            "es", "El Sr. López llegó a las 5 p. m. del lunes.| ¿Quién lo esperaba en casa?", id="Spanish"
        ),
        pytest.param("ru", "Мэр города ушёл в отставку.| Об этом сообщил его заместитель.", id="Russian"),
        pytest.param("ja", "市長は月曜日に辞任した。|副市長が後を継ぐことになった。", id="Japanese"),
        pytest.param("zh", "市长在星期一宣布辞职。|副市长将接替他的职务。", id="Chinese"),
        pytest.param("zh", "市长在星期一宣布辞职。他拒绝。", id="Chinese, very short"),
        pytest.param("ar", "استقال رئيس البلدية يوم الاثنين.| هل يعرف أحد السبب الحقيقي؟", id="Arabic"),
        pytest.param("hi", "महापौर ने सोमवार को इस्तीफा दिया।| उनके उप ने पद संभाला है।", id="Hindi"),
        pytest.param("th", "นายกเทศมนตรีลาออกเมื่อวันจันทร์ รองนายกเทศมนตรีจะรับตำแหน่งต่อ", id="Thai"),
        pytest.param("xx", "The rain stopped at noon.| The river went on rising.", id="unknown language"),
    ],
)
def test_other_languages(language: str, text: str) -> None:
    assert split(text.replace("|", ""), language) == [piece.strip() for piece in text.split("|")]


def test_headings_and_paragraphs_are_never_joined() -> None:
    article = article_from_text(
        "Mayor goes. Why?\n\nIt rained.\n\nThe mayor left the town hall at noon on Monday."
    )

    found = passages(article)

    assert [(p.index, p.paragraph, p.kind, p.text) for p in found] == [
        (0, 0, BlockKind.HEADING, "Mayor goes. Why?"),
        (1, 1, BlockKind.PARAGRAPH, "It rained."),
        (2, 2, BlockKind.PARAGRAPH, "The mayor left the town hall at noon on Monday."),
    ]


def test_passages_keep_why_their_block_is_furniture() -> None:
    article = Article(
        name="x",
        raw="Home. Away.",
        text="Home. Away.",
        blocks=(Block(start=0, end=11, furniture="menu"),),
        sha256="",
    )

    assert [passage.furniture for passage in passages(article)] == ["menu"]


ANY_TEXT = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from(
            [
                "A b c d. ",
                "No. ",
                "“",
                "” ",
                '"',
                "U.S. ",
                "é",
                "😀",
                "e\u0301 ",
                "\n",
                "\r\n\r\n",
                "。",
                "x" * 99,
                " ",
                "Mr. ",
                "? ",
            ]
        )
    ).map("".join),
)


@given(ANY_TEXT, st.sampled_from(["en", "de", "fr", "ja", "th", "xx"]))
def test_every_letter_is_in_exactly_one_passage(text: str, language: str) -> None:
    try:
        article = article_from_text(text, language=language)
    except InputError:
        return
    found = passages(article)
    assert [passage.index for passage in found] == list(range(len(found)))
    assert all(article.text[p.start : p.end] == p.text == p.text.strip() != "" for p in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert "".join("".join(p.text.split()) for p in found) == "".join(article.text.split())
    assert all(len(p.text) <= 2 * LONGEST for p in found)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("word " * 200_000, id="no full stop"),
        pytest.param("x" * 1_000_000, id="no space"),
        pytest.param("漢" * 1_000_000, id="no space, Chinese"),
        pytest.param("“A b c. " * 120_000, id="quotation marks that never close"),
        pytest.param("“" * 300_000, id="nothing but quotation marks"),
        pytest.param("A. " * 300_000, id="initials"),
        pytest.param("e" + "\u0301" * 300_000, id="nothing but accents"),
        pytest.param("“" + "He said it. " * 80_000 + "”", id="one quotation"),
    ],
)
def test_a_megabyte_without_an_end_is_cut_in_linear_time(text: str) -> None:
    begin = time.process_time()

    found = split(text)

    assert time.process_time() - begin < 20
    assert max(map(len, found)) <= 2 * LONGEST
    assert sum(map(len, found)) > 0.5 * len(text)


def test_long_passages_are_cut_where_sentences_end() -> None:
    quotation = "“" + "The committee met again and did not agree on anything at all. " * 40 + "”"

    found = split(quotation)

    assert len(found) > 1
    assert all(text.endswith(("at all.", "at all. ”")) for text in found)


def test_speed() -> None:
    text = "The council of Port Lindow voted on Tuesday to keep the last ferry across the bay. " * 10 + "\n\n"
    begin = time.process_time()

    split(text * 1250)  # 200,000 words

    assert time.process_time() - begin < 3
