"""The JSON schemas of the JSON reports, generated from the domain types.

`python -m checker.reports.schema` prints that of `checker audit`, with `run` behind it that of `checker ci`;
docs/formats/report.schema.json and run.schema.json are these outputs, and a test compares them.
"""

import json
import sys

from pydantic import TypeAdapter

from checker.domain import Report, Run


def schema(of: type[Report | Run] = Report) -> str:
    """Return the schema as JSON text with a final line break."""
    document = TypeAdapter(of).json_schema(mode="serialization")
    document = {"$schema": "https://json-schema.org/draft/2020-12/schema", **document}
    return json.dumps(document, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema(Run if sys.argv[1:] == ["run"] else Report))
