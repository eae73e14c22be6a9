"""What all runners share. Runs in a tool's own environment: standard library only.

A runner is started as `python -m benchmarks.peers.runners.NAME JOB.json OUT.jsonl`. It writes a line when the tool is
loaded, then one for each batch of pairs, so that what was done before a crash is kept.
"""

import json
import math
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Row:
    """A pair that is to be judged."""

    id: str
    source: str
    republished: str


@dataclass(frozen=True)
class Batch:
    """Pairs that are judged under one condition."""

    name: str
    base_url: str
    """Where the model is asked under this condition."""
    rows: list[Row]


@dataclass
class Answer:
    """What a tool says of a pair."""

    id: str
    flagged: bool | None = None
    """None: the tool gave no verdict."""
    score: float | None = None
    why: str = ""
    """Its explanation, if it gives one."""
    source: list[str] = field(default_factory=list)
    """Words of the source that it points at."""
    republished: list[str] = field(default_factory=list)
    offsets: bool = False
    """Whether it says where those words stand."""
    error: str = ""


Judge = Callable[[Batch], list[Answer]]


def run(package: str | Callable[[], str], load: Callable[[dict[str, Any]], Judge]) -> None:
    """Load the tool, judge every batch, write what it said.

    Args:
        package: Distribution whose version is named, or what returns a version.
        load: Imports the tool and gets it ready; takes the job.
    """
    job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    with Path(sys.argv[2]).open("w", encoding="utf-8") as out:

        def write(line: dict[str, Any]) -> None:
            out.write(json.dumps(line) + "\n")
            out.flush()

        begun = time.perf_counter()
        try:
            named = package() if callable(package) else version(package) if package else ""
            judge = load(job)
        except Exception as error:  # whatever keeps a tool from running here is its result
            write({"failure": short(error)})
            raise
        write({"version": named, "loading": time.perf_counter() - begun})
        for batch in job["batches"]:
            rows = [Row(**row) for row in batch["rows"]]
            begun, worked = time.perf_counter(), processor_seconds()
            try:
                answers, crash = judge(Batch(batch["name"], batch["base_url"], rows)), ""
            except Exception as error:  # a run that breaks off gives no verdict on any pair
                crash = short(error)
                answers = [Answer(row.id, error=crash) for row in rows]
            seconds, worked = time.perf_counter() - begun, processor_seconds() - worked
            write(
                {
                    "name": batch["name"],
                    "seconds": seconds,
                    "worked": worked,
                    "crash": crash,
                    "answers": [asdict(a) for a in answers],
                }
            )


def processor_seconds() -> float:
    """Return what this process and those that it waited for have used of the processor."""
    return sum(
        used.ru_utime + used.ru_stime
        for used in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def one_by_one(judge: Callable[[Row, str], Answer]) -> Judge:
    """Make a judge of a batch of one that judges a pair; an exception leaves its pair without a verdict."""

    def judge_all(batch: Batch) -> list[Answer]:
        answers = []
        for row in batch.rows:
            try:
                answers.append(judge(row, batch.base_url))
            except Exception as error:
                answers.append(Answer(row.id, error=short(error)))
        return answers

    return judge_all


def below(threshold: float, score: float | None) -> bool | None:
    """Return whether a score is flagged; no number, no verdict."""
    return None if score is None or math.isnan(score) else score < threshold


def short(error: BaseException) -> str:
    """Name an exception in one line."""
    return f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
