"""HTML pages: the article, what stands around it, and the way back to the file."""

import html
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.domain import Article
from checker.errors import InputError
from checker.reading.html import parse

PROSE = (
    "The mayor of Springfield resigned on Monday after weeks of protests over the new bridge.",
    "She said that she would stay in office until March and then leave the council for good.",
    "Her deputy, a former engineer, takes over until the election, the council's clerk said.",
    "The bridge was to open in June but has cost twice what was planned, auditors found.",
)
STORY = "".join(f"<p>{paragraph}</p>\n" for paragraph in PROSE)


def article(raw: str) -> Article:
    return parse(raw, name="x.html", language="en", sha256="")


def shown(raw: str) -> Iterator[tuple[str, str, str]]:
    """Reason or kind, readable text and text in the file, block by block."""
    found = article(raw)
    for block in found.blocks:
        start, end = found.in_file(block.start, block.end)
        yield block.furniture or block.kind.value, found.text[block.start : block.end], found.raw[start:end]


def readable(markup: str) -> str:
    """What is left of markup without its tags, its references resolved and white space made single."""
    return " ".join(html.unescape(re.sub("<[^>]*>", "", markup)).split())


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("<p>a <b>b</b>c</p>", [("paragraph", "a bc", "a <b>b</b>c")], id="tag inside a word"),
        pytest.param(
            "<p>R&amp;D&nbsp;&mdash; x", [("paragraph", "R&D — x", "R&amp;D&nbsp;&mdash; x")], id="references"
        ),
        pytest.param("<p> a\r\n  b\t</p>", [("paragraph", "a b", "a\r\n  b")], id="white space"),
        pytest.param("a<br>b", [("paragraph", "a b", "a<br>b")], id="line break"),
        pytest.param("a<br> <br>b", [("paragraph", "a", "a"), ("paragraph", "b", "b")], id="two line breaks"),
        pytest.param(
            "<ul><li>a<li>b</ul>c",
            [("list_item", "a", "a"), ("list_item", "b", "b"), ("paragraph", "c", "c")],
            id="list",
        ),
        pytest.param("<blockquote><p>a</blockquote>", [("quote", "a", "a")], id="quotation"),
        pytest.param("<pre>a\n  b</pre>", [("code", "a\n  b", "a\n  b")], id="preformatted"),
        pytest.param("<figure><figcaption>a</figcaption></figure>", [("caption", "a", "a")], id="caption"),
        pytest.param(
            "<table><tr><th>Year<th>Cost</tr><tr><td>2020</td><td>3 m</td></tr></table>",
            [("paragraph", "Year Cost", "Year<th>Cost"), ("paragraph", "2020 3 m", "2020</td><td>3 m")],
            id="table of short entries",
        ),
        pytest.param(
            "<table><tr><td>a<p>b</td><td>c</td></tr></table>",
            [("paragraph", "a", "a"), ("paragraph", "b", "b"), ("paragraph", "c", "c")],
            id="table for the layout",
        ),
        pytest.param(
            "<p><a href=1>a</a> <a href=2>b</a></p><p>c</p>",
            [("navigation", "a b", "a</a> <a href=2>b"), ("paragraph", "c", "c")],
            id="nothing but links",
        ),
        pytest.param("<h1>a</h1><p>b", [("heading", "a", "a"), ("paragraph", "b", "b")], id="heading"),
        pytest.param(
            "<script>x</script><style>y</style><noscript>z</noscript>a",
            [("paragraph", "a", "a")],
            id="not for reading",
        ),
        pytest.param(
            "<nav>n</nav><p>a</p><footer>f</footer>",
            [("navigation", "n", "n"), ("paragraph", "a", "a"), ("page footer", "f", "f")],
            id="surroundings",
        ),
        pytest.param(
            "<title>T &amp; x - Daily</title><body><p>a",
            [("heading", "T & x", "T &amp; x"), ("site name", "- Daily", "- Daily"), ("paragraph", "a", "a")],
            id="title",
        ),
        pytest.param(
            "<title>T - Daily</title><body><h1>T!</h1><p>a",
            [("heading", "T!", "T!"), ("paragraph", "a", "a")],
            id="title and h1",
        ),
        pytest.param(
            "<p>😀 e\u0301 “q”</p>",
            [("paragraph", "😀 e\u0301 “q”", "😀 e\u0301 “q”")],
            id="emoji, combining marks",
        ),
    ],
)
def test_small_pages(raw: str, expected: list[tuple[str, str, str]]) -> None:
    assert list(shown(raw)) == expected


def test_a_whole_page() -> None:
    page = f"""<!doctype html><html><head><title>Mayor leaves - Daily</title></head><body>
<header><a href="/">Daily</a></header><nav><ul><li><a href="/w">World</a><li><a href="/s">Sport</a></ul></nav>
<main><article><h1>Mayor leaves</h1>{STORY}<p><a href="/5">Five things to know about bridges</a></p>
<p>“It is time,” <em>she</em> said to reporters who had waited outside.</p></article>
<section class="comments" id="comments"><h3>Comments</h3><p>First!</p></section></main>
<aside><h3>Most read</h3><ul><li><a href="/m">Mayor leaves</a></ul></aside>
<footer><p>Copyright Daily 2026.</p></footer></body></html>"""

    found = list(shown(page))

    story = [text for reason, text, _ in found if reason in ("paragraph", "heading")]
    assert story == ["Mayor leaves", *PROSE, "“It is time,” she said to reporters who had waited outside."]
    reasons = {text: reason for reason, text, _ in found if text not in story}
    assert reasons == {
        "Daily": "outside the article",
        "World": "navigation",
        "Sport": "navigation",
        "Five things to know about bridges": "link to another story",
        "Comments": "outside the article",
        "First!": "outside the article",
        "Most read": "beside the article",
        "Copyright Daily 2026.": "page footer",
    }
    assert [reason for reason, text, _ in found if text == "Mayor leaves"] == [
        "heading",
        "beside the article",
    ]


@pytest.mark.parametrize(
    ("page", "asked", "language"),
    [
        pytest.param('<html lang="de-AT"><p>Ja.', "", "de", id="declared"),
        pytest.param("<html class=x lang=fr><p>Oui.", "", "fr", id="declared without quotes"),
        pytest.param("<html><p>Yes.", "", "", id="not declared"),
        pytest.param('<html lang="en"><p>Ja.', "de", "de", id="asked for"),
    ],
)
def test_language(page: str, asked: str, language: str) -> None:
    assert parse(page, name="x", language=asked, sha256="").language == language


def test_the_same_words_in_the_margin_are_not_the_article() -> None:
    page = f"<body><div class=teaser><p>{PROSE[1]}</p></div><article><h1>Mayor leaves</h1>{STORY}</article></body>"

    inside = [text for reason, text, _ in shown(page) if reason == "paragraph"]

    assert sorted(inside) == sorted(PROSE)


@settings(max_examples=40, deadline=None)  # the extractor takes its time
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<b>",
                "</b>",
                "<br>",
                "&amp;",
                "&nbsp;",
                "&eacute;",
                "a",
                "b ",
                " ",
                "\r\n",
                "😀",
                "e\u0301",
                "<li>",
                "<pre>",
                "<h1>",
                "</h1>",
                "<a href=x>",
                "</a>",
            ]
        )
    )
)
def test_every_block_is_what_the_file_says_there(pieces: list[str]) -> None:
    for _, text, markup in shown("".join(pieces)):
        assert " ".join(text.split()) == " ".join(readable(re.sub("(?i)<br>", " ", markup)).split())


@settings(max_examples=40, deadline=None)  # the extractor takes its time
@given(st.text(alphabet="<>/!-&;#abp\"'= x\n😀é\0", max_size=80))
def test_broken_pages_do_no_harm(raw: str) -> None:
    found = article(raw)

    starts = [found.in_file(place, place)[0] for place in range(len(found.text) + 1)]
    assert starts == sorted(starts)


def test_pages_nested_beyond_measure_are_bounded() -> None:
    found = article("<div>" * 20_000 + "deep" + "</div>" * 20_000)

    assert found.text == "deep"


def test_where_no_extractor_helps_the_main_element_is_the_article() -> None:
    deep = "<div>" * 300

    found = list(shown(f"<p>b</p><main>a</main>{deep}"))

    assert found == [("outside the article", "b", "b"), ("paragraph", "a", "a")]


def test_a_page_of_countless_tags_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.reading.page.MOST_TAGS", 1000)

    assert article("<b>" * 1000 + "a").text == "a"
    with pytest.raises(InputError, match="has more than 1,000 tags"):
        article("<b>" * 1001 + "a")
