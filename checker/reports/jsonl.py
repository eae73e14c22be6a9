"""JSON Lines: the report's head in the first line, then one pair a line."""

import dataclasses
import json
import re
from collections.abc import Iterator

from checker.domain import Report

_LINE_BREAKS = re.compile("[\x85\u2028\u2029]")
"""What JSON leaves as it is but some programs take for the end of a line."""


def render(*reports: Report) -> str:
    """Return the reports as JSON Lines; the one key of the JSON report that a head lacks is `pairs`."""
    return "".join(f"{line}\n" for report in reports for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    document = dataclasses.asdict(report)
    pairs = document.pop("pairs")
    for row in (document, *pairs):
        line = json.dumps(row, ensure_ascii=False)
        yield _LINE_BREAKS.sub(lambda match: f"\\u{ord(match[0]):04x}", line)
