"""What language models said, kept in one SQLite file: verdicts for later runs, a journal for a run that breaks off.

Each note is a transaction of its own in write-ahead mode, so that a run that is killed loses only the calls in flight,
and several runs share the file. Values are JSON. The file holds digests of texts, and words of them where a verdict
names some.
"""

import json
import os
import sqlite3
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from checker.domain import Kind, Label, Reason
from checker.errors import CheckerError
from checker.facts import Difference
from checker.llm.asking import Cost
from checker.llm.rulings import PASSING, Fault, Ruling, memory_key
from checker.transactions import transaction

NAME = "verdicts.sqlite3"
_VERSION = 1
"""Of the tables below: a file with another is not read."""
_STRANGE = "is not a file of remembered verdicts"
_WAIT = 60.0
"""Seconds that one run waits for another one's transaction."""
_TABLES = """
CREATE TABLE IF NOT EXISTS verdicts (key TEXT PRIMARY KEY, ruling TEXT NOT NULL, kept REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT, what TEXT NOT NULL, began REAL NOT NULL,
    calls INTEGER NOT NULL DEFAULT 0, tokens_in INTEGER NOT NULL DEFAULT 0, tokens_out INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS notes (
    run INTEGER NOT NULL, key TEXT NOT NULL, ruling TEXT, fault TEXT,
    PRIMARY KEY (run, key)) WITHOUT ROWID;
"""


class StoreError(CheckerError):
    """The file of remembered verdicts cannot be used."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(
            f"{path}: {problem}",
            hint="Name another file with --cache, or remove this one with checker cache clear.",
        )


def cache_folder(environment: Mapping[str, str]) -> Path:
    """Return where the system wants a program to keep what it can make again."""
    if own := environment.get("XDG_CACHE_HOME"):
        return Path(own) / "checker"
    if sys.platform == "win32" and (local := environment.get("LOCALAPPDATA")):
        return Path(local) / "checker" / "cache"
    return Path("~/Library/Caches" if sys.platform == "darwin" else "~/.cache").expanduser() / "checker"


def store_path(chosen: Path | None) -> Path:
    """Return the file that the user chose, or the usual one."""
    return chosen or cache_folder(os.environ) / NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a file holds."""

    path: Path
    size: int
    """Bytes, with those that SQLite keeps beside the file."""
    verdicts: int
    unfinished: int
    """Runs that broke off and can be resumed."""


class Store:
    """Remembers rulings, and notes how far this run is. Implements `Memory` and `Journal`."""

    def __init__(self, path: Path, *, refresh: bool = False) -> None:
        """Open the file, and make it where there is none.

        Args:
            refresh: Do not look at what earlier runs kept; what this one finds takes its place.

        Raises:
            StoreError: It cannot be written, or is not such a file.
        """
        self._path, self._refresh = path, refresh
        self._run: int | None = None
        self._what = ""
        self._earlier = Cost()
        self._open_ends = False
        with self._explained():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            # The event loop may run in another thread than the one that opened this; only one of them is ever at work.
            self._db = sqlite3.connect(path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
            self._prepare()

    def _prepare(self) -> None:
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        # Both in one transaction: a run that begins beside this one may be making the tables just now.
        self._db.execute("BEGIN")
        [tables] = self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        [version] = self._db.execute("PRAGMA user_version").fetchone()
        self._db.execute("COMMIT")
        if version not in {0, _VERSION}:
            raise StoreError(self._path, f"is of version {version}, this program writes {_VERSION}")
        if tables and not version:
            raise StoreError(self._path, _STRANGE)
        self._db.executescript(f"BEGIN IMMEDIATE; {_TABLES} PRAGMA user_version = {_VERSION}; COMMIT;")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            problem = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            raise StoreError(self._path, problem) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def begin(self, what: Sequence[str], *, resume: bool) -> bool:
        """Begin a run, or carry on the last one about the same that did not finish.

        Args:
            what: The command and its inputs.

        Returns:
            Whether there was one to carry on.
        """
        name = self._what = memory_key(*what)
        with self._explained():
            row = self._db.execute(
                "SELECT id, calls, tokens_in, tokens_out FROM runs WHERE what = ? ORDER BY id DESC LIMIT 1",
                (name,),
            ).fetchone()
            if resume and row:
                self._run, calls, tokens_in, tokens_out = row
                self._earlier = Cost(requests=calls, tokens_in=tokens_in, tokens_out=tokens_out)
                return True
            cursor = self._db.execute("INSERT INTO runs (what, began) VALUES (?, ?)", (name, time.time()))
            self._run = cursor.lastrowid
        return False

    def finish(self) -> None:
        """Forget the journal of this run, unless pairs are left that another attempt may settle."""
        if self._open_ends or self._run is None:
            return
        # Earlier runs of the same are done with it, too; so are those of anything that nobody carries on any more.
        over = "SELECT id FROM runs WHERE id <= :run AND what = :what OR began < :before"
        values = {"run": self._run, "what": self._what, "before": time.time() - _STALE}
        with self._explained(), transaction(self._db):
            for statement in (
                f"DELETE FROM notes WHERE run IN ({over})",  # noqa: S608 - all of it stands above
                f"DELETE FROM runs WHERE id IN ({over})",  # noqa: S608
            ):
                self._db.execute(statement, values)

    def earlier(self) -> Cost:
        """Return what the interrupted part of this run has spent."""
        return self._earlier

    def spent(self, cost: Cost) -> None:
        """Note what a call took."""
        with self._explained():
            self._db.execute(
                "UPDATE runs SET calls = calls + ?, tokens_in = tokens_in + ?, tokens_out = tokens_out + ? "
                "WHERE id = ?",
                (cost.requests, cost.tokens_in, cost.tokens_out, self._run),
            )

    def recall(self, key: str) -> Ruling | None:
        """Return what this run found, or an earlier one."""
        with self._explained():
            row = self._db.execute(
                "SELECT ruling FROM notes WHERE run = ? AND key = ? AND ruling IS NOT NULL", (self._run, key)
            ).fetchone()
            if row is None and not self._refresh:
                row = self._db.execute("SELECT ruling FROM verdicts WHERE key = ?", (key,)).fetchone()
        return _ruling(row[0]) if row else None

    def keep(self, key: str, ruling: Ruling) -> None:
        """Keep a ruling; when this returns, the end of the process no longer loses it."""
        text = json.dumps(asdict(ruling), ensure_ascii=True)
        with self._explained(), transaction(self._db):
            self._db.execute("REPLACE INTO verdicts VALUES (?, ?, ?)", (key, text, time.time()))
            if self._run is not None:
                self._db.execute(
                    "REPLACE INTO notes (run, key, ruling) VALUES (?, ?, ?)", (self._run, key, text)
                )

    def fault(self, key: str) -> Fault | None:
        """Return why the interrupted part of this run found no answer."""
        with self._explained():
            row = self._db.execute(
                "SELECT fault FROM notes WHERE run = ? AND key = ? AND fault IS NOT NULL", (self._run, key)
            ).fetchone()
        if not row:
            return None
        try:
            found = json.loads(row[0])
            return Fault(reason=Reason(found["reason"]), detail=str(found["detail"]))
        except (ValueError, LookupError, TypeError):
            return None

    def note(self, key: str, fault: Fault) -> None:
        """Note that there is no answer to this; what a later attempt may settle stays open."""
        if fault.reason in PASSING:
            self._open_ends = True
            return
        if self._run is None:
            return
        with self._explained():
            self._db.execute(
                "REPLACE INTO notes (run, key, fault) VALUES (?, ?, ?)",
                (self._run, key, json.dumps(asdict(fault))),
            )

    def contents(self) -> Contents:
        """Return what the file holds."""
        with self._explained():
            [verdicts] = self._db.execute("SELECT count(*) FROM verdicts").fetchone()
            [unfinished] = self._db.execute("SELECT count(*) FROM runs").fetchone()
            size = sum(path.stat().st_size for path in _files(self._path) if path.exists())
        return Contents(path=self._path, size=size, verdicts=verdicts, unfinished=unfinished)


_STALE = 30 * 24 * 3600.0
"""Seconds after which a run that broke off cannot be resumed any more."""


def clear(path: Path) -> bool:
    """Remove the file, readable or not; tell whether there was one.

    Raises:
        StoreError: It cannot be removed, or is no such file: nothing else is ever removed.
    """
    if not path.exists():
        return False
    try:
        with path.open("rb") as file:
            start = file.read(64)
        # Bytes 60 to 63 of an SQLite file are its user version. A damaged file of the usual name is removed, too.
        ours = start.startswith(b"SQLite format 3") and int.from_bytes(start[60:64]) == _VERSION
        if start and not ours and path.name != NAME:
            raise StoreError(path, _STRANGE)
        for each in _files(path):
            each.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(path, error.strerror or str(error)) from error
    return True


def _files(path: Path) -> tuple[Path, ...]:
    return (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm"))


def _ruling(text: str) -> Ruling | None:
    """Read a ruling; what does not read as one was never kept."""
    try:
        found = json.loads(text)
        ruling = Ruling(
            label=Label(found["label"]),
            differences=tuple(_difference(each) for each in found["differences"]),
            judged_by=str(found["judged_by"]),
        )
    except (ValueError, LookupError, TypeError, RecursionError):
        return None
    # Words that differ are what a flag is made of: neither stands in the file without the other unless it is damaged.
    return ruling if (ruling.label is Label.CONSISTENT) == (not ruling.differences) else None


def _difference(found: Mapping[str, Any]) -> Difference:
    return Difference(
        kind=Kind(found["kind"]),
        rule=str(found["rule"]),
        contradicts=bool(found["contradicts"]),
        explanation=str(found["explanation"]),
        source=_stretch(found["source"]),
        republished=_stretch(found["republished"]),
    )


def _stretch(found: Sequence[int] | None) -> tuple[int, int] | None:
    return None if found is None else (int(found[0]), int(found[1]))
