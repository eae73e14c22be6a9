"""`checker ci` in a scratch repository, as a job would run it."""

import json
from datetime import date
from pathlib import Path

import pytest

from checker import clock
from tests.ci.repository import Repository
from tests.program import Run


def fingerprint(run: Run) -> str:
    """The id of the only finding that fails."""
    document = json.loads(run("ci", "-f", "json").out)
    [found] = [
        pair["fingerprint"] for report in document["reports"] for pair in report["pairs"] if pair["fails"]
    ]
    return str(found)


def test_a_planted_distortion_fails_until_it_is_waived_and_again_when_the_waiver_expires(
    repository: Repository, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 24))
    first = run("ci")
    assert first.code == 1
    assert "content/planted.md departs from upstream/planted.md in 1 place" in first.out
    assert "[[$15.8" in first.out
    assert "faithful" not in first.out
    assert first.out.endswith("2 copies: 1 fails, 1 passes\n")

    waived = run(
        "waive", fingerprint(run), "--reason", "agreed by phone", "--until", "2026-12-31", "--author", "Ana"
    )
    assert (waived.code, waived.err) == (0, "")

    second = run("ci")
    assert (second.code, second.err) == (0, "")
    assert second.out == "2 copies: 2 pass\nAccepted, so that they fail nothing: 1 waived\n"

    monkeypatch.setattr(clock, "today", lambda: date(2026, 12, 31))
    assert run("ci").code == 0  # the last day counts

    monkeypatch.setattr(clock, "today", lambda: date(2027, 1, 1))
    third = run("ci")
    assert third.code == 1
    assert "content/planted.md departs from upstream/planted.md in 1 place" in third.out
    assert "expired on 2026-12-31: correct the text, or renew it" in third.err
    assert "agreed by phone" in third.err

    renewed = run(
        "waive", fingerprint(run), "--reason", "still so", "--until", "2027-06-30", "--author", "Ana"
    )
    assert renewed.code == 0
    assert run("ci").code == 0
    assert "agreed by phone" not in Path("checker.waivers.toml").read_text()
