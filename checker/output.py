"""Where reports go: `FORMAT[:PATH]` targets, plain standard output, files that are whole or absent."""

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import BinaryIO

from checker.errors import OutputError, UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A format, and the file it goes to; standard output where `path` is None."""

    format: str
    path: Path | None = None


def parse_targets(values: Sequence[str], *, formats: Sequence[str]) -> tuple[Target, ...]:
    """Turn the values of `--format` into targets; the first format on standard output when there are none.

    Raises:
        UsageError: An unknown format, two formats on standard output, or two for one file.
        OutputError: A file could not be written there.
    """
    targets = tuple(_target(value, formats) for value in values) or (Target(format=formats[0]),)
    paths = [target.path for target in targets]
    if paths.count(None) > 1:
        raise UsageError(
            "Two formats on standard output would run into each other.",
            hint=f"Give all but one a file: -f {targets[-1].format}:FILE.",
        )
    if len(set(paths)) < len(paths):
        raise UsageError("Two formats go to the same file.", hint="Give each a file of its own.")
    for path in filter(None, paths):
        _check_writable(path)
    return targets


def _target(value: str, formats: Sequence[str]) -> Target:
    name, colon, path = value.partition(":")
    if name not in formats:
        close = get_close_matches(name, formats, n=1)
        hint = f"Did you mean {close[0]}?" if close else f"Choose from {', '.join(formats)}."
        raise UsageError(f"--format: there is no {name!r}.", hint=hint)
    if colon and not path:
        raise UsageError(f"--format: {value!r} names no file.", hint=f"Write {name} or {name}:FILE.")
    return Target(format=name, path=Path(path) if path else None)


def _check_writable(path: Path) -> None:
    """Find out before the work begins that its result could not be kept."""
    if "\0" in str(path):
        raise OutputError(repr(str(path)), "no path can hold this character")
    if path.is_dir():
        raise OutputError(str(path), "it is a folder")
    if not path.parent.is_dir():
        raise OutputError(str(path), "its folder does not exist")
    if not os.access(path.parent, os.W_OK):
        raise OutputError(str(path), "its folder is not writable")


def write(target: Target, text: str) -> None:
    """Write a report to standard output, or to a file that is either whole or not there at all.

    Raises:
        OutputError: It cannot be written.
    """
    if target.path is None:
        write_out(text)
        return
    with whole_file(target.path) as file:
        file.write(text.encode())


@contextmanager
def line_writer(target: Target) -> Iterator[Callable[[object], bool]]:
    """Yield a function that writes an object as a JSON line, and tells whether somebody still reads.

    A file appears when the last line is written, not before.

    Raises:
        OutputError: It cannot be written.
    """
    if target.path is None:
        yield lambda row: write_out(_line(row))
        return
    with whole_file(target.path) as file:
        yield lambda row: bool(file.write(_line(row).encode()))


def _line(row: object) -> str:
    try:
        text = json.dumps(row, ensure_ascii=False)
        text.encode()
    except UnicodeEncodeError:  # half a character, such as a row's id may hold
        text = json.dumps(row)
    return text + "\n"


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file that will be whole or not there; a device or a pipe is written to as it is, never replaced.

    Raises:
        OutputError: It cannot be written.
    """
    try:
        place = path.resolve()  # a link stays a link
        special = place.exists() and not place.is_file()
    except (OSError, RuntimeError) as error:
        raise OutputError(str(path), str(error)) from error
    try:
        with place.open("wb") if special else _put_into_place(place) as file:
            yield file
    except OSError as error:
        raise OutputError(str(path), error.strerror or str(error)) from error


@contextmanager
def _put_into_place(path: Path) -> Iterator[BinaryIO]:
    """Write beside the file and put it into place at the end, so that nobody ever sees half of it."""
    temporary = None
    try:
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(descriptor, "wb") as file:
            yield file
        # mkstemp makes files private; a report is as readable as any new file.
        umask = os.umask(0)
        os.umask(umask)
        Path(temporary).chmod(0o666 & ~umask)
        Path(temporary).replace(path)
        temporary = None
    finally:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink()


def write_out(text: str) -> bool:
    """Write to standard output at once, plainly, as UTF-8; tell whether somebody still reads it.

    Raises:
        OutputError: It cannot be written, for example because the disk is full.
    """
    try:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # `| head` has seen enough. What Python still flushes when it ends must not raise again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return False
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise OutputError("standard output", error.strerror or str(error)) from error
    return True
