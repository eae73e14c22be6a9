"""Runs over a corpus: lines in, rows and failures out, block by block."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from checker import __version__
from checker.batch.folder import RunFolder, State
from checker.batch.local import Block, judged
from checker.errors import CheckerError, InputError, UsageError
from checker.exits import Exit
from checker.judging import Row

_BLOCK_LINES = 128
"""Enough for batches of equal length, few enough that little is lost when a run is broken off."""


class TooManyFailures(CheckerError):  # noqa: N818  # named for what happened
    """The user's limit for rows that cannot be judged is reached."""

    exit = Exit.UNDETERMINED

    def __init__(self, failed: int, path: Path) -> None:
        super().__init__(
            f"{failed:,} rows could not be judged, more than --max-failures.",
            hint=f"See {path}; go on with --resume.",
        )


def run(
    pairs: Path,
    out: Path,
    *,
    judge: str,
    language: str,
    jobs: int,
    resume: bool,
    most_failures: int | None,
) -> State:
    """Judge every line of a JSONL file; what is judged goes to OUT, what is not to the failures.

    Raises:
        CheckerError: The input or the output cannot be used, or too much failed.
    """
    manifest = {"version": __version__, "judge": judge, "language": language, "input": str(pairs.resolve())}
    folder = RunFolder(out)
    try:
        file = pairs.open("rb")
    except OSError as error:
        raise InputError(str(pairs), error.strerror or str(error), hint="Give a JSONL file.") from error
    with file, folder.opened(manifest, resume=resume) as (begun, rows, failures):
        state = begun
        digest = _skipped(file, state)
        labels = Counter(state.labels or {})
        for block, found in judged(_blocks(file), judge=judge, language=language, jobs=jobs):
            failed = _write(block, found, state.lines, rows, failures, labels)
            for line in block:
                digest.update(line)
            state = folder.keep(
                State(
                    lines=state.lines + len(block),
                    digest=digest.hexdigest(),
                    labels=dict(labels),
                    failed=state.failed + failed,
                ),
                rows,
                failures,
            )
            if most_failures is not None and state.failed > most_failures:
                raise TooManyFailures(state.failed, folder.failures)
    folder.finish(state)
    return state


def _blocks(file: BinaryIO) -> Iterator[Block]:
    while block := tuple(islice(file, _BLOCK_LINES)):
        yield block


def _skipped(file: BinaryIO, state: State) -> "hashlib._Hash":
    """Pass over the lines that are done.

    Raises:
        UsageError: They are not the same any more.
    """
    digest = hashlib.sha256()
    for line in islice(file, state.lines):
        digest.update(line)
    if state.lines and digest.hexdigest() != state.digest:
        raise UsageError("The input has changed since the run began.", hint="Begin anew, with another -o.")
    return digest


def _write(
    block: Block,
    found: list[Row],
    before: int,
    rows: BinaryIO,
    failures: BinaryIO,
    labels: Counter[str],
) -> int:
    """Write the rows of a block and tell how many failed."""
    failed = 0
    numbers = [before + n for n, line in enumerate(block, start=1) if line.strip()]
    for number, row in zip(numbers, found, strict=True):
        if row["label"] == "undetermined":
            failed += 1
            reason = str(row["reason"]).partition(": ")[2] if row["id"] is None else row["reason"]
            kept: object = {"line": number, "id": row["id"], "reason": reason or row["reason"]}
            failures.write((json.dumps(kept, ensure_ascii=False) + "\n").encode())
        else:
            labels[str(row["label"])] += 1
            rows.write((json.dumps(row, ensure_ascii=False) + "\n").encode())
    return failed
