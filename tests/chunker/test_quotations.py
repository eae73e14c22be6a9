"""Quotation marks: which belong together, and which have no partner."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.chunker.quotations import quotations, without_marks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He said “no. No” to it.", ["“no. No”"], id="curly"),
        pytest.param('He said "no. No" to it.', ['"no. No"'], id="straight"),
        pytest.param('"A," he said, "b."', ['"A,"', '"b."'], id="two straight ones"),
        pytest.param('"A b. He said "c" to her.', ['"c"'], id="straight one that never closes"),
        pytest.param("“A b. He said “c” to her.", ["“c”"], id="curly one that never closes"),
        pytest.param("“A b. He left.", [], id="no closing mark at all"),
        pytest.param("“A ‘b. C’ d.” E", ["“A ‘b. C’ d.”"], id="quotation in a quotation"),
        pytest.param("It's the boys' dog. Its tail is the dog's.", [], id="apostrophes"),
        pytest.param("He said: ‘I go. You stay.’ And left.", ["‘I go. You stay.’"], id="single"),
        pytest.param("He said: 'I go. You don't.' And left.", ["'I go. You don't.'"], id="single, straight"),
        pytest.param("In the '90s. The boys' dog.", [], id="shortened year"),
        pytest.param("„Ich gehe. Du bleibst“, sagte er.", ["„Ich gehe. Du bleibst“"], id="German"),
        pytest.param("»Ich gehe. Du bleibst«, sagte er.", ["»Ich gehe. Du bleibst«"], id="German, pointed"),
        pytest.param("« Je pars. Tu restes », dit-il.", ["« Je pars. Tu restes »"], id="French"),
        pytest.param("彼は「行く。帰る」と言った。", ["「行く。帰る」"], id="Japanese"),
        pytest.param('A 6" pipe. A 7" pipe.', [], id="inches"),
        pytest.param("“" + "A b. " * 500 + "”", [], id="partner too far away"),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“It’s late,” he said.", " Itʼs late,  he said.", id="marks and an apostrophe"),
        pytest.param("'Go,' said the boys' dog", " Go,  said the boysʼ dog", id="straight single ones"),
    ],
)
def test_marks_become_spaces_and_apostrophes_letters(text: str, expected: str) -> None:
    assert without_marks(text) == expected


@given(st.text(alphabet="ab. \"'“”‘’„«»「」😀"))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    found = quotations(text)

    assert all(start < end <= len(text) for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    assert len(without_marks(text)) == len(text)


@pytest.mark.parametrize("sign", ["“", '"', "'", " '", ' "', "«"])
def test_hostile_repetitions_take_linear_time(sign: str) -> None:
    begin = time.process_time()

    quotations(sign * 200_000)

    assert time.process_time() - begin < 3
