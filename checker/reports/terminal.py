"""The report for a person at a terminal: the verdict, the worst findings, what to do next."""

from collections.abc import Sequence
from textwrap import wrap

from checker.domain import AuditedPair, Evidence, Label, Place, Quote, Report, Run
from checker.kinds import WORDS
from checker.reports.accepted import acceptance
from checker.reports.order import to_review, weightiest, worst_first
from checker.reports.spans import ranges, spans_in
from checker.reports.style import Style, printable
from checker.reports.summary import accepted_in, summary

_LABEL_WIDTH = 13
_NOTHING = frozenset({Label.CONSISTENT, Label.IGNORED})
"""Labels of which nobody needs the id."""


def render(
    report: Report, *, style: Style, width: int = 100, verbose: bool = False, hints: bool = True
) -> str:
    """Return the report as text.

    Args:
        style: How words are marked: with colour, or with brackets.
        width: Columns to fold passages at.
        verbose: Whether consistent pairs, additions, omissions and furniture are listed one by one.
        hints: Whether to close with what to do next.
    """
    fails = worst_first(pair for pair in report.pairs if pair.fails)
    review = worst_first(pair for pair in report.pairs if to_review(pair))
    unknown = [p for p in report.pairs if p.label is Label.UNDETERMINED and not p.accepted]
    settled = [pair for pair in report.pairs if pair.accepted]
    page = _Page(report, style, width)
    lines = [*page.headline(), ""]
    lines += page.section("Fails", [p for p in fails if p.source and p.republished])
    lines += page.section("To review (below the gate, fails nothing by itself)", review)
    lines += page.section("Undetermined (never counted as consistent)", unknown)
    lines += page.settled(settled, verbose=verbose)
    for label in (Label.UNSUPPORTED, Label.OMITTED):
        lines += page.gaps(label, [p for p in report.pairs if p.label is label], verbose=verbose)
    if verbose:
        lines += page.gaps(Label.IGNORED, [p for p in report.pairs if p.label is Label.IGNORED], verbose=True)
        lines += page.section("Consistent", [p for p in report.pairs if p.label is Label.CONSISTENT])
    lines += [page.counts(), *page.notes()]
    if hints:
        lines += page.next_steps(fails=fails, review=bool(review))
    return "\n".join(lines) + "\n"


def render_failures(report: Report, *, style: Style, width: int = 100) -> str:
    """Return what keeps a report from passing, and no more; nothing for one that passes."""
    if report.verdict == "pass":
        return ""
    page = _Page(report, style, width)
    fails = worst_first(pair for pair in report.pairs if pair.fails)
    unknown = [p for p in report.pairs if p.label is Label.UNDETERMINED and not p.accepted]
    lines = [*page.headline(), ""]
    for pair in (*fails, *unknown):
        lines += page.pair(pair)
    if not fails and not unknown:  # nothing was compared, and the notes say why
        lines += [*page.notes(), ""]
    return "\n".join(lines) + "\n"


def render_run(run: Run, *, style: Style, width: int = 100, verbose: bool = False, hints: bool = True) -> str:
    """Return many reports as text: what keeps each from passing, then what they come to.

    Args:
        verbose: Whether every report is given as a whole, also those that pass.
    """
    one = (
        (lambda report: render(report, style=style, width=width, verbose=True, hints=False) + "\n")
        if verbose
        else (lambda report: render_failures(report, style=style, width=width))
    )
    mark = {"fail": style.bad, "pass": style.good, "undetermined": style.warn}[run.verdict]
    lines = [mark(summary(run)), *accepted_in(run.reports)]
    for note in run.notes:
        lines += wrap(printable(note), width, initial_indent="note: ", subsequent_indent="      ")
    if hints and run.verdict == "fail":
        fails = worst_first(pair for report in run.reports for pair in report.pairs if pair.fails)
        lines += ["", f"{style.dim('next:')} {_to_waive(fails[0])}"]
    return "".join(map(one, run.reports)) + "\n".join(lines) + "\n"


def _to_waive(pair: AuditedPair) -> str:
    return (
        "Correct the copies, or accept a finding for a time: "
        f'checker waive {printable(pair.fingerprint)} --reason "..." --until DATE'
    )


class _Page:
    """The pieces of one report, rendered with the same style and width."""

    def __init__(self, report: Report, style: Style, width: int) -> None:
        self.report, self.style, self.width = report, style, width

    def headline(self) -> list[str]:
        report, style = self.report, self.style
        failing = sum(pair.fails for pair in report.pairs)
        source, copy = printable(report.source.name), printable(report.republished.name)
        match report.verdict:
            case "fail":
                places = "1 place" if failing == 1 else f"{failing} places"
                return [f"{style.bad('FAIL')}  {copy} departs from {source} in {places}"]
            case "pass":
                return [f"{style.good('PASS')}  {copy} says what {source} says, as far as this judge can see"]
            case _:
                return [
                    f"{style.warn('UNDETERMINED')}  not everything in {copy} could be compared with {source}"
                ]

    def section(self, title: str, pairs: Sequence[AuditedPair]) -> list[str]:
        if not pairs:
            return []
        return [
            self.style.strong(f"{title}: {len(pairs)}"),
            "",
            *(line for p in pairs for line in self.pair(p)),
        ]

    def pair(self, pair: AuditedPair) -> list[str]:
        style = self.style
        facts = [WORDS[pair.label]]
        facts += [pair.severity.value] if pair.severity and pair.findings else []
        facts += [f"confidence {pair.confidence:.2f}"] if pair.confidence is not None else []
        facts += ["moved"] if pair.moved else []
        facts += [printable(pair.reason)] if pair.reason else []
        facts += [f"id {printable(pair.fingerprint)}"] if pair.label not in _NOTHING else []
        lines = [f"{style.strong(pair.id)}  {', '.join(facts)}"]
        lines += self.side("source", self.report.source.name, pair.source, [f.source for f in pair.findings])
        lines += self.side(
            "republished",
            self.report.republished.name,
            pair.republished,
            [f.republished for f in pair.findings],
        )
        lines += [line for finding in pair.findings for line in self.finding(finding)]
        if pair.accepted:
            lines += wrap(
                printable(acceptance(pair.accepted)),
                self.width,
                initial_indent="  = ",
                subsequent_indent="    ",
            )
        return [*lines, ""]

    def side(
        self, title: str, name: str, places: Sequence[Place], quotes: Sequence[Quote | None]
    ) -> list[str]:
        lines = []
        for place in places:
            where = f"{printable(name)}:{place.line}"
            lines.append(f"  {title:{_LABEL_WIDTH}}{self.style.dim(where)}")
            lines += self.folded(self.style.marked(place.text, spans_in(place, quotes)))
        return lines

    def finding(self, finding: Evidence) -> list[str]:
        return wrap(
            f"{finding.kind.value}: {printable(finding.explanation)}",
            self.width,
            initial_indent="  - ",
            subsequent_indent="    ",
        )

    def folded(self, text: str) -> list[str]:
        return self.style.wrap(" ".join(text.split()), self.width, indent="    ")

    def gaps(self, label: Label, pairs: Sequence[AuditedPair], *, verbose: bool) -> list[str]:
        if not pairs:
            return []
        on_source = label is Label.OMITTED
        name = printable((self.report.source if on_source else self.report.republished).name)
        title = self.style.strong(f"{WORDS[label].capitalize()}: {len(pairs)}")
        if verbose:
            return [title, "", *(line for pair in pairs for line in self.pair(pair))]
        numbers = sorted({place.line for p in pairs for place in (p.source if on_source else p.republished)})
        where = wrap(f"{name}, {ranges(numbers)}", self.width, initial_indent="  ", subsequent_indent="  ")
        return [title, *where, *(line for pair in weightiest(pairs) for line in self.gap(pair)), ""]

    def gap(self, pair: AuditedPair) -> list[str]:
        said = " ".join(finding.explanation for finding in pair.findings)
        where = ranges(sorted({place.line for place in pair.republished or pair.source}))
        return wrap(
            printable(f"{pair.id}, {where}, {pair.severity}: {said}"),
            self.width,
            initial_indent="  ",
            subsequent_indent="    ",
        )

    def settled(self, pairs: Sequence[AuditedPair], *, verbose: bool) -> list[str]:
        title = "Accepted (waiver or baseline, fails nothing)"
        if verbose or not pairs:
            return self.section(title, pairs)
        lines = [self.style.strong(f"{title}: {len(pairs)}")]
        for pair in pairs:
            assert pair.accepted is not None  # noqa: S101  # that is how they were chosen
            lines += wrap(
                f"{pair.id}, id {pair.fingerprint}: {printable(acceptance(pair.accepted))}",
                self.width,
                initial_indent="  ",
                subsequent_indent="    ",
            )
        return [*lines, ""]

    def counts(self) -> str:
        return ", ".join(
            f"{number} {WORDS[Label(label)]}" for label, number in self.report.counts.items() if number
        )

    def notes(self) -> list[str]:
        return [
            line
            for note in self.report.notes
            for line in wrap(printable(note), self.width, initial_indent="note: ", subsequent_indent="      ")
        ]

    def next_steps(self, *, fails: Sequence[AuditedPair], review: bool) -> list[str]:
        steps = []
        kinds = [finding.kind.value for pair in fails for finding in pair.findings]
        if fails:
            steps.append(
                "Correct the marked words in the copy, or read why they count: "
                f"checker explain {kinds[0] if kinds else 'unsupported'}"
            )
            steps.append(
                f'To accept one for a time: checker waive {printable(fails[0].fingerprint)} --reason "..." --until DATE'
            )
        if review:
            steps.append("Read the pairs to review; --strict makes them fail.")
        if self.report.verdict == "pass":
            steps.append("--verbose shows every pair.")
        steps.append("-f json:report.json keeps the whole report.")
        return ["", *(f"{self.style.dim('next:')} {step}" for step in steps)]
