"""Corpora that tests make."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

Row = Mapping[str, object]


def row(number: int) -> dict[str, object]:
    """A pair that is consistent where its number is even."""
    return {
        "id": number,
        "source": f"He said it cost {number} dollars.",
        "republished": f"He stated it cost {number + number % 2 * 5000} dollars.",
    }


def jsonl(path: Path, rows: Iterable[Row | str]) -> Path:
    """Write rows, and lines as they are."""
    lines = [line if isinstance(line, str) else json.dumps(line) for line in rows]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def rows_of(path: Path) -> list[dict[str, object]]:
    """Read rows."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def killed(*arguments: object, ledger: Path, results: int) -> None:
    """Run the program in a process of its own, and kill it without warning once so many rows are judged."""
    import sqlite3

    process = subprocess.Popen(
        [sys.executable, "-m", "checker", *map(str, arguments)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    deadline = time.monotonic() + 60
    try:
        while time.monotonic() < deadline and process.poll() is None:
            try:
                with sqlite3.connect(f"file:{ledger}?mode=ro", uri=True) as db:
                    [count] = db.execute("SELECT count(*) FROM results").fetchone()
                db.close()
                if count >= results:
                    break
            except sqlite3.Error:
                pass
            time.sleep(0.02)
        assert process.poll() is None, "it ended before it could be killed"
    finally:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
