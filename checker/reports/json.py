"""The JSON report, schema_version 1: the domain's `Report`, field for field."""

import dataclasses
import json

from checker.domain import Report


def render(report: Report) -> str:
    """Return the report as JSON text with a final line break."""
    return json.dumps(dataclasses.asdict(report), ensure_ascii=False, indent=2) + "\n"
