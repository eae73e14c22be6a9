"""Judges blocks of lines on this machine, in several processes, and returns them in the order given."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from checker.ci.run import ProcessError
from checker.judging import Row, judge_lines
from checker.ports import Judge
from checker.wiring import build_judge

Block = tuple[bytes, ...]
"""Lines as they stand in the file."""

_LONGEST_LINE = 2_000_000
"""Bytes. Longer than any pair of articles; pairing the passages of such a row would take very long."""


def judged(
    blocks: Iterable[Block], *, judge: str, language: str, jobs: int
) -> Iterator[tuple[Block, list[Row]]]:
    """Judge all blocks; no more are read ahead than the processes can work on.

    Raises:
        ProcessError: A process ended by itself.
    """
    if jobs == 1:
        built = build_judge(judge)
        for block in blocks:
            yield block, rows_of(block, built, language)
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(judge, language))
    waiting: deque[tuple[Block, Future[list[Row]]]] = deque()
    try:
        for block in blocks:
            waiting.append((block, pool.submit(_in_process, block)))
            if len(waiting) > 2 * jobs:
                first, future = waiting.popleft()
                yield first, future.result()
        for first, future in waiting:
            yield first, future.result()
    except BrokenProcessPool as error:
        build_judge(judge)  # says why, if no process could begin
        raise ProcessError from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def rows_of(block: Sequence[bytes], judge: Judge, language: str) -> list[Row]:
    """Judge the lines of a block, one row each. A line that cannot be read is undetermined."""
    return list(judge_lines([_text(line) for line in block], judge, language=language))


def _text(line: bytes) -> str:
    if len(line) > _LONGEST_LINE:
        return f"(longer than {_LONGEST_LINE:,} bytes)"
    return line.decode("utf-8", errors="replace")


_worker: tuple[Judge, str]


def _begin(judge: str, language: str) -> None:
    global _worker  # noqa: PLW0603  # the pool gives no other way to keep something between calls
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the parent, which ends the pool
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _worker = build_judge(judge), language


def _end_with_parent() -> None:
    """End when the parent does: if it was killed, nobody else would tell."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _in_process(block: Block) -> list[Row]:
    judge, language = _worker
    return rows_of(block, judge, language)
