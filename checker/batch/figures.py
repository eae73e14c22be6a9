"""A summary for people and for programs: text, JSON, and a page."""

import json
from collections.abc import Mapping
from dataclasses import asdict

from checker.batch.summary import Change, Comparison, Summary, Worst
from checker.reports.page.text import counted, gist

FORMATS = ("terminal", "json", "html")


def render(summary: Summary, format_: str) -> str:
    """Render a summary in one of `FORMATS`."""
    match format_:
        case "json":
            return json.dumps(asdict(summary), indent=1, ensure_ascii=False) + "\n"
        case "html":
            from checker.reports.html import page

            return page("corpus", script="index", summary=summary, headline=headline(summary))
        case _:
            return _terminal(summary)


def headline(summary: Summary) -> str:
    """Say in one sentence what a run came to."""
    flagged = sum(summary.labels.get(label, 0) for label in ("contradictory", "distorted"))
    if not summary.finished:
        return f"The run is not finished: {counted(summary.rows, 'row')} so far, {flagged:,} flagged."
    return f"{flagged:,} of {counted(summary.rows, 'pair')} {'is' if flagged == 1 else 'are'} flagged."


def _terminal(summary: Summary) -> str:
    lines = [
        headline(summary),
        f"Judge {summary.manifest.get('judge')}, checker {summary.manifest.get('version')}.",
    ]
    lines += _counts("Labels", summary.labels, summary.rows)
    lines += _counts("Kinds of findings (rows with one)", summary.kinds, summary.rows)
    lines += _counts("Why rows could not be judged", summary.failures, summary.rows)
    if summary.sites:
        lines += ["", "Sites (flagged / not judged / rows)"]
        lines += [
            f"  {gist(site.site, 40):40} {site.flagged:>9,} {site.undetermined:>9,} {site.rows:>11,}"
            for site in summary.sites
        ]
    if summary.worst:
        lines += ["", "The worst pairs"]
        lines += [line for worst in summary.worst for line in _worst(worst)]
    if summary.comparison:
        lines += _comparison(summary.comparison)
    return "\n".join(lines) + "\n"


def _counts(title: str, counts: Mapping[str, int], of: int) -> list[str]:
    if not counts:
        return []
    return [
        "",
        title,
        *(
            f"  {gist(name, 40):40} {count:>11,} {100 * count / max(of, 1):6.1f} %"
            for name, count in counts.items()
        ),
    ]


def _worst(worst: Worst) -> list[str]:
    sure = "" if worst.confidence is None else f", confidence {worst.confidence:.2f}"
    return [f"  {gist(str(worst.id), 70)}: {worst.label}{sure}", *_explained(worst.findings)]


def _explained(findings: tuple[str, ...]) -> list[str]:
    return [f"    {gist(finding, 110)}" for finding in findings[:3]]


def _comparison(comparison: Comparison) -> list[str]:
    lines = ["", f"Since {comparison.earlier}"]
    for field, (before, now) in comparison.differs.items():
        lines.append(f"  {field}: {gist(str(before), 50)} -> {gist(str(now), 50)}")
    moved = sum(comparison.labels.values())
    lines.append(f"  {counted(comparison.both, 'row')} with the same texts; {moved:,} with another label")
    lines += [f"    {name:34} {count:>11,}" for name, count in comparison.labels.items()]
    for count, words in (
        (comparison.other_texts, "with the same id and other texts"),
        (comparison.only_now, "only in this run"),
        (comparison.only_before, "only in the earlier one"),
    ):
        if count:
            lines.append(f"  {counted(count, 'row')} {words}")
    return [*lines, *(line for change in comparison.changes for line in _change(change))]


def _change(change: Change) -> list[str]:
    return [f"  {gist(str(change.id), 60)}: {change.before} -> {change.now}", *_explained(change.findings)]
