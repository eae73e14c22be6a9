"""The inputs of the combination for labelled pairs, computed the way the judge computes them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.facts import compare
from checker.judges.embedded import Question, questions
from checker.judges.fact_signals import fact_signals
from checker.judges.network import Network
from checker.judges.signals import network_signals
from checker.judging import pairs_within
from checker.words import compare_words, features
from training.combine.examples import Labelled

_AT_ONCE = 1500


@dataclass(frozen=True, slots=True)
class Inputs:
    """One row per sentence of a copy; `pair` says to which pair it belongs."""

    pair: NDArray[np.intp]
    network: NDArray[np.float64]
    words: NDArray[np.float64]
    facts: NDArray[np.float64]


def inputs(pairs: Sequence[Labelled], network: Network) -> Inputs:
    """Ask the judge's own questions about every pair. A copy equal to its source asks none."""
    asked = [
        (number, question)
        for number, labelled in enumerate(pairs)
        for pair in pairs_within(labelled.source, labelled.copy)
        for question in questions(pair)
    ]
    read = []
    for start in range(0, len(asked), _AT_ONCE):
        read += _network_rows([question for _, question in asked[start : start + _AT_ONCE]], network)
    return Inputs(
        pair=np.array([number for number, _ in asked], dtype=np.intp),
        network=np.array(read),
        words=np.array([features(compare_words(q.windows[-1], q.copy)) for _, q in asked]),
        facts=np.array(
            [fact_signals(compare(q.source, q.passage.text, background=q.pair.background)) for _, q in asked]
        ),
    )


def _network_rows(asked: Sequence[Question], network: Network) -> list[tuple[float, ...]]:
    texts = list(dict.fromkeys((window, question.copy) for question in asked for window in question.windows))
    readings = dict(zip(texts, network.read(texts), strict=True))
    return [network_signals([readings[window, q.copy] for window in q.windows]) for q in asked]
