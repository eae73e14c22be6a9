"""The trained network: one file with weights and tokenizer, run by onnxruntime."""

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from checker.errors import CheckerError

MODEL = "judge-v1"
"""Name of the files in checker/models: weights `.onnx`, card `.json`."""

MAX_TOKENS = 256
"""Longer pairs lose the end of their longer side; windows keep nearly all of them shorter."""

_BATCH_TOKENS = 3072
"""Padded tokens a batch: more is no faster on two cores and takes more memory."""


class ModelError(CheckerError):
    """The model file is missing, cut or changed."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(
            f"The model file {path} {problem}.", hint="Install checker anew, or run with --judge rules."
        )


class TokenScore(NamedTuple):
    """How far the network believes that a token belongs to a change of meaning."""

    start: int
    end: int
    """Offsets into the text of the token's side."""
    log_odds: float


class Side(IntEnum):
    """The two texts of a pair, as the tokenizer numbers them."""

    SOURCE = 0
    REPUBLISHED = 1


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network says of one (source, republished) pair of texts."""

    logits: tuple[float, float, float]
    """Consistent, distorted, contradictory."""
    _encoding: Encoding
    _scores: list[float]

    def tokens(self, side: Side) -> list[TokenScore]:
        """Return the tokens of one text in order, those cut off missing."""
        encoding = self._encoding
        return [
            TokenScore(start, end, score)
            for own, (start, end), score in zip(
                encoding.sequence_ids, encoding.offsets, self._scores, strict=True
            )
            if own == side
        ]


class Network:
    """Reads pairs of texts in batches of similar length. Deterministic on one machine."""

    def __init__(self, weights: bytes, *, threads: int | None = None) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads or available_cores()
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = ort.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        metadata = self._session.get_modelmeta().custom_metadata_map
        self._tokenizer: Tokenizer = Tokenizer.from_str(metadata["tokenizer"])
        self._tokenizer.enable_truncation(MAX_TOKENS, strategy="longest_first")

    def read(self, pairs: Sequence[tuple[str, str]]) -> list[Reading]:
        """Read (source, republished) texts; one reading each, in the order given."""
        encodings = self._tokenizer.encode_batch(list(pairs))
        order = sorted(range(len(pairs)), key=lambda i: len(encodings[i]))
        readings: list[Reading | None] = [None] * len(pairs)
        for batch in batches([len(encodings[i]) for i in order], _BATCH_TOKENS):
            chosen = [order[i] for i in batch]
            for i, reading in zip(chosen, self._run([encodings[i] for i in chosen]), strict=True):
                readings[i] = reading
        return [reading for reading in readings if reading is not None]

    def _run(self, encodings: Sequence[Encoding]) -> list[Reading]:
        logits, token_logits = self._session.run(["logits", "token_logits"], padded(encodings))
        return [
            Reading((row[0], row[1], row[2]), encoding, scores[: len(encoding)])
            for encoding, row, scores in zip(encodings, logits.tolist(), token_logits.tolist(), strict=True)
        ]


def batches(lengths: Sequence[int], tokens: int) -> list[range]:
    """Cut ascending lengths into runs that padded to their longest hold at most so many tokens.

    >>> batches([2, 2, 3, 8], 8)
    [range(0, 2), range(2, 3), range(3, 4)]
    """
    runs, start = [], 0
    for i in range(1, len(lengths) + 1):
        if i == len(lengths) or (i + 1 - start) * lengths[i] > tokens:
            runs.append(range(start, i))
            start = i
    return runs


def padded(encodings: Sequence[Encoding]) -> dict[str, NDArray[np.int64]]:
    """Return the network's inputs, shape (encodings, longest)."""
    shape = len(encodings), max(len(encoding) for encoding in encodings)
    ids, mask, types = (np.zeros(shape, dtype=np.int64) for _ in range(3))
    for row, encoding in enumerate(encodings):
        length = len(encoding)
        ids[row, :length] = encoding.ids
        mask[row, :length] = 1
        types[row, :length] = encoding.type_ids
    return {"input_ids": ids, "attention_mask": mask, "token_type_ids": types}


def available_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@cache
def card() -> dict[str, Any]:
    """Return the model's card: version, digest, figures."""
    content: dict[str, Any] = json.loads((_folder() / f"{MODEL}.json").read_text(encoding="utf-8"))
    return content


@cache
def load() -> Network:
    """Load the network that ships, once a process.

    Raises:
        ModelError: The file is missing, or is not the one that the card names.
    """
    path = _folder() / f"{MODEL}.onnx"
    try:
        weights = path.read_bytes()
    except OSError as error:
        raise ModelError(str(path), "cannot be read") from error
    if hashlib.sha256(weights).hexdigest() != card()["sha256"]:
        raise ModelError(str(path), "is not the one that was shipped (its digest differs)")
    return Network(weights)


def _folder() -> Path:
    return Path(str(files("checker") / "models"))
