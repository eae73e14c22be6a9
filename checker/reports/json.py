"""The JSON report, schema_version 1: the domain's `Report`, field for field."""

import dataclasses
import json

from checker.domain import Report, Run


def render(report: Report | Run) -> str:
    """Return the report, or a whole run, as JSON text with a final line break."""
    return json.dumps(dataclasses.asdict(report), ensure_ascii=False, indent=2) + "\n"
