import json
from dataclasses import replace
from pathlib import Path

import jsonschema

from checker.domain import Report, Run
from checker.reports.json import render
from checker.reports.schema import schema
from tests.reports.test_terminal import FLAG, report

COMMITTED = Path(__file__).resolve().parents[2] / "docs" / "formats" / "report.schema.json"


def parsed(result: Report) -> dict[str, object]:
    document: dict[str, object] = json.loads(render(result))
    return document


def test_the_committed_schema_is_the_one_of_the_code() -> None:
    assert COMMITTED.read_text(encoding="utf-8") == schema()
    assert COMMITTED.with_name("run.schema.json").read_text(encoding="utf-8") == schema(Run)


def test_a_report_obeys_the_schema() -> None:
    jsonschema.Draft202012Validator(json.loads(schema())).validate(parsed(report(FLAG)))


def test_the_report_is_plain_data_with_text_as_it_is() -> None:
    document = parsed(report(FLAG))

    assert document["schema_version"] == 1
    assert document["verdict"] == "fail"
    assert document["counts"] == {
        "consistent": 1,
        "distorted": 1,
        "contradictory": 0,
        "unsupported": 1,
        "omitted": 1,
        "undetermined": 0,
        "ignored": 1,
    }
    assert render(report(FLAG)).endswith("}\n")


def test_letters_beyond_ascii_stay_readable() -> None:
    assert '"Zhelensky läuft 🚢"' in render(replace(report(FLAG), notes=("Zhelensky läuft 🚢",)))
