"""Nothing that a stranger wrote steers a terminal or the runner of a job: not in reports, warnings or errors."""

import json
import re
from pathlib import Path

import pytest

from checker.reports.style import inert, one_plain_line
from tests.ci.repository import FAITHFUL, PLANTED, SOURCE
from tests.program import Done, Run

ATTACKS = {
    "escape codes": "\x1b[2J\x1b]0;owned\x07",
    "8-bit escape codes": "\x9b2J\x9d0;owned\x9c",
    "a link of the terminal": "\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "direction overrides": "\u202egpj.exe\u2066x",
    "backspaces": "wrong\x08\x08\x08\x08\x08right",
    "an older workflow command": "##[error]boom",
}
_STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
COMMANDS = "::stop-commands::t {0} ::error file=a.md,line=1::boom {0} ::add-mask::e"


def obeyed(text: str) -> list[str]:
    """Lines that the runner of a job on GitHub takes for commands."""
    lines = re.split("\r\n|\r|\n", text)
    return [line for line in lines if line.strip().startswith("::") or "##[" in line]


def harmless(done: Done) -> bool:
    """Tell whether a run steered nobody."""
    both = done.out + done.err
    return not _STEERS.search(both) and not obeyed(both)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "source.md").write_text(SOURCE, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_a_hostile_article_and_a_hostile_name(folder: Path, run: Run, attack: str) -> None:
    name = f"copy{attack.replace('/', '')}.md"
    (folder / name).write_text(PLANTED.replace("crews", f"crews {attack}"), encoding="utf-8")

    for command in (
        ("audit", "source.md", name, "--judge", "rules"),
        ("audit", "source.md", name, "--judge", "rules", "--verbose"),
        ("audit", name, name, "--judge", "rules"),  # warns
        ("pair", "source.md", name),
        ("pair", "source.md", name, "--explain", "p2"),
    ):
        done = run(*command)
        assert done.out
        assert harmless(done), command
    assert "$15.8 million" in run("audit", "source.md", name, "--judge", "rules").out


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("audit", "source.md", "{}"), id="a file that is not there"),
        pytest.param(("audit", "source.md", "https://{}.invalid/"), id="an address"),
        pytest.param(("audit", "source.md", "source.md", "--fail-on", "{}"), id="a value"),
        pytest.param(("audit", "source.md", "source.md", "-f", "{}"), id="a format"),
        pytest.param(("report", "{}"), id="a report"),
        pytest.param(("explain", "{}"), id="a word"),
        pytest.param(("waive", "{}", "--reason", "x", "--until", "2099-12-31"), id="a waiver"),
        pytest.param(("ci", "--config", "{}"), id="a configuration"),
        pytest.param(("{}",), id="a command"),
    ],
)
def test_an_error_says_what_is_wrong_and_no_more(
    folder: Path, run: Run, command: tuple[str, ...], attack: str
) -> None:
    done = run(*(word.replace("{}", f"x{attack}") for word in command))

    assert done.code == 2
    assert done.err.count("\n") == 1
    assert harmless(done)


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_hostile_names_in_a_repository(folder: Path, run: Run, attack: str) -> None:
    name = attack.replace("/", "")
    for path, text in {
        f"content/{name}.md": PLANTED,
        f"upstream/{name}.md": SOURCE,
        "content/alone.md": FAITHFUL,
    }.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")

    begun = run("init", "--yes")
    checked = run("ci", "--judge", "rules")
    looked = run("doctor", "--judge", "rules")

    assert begun.code == 0
    assert "departs from" in checked.out
    assert all(map(harmless, (begun, checked, looked)))


@pytest.mark.parametrize("words", [1, 5, 9, 13, 14, 15, 16, 17])
def test_no_line_of_a_folded_report_is_a_command(folder: Path, run: Run, words: int) -> None:
    # Wherever the text is folded, a line begins with what stands there.
    hostile = COMMANDS.format("mark " * words)
    (folder / "copy.md").write_text(f"{PLANTED}\n{hostile}\n", encoding="utf-8")
    audited = run(
        "audit",
        "source.md",
        "copy.md",
        "--judge",
        "rules",
        "--verbose",
        "-f",
        "json:run.json",
        "-f",
        "terminal",
    )
    rendered = run("report", "run.json")

    assert "stop-commands" in audited.out
    assert obeyed(audited.out + rendered.out) == []


def test_a_hostile_report_of_earlier_is_rendered_harmlessly(folder: Path, run: Run) -> None:
    (folder / "copy.md").write_text(PLANTED, encoding="utf-8")
    document = json.loads(run("audit", "source.md", "copy.md", "--judge", "rules", "-f", "json").out)
    attack = "".join(ATTACKS.values())
    document["notes"] = [f"::error::x {attack}"]
    document["republished"]["name"] = f"::error::{attack}"
    for pair in document["pairs"]:
        for finding in pair["findings"]:
            finding["explanation"] = f"::error::{attack}"
    (folder / "run.json").write_text(json.dumps(document), encoding="utf-8")

    assert harmless(run("report", "run.json", "--verbose"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("::error::x", "�:error::x", id="at the beginning"),
        pytest.param("a\n  \t::error::x", "a\n  \t�:error::x", id="behind white space"),
        pytest.param("a ::error::x", "a ::error::x", id="in the midst"),
        pytest.param("a ##[error]x", "a �#[error]x", id="an older command"),
        pytest.param("std::vector, ## [x]", "std::vector, ## [x]", id="no command"),
    ],
)
def test_what_the_runner_would_obey(text: str, expected: str) -> None:
    assert inert(text) == expected


def test_a_message_is_one_line() -> None:
    assert one_plain_line("a\n::error::b\x1b[31m\r\nc") == "a ::error::b�[31m c"
