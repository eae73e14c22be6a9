"""The program run within the test's own process, as a user would from a shell."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Done:
    """What a run of the program left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


def one_line(done: Done) -> bool:
    """Tell whether a run ended with one clear line of error and no traceback."""
    return done.err.count("\n") == 1 and "Traceback" not in done.err
