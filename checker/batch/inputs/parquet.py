"""Parquet: columns `id`, `source` and `republished`, read a few hundred rows at a time."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checker.batch.entries import LARGEST, Entry, entry_of
from checker.batch.inputs import Corpus
from checker.batch.tables import pyarrow
from checker.errors import InputError
from checker.judging import Texts, texts_in

_ROWS = 256


def table(path: Path) -> Corpus:
    """Open a table.

    Raises:
        InputError: It is none, lacks a column, or has one of another type.
        UsageError: What reads Parquet is not installed.
    """
    arrow = pyarrow()
    try:
        with arrow.parquet.ParquetFile(path) as file:
            schema, rows = file.schema_arrow, file.metadata.num_rows
    except arrow.ArrowException as error:
        raise InputError(str(path), f"is no Parquet file ({error})", hint="Check the file.") from error
    for name in ("source", "republished"):
        if name not in schema.names:
            raise InputError(
                str(path),
                f"has no column {name!r}, only {', '.join(schema.names) or 'none'}",
                hint="Rename the column of the texts.",
            )
        kind = schema.field(name).type
        if arrow.types.is_dictionary(kind):
            kind = kind.value_type
        if not (arrow.types.is_string(kind) or arrow.types.is_large_string(kind)):
            raise InputError(
                str(path), f"column {name!r} holds {kind}, not texts", hint="Write it as a column of strings."
            )
    columns = [name for name in ("id", "source", "republished", "site", "url") if name in schema.names]
    return Corpus(rows=rows, read=lambda: _entries(arrow, path, columns))


def _entries(arrow: Any, path: Path, columns: list[str]) -> Iterator[Entry]:
    number = 0
    try:
        # One column of one row group after the other is what memory it takes: not the file, and not read ahead.
        with arrow.parquet.ParquetFile(path, pre_buffer=False) as file:
            for batch in file.iter_batches(batch_size=_ROWS, columns=columns, use_threads=False):
                for row in batch.to_pylist():
                    number += 1
                    yield _entry(row, number)
    except (arrow.ArrowException, UnicodeDecodeError, OSError) as error:
        raise InputError(
            str(path), f"cannot be read beyond row {number:,} ({error})", hint="Check the file."
        ) from error


def _entry(row: dict[str, Any], number: int) -> Entry:
    where = f"row {number}"
    id_ = row.get("id")
    if id_ is not None and not isinstance(id_, str | int | float):
        row["id"] = id_ = str(id_)  # dates, decimals, bytes: whatever it is, it names the row
    length = sum(len(row[field] or "") for field in ("source", "republished"))
    if length > LARGEST:
        return entry_of(Texts(id_, problem=f"{where} is longer than {LARGEST:,} bytes"), number)
    return entry_of(texts_in(row, where), number)
