"""SARIF 2.1.0, for code scanning platforms.

The types name what is used of the format and are typed dictionaries: what is typed is what is written.
Sections are those of the standard, docs.oasis-open.org/sarif/sarif/v2.1.0. Lines, columns and offsets are the
report's own, counted in code points, and `columnKind` says so.
"""

import json
import os
import posixpath
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NotRequired, TypedDict
from urllib.parse import quote

from checker import __version__
from checker.domain import Kind, Label, Place, Quote, Report
from checker.kinds import KINDS, LABELS
from checker.reports.accepted import acceptance
from checker.reports.entries import Entry, entries, one_line

MOST_RESULTS = 25_000
"""GitHub refuses a run with more."""
SHOWN_RESULTS = 5_000
"""GitHub shows no more of them."""
_SNIPPET_CHARACTERS = 1_000


class Text(TypedDict):
    text: str


class ArtifactLocation(TypedDict):
    uri: str
    index: int


class Region(TypedDict, total=False):
    startLine: int
    startColumn: int
    endLine: int
    endColumn: int
    charOffset: int
    charLength: int
    snippet: Text


class PhysicalLocation(TypedDict):
    artifactLocation: ArtifactLocation
    region: Region


class Location(TypedDict):
    id: NotRequired[int]
    message: NotRequired[Text]
    physicalLocation: PhysicalLocation


class Suppression(TypedDict):
    kind: str
    status: str
    justification: str


class Result(TypedDict):
    ruleId: str
    ruleIndex: int
    level: str
    message: Text
    locations: list[Location]
    relatedLocations: list[Location]
    partialFingerprints: dict[str, str]
    suppressions: NotRequired[list[Suppression]]
    properties: dict[str, object]


class Help(TypedDict):
    text: str
    markdown: str


class Rule(TypedDict):
    id: str
    shortDescription: Text
    fullDescription: Text
    help: Help


class Artifact(TypedDict):
    location: ArtifactLocation
    hashes: dict[str, str]


class Notification(TypedDict):
    level: str
    message: Text


class Invocation(TypedDict):
    executionSuccessful: bool
    toolExecutionNotifications: list[Notification]


class Driver(TypedDict):
    name: str
    semanticVersion: str
    rules: list[Rule]


class Tool(TypedDict):
    driver: Driver


class AutomationDetails(TypedDict):
    id: str


class Run(TypedDict):
    tool: Tool
    automationDetails: AutomationDetails
    columnKind: str
    artifacts: list[Artifact]
    invocations: list[Invocation]
    results: list[Result]


Log = TypedDict("Log", {"$schema": str, "version": str, "runs": list[Run]})


_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_SPECIAL = re.compile(r"[\[\]\\]")


def render(*reports: Report) -> str:
    """Return the reports as one run with at most `MOST_RESULTS` results, the worst first."""
    found = entries(reports)
    kept = found[:MOST_RESULTS]
    infos = {info.name: info for report in reports for info in (report.republished, report.source)}
    artifacts = {name: index for index, name in enumerate(infos)}
    rules = {rule: index for index, rule in enumerate(sorted({entry.rule for entry in kept}))}
    driver: Driver = {
        "name": "checker",
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in rules],
    }
    run: Run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": _category(reports)},
        "columnKind": "unicodeCodePoints",
        "artifacts": [
            {
                "location": _artifact(name, artifacts),
                "hashes": {"sha-256": infos[name].sha256} if infos[name].sha256 else {},
            }
            for name in artifacts
        ],
        "invocations": [
            {
                # A report without pairs is about a text that could not be read.
                "executionSuccessful": all(report.pairs for report in reports),
                "toolExecutionNotifications": _notifications(reports, len(found)),
            }
        ],
        "results": [_result(entry, rules, artifacts) for entry in kept],
    }
    log: Log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, separators=(",", ":")) + "\n"


def _category(reports: Sequence[Report]) -> str:
    """Name the run; GitHub keeps runs apart by what stands before the last slash."""
    return f"checker/{uri_of(reports[0].republished.name)}/" if len(reports) == 1 else "checker/"


def _rule(rule: str) -> Rule:
    if rule in set(Kind):
        meaning, source, copy = KINDS[Kind(rule)]
    else:
        meaning, source, copy = LABELS[Label(rule)], "", ""
    full = f"{meaning} Source: {source}. Copy: {copy}." if source else meaning
    shown = f"{meaning}\n\n- source: {source}\n- copy: {copy}" if source else meaning
    return {
        "id": rule,
        "shortDescription": {"text": meaning},
        "fullDescription": {"text": full},  # GitHub demands it
        "help": {"text": full, "markdown": shown},
    }


def _result(entry: Entry, rules: Mapping[str, int], artifacts: Mapping[str, int]) -> Result:
    report, pair = entry.report, entry.pair
    related: list[Location] = [
        {
            "id": number,
            "message": {"text": "The source passage."},
            "physicalLocation": {
                "artifactLocation": _artifact(report.source.name, artifacts),
                "region": _region(at),
            },
        }
        for number, at in enumerate(entry.source, start=1)
    ]
    message = _literal(entry.message)
    result: Result = {
        "ruleId": entry.rule,
        "ruleIndex": rules[entry.rule],
        "level": entry.level,
        # GitHub shows a related location only where the message links to it.
        "message": {"text": f"{message} (See [the source](1).)" if related else message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": _artifact(report.republished.name, artifacts),
                    "region": _region(entry.where),
                }
            }
        ],
        "relatedLocations": related,
        # GitHub knows only the first key. Given here, it survives reflowed lines, and two findings in one line
        # stay two; the upload action keeps it and warns that it is not what it would have computed itself.
        "partialFingerprints": {
            "primaryLocationLineHash": entry.fingerprint,
            "checkerFinding/v1": entry.fingerprint,
        },
        "properties": {
            "pair": pair.id,
            "label": pair.label,
            "severity": pair.severity,
            "confidence": pair.confidence,
            "fails": pair.fails,
            "judgedBy": pair.judged_by,
        }
        if pair
        else {},
    }
    if pair and pair.accepted:
        why = one_line(acceptance(pair.accepted))
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": why}]
    return result


def _literal(text: str) -> str:
    """Keep a message from containing links and placeholders (sections 3.11.5 and 3.11.6)."""
    return _SPECIAL.sub(r"\\\g<0>", text).replace("{", "{{").replace("}", "}}")


def _region(at: Quote | Place | None) -> Region:
    if at is None:
        return {"startLine": 1}
    region: Region = {
        "startLine": at.line,
        "startColumn": at.column,
        "endLine": at.end_line,
        "endColumn": at.end_column,
        "charOffset": at.start,
        "charLength": at.end - at.start,
    }
    if isinstance(at, Quote) and len(at.quote) <= _SNIPPET_CHARACTERS:
        region["snippet"] = {"text": at.quote}
    return region


def _artifact(name: str, artifacts: Mapping[str, int]) -> ArtifactLocation:
    return {"uri": uri_of(name), "index": artifacts[name]}


@cache
def uri_of(name: str) -> str:
    """Return the URI of an article: a web address as it is, a path relative to the folder of the audit."""
    if name.startswith(("http://", "https://")):
        return quote(name, safe="%/:?=&#~+!$,;@()*'", errors="replace")
    path = posixpath.normpath(name.replace(os.sep, "/"))
    if os.path.isabs(path):  # noqa: PTH117  # of the name as given, whatever the platform's pure paths make of it
        return f"file:///{quote(path.lstrip('/'), errors='replace')}"
    return quote(path, errors="replace")


def _notifications(reports: Sequence[Report], found: int) -> list[Notification]:
    notes: list[Notification] = [
        {"level": "note", "message": {"text": _literal(one_line(note))}}
        for note in dict.fromkeys(note for report in reports for note in report.notes)
    ]
    if found > MOST_RESULTS:
        text = f"{found:,} findings, of which the worst {MOST_RESULTS:,} are in this file: no more are taken."
        notes.insert(0, {"level": "warning", "message": {"text": text}})
    elif found > SHOWN_RESULTS:
        text = f"{found:,} findings, of which GitHub shows the worst {SHOWN_RESULTS:,}."
        notes.insert(0, {"level": "warning", "message": {"text": text}})
    return notes
