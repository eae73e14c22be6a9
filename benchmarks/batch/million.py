"""A million short pairs judged by rules: memory, rate from tenth to tenth, and the same bytes after being killed twice.

    python -m benchmarks.batch.million [--rows N] [--jobs N] [--folder FOLDER]

Prints for each tenth of the uninterrupted run its rows a second and its rows a second of time on a core. The second
figure tells of the program alone; the first one also of what else the machine does.
"""

import argparse
import hashlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.batch.processes import cpu_seconds, memory_mb
from benchmarks.scale import measured

_NAMES = (
    "Ana Ruiz",
    "Tom Ode",
    "Lena Voss",
    "Ivo Marek",
    "Sara Lind",
    "Omar Haddad",
    "Mia Stone",
    "Jan Kowal",
)
_PLACES = ("Larn", "Port Ellis", "Dunmore", "Kessel", "Vasto", "Breda", "Norrby", "Almeda")
_SAID = ("said on Monday", "told reporters on Friday", "wrote in a report", "announced in May")
_EVERY_BAD = 10_007
"""One row in so many is cut."""


def corpus(path: Path, rows: int) -> None:
    """Write short pairs, no two the same; half of the copies have another figure."""
    rng = random.Random(7)
    with path.open("w", encoding="utf-8") as file:
        for number in range(rows):
            name, place, said = rng.choice(_NAMES), rng.choice(_PLACES), rng.choice(_SAID)
            ships, cost = rng.randrange(3, 90), rng.randrange(2, 900)
            fleet = f"{ships} ships of fleet {number} left {place}"
            source = f"{name} {said} that {fleet} at a cost of {cost} million dollars."
            other = cost if rng.random() < 0.5 else cost + rng.randrange(1, 50)
            copy = f"At a cost of {other} million dollars, {fleet}, {name} {said}."
            line = json.dumps({"id": number, "source": source, "republished": copy})
            file.write((line[:40] if number % _EVERY_BAD == _EVERY_BAD - 1 else line) + "\n")


def command(pairs: Path, out: Path, jobs: int, *options: str) -> list[str]:
    """Return the command that judges the corpus."""
    program = [sys.executable, "-m", "checker", "batch", str(pairs), "-o", str(out)]
    return [*program, "--judge", "rules", "--jobs", str(jobs), "--quiet", *options]


def judged(out: Path) -> int:
    """Return how many rows a run has judged so far."""
    try:
        db = sqlite3.connect(f"file:{out}.run/ledger.sqlite3?mode=ro", uri=True)
        try:
            [count] = db.execute("SELECT coalesce(max(rowid), 0) FROM results").fetchone()
        finally:
            db.close()
    except sqlite3.Error:
        return 0
    return int(count)


def watched(line: list[str], look: Callable[[int], bool]) -> int:
    """Run a command, look at it every half second, kill it when the look says so, and return its exit code."""
    process = subprocess.Popen(line, start_new_session=True)
    while process.poll() is None:
        time.sleep(0.5)
        if process.poll() is None and look(process.pid):
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
            time.sleep(3)  # its processes end by themselves
    return process.returncode


def digest_of_sorted(path: Path) -> str:
    """Return the digest of a file's lines in order."""
    sort = subprocess.run(
        ["/usr/bin/sort", str(path)], env={**os.environ, "LC_ALL": "C"}, capture_output=True, check=True
    )
    return hashlib.sha256(sort.stdout).hexdigest()


def whole(pairs: Path, out: Path, rows: int, jobs: int) -> None:
    """Judge without interruption, and print what it takes."""
    marks: list[tuple[float, float]] = [(time.perf_counter(), 0.0)]
    peak = 0.0

    def look(process: int) -> bool:
        nonlocal peak
        peak = max(peak, memory_mb(process))
        if judged(out) >= rows * 0.999 * len(marks) / 10 and len(marks) <= 10:
            marks.append((time.perf_counter(), cpu_seconds(process)))
            (wall, cpu), (before, cpu_before) = marks[-1], marks[-2]
            spent = cpu - cpu_before  # falls when a process has ended: what it took is no longer seen
            of_a_core = f"{rows / 10 / spent:8,.0f} rows/s of a core, " if spent > 0 else ""
            sys.stdout.write(
                f"tenth {len(marks) - 1:2}: {rows / 10 / (wall - before):8,.0f} rows/s, "
                f"{of_a_core}{memory_mb(process):6.0f} MB\n"
            )
            sys.stdout.flush()
        return False

    code = watched(command(pairs, out, jobs), look)
    seconds = time.perf_counter() - marks[0][0]
    sys.stdout.write(f"exit {code}; {seconds:,.0f} s, {rows / seconds:,.0f} rows/s; peak {peak:.0f} MB\n")


def in_parts(pairs: Path, out: Path, rows: int, jobs: int) -> None:
    """Kill the run after three and after seven tenths, and let it end then."""
    for part, options in ((0.3, ()), (0.7, ("--resume",))):
        code = watched(command(pairs, out, jobs, *options), lambda _, part=part: judged(out) >= rows * part)  # type: ignore[misc]
        sys.stdout.write(f"killed (exit {code}) after {judged(out):,} rows\n")
        sys.stdout.flush()
    seconds, memory = measured(command(pairs, out, jobs, "--resume"), codes={3})
    sys.stdout.write(f"resumed and ended in {seconds:,.0f} s, {memory} MB in the first process\n")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--folder", type=Path, help="Keep the files here.")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.folder or Path(temporary)
        folder.mkdir(exist_ok=True)
        pairs = folder / "pairs.jsonl"
        corpus(pairs, arguments.rows)
        sys.stdout.write(f"{arguments.rows:,} rows, {pairs.stat().st_size / 1e6:.0f} MB\n")
        outs = folder / "whole.jsonl", folder / "parts.jsonl"
        whole(pairs, outs[0], arguments.rows, arguments.jobs)
        in_parts(pairs, outs[1], arguments.rows, arguments.jobs)
        first, second = map(digest_of_sorted, outs)
        sys.stdout.write(f"sorted, the two results are {'the same' if first == second else 'NOT the same'}\n")


if __name__ == "__main__":
    main()
