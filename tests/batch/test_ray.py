"""`checker batch --engine ray`, in processes of its own: Ray leaves threads and warnings behind."""

import builtins
import os
import signal
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from benchmarks.batch.processes import tree
from checker.batch.engines.ray import Cluster, block_rows, shared_out
from checker.llm.settings import Limits, LlmSettings
from tests.batch.corpora import jsonl, row, rows_of
from tests.program import Run, one_line

needs_ray = pytest.mark.skipif(find_spec("ray") is None, reason="needs the extra ray")


def begun(pairs: Path, out: Path, *more: str) -> "subprocess.Popen[str]":
    options = ("--judge", "rules", "--engine", "ray", "--ray-actors", "2", *more)
    command = [sys.executable, "-m", "checker", "batch", str(pairs), "-o", str(out), *options]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)


def actors_of(process: int) -> list[int]:
    """The processes in which actors of this run judge."""
    found = []
    for child in tree(process):
        try:
            if b"MapWorker" in Path(f"/proc/{child}/cmdline").read_bytes():
                found.append(child)
        except OSError:
            continue
    return found


@needs_ray
def test_ray_says_what_this_machine_says_though_an_actor_is_killed(run: Run, tmp_path: Path) -> None:
    pairs = jsonl(tmp_path / "pairs.jsonl", [*map(row, range(1, 3001)), "{"])
    local, out = tmp_path / "local.jsonl", tmp_path / "ray.jsonl"
    run("batch", pairs, "-o", local, "--judge", "rules", "--jobs", 1)

    process = begun(pairs, out)
    victim, deadline = 0, time.monotonic() + 200
    while not victim and process.poll() is None and time.monotonic() < deadline:
        victim = next(iter(actors_of(process.pid)), 0)
        time.sleep(0.05)
    assert victim, "no actor was seen"
    os.kill(victim, signal.SIGKILL)
    _, said = process.communicate(timeout=280)

    assert process.returncode == 3, said
    assert "3,001 rows: 1,500 consistent, 1,500 contradictory, 1 undetermined" in said
    assert out.read_bytes() == local.read_bytes()
    assert not (tmp_path / "ray.jsonl.run" / "pending").exists()
    assert len(rows_of(out)) == 3001


@needs_ray
def test_a_cluster_that_does_not_answer_is_one_line(run: Run, tmp_path: Path) -> None:
    pairs = jsonl(tmp_path / "pairs.jsonl", [row(1)])
    done = run(
        "batch",
        pairs,
        "-o",
        tmp_path / "out.jsonl",
        "--judge",
        "rules",
        "--engine",
        "ray",
        "--ray-address",
        "127.0.0.1:9",
    )

    assert (done.code, one_line(done)) == (2, True)
    assert "127.0.0.1:9 does not answer" in done.err


def test_without_ray_the_extra_is_named(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = builtins.__import__

    def without(name: str, *arguments: Any, **named: Any) -> Any:
        if name.split(".", maxsplit=1)[0] == "ray":
            raise ImportError(name)
        return usual(name, *arguments, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "1")

    pairs = jsonl(tmp_path / "pairs.jsonl", [row(1)])
    done = run("batch", pairs, "-o", tmp_path / "out.jsonl", "--judge", "rules", "--engine", "ray")

    assert (done.code, one_line(done)) == (2, True)
    assert "pip install 'checker[ray]'" in done.err
    assert os.environ["RAY_USAGE_STATS_ENABLED"] == "0"


def test_limits_are_divided_among_actors() -> None:
    settings = LlmSettings(jobs=8, requests_per_minute=600, limits=Limits(calls=10, cost=1.0))

    part = shared_out(settings, 4)

    assert (part.jobs, part.requests_per_minute, part.tokens_per_minute) == (2, 150, None)
    assert (part.limits.calls, part.limits.cost, part.limits.tokens) == (2, 0.25, None)
    assert shared_out(settings, 100).jobs == 1


@pytest.mark.parametrize(
    ("rows", "expected"), [pytest.param(100, 16, id="few"), pytest.param(10**6, 128, id="many")]
)
def test_an_actor_gets_few_rows_at_once(rows: int, expected: int) -> None:
    assert block_rows(rows, Cluster(actors=2)) == expected
