import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.words.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        pytest.param("The U.S. and the United States", ["the", "@us", "and", "the", "@us"], id="aliases"),
        pytest.param("give us a US flag", ["give", "us", "a", "@us", "flag"], id="pronoun is no country"),
        pytest.param("don't won’t cannot", ["do", "not", "will", "not", "can", "not"], id="contractions"),
        pytest.param("he dont know", ["he", "do", "not", "know"], id="lost apostrophe"),
        pytest.param("Russia's troops", ["russia", "troops"], id="possessive"),
        pytest.param("colour organised", ["color", "organized"], id="British spelling"),
        pytest.param("advise rise", ["advise", "rise"], id="no British spelling"),
        pytest.param("5% of 22m", ["5", "percent", "of", "22", "million"], id="units"),
        pytest.param("Café Ferna\u0301ndez", ["cafe", "fernandez"], id="accents"),
        pytest.param("", [], id="nothing"),
        pytest.param("... -- !", [], id="only marks"),
    ],
)
def test_keys(text: str, keys: list[str]) -> None:
    assert [token.key for token in tokenize(text)] == keys


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        pytest.param('He said "we go" today', ["we", "go"], id="straight"),
        pytest.param("He said “we go” today", ["we", "go"], id="curly"),
        pytest.param("He said ‘we don’t’ today", ["we", "do", "n’t"], id="single, apostrophe inside"),
        pytest.param("The dogs’ bowl is here", [], id="plural possessive"),
        pytest.param('He said "we go\nNext paragraph', ["we", "go"], id="never closed"),
    ],
)
def test_what_stands_in_quotation_marks(text: str, quoted: list[str]) -> None:
    assert [token.text for token in tokenize(text) if token.quoted] == quoted


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Today Biden met Xi Jinping.", ["Biden", "Xi", "Jinping"], id="inside a sentence"),
        pytest.param("Zelensky spoke. Officials left.", ["Zelensky"], id="a common word begins the sentence"),
        pytest.param("It was in May that he may go", ["May"], id="month and modal"),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [token.text for token in tokenize(text) if token.name] == names


@given(st.text(alphabet="aB é’'\"“” .,1%\n\u0301ﬁ", max_size=80), st.integers(0, 5))
def test_tokens_stand_where_they_say(text: str, offset: int) -> None:
    tokens = tokenize(text, offset)

    assert all(text[t.start - offset : t.end - offset] == t.text for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))


@pytest.mark.parametrize("piece", ["a", "a'", "1,", "a.", "a\u0301", "‘", "9", "a "])
def test_hostile_texts_stay_fast(piece: str) -> None:
    begun = time.process_time()

    tokenize(piece * 50_000)

    assert time.process_time() - begun < 2.0
