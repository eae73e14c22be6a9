# ruff: noqa: E501 - tables read better unbroken
"""What must hold for every planted change and every harmless rewrite, on texts of our own."""

import re
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from training.perturb import HARMLESS, HELD_BACK, PLANTED, Change, plant, rewrite
from training.perturb.wordnet import wordnet

TEXTS = (
    "On Tuesday, President Maria Keller said the government may cut spending by 12 percent because of falling exports.",
    "“We will never give up our land,” said Tom Harding, a farmer from Leeds, who has worked there for seven years.",
    "The company reportedly paid $4.5 million for 1,200 shares, but the deal was not approved until 3 March 2019.",
    "According to the Health Institute, most patients in Spain were treated within two weeks if their doctor agreed.",
    "Anna Brooks told Peter Walsh that he should leave London, although many residents supported the protest.",
    "The old bridge over the Lenn was destroyed by the army. It had been built in 1894 and linked the two villages.",
    "The spokesman said that fighters had blocked shipments, which hampered the supply of weapons to the north.",
    "It is likely that some French teachers did not see the 10 km race, and both Canada and Japan sent observers.",
    "Her father, a former judge, won the prize twice; the museum's director praised his very careful research.",
    "Scientists found that coffee is linked to a slightly lower risk of illness in mice, a small study suggests.",
    "The plant will close next year with the loss of forty jobs, a spokesman for the owner said.",
)
NEEDS_WORDNET = {"antonym", "cohyponym", "verb_sister", "random_word", "synonym_wordnet", "hypernym"}

needs_wordnet = pytest.mark.skipif(
    wordnet() is None, reason="needs the WordNet database files (Debian: wordnet-base)"
)


ELSEWHERE = " Minister Sofia Lindqvist and Robert Hale of Denmark were there too."
"""Names that only the source has."""


def make(text: str, kind: str, seed: int, source: str | None = None) -> Change | None:
    rng = Random(seed)
    return plant(source or text, text, kind, rng) if kind in PLANTED else rewrite(text, kind, rng)


def changes(kind: str, seeds: range = range(12)) -> list[tuple[str, Change]]:
    found = [(text, make(text, kind, seed, text + ELSEWHERE)) for text in TEXTS for seed in seeds]
    return [(text, change) for text, change in found if change is not None]


def outside(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """Letters and digits that no span covers."""
    covered = {i for start, end in spans for i in range(start, end)}
    return "".join(c for i, c in enumerate(text) if i not in covered and c.isalnum())


def is_subsequence(short: str, long: str) -> bool:
    letters = iter(long)
    return all(c in letters for c in short)


def test_there_are_enough_kinds_and_no_name_stands_for_two() -> None:
    assert len(PLANTED) >= 20
    assert len(HARMLESS) >= 20
    assert not set(PLANTED) & set(HARMLESS)
    assert set(HELD_BACK) < set(PLANTED)


@pytest.mark.parametrize("kind", [*PLANTED, *HARMLESS])
def test_the_same_seed_makes_the_same_change(kind: str) -> None:
    assert changes(kind, range(4)) == changes(kind, range(4))


@pytest.mark.parametrize("kind", [*PLANTED, *HARMLESS])
def test_spans_lie_in_their_texts_and_hold_words(kind: str) -> None:
    for text, change in changes(kind):
        assert change.kind == kind
        assert change.text != text
        for where, spans in ((text, change.before), (change.text, change.after)):
            assert spans
            for start, end in spans:
                assert 0 <= start < end <= len(where)
                assert where[start:end].strip()


@pytest.mark.parametrize("kind", sorted(set(PLANTED) - NEEDS_WORDNET))
def test_every_planted_kind_finds_an_occasion_and_touches_only_its_spans(kind: str) -> None:
    found = changes(kind, range(30))
    if kind in ("number_word", "negation_in") and wordnet() is None:
        pytest.skip("this kind reads word forms from WordNet")
    assert found
    for text, change in found:
        old, new = outside(text, ()), outside(change.text, ())
        if is_subsequence(old, new) or is_subsequence(new, old):
            continue  # only put in or left out; such spans also hold the words that met
        # An article before a changed word agrees with it and counts as untouched: an `n` more or less.
        left, right = outside(text, change.before), outside(change.text, change.after)
        assert is_subsequence(left, right) or is_subsequence(right, left)
        assert abs(len(left) - len(right)) <= len(change.before)


@needs_wordnet
@pytest.mark.parametrize("kind", sorted(NEEDS_WORDNET - {"hypernym"}))
def test_wordnet_kinds_find_an_occasion(kind: str) -> None:
    assert changes(kind, range(30))


@pytest.mark.parametrize("kind", HARMLESS)
def test_harmless_rewrites_keep_every_value(kind: str) -> None:
    """No figure appears that was not there before, in digits or in words."""
    spelled = dict(
        zip(
            ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
            range(2, 13),
            strict=True,
        )
    )

    def values(text: str) -> set[float]:
        digits = {float(m.replace(",", "")) for m in re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", text)}
        return digits | {float(spelled[w]) for w in re.findall(r"[a-z]+", text.lower()) if w in spelled}

    for text, change in changes(kind):
        assert values(change.text) <= values(text)


@pytest.mark.parametrize("kind", HARMLESS)
def test_harmless_rewrites_bring_no_negation(kind: str) -> None:
    negated = re.compile(r"\b(?:not|never|cannot)\b|n['’]t\b")
    for text, change in changes(kind):
        assert len(negated.findall(change.text)) <= len(negated.findall(text))


@pytest.mark.parametrize(
    ("kind", "text", "wanted"),
    [
        pytest.param("percent_sign", "It rose 22% in May.", {"It rose 22 percent in May.", "It rose 22 per cent in May."}, id="percent"),
        pytest.param("thousands", "About 12,500 people came.", {"About 12500 people came."}, id="thousands"),
        pytest.param("date_format", "It began on 3 March 2019.", {"It began on March 3, 2019."}, id="date"),
        pytest.param("that_dropped", "He said that the deal failed.", {"He said the deal failed."}, id="that"),
        pytest.param("passive", "The bridge was destroyed by the army.", {"The army destroyed the bridge."}, id="passive"),
        pytest.param("aside_dropped", "The mayor, a former judge, left.", {"The mayor left."}, id="apposition"),
        pytest.param("quotes", "“Yes, we can win,” she said.", {'"Yes, we can win," she said.'}, id="straight quotes"),
        pytest.param("said_order", "It works, said Keller.", {"It works, Keller said."}, id="who said"),
        pytest.param("negation_out", "She did not sign.", {"She did sign."}, id="negation out"),
        pytest.param("negation_out", "She didn't sign.", {"She did sign."}, id="short negation out"),
        pytest.param("negation_in", "It is safe.", {"It is not safe.", "It is never safe."}, id="negation in"),
        pytest.param("hedge", "He allegedly stole it.", {"He stole it."}, id="hedge"),
        pytest.param("gender", "She sold her house.", {"He sold his house."}, id="pronouns together"),
        pytest.param(
            "roles", "Anna Brooks warned Peter Walsh.", {"Peter Walsh warned Anna Brooks."}, id="one verb is enough"
        ),
    ],
)  # fmt: skip
def test_examples(kind: str, text: str, wanted: set[str]) -> None:
    got = {change.text for seed in range(20) if (change := make(text, kind, seed)) is not None}
    assert got
    assert got <= wanted


def test_exchanged_names_in_a_list_are_no_change() -> None:
    assert plant("x", "Canada and Japan agreed.", "roles", Random(1)) is None


def test_a_planted_word_agrees_with_its_article() -> None:
    for text, change in (pair for kind in PLANTED for pair in changes(kind, range(6))):
        for match in re.finditer(r"\b(a|an) ([a-z]{4,})", change.text):
            if match.group() not in text:
                vowel = match.group(2)[0] in "aeio" or match.group(2).startswith(("hour", "honest", "heir"))
                assert (match.group(1) == "an") == vowel or match.group(2).startswith(
                    ("u", "eu", "one", "ho")
                ), match.group()


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet="ab AB.,'’“”\"0123456789%$-\n", max_size=120),
    st.sampled_from([*PLANTED, *HARMLESS]),
    st.integers(0, 99),
)
def test_any_text_at_all_is_taken(text: str, kind: str, seed: int) -> None:
    change = make(text, kind, seed)
    if change is not None:
        assert change.text != text
        assert all(0 <= a <= b <= len(change.text) for a, b in change.after)
