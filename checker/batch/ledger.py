"""What a run knows: its rows, and what was found about their texts. One SQLite file in the run's folder.

Judgements are kept by the texts and the judge that they are of, so that a run that goes on looks everything up and
judges only what is new, whatever happened to it or to the corpus meanwhile. Each block is a transaction in write-ahead
mode: a run that is killed loses no more than the blocks under way.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from checker.batch.entries import Entry, key_of
from checker.batch.work import Judgement
from checker.domain import Label
from checker.errors import OutputError, UsageError
from checker.llm.rulings import PASSING
from checker.transactions import transaction

_TABLES = """
CREATE TABLE IF NOT EXISTS rows (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, key BLOB, texts BLOB, site TEXT NOT NULL, problem TEXT);
CREATE UNIQUE INDEX IF NOT EXISTS ids ON rows (id) WHERE id <> 'null';
CREATE TABLE IF NOT EXISTS results (
    key BLOB NOT NULL UNIQUE, label TEXT NOT NULL, p_consistent REAL, confidence REAL, kinds TEXT NOT NULL, reason TEXT,
    row TEXT NOT NULL);
"""
_VERSION = 1
_UNDETERMINED = Label.UNDETERMINED.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A row with what was found about it."""

    number: int
    id: str
    """As JSON."""
    label: str
    reason: str | None
    row: str | None
    """JSON without the id; None where nothing was judged."""


class Ledger:
    """The file of a run. One process at a time writes it; others may look."""

    def __init__(self, path: Path, *, fingerprint: str = "") -> None:
        """Open the file, and make it where there is none.

        Raises:
            OutputError: It cannot be written.
        """
        self.path, self._fingerprint = path, fingerprint
        with self.explained():
            self.db = sqlite3.connect(path, isolation_level=None, timeout=30)
            self.db.execute("PRAGMA journal_mode = WAL")
            self.db.execute("PRAGMA synchronous = NORMAL")
            self.db.execute("PRAGMA cache_size = -65536")
            self.db.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {_VERSION}; COMMIT;")

    @contextmanager
    def explained(self) -> Iterator[None]:
        """Turn what SQLite and the system say into one clear line."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
                raise UsageError(f"Another process is at work in {self.path.parent}.") from error
            raise OutputError(str(self.path), str(error)) from error
        except OSError as error:
            raise OutputError(str(self.path), error.strerror or str(error)) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all of what is written within, or nothing."""
        with self.explained(), transaction(self.db):
            yield

    def begin(self, *, retry_failed: bool) -> None:
        """Forget the rows, which are about to be read again, and the failures that are to be tried again.

        What failed for want of money or of a connection is always tried again.
        """
        with self.transaction():
            self.db.execute("DELETE FROM rows")
            if retry_failed:
                self.db.execute("DELETE FROM results WHERE label = ?", (_UNDETERMINED,))
            for reason in PASSING:
                self.db.execute(
                    "DELETE FROM results WHERE label = ? AND reason LIKE ?", (_UNDETERMINED, f"{reason}:%")
                )

    def enter(self, block: Sequence[Entry]) -> tuple[list[Entry], int]:
        """Note the rows of a block.

        Returns:
            Those of them that are still to be judged, and how many failed: they have a problem of their own, or what is
            known of them is that they could not be judged.
        """
        open_: list[Entry] = []
        failed = 0
        with self.transaction():
            for entry in block:
                twin = self._twin(entry)
                problem = entry.problem or twin
                key = None if problem else key_of(entry.texts, self._fingerprint)
                self.db.execute(
                    "INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?)",
                    (
                        entry.number,
                        "null" if twin else entry.id,
                        key,
                        entry.texts,
                        entry.site,
                        problem or None,
                    ),
                )
                if problem:
                    failed += 1
                    continue
                known = self.db.execute("SELECT label FROM results WHERE key = ?", (key,)).fetchone()
                if known is None:
                    open_.append(entry)
                elif known[0] == _UNDETERMINED:
                    failed += 1
        return open_, failed

    def _twin(self, entry: Entry) -> str:
        """Say so if the row's id is that of an earlier one: which of the two a verdict is of could not be told."""
        if entry.id == "null":
            return ""
        # Without the second condition SQLite would not use the index, which has it, too.
        found = self.db.execute(
            "SELECT number FROM rows WHERE id = ? AND id <> 'null'", (entry.id,)
        ).fetchone()
        return f"row {entry.number}: row {found[0]} has the id {entry.id}, too" if found else ""

    def keep(self, judgements: Iterable[Judgement]) -> int:
        """Keep what was found; tell how much of it is undetermined."""
        failed = 0
        with self.transaction():
            for one in judgements:
                failed += one.label == _UNDETERMINED
                self.db.execute(
                    "INSERT OR IGNORE INTO results VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (
                        key_of(one.texts, self._fingerprint),
                        one.label,
                        one.p_consistent,
                        one.confidence,
                        one.kinds,
                        one.reason,
                        one.row,
                    ),
                )
        return failed

    def found(self, *, only_failed: bool = False) -> Iterator[Found]:
        """Yield every row with what was found about it, in the order of the corpus."""
        where = "WHERE results.key IS NULL OR results.label = 'undetermined'" if only_failed else ""
        with self.explained():
            for number, id_, problem, label, reason, row in self.db.execute(
                "SELECT number, id, problem, label, reason, row FROM rows LEFT JOIN results USING (key) "  # noqa: S608
                f"{where} ORDER BY number"
            ):
                yield Found(
                    number=number,
                    id=id_,
                    label=label or _UNDETERMINED,
                    reason=problem or reason or (None if row else "not judged yet"),
                    row=row,
                )

    def ids_are_whole_numbers(self) -> bool:
        """Tell whether every id is a whole number that fits into eight bytes."""
        with self.explained():
            [others] = self.db.execute(
                "SELECT count(*) FROM rows WHERE id <> 'null' AND "
                "(ltrim(id, '-') GLOB '*[^0-9]*' OR length(id) > 18)"
            ).fetchone()
            [some] = self.db.execute("SELECT count(*) FROM rows WHERE id <> 'null'").fetchone()
        return bool(some) and not others

    def labels(self) -> dict[str, int]:
        """Count the rows by label; what has none yet, or never will, is undetermined."""
        with self.explained():
            return dict(
                self.db.execute(
                    "SELECT coalesce(label, 'undetermined') AS said, count(*) FROM rows LEFT JOIN results USING (key) "
                    "GROUP BY said ORDER BY said"
                )
            )
