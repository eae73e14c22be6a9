"""How far a long job is, on standard error: one line in a terminal that changes, a plain one now and then in a log."""

import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO


@contextmanager
def counter(total: int) -> Iterator[Callable[[int], None]]:
    """Yield a function that shows how many of `total` are done; the line is gone at the end."""
    if not sys.stderr.isatty() or total < 2:
        yield lambda _: None
        return

    def show(done: int) -> None:
        sys.stderr.write(f"\rchecker: {done:,} of {total:,}")
        sys.stderr.flush()

    try:
        yield show
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


class Progress:
    """How far a judge that asks a model is, or a run over a corpus. A `Watcher` of either."""

    _TERMINAL_SECONDS = 0.1
    _LOG_SECONDS = 5.0
    """Between two lines of a log: often enough to see that it lives, seldom enough to read the rest."""

    def __init__(
        self,
        *,
        stream: TextIO | None = None,
        cost: Callable[[], float | None] = lambda: None,
        clock: Callable[[], float] = time.monotonic,
        noun: str = "pairs",
        silent: bool = False,
    ) -> None:
        """Begin at nothing of nothing.

        Args:
            cost: What was spent so far, where prices are known.
            noun: What is counted.
            silent: Whether nothing is shown at all.
        """
        self._stream, self._cost, self._clock = stream or sys.stderr, cost, clock
        self._noun, self._silent = noun, silent
        self._total = self._done = self._skipped = 0
        self._terminal = self._stream.isatty()
        self._lit = False
        """Whether the terminal shows a line."""
        self._began = self._shown = clock()

    def expect(self, pairs: int) -> None:
        """So many pairs more are going to be settled."""
        self._total += pairs

    def skipped(self, pairs: int) -> None:
        """So many pairs more need no work: they count as done, and not for the rate."""
        self._skipped += pairs

    def settled(self, pairs: int) -> None:
        """So many pairs more have their outcome."""
        self._done += pairs
        if self._terminal and self._done + self._skipped >= self._total:
            self.end()  # what comes now is the report
            return
        now = self._clock()
        if self._silent or now - self._shown < (
            self._TERMINAL_SECONDS if self._terminal else self._LOG_SECONDS
        ):
            return
        self._shown = now
        self._lit = self._terminal
        words = ", ".join(self._words(now - self._began))
        self._stream.write(f"\r{self._bar(words)}\x1b[K" if self._terminal else f"checker: {words}\n")
        self._stream.flush()

    def end(self) -> None:
        """Leave the terminal as it was."""
        if self._lit:
            self._lit = False
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def _words(self, seconds: float) -> Iterator[str]:
        rate = self._done / seconds if seconds > 0 else 0.0
        done = self._done + self._skipped
        yield f"{done:,} of {self._total:,} {self._noun}"
        yield f"{rate:.1f} a second"
        if (cost := self._cost()) is not None:
            yield f"cost {cost:.4f}"
        if rate and done < self._total:
            yield f"{_spoken((self._total - done) / rate)} left"

    def _bar(self, words: str) -> str:
        """Put a bar before the words where the terminal is wide enough for one."""
        width = min(shutil.get_terminal_size().columns - len(words) - 4, 30)
        if width < 5:
            return words
        full = width * min(self._done + self._skipped, self._total) // max(self._total, 1)
        return f"[{'#' * full}{'.' * (width - full)}] {words}"


def _spoken(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, part = divmod(minutes, 60)
    if hours:
        return f"{hours:,}:{part:02} h"
    return f"{minutes}:{rest:02} min" if minutes else f"{rest} s"
