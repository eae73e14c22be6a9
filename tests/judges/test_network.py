import json
import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from checker.judges import network
from checker.judges.network import ModelError, Side, load
from checker.judges.signals import PER_WINDOW, network_signals

PAIRS = [
    ("Seven ships sank off Larn on Monday.", "Nine ships sank off Larn on Monday."),
    ("The mayor opened the bridge.", "The mayor opened the bridge."),
    ("Nobody was hurt. " * 60, "Nobody was hurt."),
    ("", "Nobody was hurt."),
    ("漢字かな交じり文。", "🚢 \u0301"),
]


def test_a_pair_gets_the_same_figures_whatever_is_read_beside_it() -> None:
    together = load().read(PAIRS)
    alone = [load().read([pair])[0] for pair in reversed(PAIRS)]

    assert [reading.logits for reading in together] == [reading.logits for reading in reversed(alone)]


def test_tokens_point_into_their_own_text() -> None:
    source, copy = PAIRS[0]
    [reading] = load().read([PAIRS[0]])

    assert "".join(copy[t.start : t.end] for t in reading.tokens(Side.REPUBLISHED)) == copy.replace(" ", "")
    assert "".join(source[t.start : t.end] for t in reading.tokens(Side.SOURCE)) == source.replace(" ", "")


def test_the_word_head_points_at_the_changed_word() -> None:
    copy = PAIRS[0][1]
    [reading] = load().read([PAIRS[0]])

    top = max(reading.tokens(Side.REPUBLISHED), key=lambda token: token.log_odds)

    assert copy[top.start : top.end] == "Nine"


@pytest.mark.parametrize("seed", range(40))
def test_texts_are_read_as_the_tokenizer_cuts_them(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(seed)
    letters = "ab  \n\t\u00a0é漢👩🏽\u200d\u0301ΣςİI\u200b.,-'#@[SEP]"
    pair = tuple("".join(rng.choices(letters, k=rng.choice((0, 9, 60, 400)))) for _ in Side)
    given: list[dict[str, NDArray[np.int64]]] = []
    network_ = load()
    session = network_._session

    class Seen:
        def run(self, names: list[str], feeds: dict[str, NDArray[np.int64]]) -> Any:
            given.append(feeds)
            return session.run(names, feeds)

    monkeypatch.setattr(network_, "_session", Seen())
    [reading] = network_.read_here([(pair[0], pair[1])])
    encoding = network_._tokenizer.encode(pair[0], pair[1])

    assert {name: feed.tolist() for name, feed in given[0].items()} == {
        name: feed.tolist() for name, feed in network.inputs(encoding).items()
    }
    assert [len(reading.tokens(side)) for side in Side] == [encoding.sequence_ids.count(s) for s in Side]


def test_signals_are_one_block_per_window() -> None:
    readings = load().read(PAIRS[:3])

    assert len(network_signals(readings)) == 3 * len(PER_WINDOW)


def test_nothing_to_read_is_no_reading() -> None:
    assert load().read([]) == []


@pytest.mark.parametrize(
    ("weights", "problem"),
    [
        pytest.param(None, "cannot be read", id="missing"),
        pytest.param(b"no model", "digest differs", id="another file"),
    ],
)
def test_a_damaged_model_is_refused(
    weights: bytes | None, problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / f"{network.MODEL}.json").write_text(json.dumps(network.card()))
    if weights is not None:
        (tmp_path / f"{network.MODEL}.onnx").write_bytes(weights)
    monkeypatch.setattr(network, "_folder", lambda: tmp_path)
    load.cache_clear()

    with pytest.raises(ModelError) as error:
        load()

    assert problem in str(error.value)
    assert error.value.exit == 2
