import pytest

from checker.selftest.marked import read

TEXT = "A [big|large] dog {slept|barked} <all day, and ate|all day. It ate> {two|ten} bones."


@pytest.mark.parametrize(
    ("planted", "reworded", "split", "copy"),
    [
        pytest.param(
            [], False, False, "A big dog slept all day, and ate two bones.", id="nothing is the source"
        ),
        pytest.param([], True, False, "A large dog slept all day, and ate two bones.", id="reworded"),
        pytest.param([1], False, False, "A big dog slept all day, and ate ten bones.", id="second change"),
        pytest.param([0, 1], True, True, "A large dog barked all day. It ate ten bones.", id="everything"),
    ],
)
def test_a_copy_has_what_was_asked_for(planted: list[int], reworded: bool, split: bool, copy: str) -> None:
    assert read(TEXT).copy(planted, reworded=reworded, split=split) == copy


def test_the_source_has_none_of_it() -> None:
    assert read(TEXT).source == "A big dog slept all day, and ate two bones."
    assert read(TEXT).planted == 2


def test_a_change_is_found_in_its_paragraph() -> None:
    text = read("One {a|b}.\n\nTwo [c|d].\n\nThree {e|f}.")

    assert text.places([0, 1]) == ("One b.", "Three f.")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a [b|c} d", id="closed otherwise"),
        pytest.param("a [b] c", id="no bar"),
        pytest.param("a b|c", id="bar alone"),
        pytest.param("a [b|c", id="never closed"),
    ],
)
def test_a_slip_of_the_pen_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"stray|not closed"):
        read(text)
