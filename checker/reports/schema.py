"""The JSON schema of the JSON report, generated from the domain types.

`python -m checker.reports.schema` prints it; docs/formats/report.schema.json is that output, and a test
compares the two.
"""

import json
import sys

from pydantic import TypeAdapter

from checker.domain import Report


def schema() -> str:
    """Return the schema as JSON text with a final line break."""
    document = TypeAdapter(Report).json_schema(mode="serialization")
    document = {"$schema": "https://json-schema.org/draft/2020-12/schema", **document}
    return json.dumps(document, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema())
