"""Why passages were paired: the links of a passage, the next candidates, and what speaks for each."""

from math import log

import pytest

from checker.chunker.explanation import candidates_of
from checker.chunker.pairing import align
from tests.chunker.test_pairing import RETOLD, STORY, STRANGER


def test_the_link_comes_first_with_the_words_that_made_it() -> None:
    found = candidates_of(STORY, RETOLD, copies=[1], at_most=3)

    assert (found[0].source, found[0].republished) == (1, 1)
    assert [c.linked for c in found] == [True, False, False]
    assert found[0].score > 0.9 > 0.1 > found[1].score >= found[2].score
    assert {"holm", "astrid", "kroner"} <= set(found[0].words)
    assert found[0].evidence["numbers"] > found[1].evidence["numbers"]


def test_evidence_sums_up_to_the_score() -> None:
    for candidate in candidates_of(STORY, RETOLD, copies=range(6)):
        if 1e-6 < candidate.score < 1 - 1e-6 and 1e-6 < candidate.alone < 1 - 1e-6:
            odds = log(candidate.score / (1 - candidate.score))
            assert sum(candidate.evidence.values()) == pytest.approx(odds, abs=1e-3)


def test_links_are_those_of_the_alignment_and_may_exceed_the_limit() -> None:
    copy = [
        "Fishing crews had unloaded",
        "their catch at Sorvaag, forty",
        "kilometers down the coast.",
        STRANGER,
    ]
    found = candidates_of(STORY, copy, sources=[2], at_most=1)

    links = {(link.source, link.republished) for link in align(STORY, copy)}
    assert {(c.source, c.republished) for c in found if c.linked} == {(2, 0), (2, 1), (2, 2)} == links
    assert len(found) == 3


def test_a_passage_without_a_counterpart_still_has_candidates_below_the_bar() -> None:
    found = candidates_of(STORY, [*RETOLD, STRANGER], copies=[6], at_most=2)

    assert len(found) == 2
    assert not any(c.linked for c in found)


def test_a_twin_that_the_index_of_a_long_text_leaves_out_is_a_candidate_without_evidence() -> None:
    story = ["he said so again"] * 400
    found = candidates_of(story, story, copies=[399], at_most=1)

    assert any((c.source, c.linked, c.score) == (399, True, 1.0) for c in found)


@pytest.mark.parametrize(("source", "copy"), [([], STORY), (STORY, []), ([], [])])
def test_an_empty_side_has_no_candidates(source: list[str], copy: list[str]) -> None:
    assert candidates_of(source, copy, copies=range(len(copy)), sources=range(len(source))) == ()
