import time
from dataclasses import replace

import pytest

from checker.aggregate import aggregate
from checker.domain import Article, Label, Report, Severity
from checker.policy import Policy
from checker.reports import sarif
from tests.build import article, flag, pair_of, passage_of
from tests.reports import consumers
from tests.reports.build import audited, every_label, finding, place, quote, report_of


def audit_of(source: Article, copy: Article, old: str, new: str) -> Report:
    """A report in which these words of two articles differ."""
    pair = replace(
        pair_of(source.text, copy.text),
        source=(passage_of(source.text, source.text),),
        republished=(passage_of(copy.text, copy.text),),
    )
    found = flag(pair, source=old, republished=new)
    return aggregate(source, copy, [pair], [found], policy=Policy(), tool={}, usage={})


def sliced(text: str, region: dict[str, int]) -> str:
    """The text between the lines and columns of a region, found without its offsets."""
    lines = text.split("\n")
    first, last = region["startLine"] - 1, region["endLine"] - 1
    if first == last:
        return lines[first][region["startColumn"] - 1 : region["endColumn"] - 1]
    middle = lines[first + 1 : last]
    return "\n".join(
        [lines[first][region["startColumn"] - 1 :], *middle, lines[last][: region["endColumn"] - 1]]
    )


@pytest.mark.parametrize(
    ("copy", "words"),
    [
        pytest.param("Nine ships sank.", "Nine", id="at the start"),
        pytest.param("They say:\r\nnine ships\r\nsank. 👩🏽‍🚀", "nine ships\r\nsank", id="over a line's end"),
        pytest.param("👩🏽‍🚀 𝔫 é\nand 漢 nine ships", "nine", id="code points"),
        pytest.param("Sank:\nnine", "nine", id="at the end"),
    ],
)
def test_regions_lead_to_the_words_by_lines_and_by_offsets(copy: str, words: str) -> None:
    source = article("It was reported that\nseven ships sank.", "source.txt")
    report = audit_of(source, article(copy, "copy.txt"), "seven", words)

    run = consumers.sarif(sarif.render(report))

    [result] = run["results"]
    here = result["locations"][0]["physicalLocation"]
    there = result["relatedLocations"][0]["physicalLocation"]
    for text, region, expected in ((copy, here["region"], words), (source.raw, there["region"], "seven")):
        assert sliced(text, region) == expected
        assert text[region["charOffset"] : region["charOffset"] + region["charLength"]] == expected
        assert region["snippet"]["text"] == expected
    assert run["columnKind"] == "unicodeCodePoints"
    assert here["artifactLocation"]["uri"] == "copy.txt"
    assert there["artifactLocation"]["uri"] == "source.txt"


def test_results_carry_what_a_platform_needs() -> None:
    run = consumers.sarif(sarif.render(every_label()))

    first, second = run["results"][:2]
    assert (first["ruleId"], first["level"]) == ("number", "error")
    assert first["message"]["text"] == "seven became nine ships sank (See [the source](1).)"
    assert first["partialFingerprints"]["primaryLocationLineHash"] == "print-p1:number"
    assert first["partialFingerprints"] != second["partialFingerprints"]
    assert first["properties"] == {
        "pair": "p1",
        "label": "contradictory",
        "severity": "critical",
        "confidence": 0.95,
        "fails": True,
        "judgedBy": "rules@1",
    }


def test_rules_explain_themselves() -> None:
    rules = {
        rule["id"]: rule for rule in consumers.sarif(sarif.render(every_label()))["tool"]["driver"]["rules"]
    }

    assert list(rules) == ["name", "number", "omitted", "undetermined", "unsupported"]
    assert "twelve firefighters" in rules["number"]["help"]["text"]
    assert rules["number"]["fullDescription"]["text"] == rules["number"]["help"]["text"]
    assert "Never counted as consistent" in rules["undetermined"]["help"]["markdown"]


def test_what_has_no_place_in_the_copy_stands_in_its_first_line() -> None:
    report = report_of(audited(Label.OMITTED, severity=Severity.MINOR, source=(place("gone"),)))

    nothing, omitted = consumers.sarif(sarif.render(report))["results"]

    assert nothing["ruleId"] == "undetermined"
    assert omitted["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}
    assert omitted["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "source.md"


def test_both_articles_are_listed_with_their_digests() -> None:
    run = consumers.sarif(sarif.render(report_of(audited(source=(place("a"),), republished=(place("b"),)))))

    assert [(a["location"]["uri"], a["hashes"]) for a in run["artifacts"]] == [
        ("copy.md", {"sha-256": "1" * 64}),
        ("source.md", {"sha-256": "0" * 64}),
    ]
    assert run["results"] == []


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        pytest.param("content/a b.md", "content/a%20b.md", id="relative"),
        pytest.param("./content/../a.md", "a.md", id="always the same way"),
        pytest.param("/tmp/ä.md", "file:///tmp/%C3%A4.md", id="absolute"),
        pytest.param("-", "-", id="standard input"),
        pytest.param("https://news.example/a b?c=1", "https://news.example/a%20b?c=1", id="a web address"),
        pytest.param("javascript:alert(1)", "javascript%3Aalert%281%29", id="no other address"),
        pytest.param("//host/a.md", "file:///host/a.md", id="no host"),
        pytest.param("a\udcff.md", "a%3F.md", id="no letters"),
    ],
)
def test_names_become_addresses(name: str, uri: str) -> None:
    assert sarif.uri_of(name) == uri


def test_the_judges_limits_are_said_without_links_and_placeholders() -> None:
    run = consumers.sarif(sarif.render(every_label("note [x](2) {0}")))

    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == r"note \[x\](2) {{0}}"


def crowd(size: int) -> Report:
    """A report of so many findings, the grave ones last."""
    here, there = place("nine ships sank in the harbor"), place("seven ships sank in the harbor")
    found = finding(source=quote("seven", at=there), republished=quote("nine", at=here))
    severities = [Severity.MINOR] * (size - 10) + [Severity.CRITICAL] * 10
    return report_of(
        *(
            audited(
                Label.DISTORTED, found, id_=f"p{n}", severity=severity, source=(there,), republished=(here,)
            )
            for n, severity in enumerate(severities)
        )
    )


def test_the_limits_are_the_platforms() -> None:
    assert (sarif.MOST_RESULTS, sarif.SHOWN_RESULTS) == (25_000, 5_000)


@pytest.mark.parametrize(
    ("size", "kept", "said"),
    [
        pytest.param(50, 50, None, id="all are shown"),
        pytest.param(51, 51, "51 findings, of which GitHub shows the worst 50.", id="not all are shown"),
        pytest.param(101, 100, "101 findings, of which the worst 100 are in this file", id="cut"),
    ],
)
def test_limits_are_respected_and_what_was_cut_is_said(
    size: int, kept: int, said: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sarif, "SHOWN_RESULTS", 50)
    monkeypatch.setattr(sarif, "MOST_RESULTS", 100)

    run = consumers.sarif(sarif.render(crowd(size)))

    notes = [note["message"]["text"] for note in run["invocations"][0]["toolExecutionNotifications"]]
    assert len(run["results"]) == kept
    assert [r["properties"]["severity"] for r in run["results"][:11]] == ["critical"] * 10 + ["minor"]
    assert len(notes) == (said is not None)
    assert said is None or said in notes[0]


def test_ten_thousand_findings_take_less_than_three_seconds() -> None:
    report = crowd(10_000)

    began = time.process_time()
    sarif.render(report)

    assert time.process_time() - began < 3
