"""Trains the network on a fixed budget of minutes, with checkpoints, in several processes of one thread.

The processes work on different pairs and average their weights every few steps (local SGD). On a machine that others
use as well this is much faster than one process of several threads: no thread waits for the other in each operation.
"""

import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.distributed as dist
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.data import CONSISTENT, INCONSISTENT, Example, Spans, WindowCache, passes
from training.model import PairModel
from training.noise import disturbed

Batch = dict[str, Tensor]

MEMORY = (
    "glibc.malloc.hugetlb=1:glibc.malloc.mmap_threshold=33554432:glibc.malloc.trim_threshold=8589934592:"
    "glibc.malloc.top_pad=268435456"
)
"""GLIBC_TUNABLES for the training processes. Without them every large tensor is new pages from the system: 37 pairs
of 96 tokens a second and core instead of 61."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What a run may vary."""

    minutes: float
    learning_rate: float = 1.2e-4
    encoder_decay: float = 0.9
    """Learning rate of a layer relative to the one above it."""
    weight_decay: float = 0.02
    warmup: float = 0.04
    """Part of the run."""
    tokens_per_batch: int = 3072
    workers: int = 2
    steps_between_averages: int = 8
    max_tokens: int = 192
    smoothing: float = 0.03
    token_weight: float = 0.5
    """Weight of the word head's loss."""
    average_from: float = 0.6
    """Part of the run after which the moving average of the weights begins."""
    checkpoint_minutes: float = 7.0
    seed: int = 20


def tokenizer(path: Path, max_tokens: int) -> Tokenizer:
    """The encoder's tokenizer, cutting the longer side at `max_tokens` in all, without padding."""
    loaded = Tokenizer.from_file(str(path))
    loaded.no_padding()
    loaded.enable_truncation(max_tokens, strategy="longest_first")
    return loaded


@dataclass(frozen=True, slots=True)
class Encoded:
    """Token arrays of one example, int32."""

    ids: np.ndarray
    types: np.ndarray
    label: int
    token_labels: np.ndarray
    """1 changed, 0 not, -1 unknown or special."""


def encode(examples: Sequence[Example], reader: Tokenizer) -> list[Encoded]:
    """Tokenize pairs and carry the character spans over to tokens."""
    encodings = reader.encode_batch([(e.source, e.copy) for e in examples])
    out: list[Encoded] = []
    for example, encoding in zip(examples, encodings, strict=True):
        labels = np.full(len(encoding.ids), -1, dtype=np.int8)
        for i, (side, (start, end)) in enumerate(zip(encoding.sequence_ids, encoding.offsets, strict=True)):
            spans: Spans | None = None
            if side == 1:
                spans = example.copy_spans
            elif side == 0:
                spans = example.source_spans
            if spans is not None:
                labels[i] = any(start < high and low < end for low, high in spans)
        out.append(
            Encoded(
                np.array(encoding.ids, dtype=np.int32),
                np.array(encoding.type_ids, dtype=np.int8),
                example.label,
                labels,
            )
        )
    return out


def batches(items: Sequence[Encoded], tokens: int, rng: random.Random) -> Iterator[list[Encoded]]:
    """Batches of about `tokens` padded tokens, of similar lengths, in random order within large chunks."""
    chunk = 4096
    for at in range(0, len(items), chunk):
        part = sorted(items[at : at + chunk], key=lambda item: (len(item.ids), rng.random()))
        groups: list[list[Encoded]] = []
        group: list[Encoded] = []
        for item in part:
            if group and (len(group) + 1) * len(item.ids) > tokens:
                groups.append(group)
                group = []
            group.append(item)
        groups.append(group)
        rng.shuffle(groups)
        yield from groups


def collate(group: Sequence[Encoded]) -> Batch:
    """Pad a batch to its longest row."""
    length = max(len(item.ids) for item in group)

    def padded(arrays: Sequence[np.ndarray], fill: int) -> Tensor:
        out = np.full((len(arrays), length), fill, dtype=np.int64)
        for row, array in enumerate(arrays):
            out[row, : len(array)] = array
        return torch.from_numpy(out)

    ids = padded([item.ids for item in group], 0)
    mask = padded([np.ones(len(item.ids), dtype=np.int8) for item in group], 0)
    return {
        "input_ids": ids,
        "attention_mask": mask,
        "token_type_ids": padded([item.types for item in group], 0),
        "labels": torch.tensor([item.label for item in group]),
        "token_labels": padded([item.token_labels for item in group], -1),
    }


def loss_of(model: PairModel, batch: Batch, recipe: Recipe) -> tuple[Tensor, Tensor]:
    """Sentence loss and word loss, each a mean over what is labelled in the batch."""
    logits, token_logits = model(batch["input_ids"], batch["attention_mask"], batch["token_type_ids"])
    logs = logits.float().log_softmax(-1)
    labels = batch["labels"]
    exact = nn.functional.nll_loss(logs, labels.clamp(max=2), reduction="none")
    wrong = -torch.logsumexp(logs[:, 1:], -1)
    # Which of the two wrong labels it is matters little beside wrong or not: half the loss each.
    fine = torch.where(
        labels == INCONSISTENT, wrong, torch.where(labels == CONSISTENT, exact, (exact + wrong) / 2)
    )
    flat = -(logs[:, 0] + wrong.neg()) / 2
    sentence = ((1 - recipe.smoothing) * fine + recipe.smoothing * flat).mean()
    known = batch["token_labels"] >= 0
    if not bool(known.any()):
        return sentence, sentence.detach() * 0
    targets = batch["token_labels"][known].float()
    word = nn.functional.binary_cross_entropy_with_logits(
        token_logits.float()[known], targets, pos_weight=torch.tensor(3.0)
    )
    return sentence, word


class Master:
    """The weights in fp32, of which the model computes with a bf16 copy.

    All of the model in bf16 trains half as fast again as autocast, which converts weights and activations back and
    forth; small steps would be lost in bf16 itself.

    The word vectors stay as they were pretrained. Half of all weights are theirs, nothing in the few words of the
    training data could teach them better, and a word that it lacks stays where its synonyms are.
    """

    def __init__(self, model: PairModel) -> None:
        model.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        self.fixed = {n: p.detach().clone() for n, p in model.named_parameters() if not p.requires_grad}
        self.named = {
            n: nn.Parameter(p.detach().clone()) for n, p in model.named_parameters() if p.requires_grad
        }
        model.bfloat16()
        self._copies = [p for p in model.parameters() if p.requires_grad]

    def take_gradients(self) -> None:
        """Move the gradients of the copies to the weights."""
        for weight, copy in zip(self.named.values(), self._copies, strict=True):
            if copy.grad is not None:
                weight.grad = copy.grad.float()
            copy.grad = None

    def give_weights(self) -> None:
        """Let the model compute with the weights as they are now."""
        with torch.no_grad():
            torch._foreach_copy_(self._copies, list(self.named.values()))

    def state(self) -> dict[str, Tensor]:
        """All weights by name, as the model in fp32 loads them."""
        return self.fixed | {name: weight.detach() for name, weight in self.named.items()}


def groups_of(named: dict[str, nn.Parameter], layers: int, recipe: Recipe) -> list[dict[str, object]]:
    """Parameter groups with layer-wise decayed learning rates; no weight decay on vectors."""
    out: dict[tuple[float, bool], list[nn.Parameter]] = {}
    for name, parameter in named.items():
        if name.startswith("encoder.embeddings"):
            depth = layers + 1
        elif name.startswith("encoder.encoder.layer."):
            depth = layers - int(name.split(".")[3])
        else:
            depth = 0
        rate = recipe.encoder_decay**depth if depth else 3.0
        out.setdefault((rate, parameter.ndim > 1), []).append(parameter)
    return [
        {
            "params": parameters,
            "lr": recipe.learning_rate * rate,
            "peak": recipe.learning_rate * rate,
            "weight_decay": recipe.weight_decay if matrix else 0.0,
        }
        for (rate, matrix), parameters in out.items()
    ]


def fit(
    model: PairModel,
    examples: list[Example],
    weights: dict[str, float],
    reader: Tokenizer,
    recipe: Recipe,
    out: Path,
    worker: int,
) -> None:
    """Train as one of the workers of a process group; worker 0 writes `last.pt` now and then and at the end.

    From `average_from` on it writes `average.pt` too, the moving average of the weights.
    """
    out.mkdir(parents=True, exist_ok=True)
    rng = random.Random(recipe.seed * 100 + worker)
    torch.manual_seed(recipe.seed * 100 + worker)
    master = Master(model)
    layers = len(model.encoder.encoder.layer)
    optimizer = torch.optim.AdamW(groups_of(master.named, layers, recipe), betas=(0.9, 0.98), fused=True)
    average: dict[str, Tensor] | None = None
    began = saved = logged = time.monotonic()
    step = pairs = 0
    running = [0.0, 0.0]
    model.train()
    stream = _stream(examples[worker :: recipe.workers], weights, WindowCache(), reader, recipe, rng)
    done = 0.0
    while done < 1:
        factor = min((done + 0.002) / recipe.warmup, 1.0) * max(1 - done, 0.02)
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * factor
        for _ in range(recipe.steps_between_averages):
            batch = next(stream)
            sentence, word = loss_of(model, batch, recipe)
            (sentence + recipe.token_weight * word).backward()  # type: ignore[no-untyped-call]
            master.take_gradients()
            nn.utils.clip_grad_norm_(master.named.values(), 1.0)
            optimizer.step()
            master.give_weights()
            step += 1
            pairs += len(batch["labels"])
            for i, loss in enumerate((sentence, word)):
                running[i] += (float(loss.detach()) - running[i]) / min(step, 200)
        done = _synchronized(master, (time.monotonic() - began) / 60 / recipe.minutes, recipe.workers)
        if worker:
            continue
        if done > recipe.average_from:
            average = _averaged(average, master.state())
        now = time.monotonic()
        if now - logged > 60:
            logged = now
            figures = {"minutes": round((now - began) / 60, 1), "step": step, "pairs": pairs * recipe.workers}
            rate = pairs * recipe.workers / (now - began)
            losses = {"sentence": round(running[0], 4), "word": round(running[1], 4)}
            print(json.dumps(figures | {"pairs_per_second": round(rate, 1)} | losses), flush=True)
        if now - saved > recipe.checkpoint_minutes * 60:
            saved = now
            _save(master.state(), average, out)
    if not worker:
        _save(master.state(), average, out)


def _synchronized(master: Master, done: float, workers: int) -> float:
    """Give all workers the mean of their weights, and the first worker's view of how far the run is."""
    with torch.no_grad():
        parameters = list(master.named.values())
        flat = torch.cat([p.reshape(-1) for p in parameters])
        dist.all_reduce(flat)
        flat /= workers
        at = 0
        for parameter in parameters:
            parameter.copy_(flat[at : at + parameter.numel()].view_as(parameter))
            at += parameter.numel()
        clock = torch.tensor([done])
        dist.broadcast(clock, 0)
    master.give_weights()
    return float(clock)


def _stream(
    examples: list[Example],
    weights: dict[str, float],
    cache: WindowCache,
    reader: Tokenizer,
    recipe: Recipe,
    rng: random.Random,
) -> Iterator[Batch]:
    while True:
        order = passes(examples, weights, rng)
        for at in range(0, len(order), 8192):
            part = [disturbed(cache.cut_randomly(example, rng), rng) for example in order[at : at + 8192]]
            for group in batches(encode(part, reader), recipe.tokens_per_batch, rng):
                yield collate(group)


def _averaged(
    average: dict[str, Tensor] | None, state: dict[str, Tensor], keep: float = 0.98
) -> dict[str, Tensor]:
    if average is None:
        return {name: value.clone() for name, value in state.items()}
    with torch.no_grad():
        for name, value in state.items():
            average[name].lerp_(value, 1 - keep)
    return average


def _save(state: dict[str, Tensor], average: dict[str, Tensor] | None, out: Path) -> None:
    for name, weights in (("last", state), ("average", average)):
        if weights is not None:
            partial = out / f"{name}.partial"
            torch.save(weights, partial)
            partial.replace(out / f"{name}.pt")
