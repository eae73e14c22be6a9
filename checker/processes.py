"""Work shared out among processes of this machine, its results in the order of the work."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TypeVar

from checker.errors import CheckerError
from checker.exits import Exit

Task = TypeVar("Task")
Result = TypeVar("Result")


class ProcessError(CheckerError):
    """A process ended by itself: the system had no memory left, or somebody ended it."""

    exit = Exit.UNDETERMINED

    def __init__(self) -> None:
        super().__init__(
            "A process ended in the middle of its work.", hint="Give it more memory, or run with --jobs 1."
        )


def available_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shared_out(
    tasks: Iterable[Task],
    work: Callable[[Task], Result],
    *,
    jobs: int,
    begin: Callable[..., None],
    arguments: tuple[object, ...],
) -> Iterator[Result]:
    """Do all tasks in `jobs` processes; no more of them are taken than keep the processes busy.

    Args:
        work: A function of a module, as are tasks and results of types that can be pickled.
        begin: Called with `arguments` once in every process, before its first task.

    Raises:
        ProcessError: A process ended by itself, or could not begin.
    """
    # A fresh interpreter each: a copy of this one could inherit locks that threads of a library hold.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(
        jobs, mp_context=context, initializer=_begin_process, initargs=(begin, arguments)
    )
    waiting: deque[Future[Result]] = deque()
    try:
        for task in tasks:
            with _interrupt_held():
                waiting.append(pool.submit(work, task))
            if len(waiting) > _AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise ProcessError from error
    except BaseException:  # Ctrl-C, or nobody wants the rest
        tell_all_to_stop()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


_AHEAD = 4
"""Tasks per process under way or waiting: one slow task in front does not leave the other processes idle at once."""


@contextmanager
def _interrupt_held() -> Iterator[None]:
    """Hold Ctrl-C back from processes that begin here: one that is not yet up would end with a traceback."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def tell_all_to_stop() -> None:
    """Send SIGTERM to the processes that work for this one."""
    for process in multiprocessing.active_children():
        process.terminate()


def _begin_process(begin: Callable[..., None], arguments: tuple[object, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the parent, which ends the pool
    threading.Thread(target=_end_with_parent, daemon=True).start()
    begin(*arguments)


def _end_with_parent() -> None:
    """End when the parent does: if it was killed, nobody else would tell."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
