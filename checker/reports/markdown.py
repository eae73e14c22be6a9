"""GitHub-flavored Markdown, for pull request comments and step summaries.

Whatever an article or a model says stays text: no link, no picture, no HTML, no table cell of its own.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from checker.domain import AuditedPair, Label, Place, Quote, Report, Run
from checker.kinds import WORDS
from checker.reports.accepted import acceptance
from checker.reports.entries import one_line
from checker.reports.order import to_review, weightiest, worst_first
from checker.reports.spans import merged, ranges, spans_in
from checker.reports.style import printable
from checker.reports.summary import accepted_in, summary

MOST_BYTES = 1_000_000
"""GitHub drops a step summary of more than 1 MiB altogether."""
_PASSAGE_CHARACTERS = 2_000

# `:` and `.` matter only where GitHub would make a link of an address.
_SPECIAL = re.compile(r"[\\`*_\[\]~$#&<>|@]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_WRITTEN = {
    # Entities hold even where cells are cut and HTML is looked for before backslashes are read.
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "|": "&#124;",
    # The word joiner keeps GitHub from notifying a user or linking an issue of that name.
    "@": "@\N{WORD JOINER}",
    "#": "\\#\N{WORD JOINER}",
}


def render(*reports: Report, most: int = MOST_BYTES) -> str:
    """Return the reports as Markdown of at most `most` bytes, saying what was cut."""
    return "\n".join(_within(most, [block for report in reports for block in _blocks(report)]))


def render_run(run: Run, *, verbose: bool = False, most: int = MOST_BYTES) -> str:
    """Return many reports as one page: what they come to, then those that do not pass.

    Args:
        verbose: Whether reports that pass are given, too.
        most: Bytes that the page may have.
    """
    blocks = [f"## {summary(run)}\n"]
    blocks += [f"{escaped(line)}\n" for line in accepted_in(run.reports)]
    blocks += [f"> {escaped(one_line(note))}\n" for note in run.notes]
    order = {"fail": 0, "undetermined": 1, "pass": 2}
    shown = [report for report in run.reports if verbose or report.verdict != "pass"]
    for report in sorted(shown, key=lambda report: order[report.verdict]):
        blocks += _blocks(report) if verbose else _failures(report)
    return "\n".join(_within(most, blocks))


def _failures(report: Report) -> Iterator[str]:
    """Give what keeps a report from passing."""
    yield f"### {_headline(report)}\n"
    pairs = [p for p in report.pairs if p.fails or (p.label is Label.UNDETERMINED and not p.accepted)]
    yield from (_pair(report, pair) for pair in worst_first(pairs))
    if not pairs:  # nothing was compared, and the notes say why
        yield from (f"> {escaped(one_line(note))}\n" for note in report.notes)


def escaped(text: str) -> str:
    """Return one line of Markdown that shows the text as it is."""
    return _SPECIAL.sub(lambda match: _WRITTEN.get(match[0], f"\\{match[0]}"), text)


def _within(most: int, blocks: Sequence[str]) -> Iterator[str]:
    room = most - 100  # for the line that says what was cut
    for number, block in enumerate(blocks):
        room -= len(block.encode(errors="replace")) + 1
        if room < 0:
            yield f"**Cut here: {len(blocks) - number:,} of {len(blocks):,} sections are left out.**\n"
            return
        yield block


def _blocks(report: Report) -> Iterator[str]:
    pairs = report.pairs
    yield f"## {_headline(report)}\n"
    yield _counts(report)
    yield from _section("Fails", report, [p for p in pairs if p.fails and p.source and p.republished])
    yield from _section(
        "To review (fails nothing by itself)",
        report,
        [pair for pair in pairs if to_review(pair)],
    )
    yield from _section(
        "Undetermined (never counted as consistent)",
        report,
        [p for p in pairs if p.label is Label.UNDETERMINED and not p.accepted],
    )
    yield from _section("Accepted (fails nothing)", report, [p for p in pairs if p.accepted])
    yield from _gaps(report, Label.UNSUPPORTED)
    yield from _gaps(report, Label.OMITTED)
    for note in report.notes:
        yield f"> {escaped(one_line(note))}\n"


def _headline(report: Report) -> str:
    source, copy = escaped(one_line(report.source.name)), escaped(one_line(report.republished.name))
    failing = sum(pair.fails for pair in report.pairs)
    match report.verdict:
        case "fail":
            return f"FAIL: {copy} departs from {source} in {failing} {'place' if failing == 1 else 'places'}"
        case "pass":
            return f"PASS: {copy} says what {source} says, as far as this judge can see"
        case _:
            return f"UNDETERMINED: not everything in {copy} could be compared with {source}"


def _counts(report: Report) -> str:
    rows = [f"| {WORDS[Label(label)]} | {number} |" for label, number in report.counts.items() if number]
    return "\n".join(["| pairs | |", "|---|--:|", *rows, ""])


def _section(title: str, report: Report, pairs: Sequence[AuditedPair]) -> Iterator[str]:
    if pairs:
        yield f"### {title}: {len(pairs)}\n"
    yield from (_pair(report, pair) for pair in worst_first(pairs))


def _pair(report: Report, pair: AuditedPair) -> str:
    facts = [WORDS[pair.label]]
    facts += [pair.severity] if pair.severity else []
    facts += [f"confidence {pair.confidence:.2f}"] if pair.confidence is not None else []
    facts += ["moved"] if pair.moved else []
    facts += [one_line(pair.reason)] if pair.reason else []
    facts += [f"id {one_line(pair.fingerprint)}"]
    quotes = [f.source for f in pair.findings], [f.republished for f in pair.findings]
    return "\n".join(
        [
            f"**{escaped(one_line(pair.id))}** {escaped(', '.join(facts))}",
            "",
            f"| {_where(report.source.name, pair.source)} | {_where(report.republished.name, pair.republished)} |",
            "|---|---|",
            f"| {_passages(pair.source, quotes[0])} | {_passages(pair.republished, quotes[1])} |",
            "",
            *(f"- {finding.kind}: {escaped(one_line(finding.explanation))}" for finding in pair.findings),
            *([f"- {escaped(one_line(acceptance(pair.accepted)))}"] if pair.accepted else []),
            "",
        ]
    )


def _where(name: str, places: Sequence[Place]) -> str:
    if not places:
        return escaped(one_line(name))
    return escaped(f"{one_line(name)}, {ranges(sorted({place.line for place in places}))}")


def _passages(places: Iterable[Place], quotes: Sequence[Quote | None]) -> str:
    return " ".join(_marked(place.text, spans_in(place, quotes)) for place in places)


def _marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Set the differing words in bold, where Markdown can."""
    text, rest = text[:_PASSAGE_CHARACTERS], text[_PASSAGE_CHARACTERS:]
    pieces, position = [], 0
    for start, end in merged(spans):
        if end <= len(text) and _can_be_bold(text, start, end):
            pieces += [_inline(text[position:start]), "**", _inline(text[start:end]), "**"]
            position = end
    return "".join([*pieces, _inline(text[position:]), "…" if rest else ""])


def _inline(text: str) -> str:
    return escaped(printable(re.sub(r"\s", " ", text)))


def _can_be_bold(text: str, start: int, end: int) -> bool:
    """Tell whether `**` around a stretch opens and closes (CommonMark 0.31, section 6.2, flanking runs)."""
    words = text[start:end]
    if not words or words[0].isspace() or words[-1].isspace():
        return False
    opens = not _is_sign(words[0]) or start == 0 or _is_edge(text[start - 1])
    return opens and (not _is_sign(words[-1]) or end == len(text) or _is_edge(text[end]))


def _is_edge(character: str) -> bool:
    # The word joiner that is written after `@` and `#` is no edge.
    return character.isspace() or (_is_sign(character) and character not in "@#")


def _is_sign(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS" or printable(character) != character


def _gaps(report: Report, label: Label) -> Iterator[str]:
    pairs = [pair for pair in report.pairs if pair.label is label]
    if not pairs:
        return
    on_source = label is Label.OMITTED
    name = one_line((report.source if on_source else report.republished).name)
    lines = sorted({place.line for p in pairs for place in (p.source if on_source else p.republished)})
    fails = " (fails)" if any(pair.fails for pair in pairs) else ""
    yield f"### {WORDS[label].capitalize()}{fails}: {len(pairs)}\n"
    yield f"{escaped(name)}, {ranges(lines)}\n"
    listed = [_gap(pair) for pair in weightiest(pairs)]
    if listed:
        yield "\n".join([*listed, ""])


def _gap(pair: AuditedPair) -> str:
    said = " ".join(finding.explanation for finding in pair.findings)
    where = ranges(sorted({place.line for place in pair.republished or pair.source}))
    return f"- {escaped(one_line(f'{pair.id}, {where}, {pair.severity}: {said}'))}"
