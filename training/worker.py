"""What each process of a training run does."""

import os
import random
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.distributed as dist

from training import fit, model, rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Where things lie; the same for all workers."""

    data: Path
    encoder: str
    out: Path
    start: str | None
    """A checkpoint to go on from; None for the bare encoder."""
    recipe: fit.Recipe
    weights: dict[str, float]
    """How often the rows of each set are shown in a pass."""


def work(rank: int, task: Task) -> None:
    """Run as worker number `rank`, in a thread of its own."""
    # Linux may share the processor out by session (autogroup): in one session, two workers get one worker's share.
    os.setsid()
    torch.set_num_threads(1)
    meeting = (task.out / "rendezvous").resolve()
    dist.init_process_group(
        "gloo", init_method=f"file://{meeting}", rank=rank, world_size=task.recipe.workers
    )
    examples = [row for row in rows.everything(task.data, task.out) if not row.held_out]
    random.Random(task.recipe.seed).shuffle(examples)
    network = model.load(task.encoder, task.start) if task.start else model.fresh(task.encoder)
    reader = fit.tokenizer(Path(task.encoder) / "tokenizer.json", task.recipe.max_tokens)
    fit.fit(network, examples, task.weights, reader, task.recipe, task.out, rank)
    dist.destroy_process_group()
