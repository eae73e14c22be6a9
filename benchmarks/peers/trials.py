"""Runs a tool over pairs under conditions, each tool as a process of its own."""

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.peers.conditions import INSTRUCTION
from benchmarks.peers.environments import ROOT, InstallError, ensure, python_of
from benchmarks.peers.pairs import LabelledPair, sentences
from benchmarks.peers.tools import QUIET, Tool

SECONDS = 1_800
"""What a tool gets for all of its batches; what it had said by then counts."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Pairs, and where the model is asked about them."""

    name: str
    base_url: str
    pairs: Sequence[LabelledPair]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a tool said of a pair."""

    id: str
    flagged: bool | None
    score: float | None
    why: str
    source: Sequence[str]
    republished: Sequence[str]
    offsets: bool
    error: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a tool said of a batch."""

    seconds: float
    worked: float
    """Seconds of the processor."""
    answers: Sequence[Said]
    crash: str = ""
    """Why its run broke off without a verdict on anything."""

    @property
    def flagged(self) -> set[str]:
        """Ids of the pairs that it flags."""
        return {said.id for said in self.answers if said.flagged}

    @property
    def passed(self) -> set[str]:
        """Ids of the pairs that it passes."""
        return {said.id for said in self.answers if said.flagged is False}


@dataclass(slots=True)
class Trial:
    """What came of running a tool."""

    tool: Tool
    version: str = ""
    loading: float = 0.0
    """Seconds for imports and weights."""
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    """By the names of the batches."""
    failure: str = ""
    """Why it did not run here."""


def run(tool: Tool, batches: Sequence[Batch], *, model: str) -> Trial:
    """Install the tool if need be, and run it."""
    trial = Trial(tool)
    try:
        ensure(tool)
    except InstallError as error:
        trial.failure = str(error)
        return trial
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        job, out = home / "job.json", home / "out.jsonl"
        job.write_text(json.dumps(job_of(tool, batches, model)), encoding="utf-8")
        log = _start(tool, job, out, home)
        lines = out.read_text(encoding="utf-8").splitlines() if out.exists() else []
        read(trial, [json.loads(line) for line in lines])
        if not trial.outcomes and not trial.failure:
            trial.failure = log.strip().rpartition("\n")[2][-300:] or "it said nothing"
    return trial


def job_of(tool: Tool, batches: Sequence[Batch], model: str) -> dict[str, Any]:
    """Return what the runner is told."""
    return {
        "model": model,
        **tool.options,
        "batches": [
            {
                "name": batch.name,
                "base_url": batch.base_url,
                "rows": [
                    {"id": pair.id, "source": pair.source, "republished": pair.republished}
                    for pair in batch.pairs
                ],
            }
            for batch in batches
        ],
    }


def read(trial: Trial, lines: Sequence[Mapping[str, Any]]) -> None:
    """Take over what the runner wrote."""
    for line in lines:
        if "failure" in line:
            trial.failure = line["failure"]
        elif "version" in line:
            trial.version, trial.loading = line["version"], line["loading"]
        else:
            answers = [Said(**said) for said in line["answers"]]
            trial.outcomes[line["name"]] = Outcome(line["seconds"], line["worked"], answers, line["crash"])


def steered(pair: LabelledPair) -> LabelledPair:
    """Return the pair with an instruction to the judge inside every sentence of its copy."""

    def told(sentence: str) -> str:
        body, end = (sentence[:-1], sentence[-1]) if sentence[-1] in ".!?" else (sentence, "")
        return f"{body} ({INSTRUCTION}){end}"

    return LabelledPair(
        id=pair.id,
        source=pair.source,
        republished=" ".join(map(told, sentences(pair.republished))),
        wrong=tuple(map(told, pair.wrong)),
    )


def _start(tool: Tool, job: Path, out: Path, home: Path) -> str:
    """Run the runner in a folder of its own, with a home of its own, and return what it printed."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("CHECKER_", "OPENAI_"))},
        **QUIET,
        "HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "OPENAI_API_KEY": "none",  # several refuse to start without one; the server does not look
    }
    command = [str(python_of(tool)), "-m", f"benchmarks.peers.runners.{tool.runner}", str(job), str(out)]
    begun = time.monotonic()
    try:
        done = subprocess.run(
            command,
            cwd=home,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        return f"stopped after {time.monotonic() - begun:.0f} s"
    return done.stdout
