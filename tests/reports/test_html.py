import base64
import hashlib
from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from checker.domain import Evidence, Kind, Label, Report
from checker.reports.html import render, render_index
from tests.reports.hostile import HOSTILE
from tests.reports.reports import every_label, pair, place, report

PAGE = render(every_label())
TREE = html.document_fromstring(PAGE)


def text_of(selector: str, tree: Any = TREE) -> list[str]:
    return [" ".join(" ".join(found.itertext()).split()) for found in tree.xpath(selector)]


def css(name: str) -> str:
    return f"contains(concat(' ', @class, ' '), ' {name} ')"


def row(number: int) -> Any:
    return TREE.xpath(f"//article[@id='f-{number:016x}']")[0]


def test_the_verdict_the_names_the_judge_and_what_it_cannot_see_stand_first() -> None:
    [head] = text_of(f"//header[{css('masthead')}]")

    assert text_of("//h1") == ["The copy departs from its source in 1 place."]
    assert "Source source.md Copy copy.md Judge rules@1" in head
    assert "Sees numbers only." in head


def test_every_passage_is_on_the_page_once_and_word_for_word() -> None:
    # Numbers and the words for those who hear the page are in `bdi` elements; the rest is the passage.
    shown = ["".join(p.xpath("text() | mark/text()")) for p in TREE.xpath(f"//p[{css('text')}]")]

    assert shown == [place.text for p in every_label().pairs for place in (*p.source, *p.republished)]


def test_the_worst_stand_first_as_links_to_their_rows() -> None:
    links = [link.get("href") for link in TREE.xpath(f"//section[{css('findings')}]//a")]

    assert links == [f"#f-{number:016x}" for number in (1, 2, 6, 4, 5)]
    assert all(TREE.xpath(f"//article[@id='{link[1:]}']") for link in links)


def test_marks_bear_the_same_number_on_both_sides_and_words_around_them() -> None:
    source, copy = row(1).xpath(f".//p[{css('text')}]")

    assert source.text_content() == "[1, number: 1Seven end of 1] ships sank off the cape."
    assert copy.text_content() == "[1, number: 1Nine end of 1] ships sank off the cape."
    assert [mark.get("class") for mark in row(1).xpath(".//mark")] == ["contradictory m1"] * 2
    assert [mark.get("class") for mark in row(2).xpath(".//mark")] == [
        "distorted m1",
        "distorted m1",
        "alone m2",
    ]


def test_a_passage_finds_its_own_direction() -> None:
    passages = TREE.xpath(f"//p[{css('text')}]")

    assert {p.get("dir") for p in passages} == {"auto"}
    # Elements that a browser passes over when it looks for the direction of the text.
    assert {e.tag for p in passages for e in p.iter() if e is not p} == {"bdi", "mark"}


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        pytest.param("he", "he", id="known"),
        pytest.param("zh-Hant", "zh-Hant", id="with a script"),
        pytest.param('"><script>', None, id="no language"),
        pytest.param(None, None, id="not told"),
    ],
)
def test_passages_bear_the_language_that_the_report_tells(language: str | None, expected: str | None) -> None:
    tree = html.document_fromstring(render(replace(every_label(), tool={"language": language})))

    assert {p.get("lang") for p in tree.xpath(f"//p[{css('text')}]")} == {expected}


def test_gaps_furniture_moves_and_reasons_are_told() -> None:
    assert "Not in the source" in " ".join(row(4).text_content().split())
    assert "Left out of the copy" in " ".join(row(5).text_content().split())
    assert "moved from line 4, after p5" in " ".join(row(2).text_content().split())
    assert "refusal: no answer" in row(6).text_content()
    [summary] = text_of(f"//details[{css('furniture')}]/summary")
    assert summary == "2 lines of page furniture, not compared: share line, byline"


def test_status_severity_and_confidence_are_told() -> None:
    [fails], [review] = (text_of("./header", row(n)) for n in (1, 2))

    assert "Contradictory fails critical confidence 93%" in fails
    assert "Distorted to review major confidence 50%" in review


def test_a_row_names_its_judge_where_it_is_not_the_reports() -> None:
    other = replace(every_label().pairs[1], judged_by="llm:small@1")
    page = render(report([every_label().pairs[0], other]))

    assert page.count("judged by llm:small@1") == 1
    assert "judged by rules@1" not in page


def test_a_flag_without_words_says_that_it_means_the_whole() -> None:
    page = render(report([pair(Label.DISTORTED, [place("a")], [place("b")])]))

    assert "names no single words" in page


def test_ids_are_unique_and_every_inner_link_leads_somewhere() -> None:
    ids = TREE.xpath("//@id")

    assert len(ids) == len(set(ids))
    assert {href[1:] for href in TREE.xpath("//@href") if href.startswith("#")} <= set(ids)


def test_one_pattern_or_word_for_each_label_so_that_colour_is_not_alone() -> None:
    assert text_of(f"//ul[{css('legend')}]/li") == [
        "Contradictory 1",
        "Distorted 1",
        "Not judged 1",
        "Not in the source 1",
        "Left out 1",
        "Consistent 1",
        "Page furniture 2",
    ]
    assert {"p-contradictory", "p-distorted", "p-undetermined"} <= set(TREE.xpath("//pattern/@id"))


@pytest.mark.parametrize("page", [PAGE, render_index({"a.html": every_label()})], ids=["report", "index"])
def test_the_policy_allows_the_pages_own_style_and_script_and_nothing_else(page: str) -> None:
    tree = html.document_fromstring(page)
    [policy] = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))

    def digest(text: str) -> str:
        return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"

    assert rules == {
        "default-src": "'none'",
        "style-src": digest(tree.xpath("//style")[0].text),
        "script-src": digest(tree.xpath("//script")[0].text),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert not tree.xpath("//@style | //@src | //link | //form")
    assert page.index("Content-Security-Policy") < page.index("<style")


def test_the_same_report_gives_the_same_page() -> None:
    assert render(every_label()) == PAGE


def test_a_report_without_pairs_and_with_unknown_facts_is_a_page() -> None:
    empty = replace(report([]), tool={}, usage={}, counts={})

    assert "Nothing to look at" in render(empty)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_from_outside_becomes_markup(text: str) -> None:
    page, index = render(poisoned(text)), render_index({text + ".html": poisoned(text)})
    plain = poisoned("http://example.org/" if text.startswith("http") else "harmless")

    for made, harmless in ((page, render(plain)), (index, render_index({"a": plain}))):
        made.encode()
        # The same elements with the same attributes as with a harmless text, in the same order.
        assert skeleton(made) == skeleton(harmless)


def poisoned(text: str, *, first: int = 1) -> Report:
    """A report that holds a text wherever a report can hold one."""
    where = place(text)
    finding = Evidence(kind=Kind.WORDING, explanation=text, source=None, republished=None)
    flagged = pair(
        Label.DISTORTED,
        [where],
        [where],
        words=[(text, text)],
        explanation=text,
        judged_by=text,
        fails=True,
        number=first,
    )
    return report(
        [
            replace(flagged, findings=(*flagged.findings, finding)),
            pair(Label.UNDETERMINED, [where], [where], reason=text, number=first + 1),
            pair(Label.IGNORED, (), [where], reason=text, number=first + 2),
            pair(Label.UNSUPPORTED, (), [where], number=first + 3),
        ],
        source=text,
        republished=text,
        notes=[text],
        tool={"judge": text, text: text, "thresholds": {text: [text]}, "language": text},
    )


def skeleton(page: str) -> list[tuple[str, list[str]]]:
    tree = html.document_fromstring(page)
    return [(element.tag, sorted(element.keys())) for element in tree.iter() if isinstance(element.tag, str)]
