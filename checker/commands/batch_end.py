"""How a run over a corpus ends, for those who look on."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typer

from checker.exits import Exit


def end(found: Mapping[str, Any], out: Path) -> None:
    """Say what a run came to, and exit: 3 if a row could not be judged."""
    counts = ", ".join(f"{count:,} {label}" for label, count in found["labels"].items())
    failed = f"; what failed is listed in {out}.run/failures.jsonl" if found["failed"] else ""
    typer.echo(f"checker: {found['rows']:,} rows: {counts or 'none'}{failed}", err=True)
    raise typer.Exit(Exit.UNDETERMINED if found["failed"] else Exit.OK)
