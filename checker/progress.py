"""How far a long job is, on standard error: a line that counts in a terminal, nothing elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


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
