import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.words import NAMES, Relation, compare_words, features
from tests.shared import EXAMPLES, needs_shared

Named = tuple[Relation, str | None, str | None]


def named(source: str, republished: str) -> list[Named]:
    def cut(text: str, span: tuple[int, int] | None) -> str | None:
        return None if span is None else text[span[0] : span[1]]

    return [
        (change.relation, cut(source, change.source_span), cut(republished, change.republished_span))
        for change in compare_words(source, republished).changes
    ]


@pytest.mark.parametrize(
    ("source", "republished", "expected"),
    [
        pytest.param(
            "Armed forces were hampered by fighters in the east.",
            "Armed forces were blocked by militants in the east.",
            [(Relation.UNRELATED, "hampered", "blocked"), (Relation.UNRELATED, "fighters", "militants")],
            id="two substitutes",
        ),
        pytest.param(
            "He will not go to Rome.", "He will go to Rome.", [(Relation.NEGATION, "not", None)], id="lost negation"
        ),
        pytest.param(
            "The plan works.", "The plan doesn't work.",
            [(Relation.FUNCTION, None, "does"), (Relation.NEGATION, None, "n't"),
             (Relation.INFLECTION, "works", "work")],
            id="new negation in a contraction",
        ),
        pytest.param(
            "The bank may cut rates.", "The bank will cut rates.", [(Relation.MODALITY, "may", "will")], id="modality"
        ),
        pytest.param(
            "Sales rose by 12 percent in May.", "Sales rose by 21% in May.", [(Relation.NUMBER, "12", "21")],
            id="number",
        ),
        pytest.param(
            "The team won.", "The young team won.", [(Relation.INSERTED, None, "young")], id="inserted"
        ),
        pytest.param(
            "The very young team won.", "The team won.", [(Relation.DROPPED, "very young", None)], id="dropped"
        ),
        pytest.param("The US left.", "The United States left.", [], id="the same in other letters"),
        pytest.param("On Monday he left Rome.", "He left Rome on Monday.", [], id="moved"),
        pytest.param(
            "Putin warned Biden on Monday.",
            "Biden warned Putin on Monday.",
            [(Relation.EXCHANGED, "Biden", "Biden"), (Relation.EXCHANGED, "Putin", "Putin")],
            id="who warned whom",
        ),
        pytest.param(
            "The dog bit the man.", "The man was bitten by the dog.",
            [(Relation.FUNCTION, None, "was"), (Relation.INFLECTION, "bit", "bitten"),
             (Relation.PREPOSITION, None, "by")],
            id="the passive exchanges nothing",
        ),
        pytest.param("", "", [], id="nothing at all"),
    ],
)  # fmt: skip
def test_changes(source: str, republished: str, expected: list[Named]) -> None:
    assert sorted(named(source, republished), key=str) == sorted(expected, key=str)


def test_a_touched_quotation_is_marked() -> None:
    source = 'They "effectively struck Russian logistics" on Monday.'
    copy = "They “effectively attacked Russian logistics” on Monday."

    (change,) = compare_words(source, copy).changes

    assert (source[slice(*change.source_span or ())], copy[slice(*change.republished_span or ())]) == (
        "struck",
        "attacked",
    )
    assert change.quoted


@pytest.mark.parametrize("text", ["One two three.", "He said “no” to the U.S. in May 2020, didn't he?"])
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    view = compare_words(text, text)

    assert view.changes == ()
    assert dict(zip(NAMES, features(view), strict=True))["content_same"] == 1.0


_WORDS = st.lists(
    st.sampled_from(
        [
            *"“”.,",
            "Biden",
            "Putin",
            "warned",
            "not",
            "may",
            "the",
            "market",
            "fell",
            "12",
            "21",
            "big",
            "large",
            "US",
        ]
    ),
    max_size=25,
).map(" ".join)


@settings(deadline=None)
@given(_WORDS, _WORDS)
def test_every_span_lies_in_its_text_and_every_feature_is_a_number(source: str, republished: str) -> None:
    view = compare_words(source, republished)
    vector = features(view)

    assert len(vector) == len(NAMES) == len(set(NAMES))
    assert all(-1e6 < value < 1e6 for value in vector)
    for change in view.changes:
        for text, span in ((source, change.source_span), (republished, change.republished_span)):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
        assert (change.source_span or change.republished_span) is not None
        assert 0.0 <= change.nearness <= 1.0
    linked = [link.source for link in view.alignment.links]
    assert len(linked) == len(set(linked))
    assert len(linked) + len(view.alignment.inserted) == len(view.republished)
    assert len(linked) + len(view.alignment.dropped) == len(view.source)


def test_offsets_of_a_long_source_point_into_all_of_it() -> None:
    filler = " ".join(f"Sentence number {i} speaks of gardens and of weather." for i in range(60))
    source = f"{filler} The minister was hampered by fighters. {filler}"

    found = named(source, "The minister was blocked by fighters.")

    assert (Relation.UNRELATED, "hampered", "blocked") in found


def test_cost_grows_with_the_length_only() -> None:
    words = [f"word{i}" for i in range(3000)]
    rng = random.Random(0)
    shuffled = words[:]
    rng.shuffle(shuffled)
    begun = time.process_time()

    features(compare_words(" ".join(words), " ".join(shuffled)))
    features(compare_words("a " * 20_000, "a " * 20_000))

    assert time.process_time() - begun < 10.0


@needs_shared
@pytest.mark.parametrize(
    ("there", "here"),
    [
        ("hampered", "blocked"),
        ("fighters", "militants"),
        ("shipments", "ships"),
        ("logistical", "logic"),
        ("outstripped", "outnumbered"),
        ("struck", "attacked"),
        ("sustainment", "sustainability"),
        ("packaged", "assembled"),
    ],
)
def test_the_real_pair(there: str, here: str) -> None:
    source = (EXAMPLES / "source.txt").read_text(encoding="utf-8")
    copy = (EXAMPLES / "republished.txt").read_text(encoding="utf-8")
    sentence = next(line for line in copy.replace(". ", ".\n").split("\n") if here in line)

    assert (there, here) in [
        (a, b) for relation, a, b in named(source, sentence) if relation is not Relation.SYNONYM
    ]
