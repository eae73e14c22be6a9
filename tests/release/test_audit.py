"""The audit of dependencies: what was not looked at is not passed."""

from typing import Any

import pytest

from release.audit import verdict

FINE = {"name": "numpy", "version": "2", "vulns": []}
HOLE = {"name": "lxml", "version": "1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2"]}]}
UNMENDED = {"name": "lxml", "version": "1", "vulns": [{"id": "PYSEC-1", "fix_versions": []}]}
UNKNOWN = {"name": "jinja2", "skip_reason": "Dependency not found on PyPI"}
OWN = {"name": "checker", "skip_reason": "Dependency not found on PyPI"}


@pytest.mark.parametrize(
    ("dependencies", "code", "message"),
    [
        pytest.param([FINE, OWN], 0, "dependency audit passed: 1 packages", id="all known"),
        pytest.param([FINE, HOLE], 1, "lxml 1: PYSEC-1, mended in 2", id="a hole"),
        pytest.param([UNMENDED], 1, "mended in no version yet", id="a hole that nobody has mended"),
        pytest.param([HOLE, UNKNOWN], 1, "FAILED: 1 known holes", id="a hole beside what is not known"),
        pytest.param([FINE, UNKNOWN], 1, "nothing is known about jinja2", id="one not known"),
        pytest.param([UNKNOWN, OWN], 0, "SKIPPED", id="none known: no source"),
        pytest.param([], 0, "SKIPPED", id="nothing installed"),
    ],
)
def test_what_the_audit_says(dependencies: list[dict[str, Any]], code: int, message: str) -> None:
    found, text = verdict(dependencies)

    assert found == code
    assert message in text
