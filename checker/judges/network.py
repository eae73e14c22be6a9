"""The trained network: one file with weights and tokenizer, run by onnxruntime."""

import hashlib
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, cached_property, lru_cache, partial
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


_MARKS = ("[CLS]", "[SEP]", "[SEP]")
"""The network's own: before the source, between the texts, behind the copy."""
_LONGEST_KEPT = 40
"""Characters between two spaces up to which their tokens are remembered."""


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


@dataclass(frozen=True)
class Reading:
    """What the network says of one (source, republished) pair of texts."""

    logits: tuple[float, float, float]
    """Consistent, distorted, contradictory."""
    _texts: tuple[str, str]
    _tokenizer: Tokenizer
    _lengths: tuple[int, int]
    """Tokens of either text that were read."""
    _scores: NDArray[np.float32]

    def log_odds(self, side: Side) -> NDArray[np.float64]:
        """Return how far each token of one text is believed changed, in order, those cut off missing."""
        # A mark of the network's own stands before, between and after the texts.
        first = 1 if side is Side.SOURCE else self._lengths[0] + 2
        return self._scores[first : first + self._lengths[side]].astype(np.float64)

    def tokens(self, side: Side) -> list[TokenScore]:
        """Return the tokens of one text in order, those cut off missing."""
        places = zip(self._encoding.offsets, self._encoding.sequence_ids, strict=True)
        own = [place for place, its in places if its == side]
        return [
            TokenScore(start, end, score)
            for (start, end), score in zip(own, self.log_odds(side).tolist(), strict=True)
        ]

    @cached_property
    def _encoding(self) -> Encoding:
        # Where tokens stand is asked of few readings, and costs time to find out.
        return self._tokenizer.encode(*self._texts)


Begin = Callable[[Sequence[tuple[str, str]]], Callable[[], "list[Reading]"]]
"""Begins to read (source, republished) texts, and returns what waits for the readings."""


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
        self._first, self._last = (int(self._tokenizer.token_to_id(mark) or 0) for mark in _MARKS[:2])
        self._tokenizer.enable_truncation(MAX_TOKENS, strategy="longest_first")
        self._ids_of_chunk = lru_cache(maxsize=60_000)(self._encoded)

    def read(self, pairs: Sequence[tuple[str, str]]) -> list[Reading]:
        """Read (source, republished) texts; one reading each, in the order given."""
        with self.beside() as begin:
            return [reading for readings in [begin([pair]) for pair in pairs] for reading in readings()]

    @contextmanager
    def beside(self) -> Iterator[Begin]:
        """Yield what begins to read texts in the background; what was not begun at the end of the block is dropped.

        With one thread there is no background: texts are read when the readings are asked for. Two threads that take
        turns on a core spoil each other's cache.
        """
        if self._threads == 1:
            yield lambda pairs: partial(self.read_here, pairs)
            return
        pool = ThreadPoolExecutor(self._threads)
        try:
            with _short_turns():
                yield lambda pairs: pool.submit(self.read_here, pairs).result
        finally:
            pool.shutdown(cancel_futures=True)

    def read_here(self, pairs: Sequence[tuple[str, str]]) -> list[Reading]:
        """Read texts one after the other in this thread."""
        return [self._read_one(pair) for pair in pairs]

    def _read_one(self, pair: tuple[str, str]) -> Reading:
        source, copy = (self._ids_of(text) for text in pair)
        if len(source) + len(copy) + len(_MARKS) <= MAX_TOKENS:
            ids = [self._first, *source, self._last, *copy, self._last]
            types = [0] * (len(source) + 2) + [1] * (len(copy) + 1)
            lengths = len(source), len(copy)
        else:  # one of them has to be cut
            encoding = self._tokenizer.encode(*pair)
            ids, types = encoding.ids, encoding.type_ids
            lengths = encoding.sequence_ids.count(Side.SOURCE), encoding.sequence_ids.count(Side.REPUBLISHED)
        logits, scores = self._session.run(["logits", "token_logits"], _feeds(ids, types))
        return Reading(tuple(logits[0].tolist()), pair, self._tokenizer, lengths, scores[0])

    def _ids_of(self, text: str) -> list[int]:
        """The numbers of a text's tokens. No token goes over a space, and most words come again and again."""
        ids: list[int] = []
        for chunk in text.split(" "):
            ids += self._ids_of_chunk(chunk) if len(chunk) <= _LONGEST_KEPT else self._encoded(chunk)
        return ids

    def _encoded(self, text: str) -> tuple[int, ...]:
        return tuple(self._tokenizer.encode(text, add_special_tokens=False).ids)


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


_TURN = 0.0001
"""Seconds."""


def inputs(encoding: Encoding) -> dict[str, NDArray[np.int64]]:
    """Return the network's inputs, shape (1, tokens)."""
    return _feeds(encoding.ids, encoding.type_ids)


def _feeds(ids: Sequence[int], types: Sequence[int]) -> dict[str, NDArray[np.int64]]:
    return {
        "input_ids": np.array([ids], dtype=np.int64),
        "attention_mask": np.ones((1, len(ids)), dtype=np.int64),
        "token_type_ids": np.array([types], dtype=np.int64),
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
