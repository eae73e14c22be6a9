"""GitLab code quality: a list of issues for the merge request."""

import hashlib
import json
import posixpath

from checker.domain import Report
from checker.reports.entries import Entry, Level, entries, one_line


def render(*reports: Report) -> str:
    """Return the reports as one code quality report, the worst first."""
    return json.dumps([_issue(entry) for entry in entries(reports)], ensure_ascii=False, indent=1) + "\n"


def _issue(entry: Entry) -> dict[str, object]:
    at = entry.where
    return {
        "description": entry.message,
        "check_name": entry.rule,
        "fingerprint": _fingerprint(entry),
        "severity": _severity(entry),
        "location": {
            "path": posixpath.normpath(one_line(entry.report.republished.name)),
            "lines": {"begin": at.line, "end": at.end_line} if at else {"begin": 1},
        },
    }


def _fingerprint(entry: Entry) -> str:
    # The name makes it unique where the same passage stands in two articles: GitLab merges equal ones.
    name = entry.report.republished.name
    return hashlib.sha256(f"{name}\x1f{entry.fingerprint}".encode(errors="replace")).hexdigest()[:32]


def _severity(entry: Entry) -> str:
    """What fails is as grave as the report says; what does not is never above *minor*."""
    match entry.level:
        case Level.ERROR:
            return entry.pair.severity.value if entry.pair and entry.pair.severity else "major"
        case Level.WARNING:
            return "minor"
        case _:
            return "info"
