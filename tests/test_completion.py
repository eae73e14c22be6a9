"""Completion in a real bash, from the script that the program prints."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BASH = shutil.which("bash") or ""
pytestmark = pytest.mark.skipif(not BASH, reason="needs bash")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("checker ex", ["explain"], id="a command"),
        pytest.param("checker explain inj", ["injection_suspected"], id="a word to explain"),
        pytest.param("checker audit a b -f js", ["json", "jsonl"], id="a format"),
        pytest.param("checker audit a b --judge r", ["rules"], id="a judge"),
        pytest.param("checker ci --changed", ["--changed-since"], id="an option"),
    ],
)
def test_bash_completes(typed: str, expected: list[str]) -> None:
    program = Path(sys.executable).with_name("checker")
    script = subprocess.run(
        [program],
        env={**os.environ, "_CHECKER_COMPLETE": "source_bash"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    press_tab = f"""{script}
COMP_WORDS=({typed})
COMP_CWORD={len(typed.split()) - 1}
_checker_completion "{program}"
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    completed = subprocess.run([BASH, "-c", press_tab], capture_output=True, text=True, check=True)

    assert completed.stdout.split() == expected
