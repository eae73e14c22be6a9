"""What a report has to say as a flat list, worst first: the formats for machines are made of it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from checker.domain import AuditedPair, Label, Place, Quote, Report, Severity
from checker.reports.accepted import acceptance
from checker.reports.order import gravity
from checker.reports.style import printable

_MESSAGE_CHARACTERS = 1000
_EXCERPT_CHARACTERS = 200


class Level(StrEnum):
    """What a platform should make of an entry; named as in SARIF."""

    ERROR = "error"
    """It fails the audit, or could not be determined."""
    WARNING = "warning"
    """To review, and major or critical if true."""
    NOTE = "note"
    """To review, and minor if true; what fails nothing: accepted, additions and omissions."""


_LEVELS = tuple(Level)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One finding, or a pair that has none but must be mentioned."""

    rule: str
    """A kind of finding, or a label where there is no finding."""
    level: Level
    message: str
    """One line without control characters."""
    fingerprint: str
    """Names the entry within its report, whichever judge reported it and wherever the pair stands."""
    report: Report
    pair: AuditedPair | None
    """None for what concerns the two texts as a whole."""
    where: Quote | Place | None
    """In the republished text; for an omission, the passage that it would follow."""
    source: tuple[Quote | Place, ...]
    """In the source."""


def entries(reports: Sequence[Report]) -> list[Entry]:
    """List everything that is flagged, undetermined, added or left out, worst first."""
    found = [entry for report in reports for entry in _of_report(report)]
    return sorted(found, key=_order)


def one_line(text: str, most: int = _MESSAGE_CHARACTERS) -> str:
    """Return a text as one line without control characters, cut to so many characters."""
    line = printable(" ".join(text[: 2 * most].split()))
    return line if len(line) <= most and len(text) <= 2 * most else f"{line[: most - 1]}…"


def _order(entry: Entry) -> tuple[int, tuple[int, bool, float]]:
    # What concerns the texts as a whole comes before what concerns a pair.
    return _LEVELS.index(entry.level), gravity(entry.pair) if entry.pair else (-1, False, 0.0)


def _of_report(report: Report) -> Iterator[Entry]:
    if report.verdict == "undetermined" and not any(
        p.label is Label.UNDETERMINED and not p.accepted for p in report.pairs
    ):
        yield Entry(
            rule=Label.UNDETERMINED,
            level=Level.ERROR,
            message=one_line(
                report.notes[0]
                if report.notes and not report.pairs
                else "No passage of the republished text could be compared with the source."
            ),
            fingerprint="nothing-to-compare",
            report=report,
            pair=None,
            where=None,
            source=(),
        )
    before = _passages_before(report)
    for pair in report.pairs:
        if pair.label in {Label.CONSISTENT, Label.IGNORED}:
            continue
        if pair.findings and pair.source and pair.republished:
            yield from _of_findings(report, pair)
        else:
            yield Entry(
                rule=pair.label,
                level=_level(pair),
                message=_with_acceptance(_message(pair), pair),
                fingerprint=f"{pair.fingerprint}:{pair.label}",
                report=report,
                pair=pair,
                where=pair.republished[0] if pair.republished else before.get(pair.id),
                source=pair.source,
            )


def _of_findings(report: Report, pair: AuditedPair) -> Iterator[Entry]:
    seen: Counter[str] = Counter()
    for finding in pair.findings:
        seen[finding.kind] += 1
        nth = "" if seen[finding.kind] == 1 else f":{seen[finding.kind]}"
        yield Entry(
            rule=finding.kind,
            level=_level(pair),
            message=_with_acceptance(one_line(finding.explanation), pair),
            fingerprint=f"{pair.fingerprint}:{finding.kind}{nth}",
            report=report,
            pair=pair,
            where=finding.republished or next(iter(pair.republished), None),
            source=(finding.source,) if finding.source else pair.source,
        )


def _level(pair: AuditedPair) -> Level:
    if pair.accepted:
        return Level.NOTE
    if pair.fails or pair.label is Label.UNDETERMINED:
        return Level.ERROR
    # What only one text has is no mistake by itself; warnings about it would hide those that are.
    if pair.label in {Label.UNSUPPORTED, Label.OMITTED} or pair.severity is Severity.MINOR:
        return Level.NOTE
    return Level.WARNING


def _message(pair: AuditedPair) -> str:
    words = one_line(" ".join(p.text for p in pair.republished or pair.source), _EXCERPT_CHARACTERS)
    match pair.label:
        case Label.UNSUPPORTED:
            return _with_reasons(f"Not in the source: “{words}”", pair)
        case Label.OMITTED:
            return _with_reasons(f"Left out of the copy: “{words}”", pair)
        case Label.UNDETERMINED:
            return one_line(f"Could not be judged ({pair.reason or 'no reason given'}): “{words}”")
        case _:
            return f"Judged {pair.label}: “{words}”"


def _with_reasons(message: str, pair: AuditedPair) -> str:
    return one_line(" ".join([message, *(finding.explanation for finding in pair.findings)]))


def _with_acceptance(message: str, pair: AuditedPair) -> str:
    return one_line(f"{message} ({acceptance(pair.accepted)})") if pair.accepted else message


def _passages_before(report: Report) -> dict[str, Place]:
    """Pair id -> where the copy is when the source reaches that pair."""
    places: dict[str, Place] = {}
    last: Place | None = None
    for pair in sorted((p for p in report.pairs if p.source), key=lambda p: p.source[0].start):
        if pair.republished:
            last = pair.republished[-1]
        elif last is not None:
            places[pair.id] = last
    return places
