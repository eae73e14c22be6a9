import json
from collections.abc import Callable
from typing import Any

import pytest

from checker.domain import Report
from checker.errors import InputError
from checker.reports.json import render
from checker.reports.load import load
from tests.reports.build import audited, every_label, report_of
from tests.reports.test_hostile import TEXTS, encoded

WHOLE = render(every_label())


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    """The JSON of a good report with something changed in it."""
    document = json.loads(WHOLE)
    change(document)
    return json.dumps(document).encode()


@pytest.mark.parametrize(
    "report",
    [
        pytest.param(every_label(), id="every label"),
        pytest.param(report_of(), id="no pair"),
        pytest.param(every_label(encoded("".join(TEXTS.values()))), id="hostile"),
    ],
)
def test_what_was_written_is_read(report: Report) -> None:
    assert load("run.json", render(report).encode()) == report


def test_a_report_that_a_shell_made_utf_16_is_read() -> None:
    assert load("run.json", WHOLE.encode("utf-16")) == every_label()


def test_keys_of_later_versions_of_the_same_format_are_ignored() -> None:
    data = changed(lambda document: document["pairs"][0].update(colour="red"))

    assert load("run.json", data) == every_label()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"", "is not valid JSON", id="empty"),
        pytest.param(WHOLE.encode()[:-9], "is not valid JSON", id="cut off"),
        pytest.param(b'{"schema_version": NaN}', "NaN is not a number", id="NaN"),
        pytest.param(b'{"schema_version": 1, "x": 1e999}', "a number is too large", id="infinite"),
        pytest.param(b"\xff\xfe\xfd", "is not valid JSON", id="no text"),
        pytest.param(b"[" * 100_000, "nested too deeply", id="deep"),
        pytest.param(b"[1]", "not a report", id="a list"),
        pytest.param(b'{"pairs": []}', "not a report", id="no version"),
        pytest.param(b'{"schema_version": true}', "not a report", id="true is no version"),
        pytest.param(b'{"schema_version": 0}', "not a report", id="version 0"),
        pytest.param(
            changed(lambda d: d.update(schema_version=2)), "newer version (schema_version 2", id="newer"
        ),
        pytest.param(changed(lambda d: d.pop("pairs")), "broken report (pairs: ", id="no pairs"),
        pytest.param(
            changed(lambda d: d["pairs"][1].update(label="fine")),
            "broken report (pairs.1.label: ",
            id="no such label",
        ),
        pytest.param(
            changed(lambda d: d["pairs"][0].update(fails="yes")),
            "pairs.0.fails",
            id="a word for a truth value",
        ),
        pytest.param(
            changed(lambda d: d["pairs"][0].update(confidence=1.5)), "a share outside 0 to 1", id="confidence"
        ),
        pytest.param(
            changed(lambda d: d["pairs"][0]["source"][0].update(line=0)), "that no file has", id="line 0"
        ),
        pytest.param(
            changed(lambda d: d["pairs"][0]["findings"][0]["source"].update(end=-1)),
            "that no file has",
            id="backwards",
        ),
        pytest.param(
            changed(lambda d: d["pairs"][0].update(reason="\ud800")), "(Invalid JSON: ", id="a lone surrogate"
        ),
    ],
)
def test_anything_else_is_one_clear_error(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as error:
        load("run.json", data)

    assert message in str(error.value)
    assert error.value.hint
    assert len(str(error.value)) < 300


def test_an_article_is_never_in_the_message() -> None:
    data = changed(lambda d: d["pairs"][0].update(label="secret " * 1000))

    with pytest.raises(InputError) as error:
        load("run.json", data)

    assert "secret" not in str(error.value)


def test_a_report_without_a_side_is_read() -> None:
    report = report_of(audited())

    assert load("run.json", render(report).encode()) == report
