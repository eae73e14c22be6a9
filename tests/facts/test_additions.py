"""Clauses that a copy hangs on."""

import pytest

from checker.facts import compare


def _added(source: str, copy: str, background: str = "") -> list[str]:
    return [
        copy[slice(*item.republished)]
        for item in compare(source, copy, background=background)
        if item.rule.startswith("addition.clause") and item.republished
    ]


@pytest.mark.parametrize(
    ("source", "copy", "clause"),
    [
        pytest.param(
            "The two climbers were brought down by helicopter on Sunday.",
            "The two climbers were brought down by helicopter on Sunday, both with broken legs.",
            "both with broken legs",
            id="after a comma",
        ),
        pytest.param(
            "The novelist Vera Holt will read from her new novel in Graz.",
            "The novelist Vera Holt, who has twice been convicted of libel, will read from her new novel in Graz.",
            "who has twice been convicted of libel",
            id="in the middle",
        ),
        pytest.param(
            "The old paper mill burned down in 1911.",
            "The old paper mill burned down in 1911 after its owner had set it on fire.",
            "after its owner had set it on fire",
            id="a conjunction",
        ),
    ],
)
def test_a_clause_of_new_words_is_named(source: str, copy: str, clause: str) -> None:
    assert _added(source, copy) == [clause]


@pytest.mark.parametrize(
    ("source", "copy", "background"),
    [
        pytest.param(
            "The old paper mill burned down in 1911.",
            "The old paper mill burned down in 1911 after its owner had set it on fire.",
            "The old paper mill burned down in 1911. Its owner had set it on fire, a jury found.",
            id="another sentence of the source has it",
        ),
        pytest.param(
            "Merv Hattersley, a retired shearer, watched the rain.",
            "Merv Hattersley, a retired shearer (a person who cuts the wool off sheep), watched the rain.",
            "",
            id="an explanation in brackets",
        ),
        pytest.param(
            "The bridge over the river is safe.",
            "The bridge over the river is safe, engineer Tom Ode told reporters.",
            "",
            id="who says it is another kind",
        ),
        pytest.param(
            "Speaking outside the town hall, Vera Holt called it wonderful news.",
            "Speaking outside the town hall, British Prime Minister, Vera Holt called it wonderful news.",
            "",
            id="a title",
        ),
    ],
)
def test_what_claims_nothing_new_is_none(source: str, copy: str, background: str) -> None:
    assert not _added(source, copy, background)
