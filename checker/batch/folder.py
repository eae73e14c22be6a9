"""The folder of a run, `OUT.run` beside OUT: manifest, ledger, failures, summary."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from checker.errors import InputError, OutputError, UsageError


class RunFolder:
    """Where everything about a run is kept, so that it can go on, here or on another machine."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.ledger = path / "ledger.sqlite3"
        self.failures = path / "failures.jsonl"
        self.summary = path / "summary.json"
        self._manifest, self._lock = path / "manifest.json", path / "lock"

    @classmethod
    def beside(cls, out: Path) -> "RunFolder":
        """Return the folder of the run that writes this file."""
        return cls(out.with_name(out.name + ".run"))

    @property
    def manifest(self) -> dict[str, Any]:
        """What the run is of, and how it is judged.

        Raises:
            InputError: This is no folder of a run.
        """
        try:
            found = json.loads(self._manifest.read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise InputError(
                str(self.path), "holds no run of checker batch", hint="Name the folder OUT.run."
            ) from error
        return dict(found)

    @contextmanager
    def opened(self, manifest: Mapping[str, object], *, out: Path, go_on: bool) -> Iterator[None]:
        """Begin a run, or go on with one, and keep other processes out of it.

        Raises:
            UsageError: There is such a run already, or none to go on with, or it is judged in another way.
            OutputError: The folder cannot be written.
        """
        begun = self._manifest.exists()
        if not go_on and begun:
            raise UsageError(
                f"{self.path} holds a run.", hint="Go on with --resume, or remove it to begin anew."
            )
        if not go_on and out.exists():
            raise UsageError(f"{out} exists.", hint="Name another file with -o, or remove it.")
        if go_on and not begun:
            raise UsageError(f"{self.path} holds no run to go on with.", hint="Begin without --resume.")
        if go_on and (other := _other(self.manifest, manifest)):
            raise UsageError(
                f"{self.path} was begun with another {other}.", hint="Begin anew, with another -o."
            )
        try:
            self.path.mkdir(exist_ok=True)
            with self._alone():
                self.write(self._manifest, manifest)
                yield
        except OSError as error:
            raise OutputError(str(self.path), error.strerror or str(error)) from error

    @contextmanager
    def _alone(self) -> Iterator[None]:
        # A lock that every system has and that ends with its process, however that ends.
        lock = sqlite3.connect(self._lock, timeout=0, isolation_level=None)
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            lock.close()
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise OutputError(str(self._lock), str(error)) from error
            raise UsageError(
                f"Another process is at work in {self.path}.", hint="Wait for it, or end it."
            ) from error
        try:
            yield
        finally:
            lock.close()

    @staticmethod
    def write(path: Path, document: Mapping[str, object]) -> None:
        """Write a document that is either whole or not there."""
        temporary = path.with_name(path.name + ".part")
        temporary.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", "utf-8")
        temporary.replace(path)


def _other(begun: Mapping[str, Any], now: Mapping[str, object]) -> str:
    """Return what decides a verdict and is not what it was."""
    for field in ("version", "judge", "language", "fingerprint"):
        if begun.get(field) != now.get(field):
            return field.replace("fingerprint", "prompt, model or endpoint")
    return ""
