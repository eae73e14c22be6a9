import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.domain import Label, Severity
from checker.reports import markdown
from checker.reports.style import printable
from tests.reports import consumers
from tests.reports.build import audited, every_label, finding, gaps, place, quote, report_of

PUNCTUATION = "".join(chr(n) for n in range(33, 127) if not chr(n).isalnum())


def flagged(source: str, copy: str, old: str, new: str, *, fails: bool = True) -> str:
    there, here = place(source, line=3), place(copy, line=5)
    found = finding(source=quote(old, at=there), republished=quote(new, at=here))
    return markdown.render(
        report_of(
            audited(
                Label.DISTORTED,
                found,
                severity=Severity.MAJOR,
                confidence=0.912,
                fails=fails,
                source=(there,),
                republished=(here,),
            )
        )
    )


def test_a_pair_is_a_table_with_the_differing_words_in_bold() -> None:
    text = flagged("Seven ships sank.", "A loss of ($9.5) sank.", "Seven", "$9.5")

    assert text.startswith("## FAIL: copy.md departs from source.md in 1 place\n")
    assert "### Fails: 1\n" in text
    assert "**p1** distorted, major, confidence 0.91, id print-p1\n" in text
    assert "| source.md, line 3 | copy.md, line 5 |\n" in text
    assert r"| **Seven** ships sank. | A loss of (**\$9.5**) sank. |" in text
    assert "- number: seven became nine\n" in text


@pytest.mark.parametrize(
    ("copy", "new"),
    [
        pytest.param("cost$9 more", "$9", id="a sign after a letter opens nothing"),
        pytest.param("said 9%more", "9%", id="a sign before a letter closes nothing"),
        pytest.param("a 9 b", " 9", id="nor does a space"),
    ],
)
def test_words_are_not_bold_where_the_stars_would_be_seen(copy: str, new: str) -> None:
    text = flagged("Seven", copy, "Seven", new)

    assert "*" not in consumers.markdown_text(text)


def test_a_pass_and_what_only_one_side_has() -> None:
    text = markdown.render(
        report_of(
            audited(source=(place("a"),), republished=(place("b"),)),
            audited(Label.OMITTED, id_="p2", severity=Severity.MINOR, source=(place("x", line=7),)),
            audited(Label.OMITTED, id_="p3", severity=Severity.MINOR, source=(place("y", line=8),)),
            audited(Label.UNSUPPORTED, id_="p4", severity=Severity.MINOR, republished=(place("z", line=2),)),
            notes=("Sees numbers only.",),
        )
    )

    assert text.startswith("## PASS: copy.md says what source.md says, as far as this judge can see\n")
    assert "### Left out: 2\n\nsource.md, lines 7-8\n" in text
    assert "### Not in the source: 1\n\ncopy.md, line 2\n" in text
    assert "> Sees numbers only.\n" in text
    assert "| left out | 2 |" in text


def test_what_cannot_be_told_is_said() -> None:
    text = markdown.render(
        report_of(
            audited(Label.UNDETERMINED, reason="refusal: no", source=(place("a"),), republished=(place("b"),))
        )
    )

    assert text.startswith("## UNDETERMINED: not everything in copy.md could be compared")
    assert "**p1** undetermined, refusal: no" in text


def test_an_addition_that_fails_says_so() -> None:
    pair = audited(Label.UNSUPPORTED, severity=Severity.MINOR, fails=True, republished=(place("new"),))

    assert "### Not in the source (fails): 1" in markdown.render(report_of(pair))


def test_a_summary_never_outgrows_the_platform_and_says_what_is_missing() -> None:
    words = "&" * 1900
    pairs = [
        audited(
            Label.DISTORTED,
            finding(),
            id_=f"p{n}",
            severity=Severity.MAJOR,
            source=(place(words),),
            republished=(place(words),),
        )
        for n in range(100)
    ]

    text = markdown.render(report_of(*pairs))

    assert len(text.encode()) <= markdown.MOST_BYTES
    assert len(text.encode()) > markdown.MOST_BYTES - 25_000
    [left_out, total] = re.findall(r"\*\*Cut here: (\d+) of (\d+) sections are left out", text)[0]
    assert int(total) - int(left_out) - 3 == text.count("confidence") + text.count("distorted, major")


def test_no_word_becomes_a_mention_an_issue_or_an_address() -> None:
    text = markdown.escaped("@ana #12 https://a.example www.a.example WWW.b.example")

    assert not re.search(r"[@#]\w|(?<!\\)://|www(?<!\\)\.", text, re.IGNORECASE)
    assert consumers.markdown_text(text) == "@ana #12 https://a.example www.a.example WWW.b.example"


@given(st.text(st.sampled_from(PUNCTUATION + "ab1 é漢\t👩"), max_size=40))
def test_escaped_text_is_seen_as_it_is(text: str) -> None:
    line = " ".join(f"x {text} x".split())

    assert consumers.markdown_text(markdown.escaped(line)) == line


@given(
    st.text(st.sampled_from(PUNCTUATION + "ab1 é漢"), min_size=1, max_size=12),
    st.text(st.sampled_from(PUNCTUATION + "ab1 é漢"), max_size=4),
    st.text(st.sampled_from(PUNCTUATION + "ab1 é漢"), max_size=4),
)
def test_a_passage_with_bold_words_is_seen_as_it_is(words: str, before: str, after: str) -> None:
    copy = f"y{before}{words}{after}y"
    start = 1 + len(before)
    here = place(copy)
    span = replace(quote(copy, at=here), quote=words, start=start, end=start + len(words))
    pair = audited(
        Label.DISTORTED,
        finding(republished=span),
        severity=Severity.MAJOR,
        source=(place("source"),),
        republished=(here,),
    )

    rows = consumers.markdown(markdown.render(report_of(pair)))

    assert [row[1] for row in rows if row[0] == "source"] == [" ".join(printable(copy).split())]


def test_every_label_has_its_section() -> None:
    text = consumers.markdown_text(markdown.render(every_label()))

    assert all(
        title in text
        for title in ("Fails: 1", "To review (fails nothing by itself): 1", "Undetermined", "Left out: 1")
    )


def test_the_weightiest_gaps_say_why_they_matter_and_are_not_to_review() -> None:
    text = markdown.render(report_of(*gaps()))

    assert "To review" not in text
    listed = [line for line in text.splitlines() if line.startswith("- ")]
    assert len(listed) == 5
    assert listed[0] == "- p4, line 4, major: “Norway” stands nowhere. “1874” stands nowhere."
