"""HTML cut into tags and text, whatever its state."""

import html
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.reading.assembly import Stretch
from checker.reading.markup import Tag, tokens


def written(source: str) -> str:
    """Tags as `<name>`, text as it reads."""
    return "".join(
        token.text if isinstance(token, Stretch) else f"<{'/' * token.closing}{token.name}>"
        for token in tokens(source)
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("<P CLASS=x>a</P >", "<p>a</p>", id="capitals"),
        pytest.param('<a title="a > b">x</a>', "<a>x</a>", id="bracket in a quoted value"),
        pytest.param("<a title='a \" > b'>x", "<a>x", id="quotation mark in a quoted value"),
        pytest.param("<p don't>x</p>", "<p>x</p>", id="stray apostrophe"),
        pytest.param('<a href="x>y</a>', "<a>y</a>", id="value that never ends"),
        pytest.param("a<!-- <p> -->b", "ab", id="comment"),
        pytest.param("a<!-- b", "a b", id="comment that never ends"),
        pytest.param("<!DOCTYPE html><?php x ?>a", "a", id="declarations"),
        pytest.param("<script>if (a<b) '</p>'</script>c", "<script></script>c", id="script"),
        pytest.param("<style>a</STYLE>c", "<style></style>c", id="style"),
        pytest.param("<script>x", "<script>x", id="script that never ends"),
        pytest.param("3 < 4 <5 <", "3 < 4 <5 <", id="less than"),
        pytest.param("AT&amp;T &lt;b&gt; &#8217;&#x2019; &eacute;", "AT&T <b> ’’ é", id="references"),
        pytest.param(
            "&copy2020 &amp &notit; &nosuch; R&D &", "©2020 & ¬it; &nosuch; R&D &", id="bare references"
        ),
        pytest.param("&#55357;&#0;", "\ufffd\ufffd", id="references to no character"),
        pytest.param("a &#1;&#31b", "a   b", id="references to control characters"),
    ],
)
def test_tokens(source: str, expected: str) -> None:
    assert written(source) == expected


@settings(deadline=None)
@given(st.text(alphabet="<>/!-&;#abAMP\"'= x\n😀é", max_size=60))
def test_every_stretch_is_what_the_file_says_there(source: str) -> None:
    place = 0
    for token in tokens(source):
        assert place <= token.start < token.end <= len(source)
        place = token.end
        if isinstance(token, Stretch):
            assert html.unescape(source[token.start : token.end]) == token.text
        else:
            assert isinstance(token, Tag)
            assert re.match("</?[a-zA-Z]", source[token.start : token.end])


@pytest.mark.parametrize(
    "piece",
    [
        "<!--",
        "<a ",
        "<a x='",
        '<a x="<',
        "&",
        "&a",
        "&#",
        "<script>",
        "<style><",
        "</",
        "<p>x",
        "= ",
        "<a = ",
        "<![CDATA[",
    ],
)
def test_hostile_repetitions_take_linear_time(piece: str) -> None:
    source = piece * (200_000 // len(piece))
    begin = time.process_time()

    for _ in tokens(source):
        pass

    assert time.process_time() - begin < 2
