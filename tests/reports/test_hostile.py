"""Whatever an article, a file name or a model's answer holds, every format stays valid and says it all."""

from collections.abc import Callable

import pytest
from lxml import html

from checker.reports import FORMATS, render
from checker.reports.entries import one_line
from checker.reports.page.text import fit
from checker.reports.style import printable
from tests.reports import consumers
from tests.reports.build import every_label

ENTRIES = 6
"""Two findings of one pair, one of another, an undetermined pair, an addition, an omission."""

TEXTS = {
    "control characters": "nine\x00\x08\x0b\x1b[31m\x7f\x9bm ships",
    "workflow commands": "x\n::error file=a,line=1::boom\r::stop-commands::t\r\n##[error]y %0A::error::z",
    "properties": "a,line=9::b:c%2C%3A%25",
    "CDATA": "]]> <![CDATA[ &amp; &#x0; <b>",
    "pipes": "a | b || c \\| d \\\\| e |",
    "backticks": "``` `code` ```` ~~~",
    "lone surrogates": "\ud800 nine \udfff\ud83d",
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "links": "[x](javascript:alert(1)) ![i](https://evil.example/p.png) <https://evil.example> www.evil.example",
    "reference links": "[x]: https://evil.example\n[x] ![x] [^1]",
    "links and placeholders of SARIF": r"[a](1) \[b](2) {0} {{x}} \\[c](3)",
    "directions": "\u202enine\u2066 ships\ufeff",
    "line ends": "a\u2028b\u2029c\x85d\re\x0cf\x1cg",
    "no characters": "nine\ufffe\uffff\U0001ffff",
    "beyond the basic plane": "👩🏽‍🚀 e\u0301 漢字 𝔫ine",
    "a long passage": "nine ships sank " * 20_000,
    "mentions": "@everyone #1 GH-1 $x$ :tada: a@b.example",
    "blocks of Markdown": "# a\n- b\n> c\n|---|---|\n1. d\n    e\n***",
    "emphasis": "**a** _b_ *c ~~d~~ \\*e\\* __f",
    "spreadsheet": "=cmd|' /C calc'!A0",
    "a path": "../../etc/passwd",
    "a program's address": "javascript:alert(1)",
    "space": " \t\n nine",
}


def check_terminal(text: str, words: str) -> None:
    assert printable(text) == text


def check_json(text: str, words: str) -> None:
    report = consumers.json_report(text)
    assert len(report.pairs) == 7
    assert report.pairs[3].republished[0].text == encoded(words)


def check_json_lines(text: str, words: str) -> None:
    head, pairs = consumers.json_lines(text)
    assert head["republished"]["name"] == encoded(words)
    assert [len(pair["findings"]) for pair in pairs] == [2, 1, 0, 0, 0, 0, 0]


def check_sarif(text: str, words: str) -> None:
    results = consumers.sarif(text)["results"]
    assert len(results) == ENTRIES
    assert consumers.sarif_message(results[0]) == encoded(one_line(f"seven became {words}"))


def check_junit(text: str, words: str) -> None:
    cases = consumers.junit(text)
    assert [[type(r).__name__ for r in case.result] for case in cases] == [
        ["Failure"],
        ["Skipped"],
        ["Error"],
        ["Skipped"],
        ["Skipped"],
        [],
    ]


def check_github(text: str, words: str) -> None:
    commands, others = consumers.github(text)
    assert [command.name for command in commands] == ["error"] * 3 + ["warning"]
    assert set(commands[0].properties) == {"title", "file", "line", "endLine", "col", "endColumn"}
    assert commands[0].properties["file"] == encoded(one_line(words))
    assert commands[0].message.endswith(encoded(one_line(f"seven became {words}")))
    assert others == ["2 more in the report"]


def check_gitlab(text: str, words: str) -> None:
    issues = consumers.gitlab(text)
    assert len(issues) == ENTRIES
    assert issues[0]["description"] == encoded(one_line(f"seven became {words}"))


def check_markdown(text: str, words: str) -> None:
    rows = consumers.markdown(text)
    assert all(len(row) == 2 for row in rows)
    shown = [row[1] for row in rows if row[0] == "seven ships sank"]
    assert len(shown) == 3
    most = 2000
    expected = printable(" ".join(encoded(words[:most]).split()))
    assert shown[0].removesuffix("…").split() == expected.split()
    assert len(text.encode()) <= 1_000_000


def check_html(text: str, words: str) -> None:
    tree = html.document_fromstring(text)
    shown = ["".join(p.xpath("text() | mark/text()")) for p in tree.xpath("//p[@dir='auto']")]
    assert shown.count(fit(words)) == 6
    assert shown.count("seven ships sank") == 5
    assert len(tree.xpath("//script")) == 1


CHECKS: dict[str, Callable[[str, str], None]] = {
    "terminal": check_terminal,
    "json": check_json,
    "jsonl": check_json_lines,
    "sarif": check_sarif,
    "junit": check_junit,
    "github": check_github,
    "gitlab": check_gitlab,
    "markdown": check_markdown,
    "html": check_html,
}


def encoded(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_stays_text(format_: str, name: str) -> None:
    words = TEXTS[name]

    text = render(every_label(words), format_)

    assert text.encode().decode() == text
    CHECKS[format_](text, words)
