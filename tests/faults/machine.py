"""The program as a process of its own, on a machine that something is wrong with."""

import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.domain import Label
from tests.fakes.http import Server

ROOT = Path(__file__).resolve().parents[2]
SOURCE, COPY = (ROOT / "examples" / name for name in ("source.md", "republished.md"))
"""The pair that everybody sees first; it fails."""
WRITES_OVER = (1, 2)
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH: what lets an administrator write where nobody may."""


@dataclass(frozen=True)
class Ended:
    """How a run ended."""

    code: int
    out: str
    err: str

    @property
    def one_line(self) -> bool:
        """Whether it said what is wrong in one line."""
        return self.err.count("\n") == 1 and self.err.startswith("checker: ") and not self.out

    @property
    def report(self) -> dict[str, Any]:
        """The JSON report on standard output."""
        found: dict[str, Any] = json.loads(self.out)
        return found


def started(
    *arguments: object,
    before: Callable[[], None] | None = None,
    first: str = "",
    folder: Path | None = None,
    more: Mapping[str, str] | None = None,
    stdout: Any = subprocess.PIPE,
) -> "subprocess.Popen[str]":
    """Start the program.

    Args:
        before: Called in the new process before the program begins: takes something away from it.
        first: Python that runs before the program does.
        more: Variables of the environment.
    """
    code = f"import sys; sys.argv[0] = 'checker'\n{first}\nfrom checker.cli import main\nmain()"
    known = {
        name: value for name, value in os.environ.items() if not name.startswith(("CHECKER_", "OPENAI_"))
    }
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        preexec_fn=before,  # noqa: PLW1509  # no test has another thread that holds a lock of Python's
        cwd=folder,
        env={**known, "PYTHONPATH": str(ROOT), **(more or {})},
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(process: "subprocess.Popen[str]") -> Ended:
    """Wait for its end."""
    out, err = process.communicate(timeout=120)
    return Ended(process.returncode, out or "", err)


def run(*arguments: object, **circumstances: Any) -> Ended:
    """Run the program to its end; `circumstances` as for `started`."""
    return ended(started(*arguments, **circumstances))


def largest_file(size: int) -> Callable[[], None]:
    """Give a process a disk on which no file gets larger than so many bytes."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def without_privileges() -> None:
    """Make an administrator obey the permissions of files as everybody does."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        for capability in WRITES_OVER:
            libc.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


def model_at(server: Server, cache: Path) -> tuple[object, ...]:
    """Options that ask the fake model at this server, two calls at a time."""
    asked = ("--judge", "llm", "--model", "fake", "--base-url", server.url, "--cache", cache)
    return (*asked, "--jobs", "2", "--pairs-per-call", "2", "-f", "json")


def wait_for(happened: Callable[[], bool], process: "subprocess.Popen[str]", seconds: float = 60) -> None:
    """Wait until something has happened or the process is over."""
    end = time.monotonic() + seconds
    while not happened() and process.poll() is None and time.monotonic() < end:
        time.sleep(0.01)


def children_of(pid: int) -> list[int]:
    """Return the processes that a process has started."""
    path = Path(f"/proc/{pid}/task/{pid}/children")
    try:
        return [int(word) for word in path.read_text().split()]
    except OSError:
        return []


def labels(report: Mapping[str, Any]) -> list[str]:
    """Return the labels of a report's pairs."""
    return [pair["label"] for pair in report["pairs"]]


def no_wrong_pass(report: Mapping[str, Any], honest: Mapping[str, Any]) -> bool:
    """Tell whether no pair is called consistent that an undisturbed run calls otherwise."""
    right = {pair["fingerprint"]: pair["label"] for pair in honest["pairs"]}
    return all(
        pair["label"] != Label.CONSISTENT or right[pair["fingerprint"]] == Label.CONSISTENT
        for pair in report["pairs"]
    )


TERM = signal.SIGTERM
