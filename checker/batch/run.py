"""A run over a corpus, from its first row to OUT."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Protocol

from checker.batch.entries import Entry
from checker.batch.folder import RunFolder
from checker.batch.ledger import Ledger
from checker.batch.plan import Plan
from checker.batch.result import write_failures, writer_for
from checker.batch.work import Block, Engine, blocks
from checker.domain import Label
from checker.errors import CheckerError
from checker.exits import Exit


class TooManyFailures(CheckerError):  # noqa: N818  # named for what happened
    """The user's limit for rows that cannot be judged is reached."""

    exit = Exit.UNDETERMINED

    def __init__(self, failed: int, path: Path) -> None:
        super().__init__(
            f"{failed:,} rows could not be judged, more than --max-failures.",
            hint=f"See {path}; go on with --resume.",
        )


class Watcher(Protocol):
    """Is told how far a run is."""

    def expect(self, rows: int) -> None:
        """So many rows there are."""

    def skipped(self, rows: int) -> None:
        """So many rows need no work: they are known, or cannot be judged."""

    def settled(self, rows: int) -> None:
        """So many rows more are judged."""


class Unwatched:
    """Nobody looks on."""

    def expect(self, rows: int) -> None:
        """Do nothing."""

    def skipped(self, rows: int) -> None:
        """Do nothing."""

    def settled(self, rows: int) -> None:
        """Do nothing."""


def run(plan: Plan, manifest: Mapping[str, object], engine: Engine, watcher: Watcher) -> dict[str, object]:
    """Judge what is not judged yet, write OUT, and return the summary.

    Raises:
        CheckerError: The corpus or the output cannot be used, or too much failed.
    """
    write = writer_for(plan.out)
    folder = RunFolder.beside(plan.out)
    with (
        folder.opened(manifest, out=plan.out, go_on=plan.go_on),
        Ledger(folder.ledger, fingerprint=str(manifest["fingerprint"])) as ledger,
    ):
        folder.summary.unlink(missing_ok=True)  # it is of a run that is finished
        ledger.begin(retry_failed=plan.retry_failed)
        watcher.expect(plan.corpus.rows)
        reading = Reading(plan, ledger, watcher, folder)
        for judgements in engine(reading.open_blocks()):
            reading.count(ledger.keep(judgements))
            watcher.settled(len(judgements))
        return finish(folder, ledger, write, reading.digest)


def finish(
    folder: RunFolder, ledger: Ledger, write: Callable[[Ledger], None], digest: str
) -> dict[str, object]:
    """Write failures, OUT and the summary, and return it."""
    write_failures(ledger, folder.failures)
    labels = ledger.labels()
    summary: dict[str, object] = {
        "rows": sum(labels.values()),
        "digest": digest,
        "labels": labels,
        "failed": labels.get(Label.UNDETERMINED, 0),
    }
    write(ledger)
    folder.write(folder.summary, summary)
    return summary


class Reading:
    """Reads the corpus as the engine asks for more, and ends the run when too much has failed."""

    def __init__(self, plan: Plan, ledger: Ledger, watcher: Watcher, folder: RunFolder) -> None:
        self._plan, self._ledger, self._watcher, self._folder = plan, ledger, watcher, folder
        self._digest = hashlib.sha256()
        self.failed = 0

    @property
    def digest(self) -> str:
        """What the corpus is known by, once it is read: its ids and texts, in their order."""
        return self._digest.hexdigest()

    def open_blocks(self) -> Iterator[Block]:
        """Yield what is to be judged, and note everything else."""

        def entries() -> Iterator[Entry]:
            for block in blocks(self._plan.corpus.read(), rows=self._plan.block_rows):
                open_, failed = self._ledger.enter(block)
                for entry in block:
                    self._digest.update(f"{entry.id}\0".encode() + entry.texts)
                self._watcher.skipped(len(block) - len(open_))
                self.count(failed)
                yield from open_

        yield from blocks(entries(), rows=self._plan.block_rows)

    def count(self, failed: int) -> None:
        """Count failures.

        Raises:
            TooManyFailures: There are more than the user allows.
        """
        self.failed += failed
        most = self._plan.most_failures
        if most is not None and self.failed > most:
            write_failures(self._ledger, self._folder.failures)
            raise TooManyFailures(self.failed, self._folder.failures)
