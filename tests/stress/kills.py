"""Kills audits in the middle and resumes them: `python -m tests.stress.kills [ROUNDS]`.

Each audit is a process of its own that asks a server on loopback; the kill is SIGKILL, at a random moment from its
start to its end. What the resumed run reports must be what an undisturbed one reports, and it must ask about no pair
of which the killed one had noted the outcome. A run may forget what it noted as soon as its report is written.
"""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.fakes.http import Reply, Server, as_json, serve
from tests.fakes.model import completion, honest, task_of

PAIRS = 24
REFUSED = "number 5 in"
"""Words of the pair about which the model never gives an answer of use."""
_ANSWER_SECONDS = 0.02
_AT_ONCE = ("--jobs", "2", "--pairs-per-call", "2")

_NAMES = ("Ann", "Bob", "Cid", "Dan", "Eve", "Fay")


def write_articles(folder: Path) -> tuple[Path, Path]:
    """Write a source, and a copy of which every third sentence is changed."""
    source, copy = folder / "source.txt", folder / "copy.txt"
    said = [
        f"{_NAMES[i % 6]} bought {i + 3} red coats near the old mill number {i} in Larn."
        for i in range(PAIRS)
    ]
    again = [
        s.replace("bought", "purchased") if i % 3 else s.replace("red", "blue") for i, s in enumerate(said)
    ]
    source.write_text("\n\n".join(said))
    copy.write_text("\n\n".join(again))
    return source, copy


def answer(_: str, body: dict[str, object]) -> Reply:
    """What the server says: the truth, except about the one pair."""
    task = task_of(body)
    refused = any(REFUSED in asked.source for asked in task.pairs)
    reply = as_json(completion("I'm sorry, but I cannot help.") if refused else honest(body))
    return Reply(body=reply.body, delay=_ANSWER_SECONDS)


@dataclass(slots=True)
class Trial:
    """An audit that is killed, perhaps several times, and then resumed to its end."""

    folder: Path
    server: Server
    killed: int = 0
    noted: list[int] = field(default_factory=list)
    """Outcomes that were noted at each kill."""
    over: bool = False
    """Whether the run that was killed last had forgotten its journal: it was done, and about to end."""

    @property
    def arguments(self) -> list[str]:
        """The command, in a process of its own."""
        source, copy = write_articles(self.folder)
        options = ("--judge", "llm", "--model", "fake", "--base-url", self.server.url, "-f", "json")
        cache = ("--cache", str(self.cache))
        return [sys.executable, "-m", "checker", "audit", str(source), str(copy), *options, *cache, *_AT_ONCE]

    @property
    def cache(self) -> Path:
        """Its store."""
        return self.folder / "verdicts.sqlite3"

    @property
    def report(self) -> Path:
        """What a run that was killed had written."""
        return self.folder / "report.json"

    def kill_after(self, requests: int, seconds: float, *options: str) -> None:
        """Run the audit and kill it so many seconds after the server has seen so many requests more."""
        goal = len(self.server.requests) + requests
        with self.report.open("w") as report:
            process = subprocess.Popen(
                [*self.arguments, *options], stdout=report, stderr=subprocess.DEVNULL, env=_environment()
            )
            while len(self.server.requests) < goal and process.poll() is None:
                time.sleep(0.002)
            time.sleep(seconds)
            process.send_signal(signal.SIGKILL)
            self.killed += process.wait() == -signal.SIGKILL
        self.noted.append(self._rows("notes"))
        self.over = self._rows("verdicts") > 0 and not self._rows("runs")

    def finish(self, *options: str) -> dict[str, object]:
        """Run the audit to its end and return what its report says."""
        done = subprocess.run(
            [*self.arguments, *options], capture_output=True, check=False, env=_environment(), timeout=120
        )
        assert done.returncode == 1, done.stderr.decode()
        return result(json.loads(done.stdout))

    def _rows(self, table: str) -> int:
        if not self.cache.exists():
            return 0
        with sqlite3.connect(self.cache) as db:
            if not db.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone():
                return 0
            [found] = db.execute(f"SELECT count(*) FROM {table}").fetchone()
        return int(found)


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(("CHECKER_", "OPENAI_"))}


def result(report: dict[str, object]) -> dict[str, object]:
    """Take out of a report what time and grouping decide: what it took, and whether a pair was asked alone."""
    pairs = report["pairs"]
    assert isinstance(pairs, list)
    return {
        **{key: value for key, value in report.items() if key != "usage"},
        "pairs": [{key: value for key, value in pair.items() if key != "judged_by"} for pair in pairs],
    }


def asked(requests: list[dict[str, object]]) -> set[tuple[str, str]]:
    """The pairs that these requests are about."""
    return {(pair.source, pair.copy) for request in requests for pair in task_of(request).pairs}


def rounds(count: int, *, seed: int) -> Iterator[str]:
    """Kill and resume so many times; yield a line about each."""
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory() as top, serve(answer) as server:
        whole = Trial(_made(Path(top) / "whole"), server)
        expected = whole.finish()
        full = len(server.requests)
        for number in range(count):
            trial = Trial(_made(Path(top) / str(number)), server)
            trial.kill_after(dice.randrange(full), dice.uniform(0, 0.1))
            before = len(server.requests)
            own = expected | _sides(trial, expected)
            if trial.over:
                assert result(json.loads(trial.report.read_text())) == own, "forgotten before it was written"
                yield "killed when its report was written"
                continue
            assert trial.finish("--resume") == own
            new = asked(server.requests[before:])
            if trial.killed:
                assert len(new) + trial.noted[-1] == PAIRS, "a pair was judged twice, or not at all"
            yield f"killed with {trial.noted[-1]:2} of {PAIRS} outcomes noted; {len(new):2} asked after that"


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _sides(trial: Trial, expected: dict[str, object]) -> dict[str, object]:
    """The names of the files differ from trial to trial."""
    names = {"source": trial.folder / "source.txt", "republished": trial.folder / "copy.txt"}
    return {
        side: {**expected[side], "name": str(path)}  # type: ignore[dict-item]
        for side, path in names.items()
    }


def main() -> None:
    """Run as many rounds as asked for."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    for line in rounds(count, seed=4):
        sys.stdout.write(f"{line}\n")
    sys.stdout.write(
        f"{count} kills: every resumed run gave the same report, and asked about no pair again\n"
    )


if __name__ == "__main__":
    main()
