"""The folder of a run: what is judged, what failed, and how far the run came, so that it can go on."""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import BinaryIO

from checker.errors import OutputError, UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """How far a run came. Everything in the files beyond these sizes is from a block that was not finished."""

    lines: int = 0
    digest: str = ""
    """Of the lines so far: a run goes on only over the same ones."""
    rows_bytes: int = 0
    failures_bytes: int = 0
    labels: Mapping[str, int] | None = None
    failed: int = 0


class RunFolder:
    """`OUT.run` beside OUT."""

    def __init__(self, out: Path) -> None:
        self.out, self.path = out, out.with_name(out.name + ".run")
        self.rows, self.failures = self.path / "rows.jsonl", self.path / "failures.jsonl"
        self._manifest, self._state = self.path / "manifest.json", self.path / "state.json"

    @contextmanager
    def opened(
        self, manifest: Mapping[str, object], *, resume: bool
    ) -> Iterator[tuple[State, BinaryIO, BinaryIO]]:
        """Begin a run or go on with one; yield its state and the files for rows and failures.

        Raises:
            UsageError: There is such a run already, or none to resume, or it was another one.
            OutputError: The folder cannot be written.
        """
        if self.out.exists():
            raise UsageError(f"{self.out} exists.", hint="Name another file with -o, or remove it.")
        if self.path.exists() and not resume:
            raise UsageError(
                f"{self.path} holds an unfinished run.", hint="Go on with --resume, or remove it."
            )
        if resume and not self._manifest.exists():
            raise UsageError(f"{self.path} holds no run to resume.", hint="Begin without --resume.")
        if resume and json.loads(self._manifest.read_text("utf-8")) != manifest:
            raise UsageError(
                f"{self.path} was begun with another judge, version or input.",
                hint="Begin anew, with another -o.",
            )
        try:
            self.path.mkdir(exist_ok=True)
            self._put(self._manifest, manifest)
            state = State()
            if self._state.exists():
                state = State(**json.loads(self._state.read_text("utf-8")))
            with self.rows.open("ab") as rows, self.failures.open("ab") as failures:
                rows.truncate(state.rows_bytes)
                failures.truncate(state.failures_bytes)
                yield state, rows, failures
        except OSError as error:
            raise OutputError(str(self.path), error.strerror or str(error)) from error

    def keep(self, state: State, rows: BinaryIO, failures: BinaryIO) -> State:
        """Make sure that what was written stays, then say so."""
        for file in (rows, failures):
            file.flush()
            os.fsync(file.fileno())
        kept = replace(
            state, rows_bytes=self.rows.stat().st_size, failures_bytes=self.failures.stat().st_size
        )
        self._put(self._state, asdict(kept))
        return kept

    def finish(self, state: State) -> None:
        """Put OUT into place, and beside it the summary."""
        self._put(
            self.path / "summary.json",
            {"lines": state.lines, "labels": dict(state.labels or {}), "failed": state.failed},
        )
        self.rows.replace(self.out)

    @staticmethod
    def _put(path: Path, document: Mapping[str, object]) -> None:
        temporary = path.with_suffix(".part")
        temporary.write_text(json.dumps(document, indent=1) + "\n", "utf-8")
        temporary.replace(path)
