"""JUnit XML, for dashboards of continuous integration: a suite per audit, a case per pair.

A pair that fails is a failure, an undetermined one an error. What was looked at but fails nothing is skipped:
flagged pairs below the gate, accepted ones, and passages that only one side has. Page furniture is no case.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from checker.domain import AuditedPair, Evidence, Label, Place, Report
from checker.reports.accepted import acceptance
from checker.reports.entries import one_line

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML 1.0 document can hold, not even escaped (section 2.2)."""
_NAME_CHARACTERS = 80


def render(*reports: Report) -> str:
    """Return the reports as one JUnit document."""
    root = ET.Element("testsuites", name="checker")
    for report in reports:
        root.append(_suite(report))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(report: Report) -> ET.Element:
    cases = [_case(report, pair) for pair in report.pairs if pair.label is not Label.IGNORED]
    if report.verdict == "undetermined" and not any(case.find("error") is not None for case in cases):
        cases.append(_nothing_compared(report))
    suite = ET.Element(
        "testsuite",
        name=_clean(one_line(f"{report.source.name} -> {report.republished.name}")),
        tests=str(len(cases)),
        failures=_number_of("failure", cases),
        errors=_number_of("error", cases),
        skipped=_number_of("skipped", cases),
        time=str(report.usage.get("seconds", 0)),
    )
    suite.extend(cases)
    if report.notes:
        ET.SubElement(suite, "system-out").text = _clean("\n".join(report.notes))
    return suite


def _number_of(tag: str, cases: list[ET.Element]) -> str:
    return str(sum(case.find(tag) is not None for case in cases))


def _case(report: Report, pair: AuditedPair) -> ET.Element:
    here = pair.republished or pair.source
    info = report.republished if pair.republished else report.source
    words = one_line(" ".join(place.text for place in here), _NAME_CHARACTERS)
    case = ET.Element(
        "testcase",
        classname=_clean(report.republished.name),
        # The fingerprint makes a name unique and lets a dashboard follow the case from run to run.
        name=_clean(f"{words} [{pair.fingerprint}]"),
        file=_clean(info.name),
        line=str(here[0].line) if here else "1",
    )
    if tag := _outcome(pair):
        note = ET.SubElement(case, tag, message=_clean(_message(pair)))
        if tag != "skipped":
            note.set("type", pair.label)
        note.text = _clean("\n".join(_details(pair)))
    return case


def _outcome(pair: AuditedPair) -> str | None:
    if pair.fails:
        return "failure"
    if pair.label is Label.UNDETERMINED and not pair.accepted:
        return "error"
    return None if pair.label is Label.CONSISTENT else "skipped"


def _message(pair: AuditedPair) -> str:
    if pair.accepted:
        return one_line(f"{pair.label}, {acceptance(pair.accepted)}")
    match pair.label:
        case Label.UNSUPPORTED:
            return "not in the source"
        case Label.OMITTED:
            return "left out of the copy"
        case Label.UNDETERMINED:
            return one_line(f"could not be judged: {pair.reason or 'no reason given'}")
        case _:
            said = " ".join(finding.explanation for finding in pair.findings)
            return one_line(f"{'' if pair.fails else 'to review: '}{pair.label}: {said}")


def _details(pair: AuditedPair) -> Iterator[str]:
    yield from (_passage("source", place) for place in pair.source)
    yield from (_passage("republished", place) for place in pair.republished)
    yield from (_finding(finding) for finding in pair.findings)


def _passage(side: str, place: Place) -> str:
    return f"{side}, line {place.line}: {place.text}"


def _finding(finding: Evidence) -> str:
    return f"{finding.kind}: {finding.explanation}"


def _nothing_compared(report: Report) -> ET.Element:
    case = ET.Element("testcase", classname=_clean(report.republished.name), name="anything to compare")
    why = "no passage could be compared with the source"
    if report.notes and not report.pairs:
        why = one_line(report.notes[0])
    ET.SubElement(case, "error", type=Label.UNDETERMINED, message=_clean(why))
    return case


def _clean(text: str) -> str:
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)
