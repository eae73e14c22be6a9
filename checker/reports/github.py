"""Annotations for a pull request: workflow commands, one a line, as the GitHub runner reads them.

The step summary is the Markdown report: `-f markdown:"$GITHUB_STEP_SUMMARY"`.
"""

from checker.domain import Report
from checker.reports.entries import Entry, Level, entries, one_line

MOST_ANNOTATIONS = 10
"""GitHub keeps no more of a kind from one step, and those that come first."""

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(*reports: Report) -> str:
    """Return the worst findings as annotations, and how many more there are."""
    found = entries(reports)
    shown = [entry for entry in found if entry.level is not Level.NOTE][:MOST_ANNOTATIONS]
    lines = [_annotation(entry) for entry in shown]
    if more := len(found) - len(shown):
        lines.append(f"{more:,} more in the report")
    return "".join(f"{line}\n" for line in lines or ["Nothing to annotate"])


def _annotation(entry: Entry) -> str:
    name, at = one_line(entry.report.republished.name), entry.where
    properties = {"title": f"checker ({entry.rule})", "file": name, "line": str(at.line if at else 1)}
    if at is not None:
        properties["endLine"] = str(at.end_line)
        # Columns are only taken for what stands in one line.
        if at.line == at.end_line:
            properties |= {"col": str(at.column), "endColumn": str(at.end_column)}
    written = ",".join(f"{key}={value.translate(_PROPERTY)}" for key, value in properties.items())
    place = f"{name}:{at.line}: " if at else f"{name}: "
    return f"::{entry.level} {written}::{(place + entry.message).translate(_DATA)}"
