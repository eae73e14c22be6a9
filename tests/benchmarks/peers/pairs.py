"""Pairs that tests of the comparison use."""

from benchmarks.peers.pairs import LabelledPair

FAITHFUL = LabelledPair(
    id="faithful", source="The ferry left Larn at noon.", republished="At noon the ferry left Larn.", wrong=()
)
CHANGED = LabelledPair(
    id="changed",
    source="The mill burned in May. Nobody was hurt.",
    republished="The mill burned in June. Nobody was hurt.",
    wrong=("The mill burned in June.",),
)
