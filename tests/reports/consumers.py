"""Reads each format the way its platform does, and fails where the platform would refuse it."""

import json
import re
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jsonschema
from junitparser import Error, Failure, JUnitXml, Skipped, TestCase
from markdown_it import MarkdownIt

from checker.domain import Report
from checker.reports.load import load
from checker.reports.schema import schema

SCHEMAS = Path(__file__).parent / "schemas"
LINKS_AND_HTML = {"link_open", "image", "html_inline", "html_block", "autolink"}
WORD_JOINER = "\N{WORD JOINER}"


@cache
def _sarif_schema() -> jsonschema.Draft4Validator:
    return jsonschema.Draft4Validator(
        json.loads((SCHEMAS / "sarif-2.1.0.json").read_text(encoding="utf-8")),
        format_checker=jsonschema.FormatChecker(),
    )


def sarif(text: str) -> dict[str, Any]:
    """The only run of a SARIF file that obeys the schema and what the schema cannot say."""
    document = json.loads(text)
    _sarif_schema().validate(document)
    [run] = document["runs"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        for location in (*result["locations"], *result["relatedLocations"]):
            artifact = location["physicalLocation"]["artifactLocation"]
            assert run["artifacts"][artifact["index"]]["location"]["uri"] == artifact["uri"]
            assert re.fullmatch(r"[A-Za-z0-9%/:._~?=&#+!$,;@()*'-]+", artifact["uri"])
            assert urlsplit(artifact["uri"]).scheme in {"", "file", "http", "https"}
        said = re.findall(r"(?<!\\)(?:\\\\)*\[[^\]]*\]\(([^)]*)\)", result["message"]["text"])
        assert said == (["1"] if result["relatedLocations"] else [])
    assert isinstance(run, dict)
    return run


def sarif_message(result: dict[str, Any]) -> str:
    """The message as a viewer shows it, without the link to the source."""
    text = result["message"]["text"].removesuffix(" (See [the source](1).)")
    return str(re.sub(r"\\([\[\]\\])", r"\1", text)).replace("{{", "{").replace("}}", "}")


def junit(text: str) -> list[TestCase]:
    """The cases, after checking that the counts of every suite are true."""
    cases = []
    for suite in JUnitXml.fromstring(text.encode()):
        inside = list(suite)
        assert suite.tests == len(inside)
        for kind, number in ((Failure, suite.failures), (Error, suite.errors), (Skipped, suite.skipped)):
            assert number == sum(isinstance(r, kind) for case in inside for r in case.result)
        cases += inside
    assert len({(case.classname, case.name) for case in cases}) == len(cases)
    return cases


@dataclass(frozen=True)
class Command:
    """A workflow command."""

    name: str
    properties: dict[str, str]
    message: str


def github(text: str) -> tuple[list[Command], list[str]]:
    """The workflow commands, and the other lines, as the runner tells them apart line by line."""
    commands, others = [], []
    for line in re.split("\r\n|\r|\n", text):
        if line.lstrip().startswith("::"):
            head, _, data = line.lstrip()[2:].partition("::")
            name, _, written = head.partition(" ")
            pairs = [part.split("=", 1) for part in written.split(",")]
            properties = {key: _unescaped(value, ("%3A", ":"), ("%2C", ",")) for key, value in pairs}
            commands.append(Command(name, properties, _unescaped(data)))
        elif line:
            assert "##[" not in line
            others.append(line)
    return commands, others


def _unescaped(text: str, *more: tuple[str, str]) -> str:
    for written, meant in (("%0D", "\r"), ("%0A", "\n"), *more, ("%25", "%")):
        text = text.replace(written, meant)
    return text


_GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "minLength": 1},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""What GitLab's documentation demands of a code quality report."""


def gitlab(text: str) -> list[dict[str, Any]]:
    """The issues; equal fingerprints would be shown once."""
    issues = json.loads(text)
    jsonschema.Draft202012Validator(_GITLAB).validate(issues)
    assert isinstance(issues, list)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    return issues


def markdown(text: str) -> list[list[str]]:
    """The cells of all table rows as a reader sees them; there is nothing but text in the page."""
    parser = MarkdownIt("js-default", {"html": True, "linkify": False})
    tokens = parser.parse(text)
    kinds = {token.type for outer in tokens for token in (outer, *(outer.children or ()))}
    assert not kinds & LINKS_AND_HTML
    rows = re.findall(r"<tr>(.*?)</tr>", parser.render(text), re.DOTALL)
    cells = [re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.DOTALL) for row in rows]
    return [[_visible(cell) for cell in row] for row in cells]


def markdown_text(text: str) -> str:
    """All that a reader sees, on one line."""
    return _visible(MarkdownIt("js-default").render(text))


def _visible(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", page)).replace(WORD_JOINER, "").split())


def json_report(text: str) -> Report:
    """The report again."""
    jsonschema.Draft202012Validator(json.loads(schema())).validate(json.loads(text))
    return load("run.json", text.encode())


def json_lines(text: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The head and the pairs, read by a program that takes any line break for one."""
    head, *pairs = [json.loads(line) for line in text.splitlines()]
    whole = {**head, "pairs": pairs}
    jsonschema.Draft202012Validator(json.loads(schema())).validate(whole)
    return head, pairs
