"""OUT: a row for every row of the corpus, in its order, as JSON Lines or Parquet."""

import json
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from checker.batch.ledger import Found, Ledger
from checker.batch.tables import pyarrow
from checker.errors import OutputError, UsageError
from checker.judging import undetermined
from checker.output import whole_file

_GROUP = 8_192
"""Rows that a Parquet file keeps together, and that are held in memory to write them."""
_FORMATS = (".jsonl", ".ndjson", ".parquet", ".pq")


def writer_for(out: Path) -> Callable[[Ledger], None]:
    """Return what writes OUT, by its name; find out before the work begins that it can be written.

    Raises:
        UsageError: There is no such format, or what it needs is not installed.
        OutputError: There is no such folder.
    """
    if out.suffix.lower() not in _FORMATS:
        raise UsageError(f"-o {out}: no such format.", hint="Name a file .jsonl or .parquet.")
    if not out.parent.is_dir():
        raise OutputError(str(out), "its folder does not exist")
    if out.suffix.lower() in {".parquet", ".pq"}:
        arrow = pyarrow()
        return lambda ledger: _parquet(ledger, out, arrow)
    return lambda ledger: _lines(ledger, out)


def _lines(ledger: Ledger, out: Path) -> None:
    with whole_file(out) as file:
        for found in ledger.found():
            file.write(line_of(found).encode())


def line_of(found: Found) -> str:
    """Return a row as one line of JSON."""
    row = found.row or _without_id(undetermined(None, found.reason or ""))
    return f'{{"id": {found.id}, {row[1:]}\n'


def _without_id(row: Any) -> str:
    return json.dumps({name: value for name, value in row.items() if name != "id"}, ensure_ascii=False)


def write_failures(ledger: Ledger, path: Path) -> None:
    """List what could not be judged, and why."""
    with whole_file(path) as file:
        for found in ledger.found(only_failed=True):
            kept = {"row": found.number, "id": json.loads(found.id), "reason": found.reason}
            file.write((json.dumps(kept, ensure_ascii=True) + "\n").encode())


def _parquet(ledger: Ledger, out: Path, arrow: Any) -> None:
    span = arrow.struct([("quote", arrow.string()), ("start", arrow.int64()), ("end", arrow.int64())])
    finding = arrow.struct(
        [("kind", arrow.string()), ("explanation", arrow.string()), ("source", span), ("republished", span)]
    )
    whole_numbers = ledger.ids_are_whole_numbers()
    schema = arrow.schema(
        [
            ("id", arrow.int64() if whole_numbers else arrow.string()),
            ("label", arrow.string()),
            ("p_consistent", arrow.float64()),
            ("confidence", arrow.float64()),
            ("findings", arrow.list_(finding)),
            ("reason", arrow.string()),
        ]
    )
    with whole_file(out) as file, arrow.parquet.ParquetWriter(file, schema) as table:
        rows = (_row(found, whole_numbers=whole_numbers) for found in ledger.found())
        for group in _groups(rows):
            table.write_table(arrow.Table.from_pylist(group, schema))


def _row(found: Found, *, whole_numbers: bool) -> dict[str, Any]:
    row: dict[str, Any] = json.loads(line_of(found))
    if row["id"] is not None and not whole_numbers:
        row["id"] = str(row["id"])
    return row


def _groups(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while group := list(islice(rows, _GROUP)):
        yield group
