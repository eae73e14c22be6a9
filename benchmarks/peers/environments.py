"""Gives each tool an environment of its own, made once and kept in a folder that git ignores."""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from benchmarks.peers.tools import QUIET, Tool

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".peers"
_MADE = ".made"
"""Names in an environment what it was made of."""


class InstallError(Exception):
    """A tool is not to be had here; says what the installer said."""


def python_of(tool: Tool) -> Path:
    """Return the interpreter that runs the tool's runner."""
    if not tool.environment or tool.npm:
        return Path(sys.executable)
    return FOLDER / tool.environment / "bin" / "python"


def ensure(tool: Tool) -> None:
    """Make the tool's environment if it is not there, or was made of other packages.

    Raises:
        InstallError: The installer failed.
    """
    if not tool.environment:
        return
    home = FOLDER / tool.environment
    wanted = hashlib.sha256("\n".join((*tool.pip, *tool.npm)).encode()).hexdigest()
    mark = home / _MADE
    if mark.exists() and mark.read_text() == wanted:
        return
    sys.stderr.write(f"installing {', '.join((*tool.pip, *tool.npm))} into {home.relative_to(ROOT)}\n")
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    if tool.npm:
        if not shutil.which("npm"):
            raise InstallError("npm is not installed")
        _call("npm", "install", "--no-audit", "--no-fund", "--prefix", str(home), *tool.npm)
    else:
        venv.create(home, with_pip=True)
        _call(str(home / "bin" / "python"), "-m", "pip", "install", "--quiet", *tool.pip)
    mark.write_text(wanted)


def _call(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **QUIET})
    if done.returncode:
        raise InstallError(reason(done.stderr or done.stdout) or f"exit {done.returncode}")


def reason(said: str) -> str:
    """Return the line of an installer's complaint that names the cause."""
    lines = [line.strip() for line in said.splitlines()]
    for sign in ("fatal: ", "ERR! ", "ERROR: ", "error: "):
        for line in lines:
            if sign in line:
                return line
    return lines[-1] if lines else ""
