"""JSON Lines: an object a line, read without ever holding a line that is too long."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from checker.batch.entries import LARGEST, Entry, entry_of
from checker.batch.inputs import Corpus
from checker.judging import texts_of

_CHUNK = 1 << 20


def lines(path: Path) -> Corpus:
    """Open a file of lines; empty ones are no rows."""
    return Corpus(rows=_count(path), read=lambda: _entries(path))


def _count(path: Path) -> int:
    """Count the lines: it takes a fraction of a second for a million, and lets the time left be told."""
    with path.open("rb") as file:
        count, last = 0, b"\n"
        while chunk := file.read(_CHUNK):
            count, last = count + chunk.count(b"\n"), chunk[-1:]
    return count + (last != b"\n")


def _entries(path: Path) -> Iterator[Entry]:
    number = 0
    with path.open("rb") as file:
        while line := file.readline(LARGEST + 1):
            number += 1
            if len(line) > LARGEST:
                _skip(file, line)
                yield Entry(number=number, problem=f"line {number} is longer than {LARGEST:,} bytes")
            elif line.strip():
                yield _entry(line, number)


def _skip(file: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = file.readline(_CHUNK)


def _entry(line: bytes, number: int) -> Entry:
    where = f"line {number}"
    try:
        text = line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError as error:
        return Entry(number=number, problem=f"{where} is not UTF-8: byte {error.start + 1}")
    return entry_of(texts_of(text, where), number)
