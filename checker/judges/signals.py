"""What the network says of one sentence of a copy, as a fixed vector of numbers for the fitted combination."""

import math
from collections.abc import Sequence

import numpy as np

from checker.judges.network import Reading, Side

PER_WINDOW = ("consistent", "contradictory", "copy_max", "copy_second", "copy_sum", "source_max")
"""Per window: log-odds of `consistent` and of `contradictory`; log-odds of the likeliest and the second likeliest
changed token of the copy, expected number of changed tokens, log-odds of the likeliest changed token of the source."""

_NO_TOKEN = -9.0
_SMALLEST = 1e-6


def network_signals(readings: Sequence[Reading]) -> tuple[float, ...]:
    """The vector: one block of `PER_WINDOW` for each window's reading, in the order given."""
    # The windows of a short source are one and the same reading.
    blocks = {id(reading): _window(reading) for reading in {id(r): r for r in readings}.values()}
    return tuple(value for reading in readings for value in blocks[id(reading)])


def _window(reading: Reading) -> tuple[float, ...]:
    consistent, _, contradictory = chances(reading.logits)
    copy, source = reading.log_odds(Side.REPUBLISHED), reading.log_odds(Side.SOURCE)
    ranked = sorted(copy.tolist(), reverse=True)
    return (
        _log_odds(consistent),
        _log_odds(contradictory),
        ranked[0] if ranked else _NO_TOKEN,
        ranked[1] if len(ranked) > 1 else _NO_TOKEN,
        float((1 / (1 + np.exp(-copy))).sum()),
        float(source.max()) if len(source) else _NO_TOKEN,
    )


def chances(logits: Sequence[float]) -> tuple[float, float, float]:
    """Softmax: chances of consistent, distorted and contradictory."""
    top = max(logits)
    powers = [math.exp(logit - top) for logit in logits]
    consistent, distorted, contradictory = (power / sum(powers) for power in powers)
    return consistent, distorted, contradictory


def _log_odds(chance: float) -> float:
    return math.log(max(chance, _SMALLEST) / max(1 - chance, _SMALLEST))
