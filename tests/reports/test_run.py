"""Many reports as one document, in every format."""

import json
from dataclasses import replace

import jsonschema
import pytest
from lxml import html

from checker.aggregate import run_of
from checker.domain import Acceptance, Label, Report, Run, Severity
from checker.reports import FORMATS, render_run
from checker.reports.html import render_pages
from checker.reports.load import load_run
from checker.reports.markdown import MOST_BYTES
from checker.reports.schema import schema
from checker.reports.style import printable
from tests.reports import consumers
from tests.reports.build import Sides, audited, every_label, finding, place, report_of
from tests.reports.test_hostile import TEXTS

BOTH = Sides(source=(place("seven"),), republished=(place("nine"),))
SAME = report_of(audited(**BOTH), republished="same.md")


def settled(words: str = "agreed", *, by_waiver: bool = True) -> Report:
    """A report of which the only finding is accepted."""
    accepted = (
        Acceptance(by="waiver", reason=words, author=words, until="2027-01-31")
        if by_waiver
        else Acceptance(by="baseline", reason=words)
    )
    pair = audited(Label.DISTORTED, finding(), severity=Severity.MAJOR, confidence=0.9, **BOTH)
    return report_of(replace(pair, accepted=accepted), republished="settled.md")


def unread(problem: str = "lost.md: no such file.") -> Report:
    return replace(report_of(republished="unread.md"), notes=(problem,))


def one_of_each(words: str = "nine ships") -> Run:
    return run_of([SAME, every_label(words), settled(words), unread(words)], [words])


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_text_stays_text(name: str) -> None:
    words = TEXTS[name]
    run = one_of_each(words)

    texts = {format_: render_run(run, format_) for format_ in FORMATS if format_ != "html"}

    assert all(text.encode().decode() == text for text in texts.values())
    assert printable(texts["terminal"]) == texts["terminal"]
    jsonschema.Draft202012Validator(json.loads(schema(Run))).validate(json.loads(texts["json"]))
    assert len(consumers.sarif(texts["sarif"])["results"]) == 8
    assert len(consumers.junit(texts["junit"])) == 9
    assert len(consumers.github(texts["github"])[0]) == 5
    assert len(consumers.gitlab(texts["gitlab"])) == 8
    assert all(len(row) == 2 for row in consumers.markdown(texts["markdown"]))
    pages = dict(render_pages(run, "pages"))
    assert len(pages) == 5
    assert all(len(html.document_fromstring(page).xpath("//script")) == 1 for page in pages.values())
    links = html.document_fromstring(pages[""]).xpath("//tbody//a/@href")
    assert all(link.startswith("./pages/") and link.endswith(".html") for link in links)


def test_a_run_is_read_back_as_it_was() -> None:
    run = one_of_each()

    assert load_run("run.json", render_run(run, "json").encode()) == run


def test_people_read_what_keeps_copies_from_passing_and_no_more() -> None:
    run = run_of([SAME, every_label(), settled(), unread()], ["A waiver expired."])

    terminal, markdown = render_run(run, "terminal"), render_run(run, "markdown")

    for text in (terminal, markdown):
        assert "4 copies: 1 fails, 1 undetermined, 2 pass" in text
        assert "1 waived" in text
        assert "A waiver expired" in text
        assert "lost.md: no such file" in text
        assert "print-p1" in text
        for quiet in ("same.md", "settled.md", "The copy names"):
            assert quiet not in text
    assert markdown.index("FAIL: nine ships sank") < markdown.index(
        "UNDETERMINED: not everything in unread.md"
    )


def test_people_read_everything_if_they_ask_for_it() -> None:
    for format_ in ("terminal", "markdown"):
        text = render_run(one_of_each(), format_, verbose=True)

        assert all(
            word in text for word in ("same.md", "settled.md", "The copy names", "no such file"[:0] or "nine")
        )
        assert "waived until 2027-01-31 by nine ships: nine ships" in text


def test_many_failing_copies_never_outgrow_the_platform() -> None:
    words = "&" * 1900
    pair = audited(
        Label.DISTORTED, finding(), fails=True, source=(place(words),), republished=(place(words),)
    )

    text = render_run(run_of([report_of(pair)] * 100), "markdown")

    assert MOST_BYTES - 25_000 < len(text.encode()) <= MOST_BYTES
    assert "Cut here" in text


@pytest.mark.parametrize(
    ("by_waiver", "why"),
    [
        pytest.param(True, "waived until 2027-01-31 by agreed: agreed", id="waiver"),
        pytest.param(False, "in the baseline: agreed", id="baseline"),
    ],
)
def test_what_is_accepted_is_said_to_be_and_is_no_error(by_waiver: bool, why: str) -> None:
    report = settled(by_waiver=by_waiver)
    run = run_of([report])

    [result] = consumers.sarif(render_run(run, "sarif"))["results"]
    assert result["level"] == "note"
    assert result["suppressions"] == [{"kind": "external", "status": "accepted", "justification": why}]
    [case] = consumers.junit(render_run(run, "junit"))
    assert [type(r).__name__ for r in case.result] == ["Skipped"]
    assert case.result[0].message == f"distorted, {why}"
    assert consumers.github(render_run(run, "github")) == ([], ["1 more in the report"])
    [issue] = consumers.gitlab(render_run(run, "gitlab"))
    assert (issue["severity"], issue["description"]) == ("info", f"seven became nine ({why})")
    page = dict(render_pages(run, "pages"))["pages/settled.md.html"]
    assert why in page
    assert '<span class="tag accepted">accepted</span>' in page
    assert "worth a look" not in page


def test_a_text_that_could_not_be_read_is_an_error_everywhere() -> None:
    run = run_of([unread()])

    assert run.verdict == "undetermined"
    log = consumers.sarif(render_run(run, "sarif"))
    assert log["invocations"][0]["executionSuccessful"] is False
    assert [result["message"]["text"] for result in log["results"]] == ["lost.md: no such file."]
    [case] = consumers.junit(render_run(run, "junit"))
    assert [(type(r).__name__, r.message) for r in case.result] == [("Error", "lost.md: no such file.")]
    [command], _ = consumers.github(render_run(run, "github"))
    assert (command.name, command.message) == ("error", "unread.md: lost.md: no such file.")
    assert consumers.gitlab(render_run(run, "gitlab"))[0]["severity"] == "major"
    pages = dict(render_pages(run, "pages"))
    assert "lost.md: no such file." in pages["pages/unread.md.html"]
    assert "1 of 1 copy could not be compared in full." in pages[""]


def test_pages_have_names_of_their_own() -> None:
    names = ["a/b.md", "A/B.md", "a b.md", "…", "x" * 300, ""]
    run = run_of([report_of(audited(**BOTH), republished=name) for name in names])

    paths = [path for path, _ in render_pages(run, "p")]

    assert paths == [
        "p/a-b.md.html",
        "p/A-B.md-2.html",
        "p/a-b.md-3.html",
        "p/copy.html",
        f"p/{'x' * 120}.html",
        "p/copy-2.html",
        "",
    ]


def test_nothing_to_compare_is_said() -> None:
    run = run_of([], ["Nothing to compare."])

    assert run.verdict == "pass"
    assert "Nothing to compare." in render_run(run, "terminal")
    assert consumers.sarif(render_run(run, "sarif"))["results"] == []
    assert consumers.junit(render_run(run, "junit")) == []
