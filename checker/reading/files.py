"""Bytes from a path or from standard input, with one clear error for everything that can go wrong."""

import stat
import sys
from pathlib import Path
from typing import BinaryIO

from checker.errors import InputError

STANDARD_INPUT = "-"


def load(name: str, *, limit_bytes: int, stdin: BinaryIO | None = None) -> bytes:
    """Return the bytes of the file `name`, or of standard input for `-`.

    Args:
        limit_bytes: Refuse more than this, so that a wrong path cannot fill the memory.
        stdin: Read instead of the process's own standard input.

    Raises:
        InputError: It is missing, a folder, a device, unreadable or too large.
    """
    if name == STANDARD_INPUT:
        data = (stdin or sys.stdin.buffer).read(limit_bytes + 1)
    else:
        data = _load_file(name, limit_bytes)
    if len(data) > limit_bytes:
        raise _too_large(name, limit_bytes)
    return data


def _load_file(name: str, limit_bytes: int) -> bytes:
    path = Path(name)
    try:
        status = path.stat()
        _refuse_unless_readable(name, status.st_mode)
        if stat.S_ISREG(status.st_mode) and status.st_size > limit_bytes:
            raise _too_large(name, limit_bytes)
        with path.open("rb") as file:
            return file.read(limit_bytes + 1)
    except FileNotFoundError as error:
        raise InputError(name, "no such file", hint="Check the path; use - for standard input.") from error
    except PermissionError as error:
        raise InputError(name, "may not be read", hint="Check the file's permissions.") from error
    except ValueError as error:  # a NUL in the path
        raise InputError(repr(name), "is not a path", hint="Check the path.") from error
    except OSError as error:
        raise InputError(name, f"cannot be read ({error.strerror})", hint="Check the path.") from error


def _refuse_unless_readable(name: str, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise InputError(name, "is a folder", hint="Give the path of one file in it.")
    # A pipe that the shell has opened, as in <(command), ends; any other pipe may wait for ever.
    if not stat.S_ISREG(mode) and not (stat.S_ISFIFO(mode) and name.startswith("/dev/fd/")):
        raise InputError(
            name, "is not a regular file", hint="Send its contents to standard input and give -."
        )


def _too_large(name: str, limit_bytes: int) -> InputError:
    return InputError(
        name,
        f"is larger than {limit_bytes:,} bytes",
        hint="Raise the limit with --max-bytes if this is really one article.",
    )
