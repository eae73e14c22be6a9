"""Spun copies: news sentences of the project's own whose words were nearly all replaced, in any order."""

import random
from pathlib import Path

import pytest

from checker.chunker.pairing import align

TEXTS = Path(__file__).resolve().parents[2] / "training" / "texts"


def blocks(path: Path) -> list[tuple[str, str]]:
    """Each source sentence of a file and the first faithful rewrite of it."""
    found = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.strip().splitlines()
        source = next((line[3:] for line in lines if line.startswith("S: ")), None)
        rewrite = next((line[2:] for line in lines if line.startswith("= ")), None)
        if source and rewrite:
            found.append((source, rewrite))
    return found


@pytest.mark.parametrize("name", ["spun-01.txt", "spun-07.txt"])
@pytest.mark.parametrize("shuffled", [False, True], ids=["in order", "shuffled"])
def test_spun_sentences_find_their_source_and_strangers_none(name: str, shuffled: bool) -> None:
    """A quarter of the source is left out, a quarter of the copy comes from elsewhere."""
    known = blocks(TEXTS / name)
    assert len(known) >= 30
    share = len(known) // 4
    source = [text for text, _ in known[share:]]
    order = list(range(len(known) - share))
    if shuffled:
        random.Random(3).shuffle(order)
    # The first rewrites have no source here; the last source sentences have no rewrite.
    kept = [k - share for k in range(share, len(known) - share)]
    copy_of = [k for k in order if k in kept]
    copy = [rewrite for _, rewrite in known[:share]] + [known[share + k][1] for k in copy_of]

    got = {(link.source, link.republished) for link in align(source, copy)}

    gold = {(k, share + at) for at, k in enumerate(copy_of)}
    right = len(gold & got)
    assert 2 * right / (len(gold) + len(got)) >= 0.95
    assert not {j for _, j in got if j < share}
