"""Pairing: every passage once, nothing forced, order and moves."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.chunker.pairing import align, pair
from checker.chunker.terms import terms
from checker.domain import Pair, Passage

STORY = [
    "The harbor of Lindvik reopened on Tuesday after nine weeks of repairs to its northern breakwater.",
    "Mayor Astrid Holm said that the work had cost 4.2 million kroner, twice the first estimate.",
    "Fishing crews had unloaded their catch at Sorvaag, forty kilometers down the coast.",
    "An inquiry into the February storm will publish its report before the summer recess.",
    "Insurance companies have so far paid for only a third of the damaged boats.",
    '"We feared for our customers," said the fishmonger Per Dahl, who kept his shop open throughout.',
]
RETOLD = [
    "After nine weeks of work on the northern breakwater, Lindvik's harbor opened again on Tuesday.",
    "It cost 4.2 million kroner, which is double what was first estimated, according to Mayor Astrid Holm.",
    "Crews were forced to land their fish at Sorvaag, 40 kilometers along the coast.",
    "The report of an inquiry into February's storm is expected before the summer break.",
    "Insurers have paid for just a third of the boats that were damaged.",
    'Per Dahl, a fishmonger who did not close his shop, said: "We were afraid for our customers."',
]
STRANGER = "Penguins keep their eggs warm by balancing them on their feet through the polar night."


def passages(*texts: str, furniture: frozenset[int] = frozenset()) -> list[Passage]:
    """Lay sentences one after the other, each in a paragraph of its own."""
    made, start = [], 0
    for index, text in enumerate(texts):
        reason = "test" if index in furniture else None
        made.append(
            Passage(
                index=index, text=text, start=start, end=start + len(text), paragraph=index, furniture=reason
            )
        )
        start += len(text) + 1
    return made


def shape(pairs: tuple[Pair, ...]) -> list[tuple[list[int], list[int]]]:
    """Reduce pairs to the positions of their passages."""
    return [([p.index for p in pair.source], [p.index for p in pair.republished]) for pair in pairs]


def linked(source: list[str], republished: list[str]) -> list[tuple[int, int]]:
    """Reduce links to positions."""
    return [(link.source, link.republished) for link in align(source, republished)]


@pytest.mark.parametrize(
    ("source", "republished", "expected"),
    [
        pytest.param(STORY, RETOLD, [(i, i) for i in range(6)], id="reworded"),
        pytest.param(
            STORY, RETOLD[3:] + RETOLD[:3], [(0, 3), (1, 4), (2, 5), (3, 0), (4, 1), (5, 2)], id="moved"
        ),
        pytest.param(
            STORY, [*RETOLD[:2], *RETOLD[3:]], [(0, 0), (1, 1), (3, 2), (4, 3), (5, 4)], id="omission"
        ),
        pytest.param(
            STORY,
            [*RETOLD[:3], STRANGER, *RETOLD[3:]],
            [(0, 0), (1, 1), (2, 2), (3, 4), (4, 5), (5, 6)],
            id="addition",
        ),
        pytest.param(
            STORY,
            [
                "After nine weeks of repairs the harbor of Lindvik reopened on Tuesday.",
                "It was the northern breakwater that was repaired.",
                *RETOLD[1:],
            ],
            [(0, 0), (0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 6)],
            id="split",
        ),
        pytest.param(
            STORY,
            [RETOLD[0], RETOLD[1], RETOLD[2].rstrip(".") + ", and " + RETOLD[3], *RETOLD[4:]],
            [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (5, 4)],
            id="merged",
        ),
        pytest.param(
            STORY,
            [
                *RETOLD[:2],
                "Fishing crews had unloaded",
                "their catch at Sorvaag, forty",
                "kilometers down the coast.",
                *RETOLD[3:],
            ],
            [(0, 0), (1, 1), (2, 2), (2, 3), (2, 4), (3, 5), (4, 6), (5, 7)],
            id="broken in three",
        ),
        pytest.param(
            [STORY[0], "He nodded.", STORY[1], "He nodded.", STORY[2]],
            [STORY[0], "He nodded.", STORY[1], "He nodded.", STORY[2]],
            [(i, i) for i in range(5)],
            id="repeated sentence",
        ),
        pytest.param(
            STORY,
            ["Lindvik harbor reopens", *STORY],
            [(0, 0), *((i, i + 1) for i in range(6))],
            id="headline",
        ),
        pytest.param(["***", STORY[0], "***"], ["***", STORY[0], "—"], [(1, 1)], id="no words"),
        pytest.param([STORY[0]], [STRANGER], [], id="nothing in common"),
        pytest.param([], STORY, [], id="empty source"),
        pytest.param(STORY, [], [], id="empty copy"),
        pytest.param([], [], [], id="both empty"),
        pytest.param(
            [
                "林德维克港口经过九周的维修后于星期二重新开放。",
                "市长霍尔姆说，这项工程耗资四百二十万克朗。",
                "渔民们此前只能在索瓦格卸货。",
            ],
            [
                "市长霍尔姆表示，工程花费了四百二十万克朗。",
                "企鹅在极夜里把蛋放在脚上保暖。",
                "经过九周维修，林德维克港口星期二重新开放。",
            ],
            [(0, 2), (1, 0)],
            id="Chinese",
        ),
        pytest.param(
            [
                "تم افتتاح الميناء يوم الثلاثاء بعد إصلاحات استمرت تسعة أسابيع.",
                "قالت رئيسة البلدية إن التكلفة تضاعفت.",
            ],
            [
                "قالت رئيسة البلدية إن التكلفة تضاعفت مرتين.",
                "افتتاح الميناء الثلاثاء بعد إصلاحات تسعة أسابيع.",
            ],
            [(0, 1), (1, 0)],
            id="Arabic",
        ),
    ],
)
def test_links(source: list[str], republished: list[str], expected: list[tuple[int, int]]) -> None:
    """What corresponds is linked, and nothing else."""
    assert linked(source, republished) == expected


def test_sentences_that_are_repeated_word_for_word_are_certain_and_linked_to_nothing_else() -> None:
    """The first with the first, the second with the second, also where the first sentence of all is one of them."""
    twice = [STORY[0], STORY[1], STORY[0], STORY[2]]
    links = align(twice, [STORY[0], STORY[2], STORY[0], RETOLD[1]])
    assert [(link.source, link.republished) for link in links] == [(0, 0), (1, 3), (2, 2), (3, 1)]
    assert [link.score == 1.0 for link in links] == [True, False, True, True]


def test_one_of_everything_in_the_order_of_the_copy() -> None:
    """A moved pair, an omission, furniture and an addition."""
    copy = [RETOLD[4], RETOLD[0], RETOLD[1], "Read more: ten winter recipes", RETOLD[3], STRANGER]
    pairs = pair(passages(*STORY[:5]), passages(*copy, furniture=frozenset({3})), background="whole")
    assert shape(pairs) == [
        ([4], [0]),
        ([0], [1]),
        ([1], [2]),
        ([2], []),
        ([], [3]),
        ([3], [4]),
        ([], [5]),
    ]
    assert [p.moved for p in pairs] == [True, False, False, False, False, False, False]
    assert [p.id for p in pairs] == ["p1", "p2", "p3", "p4", "p5", "p6", "p7"]
    assert {p.background for p in pairs} == {"whole"}
    assert all((p.score > 0.5) == bool(p.source and p.republished) and p.score <= 1 for p in pairs)


def test_furniture_is_never_paired_even_with_its_twin() -> None:
    """The same menu line on both sides."""
    line = "Subscribe to our newsletter for more stories like this one"
    pairs = pair(
        passages(STORY[0], line, furniture=frozenset({1})),
        passages(line, RETOLD[0], furniture=frozenset({0})),
        background="",
    )
    assert shape(pairs) == [([], [0]), ([0], [1]), ([1], [])]


def test_a_sentence_of_a_megabyte() -> None:
    """One side without a full stop in a megabyte finds its source and does not take the machine down."""
    giant = " ".join(f"word{i % 5000} item{i}" for i in range(60_000))
    assert len(giant) > 900_000
    assert (0, 0) in linked([STORY[0], STORY[1]], [RETOLD[0], giant])


def test_many_sentences_go_through_the_index() -> None:
    """Long enough that not all pairs are candidates: identity and a moved block are found."""
    rng = random.Random(5)
    vocabulary = ["".join(rng.choice("abdegiklmnorstu") for _ in range(7)) for _ in range(3000)]
    source = [" ".join(rng.choice(vocabulary) for _ in range(12)) for _ in range(700)]
    copy = source[400:] + source[:400]
    assert linked(source, copy) == sorted((i, (i - 400) % 700) for i in range(700))


SENTENCES = st.lists(
    st.one_of(
        st.sampled_from([*STORY, *RETOLD, STRANGER, "***", "He nodded.", "林德维克港口重新开放。"]),
        st.text(max_size=60),
    ),
    max_size=9,
)


@settings(max_examples=60, deadline=None)
@given(SENTENCES, SENTENCES, st.sets(st.integers(0, 8)))
def test_each_passage_is_in_exactly_one_pair(source: list[str], copy: list[str], furniture: set[int]) -> None:
    """Whatever the texts, nothing is lost or doubled, and a second call says the same."""
    left, right = passages(*source), passages(*copy, furniture=frozenset(furniture))
    pairs = pair(left, right, background="")
    assert sorted(p.index for one in pairs for p in one.source) == list(range(len(source)))
    assert sorted(p.index for one in pairs for p in one.republished) == list(range(len(copy)))
    assert all(one.source or one.republished for one in pairs)
    assert pairs == pair(left, right, background="")


@settings(max_examples=60, deadline=None)
@given(SENTENCES)
def test_a_text_against_itself_is_one_to_one(text: list[str]) -> None:
    """Identity, whatever is repeated; what has no word in it stays alone."""
    worded = [i for i, sentence in enumerate(text) if terms(sentence)]
    assert linked(text, text) == [(i, i) for i in worded]


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(6)))
def test_shuffled_sentences_still_pair(order: list[int]) -> None:
    """Order is a hint, not a rule."""
    assert linked(STORY, [RETOLD[i] for i in order]) == sorted((i, order.index(i)) for i in range(6))


@settings(max_examples=40, deadline=None)
@given(SENTENCES, SENTENCES)
def test_swapping_the_texts_mirrors_the_firm_links(source: list[str], copy: list[str]) -> None:
    """Only the bars for having no counterpart look at one side; links above them do not depend on the side."""
    firm = {(a.source, a.republished) for a in align(source, copy) if a.score > 0.75}
    mirrored = {(a.republished, a.source) for a in align(copy, source) if a.score > 0.75}
    assert firm == mirrored
