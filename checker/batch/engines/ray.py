"""By Ray Data, on one machine or on a cluster: actors that load the judge once, and read what they judge themselves.

What goes through Ray's object store is the name of a file of rows and, back, what was found about them: kilobytes, so
that nothing is ever spilled. The files lie in the folder of the run, which all machines of a cluster must see.
"""

import json
import logging
import os
import shutil
import socket
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from checker.batch.entries import Entry
from checker.batch.work import Block, Engine, Judgement, judged
from checker.errors import CheckerError, UsageError
from checker.exits import Exit
from checker.llm.settings import LlmSettings
from checker.processes import available_cores
from checker.wiring import build_judge, runs_here

_ANSWER_SECONDS = 10.0
"""How long the head of a cluster has to take a connection."""


_STARTS = 3
"""How often Ray is started before it is given up."""


class RayError(CheckerError):
    """Ray cannot be used, or gave up."""

    exit = Exit.UNDETERMINED

    def __init__(self, why: str) -> None:
        super().__init__(f"Ray: {' '.join(why.split())[:300]}", hint="Go on with --resume.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Where the actors are."""

    address: str | None = None
    """Of the head; None for a cluster of this machine alone, which ends with the run."""
    actors: int | None = None
    """One for each core if not given."""


def block_rows(rows: int, cluster: Cluster) -> int:
    """Return how many rows go to an actor at once: few enough that all end at about the same time."""
    return max(16, min(128, rows // (8 * _actors_here(cluster))))


def on_ray(cluster: Cluster, judge: str, language: str, settings: LlmSettings, *, folder: Path) -> Engine:
    """Judge by Ray.

    Args:
        folder: Of the run; what is to be judged is written there.

    Raises:
        UsageError: Ray is not installed.
        RayError: The address does not answer.
    """
    ray = library()
    if cluster.address:
        _require_answer(cluster.address)

    def engine(blocks: Iterable[Block]) -> Iterator[Sequence[Judgement]]:
        pending = folder / "pending"
        shutil.rmtree(pending, ignore_errors=True)
        files = _written(blocks, pending)
        try:
            with _running(ray, cluster):
                yield from _judged(ray, cluster, files, (judge, language, settings))
        finally:
            shutil.rmtree(pending, ignore_errors=True)

    return engine


def library() -> Any:
    """Return Ray, told to keep quiet.

    Raises:
        UsageError: It is not installed.
    """
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise UsageError(
            "--engine ray needs Ray, which is not installed.", hint="Run pip install 'checker[ray]'."
        ) from error
    logging.getLogger("ray.data").setLevel(logging.CRITICAL)
    return ray


def _require_answer(address: str) -> None:
    """Find out at once what Ray would try for minutes."""
    if address == "auto":
        return
    parts = urlsplit(address if "://" in address else f"ray://{address}")
    try:
        host, port = parts.hostname, parts.port or 6379
        with socket.create_connection((host or "", port), timeout=_ANSWER_SECONDS):
            return
    except (OSError, ValueError) as error:
        raise UsageError(
            f"--ray-address: {address} does not answer ({error}).",
            hint="Check the address, and that the head runs.",
        ) from error


@contextmanager
def _running(ray: Any, cluster: Cluster) -> Iterator[None]:
    for attempt in range(1, _STARTS + 1):
        try:
            ray.init(
                address=cluster.address,
                **(
                    {} if cluster.address else {"num_cpus": _actors_here(cluster), "include_dashboard": False}
                ),
                logging_level=logging.CRITICAL,
                log_to_driver=False,
            )
            break
        except (
            Exception
        ) as error:  # Ray raises bare ones: on a busy machine its parts do not find each other in time
            ray.shutdown()
            if attempt == _STARTS:
                raise RayError(str(error)) from error
    try:
        yield
    finally:
        ray.shutdown()


def _actors_here(cluster: Cluster) -> int:
    return cluster.actors or available_cores()


def _written(blocks: Iterable[Block], folder: Path) -> list[str]:
    """Write every block to a file of its own, and return their names."""
    folder.mkdir()
    names = []
    for number, block in enumerate(blocks):
        path = folder / f"{number:08}.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for entry in block:
                file.write(json.dumps({**asdict(entry), "texts": entry.texts.hex()}) + "\n")
        names.append(str(path.resolve()))
    return names


def _judged(
    ray: Any, cluster: Cluster, files: Sequence[str], arguments: tuple[str, str, LlmSettings]
) -> Iterator[Sequence[Judgement]]:
    if not files:
        return
    actors = cluster.actors or max(1, int(ray.cluster_resources().get("CPU", 1)))
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    judge, language, settings = arguments
    judgements = ray.data.from_items(
        [{"file": name} for name in files], override_num_blocks=len(files)
    ).map_batches(
        Worker,
        fn_constructor_args=(judge, language, shared_out(settings, actors)),
        batch_size=1,
        num_cpus=1,
        compute=ray.data.ActorPoolStrategy(size=min(actors, len(files))),
    )
    try:
        for row in judgements.iter_rows():
            yield [
                Judgement(**{**found, "texts": bytes.fromhex(found["texts"])})
                for found in json.loads(row["judgements"])
            ]
    except ray.exceptions.RayError as error:
        raise RayError(str(error)) from error


class Worker:
    """An actor: loads the judge once, then judges one file after the other."""

    def __init__(self, judge: str, language: str, settings: LlmSettings) -> None:
        self._language = language
        if runs_here(judge):
            self._judge = build_judge(judge, threads=1)
            return
        from checker.llm.purse import Purse
        from checker.wiring import Tools

        self._judge = build_judge(judge, settings, Tools(purse=Purse(settings.limits)))

    def __call__(self, batch: Mapping[str, Any]) -> dict[str, list[str]]:
        """Judge the rows of the files that are named."""
        return {"judgements": [self._judged(Path(str(name))) for name in batch["file"]]}

    def _judged(self, path: Path) -> str:
        with path.open(encoding="utf-8") as file:
            rows = [json.loads(line) for line in file]
        block = [Entry(**{**row, "texts": bytes.fromhex(row["texts"])}) for row in rows]
        found = judged(block, self._judge, self._language)
        return json.dumps([{**asdict(one), "texts": one.texts.hex()} for one in found])


def shared_out(settings: LlmSettings, actors: int) -> LlmSettings:
    """Return the part of all limits that each of so many actors has."""

    def part(limit: float | None) -> float | None:
        return None if limit is None else limit / actors

    def whole_part(limit: int | None) -> int | None:
        return None if limit is None else limit // actors

    limits = settings.limits
    return replace(
        settings,
        jobs=max(1, settings.jobs // actors),
        requests_per_minute=part(settings.requests_per_minute),
        tokens_per_minute=part(settings.tokens_per_minute),
        limits=replace(
            limits, calls=whole_part(limits.calls), tokens=whole_part(limits.tokens), cost=part(limits.cost)
        ),
    )
