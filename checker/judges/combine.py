"""Weighs the network, the words and the rules against each other: one calibrated probability for a pair.

The weights are fitted by `training/combine` on pairs that the network was not trained on; how and with what result is
told in docs/decisions/word-view.md.
"""

import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import mul
from typing import Any, Self

import numpy as np

from checker.errors import CheckerError
from checker.judges.fact_signals import NAMES as FACT_NAMES
from checker.judges.signals import PER_WINDOW
from checker.judges.trees import Trees
from checker.words import FEATURES_VERSION
from checker.words import NAMES as WORD_NAMES

WEIGHTS = "combine.json"
"""Name of the file in checker/models."""

NETWORK_NAMES: tuple[str, ...] = (
    *(f"{name}_mean" for name in PER_WINDOW),
    "consistent_worst",
    "consistent_best",
    "contradictory_worst",
    "copy_max_worst",
)
"""What is taken from the network's signals: their means over the windows, and the extremes of some."""

COPIED_NAMES = (
    "copy_words", "words_same", "bigrams_same", "chunks", "jumps_back", "length_ratio", "inserted_share",
    "dropped_share",
)  # fmt: skip
"""Features of the word view that tell how much was copied: the network suspects copied words less, right or wrong."""
_COPIED = tuple(WORD_NAMES.index(name) for name in COPIED_NAMES)

NAMES: tuple[str, ...] = (*NETWORK_NAMES, "words", *FACT_NAMES, *COPIED_NAMES)
"""Inputs of the last step, in order; `words` is the log-odds of a fault that the trees over the word view give."""


class WeightsError(CheckerError):
    """The combination's weights do not fit this program."""

    def __init__(self, problem: str) -> None:
        super().__init__(
            f"The weights {WEIGHTS} {problem}.", hint="Install checker anew, or run with --judge rules."
        )


@dataclass(frozen=True, slots=True)
class Combination:
    """The fitted weights."""

    words: Trees
    """Log-odds of a fault from `checker.words.features`."""
    weights: tuple[float, ...]
    shift: float
    trees: Trees
    """Calibrated log-odds of a fault: the weighted sum of the inputs named in `NAMES`, the shift, and what the trees
    over the same inputs add."""
    threshold: float
    """A pair whose probability of being consistent is lower is flagged; chosen on validation pairs."""

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> Self:
        """Read what `training/combine` wrote.

        Raises:
            WeightsError: They belong to other features than this program computes.
        """
        if stored["features_version"] != FEATURES_VERSION or set(stored["weights"]) != set(NAMES):
            raise WeightsError("belong to another version of the features")
        return cls(
            words=Trees.read(stored["words"]),
            weights=tuple(float(stored["weights"][name]) for name in NAMES),
            shift=float(stored["shift"]),
            trees=Trees.read(stored["trees"]),
            threshold=float(stored["threshold"]),
        )

    def p_consistent(
        self, *, network: Sequence[float], words: Sequence[float], facts: Sequence[float]
    ) -> float:
        """Calibrated probability in (0, 1) that a copy says what its source says.

        Args:
            network: `network_signals` of the readings beside the windows of the source.
            words: `checker.words.features` of the copy and the widest window: the trees know no wider view.
            facts: `fact_signals` of the pair.
        """
        inputs = last_inputs(network=network, words=words, score=self.words.score(words), facts=facts)
        fault = sum(map(mul, self.weights, inputs)) + self.shift + self.trees.score(inputs)
        return 1.0 / (1.0 + math.exp(max(-50.0, min(50.0, fault))))


def last_inputs(
    *, network: Sequence[float], words: Sequence[float], score: float, facts: Sequence[float]
) -> tuple[float, ...]:
    """The inputs of the last step, in the order of `NAMES`; `score` is that of the trees over the word view."""
    return (*network_inputs(network), score, *facts, *(words[at] for at in _COPIED))


def network_inputs(network: Sequence[float]) -> tuple[float, ...]:
    """The network's part of the inputs, in the order of `NETWORK_NAMES`."""
    windows = np.array(network, dtype=np.float64).reshape(-1, len(PER_WINDOW))
    means = np.add.reduce(windows) / len(windows)
    consistent, contradictory, copy_max = (network[at :: len(PER_WINDOW)] for at in _EXTREMES)
    return (*means.tolist(), min(consistent), max(consistent), max(contradictory), max(copy_max))


_EXTREMES = tuple(PER_WINDOW.index(name) for name in ("consistent", "contradictory", "copy_max"))


def digest_of(stored: Mapping[str, object]) -> str:
    """SHA-256 of weights as they are stored, without the digest that lies beside them."""
    return hashlib.sha256(json.dumps(stored, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


@cache
def load() -> Combination:
    """The weights that ship, read once a process.

    Raises:
        WeightsError: The file is missing, is not the one that was shipped, or belongs to another version of the
            features.
    """
    path = files("checker") / "models" / WEIGHTS
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        if stored.pop("sha256") != digest_of(stored):
            raise WeightsError("are not those that were shipped (their digest differs)")
        return Combination.read(stored)
    except OSError as error:
        raise WeightsError("cannot be read") from error
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise WeightsError("are damaged") from error
