"""The trained network: one file with weights and tokenizer, run by onnxruntime."""

import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
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
from checker.processes import available_cores

MODEL = "judge"
"""Name of the files in checker/models: weights `.onnx`, card `.json`."""

MAX_TOKENS = 256
"""Longer pairs lose the end of their longer side; windows keep nearly all of them shorter."""


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
    """Reads pairs of texts, each in a run of its own, as many at once as there are cores.

    Not in batches, for two reasons. The int8 weights are multiplied with activations that are scaled by the largest in
    the run: in a batch, one pair would move the figures of its neighbours (by up to 1.3 in log-odds, as measured).
    And on two cores, two runs of one pair each are 1.8 times as fast as one run of 32 on two threads: nothing is
    padded, and a pair's activations stay in the cache.
    """

    def __init__(self, weights: bytes, *, threads: int | None = None) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._threads = threads or available_cores()
        self._session = ort.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        metadata = self._session.get_modelmeta().custom_metadata_map
        self._tokenizer: Tokenizer = Tokenizer.from_str(metadata["tokenizer"])
        self._tokenizer.enable_truncation(MAX_TOKENS, strategy="longest_first")

    def read(self, pairs: Sequence[tuple[str, str]]) -> list[Reading]:
        """Read (source, republished) texts; one reading each, in the order given."""
        with self.reading(pairs) as readings:
            return list(readings)

    @contextmanager
    def reading(self, pairs: Sequence[tuple[str, str]]) -> Iterator[Iterator[Reading]]:
        """Begin to read in the background and give the readings, in the order given, as they are asked for."""
        encodings = self._tokenizer.encode_batch(list(pairs))
        with _short_turns(), ThreadPoolExecutor(self._threads) as pool:
            yield pool.map(self._run, encodings)

    def _run(self, encoding: Encoding) -> Reading:
        logits, scores = self._session.run(["logits", "token_logits"], inputs(encoding))
        return Reading(tuple(logits[0].tolist()), encoding, scores[0].tolist())


@contextmanager
def _short_turns() -> Iterator[None]:
    """Let threads take shorter turns in the interpreter.

    A run takes some 3 ms. With the usual turns of 5 ms, a thread that has finished one would wait longer than that for
    the interpreter before it can begin the next, and its core would stand idle.
    """
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


_TURN = 0.0005
"""Seconds."""


def inputs(encoding: Encoding) -> dict[str, NDArray[np.int64]]:
    """Return the network's inputs, shape (1, tokens)."""
    return {
        "input_ids": np.array([encoding.ids], dtype=np.int64),
        "attention_mask": np.ones((1, len(encoding)), dtype=np.int64),
        "token_type_ids": np.array([encoding.type_ids], dtype=np.int64),
    }


@cache
def card() -> dict[str, Any]:
    """Return the model's card: version, digest, figures.

    Raises:
        ModelError: The file is missing or damaged.
    """
    path = _folder() / f"{MODEL}.json"
    try:
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(str(path), "cannot be read") from error
    if not isinstance(content, dict) or not {"version", "sha256"} <= content.keys():
        raise ModelError(str(path), "is not the card of a model")
    return content


@cache
def load(threads: int | None = None) -> Network:
    """Load the network that ships, once a process.

    Args:
        threads: Readings at a time; as many as there are cores if not given.

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
    return Network(weights, threads=threads)


def _folder() -> Path:
    return Path(str(files("checker") / "models"))
