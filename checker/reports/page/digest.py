"""What a page says first: the verdict in words, the worst findings, the worst of many reports."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from checker.domain import ArticleInfo, Label, Report
from checker.policy import FLAGGED
from checker.reports.page.rows import Row, worst_first
from checker.reports.page.text import counted, fit
from checker.reports.page.wording import COMPARED

_FIRST = 6
"""So many findings are listed openly; the others are one click away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A group of rows to look at."""

    key: str
    title: str
    help: str
    first: Sequence[Row]
    more: Sequence[Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """What a text is called."""

    short: str
    full: str
    href: str | None
    """Where it can be read, if its name is a web address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of an index."""

    href: str
    report: Report
    source: Name
    copy: Name
    fails: int
    review: int


def name_of(info: ArticleInfo) -> Name:
    """Return what to call a text: the last part of its path or address, and the whole."""
    full = fit(info.name)
    try:
        address = urlsplit(full)
        web = address.scheme in {"http", "https"} and bool(address.hostname)
    except ValueError:  # such as a broken IPv6 address
        web = False
    return Name(
        short=PurePosixPath(full.replace("\\", "/")).name or full, full=full, href=full if web else None
    )


def headline(report: Report) -> str:
    """Say the verdict in one sentence."""
    match report.verdict:
        case "fail":
            failing = sum(pair.fails for pair in report.pairs)
            return f"The copy departs from its source in {counted(failing, 'place')}."
        case "pass" if review := _reviewed(report):
            return f"Nothing fails, but {counted(review, 'place is', 'places are')} worth a look."
        case "pass":
            return "The copy says what its source says, as far as this judge can see."
        case _:
            return "Not everything could be compared."


def standfirst(report: Report) -> str:
    """Say in a sentence or two what else there is, and what to do."""
    count = report.counts.get
    compared = sum(count(label, 0) for label in COMPARED)
    same = count(Label.CONSISTENT, 0)
    review = _reviewed(report)
    unjudged = sum(pair.label is Label.UNDETERMINED and not pair.accepted for pair in report.pairs)
    fails = any(pair.fails for pair in report.pairs)
    parts = [
        f"Of {counted(compared, 'passage')} with a counterpart in the source, {same:,} "
        f"{'says' if same == 1 else 'say'} the same."
        if compared
        else "No passage of the copy has a counterpart in the source."
    ]
    if fails:
        parts.append("Correct what fails.")
    if fails and review:
        parts.append(f"Then read {counted(review, 'more place')} where the judge is less sure.")
    if unjudged:
        parts.append(f"{counted(unjudged, 'passage')} could not be judged: compare by eye.")
    added, left_out = count(Label.UNSUPPORTED, 0), count(Label.OMITTED, 0)
    if added:
        parts.append(
            f"{counted(added, 'passage')} of the copy {'is' if added == 1 else 'are'} not in the source."
        )
    if left_out:
        parts.append(
            f"{counted(left_out, 'passage')} of the source {'is' if left_out == 1 else 'are'} left out."
        )
    return " ".join(parts)


def overall(reports: Sequence[Report]) -> str:
    """Say in one sentence what many reports come to."""
    if not reports:
        return "No copies were compared."
    verdicts = [report.verdict for report in reports]
    fails, unknown, total = verdicts.count("fail"), verdicts.count("undetermined"), len(reports)
    if fails:
        depart = "departs" if fails == 1 else "depart"
        return f"{fails:,} of {counted(total, 'copy', 'copies')} {depart} from the source."
    if unknown:
        return f"{unknown:,} of {counted(total, 'copy', 'copies')} could not be compared in full."
    return f"All {total:,} copies pass." if total > 1 else "The copy passes."


def lists(shown: Sequence[Row]) -> list[Listing]:
    """Group the rows to look at, worst first; each row is in one group."""
    fails = [row for row in shown if row.status == "fails"]
    rest = [row for row in shown if row.status not in {"fails", "accepted"}]
    groups = (
        ("fails", "Fails", "sure enough to fail the audit", worst_first(fails)),
        (
            "review",
            "To review",
            "below the bar: fails nothing by itself",
            worst_first(row for row in rest if row.status == "review"),
        ),
        (
            "undetermined",
            "Not judged",
            "never counted as consistent",
            [row for row in rest if row.label is Label.UNDETERMINED],
        ),
        (
            "accepted",
            "Accepted",
            "by a waiver or the baseline: fails nothing",
            worst_first(row for row in shown if row.status == "accepted"),
        ),
        (
            "unsupported",
            "Not in the source",
            "passages that only the copy has",
            worst_first(row for row in rest if row.label is Label.UNSUPPORTED),
        ),
        (
            "omitted",
            "Left out",
            "passages that only the source has",
            worst_first(row for row in rest if row.label is Label.OMITTED),
        ),
    )
    return [
        Listing(key=key, title=title, help=help_, first=found[:_FIRST], more=found[_FIRST:])
        for key, title, help_, found in groups
        if found
    ]


def entries(reports: Mapping[str, Report]) -> list[Entry]:
    """Order reports for an index: failing ones first, the most failing places before all others."""
    order = {"fail": 0, "undetermined": 1, "pass": 2}
    listed = [
        Entry(
            href=href,
            report=report,
            source=name_of(report.source),
            copy=name_of(report.republished),
            fails=sum(pair.fails for pair in report.pairs),
            review=_reviewed(report),
        )
        for href, report in reports.items()
    ]
    return sorted(listed, key=lambda e: (order[e.report.verdict], -e.fails, -e.review, e.href))


def _reviewed(report: Report) -> int:
    return sum(pair.label in FLAGGED and not pair.fails and not pair.accepted for pair in report.pairs)
