"""SIGTERM ends the work, not the report: what is settled by then is reported, and the rest is undetermined."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_asked = threading.Event()

STOPPED = "stopped before it was judged"
"""What is said of a pair that was left."""


def asked() -> bool:
    """Tell whether somebody wants this process to come to its end."""
    return _asked.is_set()


@contextmanager
def heeded(then: Callable[[], object] | None = None) -> Iterator[None]:
    """Let SIGTERM only ask to stop, until the end of the block. A second one ends the process as usual.

    Args:
        then: Called when it comes, to tell others.
    """

    def heed(_signal: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGTERM, usual)
        _asked.set()
        if then:
            then()

    _asked.clear()
    if threading.current_thread() is not threading.main_thread():  # only that one may set handlers
        yield
        return
    usual = signal.getsignal(signal.SIGTERM) or signal.SIG_DFL
    signal.signal(signal.SIGTERM, heed)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, usual)
        _asked.clear()


def heed_always() -> None:
    """Let SIGTERM only ask to stop, however often it comes: for a process whose parent waits for its results."""
    signal.signal(signal.SIGTERM, lambda _signal, _frame: _asked.set())
