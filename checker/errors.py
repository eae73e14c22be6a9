"""Errors that a user can do something about: what happened, and what to do."""

from typing import ClassVar

from checker.exits import Exit


class CheckerError(Exception):
    """Base of every error that the command line shows as one line instead of a traceback."""

    exit: ClassVar[Exit] = Exit.USAGE

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class InputError(CheckerError):
    """A file, folder or stream cannot be read as an article."""

    def __init__(self, name: str, problem: str, *, hint: str = "") -> None:
        super().__init__(f"{name}: {problem}", hint=hint)
        self.name, self.problem = name, problem


class UsageError(CheckerError):
    """An option has a value that does not exist, or options contradict each other."""


class OutputError(CheckerError):
    """A report cannot be written where the user wants it."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(f"Cannot write {path}: {problem}.", hint="Check the path and its permissions.")
