import pytest

from benchmarks.peers.pairs import balanced, example_pair, labelled, measuring_pairs, sentences
from tests.benchmarks.peers.pairs import CHANGED, FAITHFUL
from tests.shared import needs_shared


@pytest.mark.parametrize(
    ("source", "copy", "consistent", "wrong"),
    [
        pytest.param("A mill burned.", "The mill burned.", True, (), id="nothing is wrong in a faithful copy"),
        pytest.param(
            "It rained. A mill burned.", "It rained. A barn burned.", False, ("A barn burned.",),
            id="what stands in the source word for word is not wrong",
        ),
        pytest.param(
            "It rained. A mill burned.", "It rained.", False, ("It rained.",),
            id="a changed copy without a sentence of its own is wrong all over",
        ),
    ],
)  # fmt: skip
def test_what_counts_as_wrong(source: str, copy: str, consistent: bool, wrong: tuple[str, ...]) -> None:
    pair = labelled("x", source, copy, consistent=consistent)

    assert pair.wrong == wrong
    assert pair.changed is not consistent


def test_sentences_lose_their_line_ends_and_nothing_else() -> None:
    text = "# Fire\n\nA mill\nburned. “It rained.” Nobody was\nhurt! Why"

    assert sentences(text) == ["# Fire", "A mill burned.", "“It rained.”", "Nobody was hurt!", "Why"]


def test_every_planted_sentence_of_the_example_stands_in_it() -> None:
    pair = example_pair()
    text = " ".join(pair.republished.split())

    assert pair.wrong
    assert [sentence for sentence in pair.wrong if sentence not in text] == []


@pytest.mark.parametrize(
    ("flagged", "passed", "expected"),
    [
        pytest.param({"changed"}, {"faithful"}, 1.0, id="right about both"),
        pytest.param({"changed", "faithful"}, set(), 0.5, id="flags everything"),
        pytest.param(set(), {"faithful"}, 0.5, id="no verdict on the changed one is no catch"),
        pytest.param({"changed"}, set(), 0.5, id="no verdict on the faithful one is no pass"),
    ],
)
def test_a_pair_without_a_verdict_is_wrong_on_its_side(
    flagged: set[str], passed: set[str], expected: float
) -> None:
    assert balanced([CHANGED, FAITHFUL], flagged, passed) == expected


@needs_shared
def test_the_measuring_pairs_are_seeded_and_share_no_source() -> None:
    pairs = measuring_pairs(6)

    assert pairs == measuring_pairs(6)
    assert len({pair.source for pair in pairs}) == len(pairs)
    assert {pair.changed for pair in pairs} == {True, False}
