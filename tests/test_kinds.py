import pytest

from checker.domain import Kind, Label
from checker.errors import UsageError
from checker.kinds import explain


@pytest.mark.parametrize("word", [*Kind, *Label])
def test_every_kind_and_label_is_explained(word: str) -> None:
    text = explain(word.upper())

    assert text.startswith(word)
    assert len(text.split()) > 8


def test_a_slip_gets_a_suggestion() -> None:
    with pytest.raises(UsageError) as error:
        explain("numbr")

    assert error.value.hint == "Did you mean number?"
