"""Reads JSON reports back."""

import json

from pydantic import TypeAdapter, ValidationError

from checker.aggregate import run_of
from checker.domain import SCHEMA_VERSION, Place, Quote, Report, Run
from checker.errors import InputError
from checker.parsing import read_json

_AGAIN = "Make a new one with: checker audit SOURCE REPUBLISHED -f json:RUN.json"


def load(name: str, data: bytes) -> Report:
    """Return the report that `data`, the contents of the file `name`, holds.

    Raises:
        InputError: As `load_run`, or it holds many reports.
    """
    found = load_any(name, data)
    if isinstance(found, Run):
        raise InputError(name, f"holds {len(found.reports)} reports, not one", hint=_AGAIN)
    return found


def load_run(name: str, data: bytes) -> Run:
    """Return what `data` holds, a single report as a run of one.

    Raises:
        InputError: As `load_any`.
    """
    found = load_any(name, data)
    return found if isinstance(found, Run) else run_of([found])


def load_any(name: str, data: bytes) -> Report | Run:
    """Return the report of `checker audit`, or the reports of `checker ci`, that `data` holds.

    Keys that this version does not know are ignored: the format may grow within a schema version.

    Raises:
        InputError: It is broken, from a newer version of the program, or something else altogether.
    """
    try:
        text = data.decode(json.detect_encoding(data))  # a shell may have made it UTF-16
        document = read_json(text)
    except ValueError as error:
        raise InputError(name, f"is not valid JSON ({error})", hint=_AGAIN) from error
    version = document.get("schema_version") if isinstance(document, dict) else None
    if type(version) is not int or version < 1:
        raise InputError(name, "is JSON, but not a report of this program", hint=_AGAIN)
    if version > SCHEMA_VERSION:
        raise InputError(
            name,
            f"was written by a newer version (schema_version {version}, this one reads {SCHEMA_VERSION})",
            hint="Update checker.",
        )
    type_: type[Report | Run] = Run if "reports" in document else Report
    try:
        found: Report | Run = TypeAdapter(type_).validate_json(text, strict=True)
    except ValidationError as error:
        raise InputError(name, f"is a broken report ({_first(error)})", hint=_AGAIN) from error
    for report in found.reports if isinstance(found, Run) else (found,):
        if problem := _problem(report):
            raise InputError(name, f"is a broken report ({problem})", hint=_AGAIN)
    return found


def _first(error: ValidationError) -> str:
    """Say where and what, without the value: it may be a whole article."""
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    return ": ".join(filter(None, (".".join(map(str, first["loc"])), first["msg"])))


def _problem(report: Report) -> str | None:
    """Say what no audit writes although the types allow it."""
    for pair in report.pairs:
        quotes = [quote for finding in pair.findings for quote in (finding.source, finding.republished)]
        places: list[Place | Quote] = [*pair.source, *pair.republished, *filter(None, quotes)]
        for at in places:
            forward = 0 <= at.start <= at.end and (at.line, at.column) <= (at.end_line, at.end_column)
            if not forward or min(at.line, at.column, at.end_column) < 1:
                return f"{pair.id}: a place that no file has"
        if any(share is not None and not 0 <= share <= 1 for share in (pair.confidence, pair.p_consistent)):
            return f"{pair.id}: a share outside 0 to 1"
    return None
