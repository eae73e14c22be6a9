import pytest

from checker.domain import Kind, Label, Reason, Severity
from checker.errors import UsageError
from checker.exits import Exit
from checker.explanations import contents, explain, words
from tests.program import Run


@pytest.mark.parametrize("word", [*Kind, *Label, *Reason, *Severity])
def test_every_word_of_a_report_is_explained(word: str) -> None:
    text = explain(word.upper())

    assert text.startswith(f"{word} (")
    assert len(text.split()) > 8
    assert word in contents()


def test_a_reason_says_what_to_do() -> None:
    assert all("What to do:" in explain(reason) for reason in Reason)


@pytest.mark.parametrize("word", ["exit-codes", "exit codes", "EXIT"])
def test_exit_codes_are_explained_together(word: str) -> None:
    assert [int(line.split()[0]) for line in explain(word).splitlines()[2:]] == list(Exit)


@pytest.mark.parametrize("code", list(Exit))
def test_an_exit_code_is_explained_by_its_number(code: Exit) -> None:
    assert explain(str(code.value)).startswith(f"{code.value} (exit code)")


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        pytest.param("numbr", "Did you mean number?", id="a slip"),
        pytest.param("invented quotes", "Did you mean invented_quote?", id="almost a reason"),
        pytest.param("4", "checker explain lists everything that it knows.", id="no exit code"),
        pytest.param("", "checker explain lists everything that it knows.", id="nothing"),
    ],
)
def test_what_is_not_known_gets_a_way_on(word: str, hint: str) -> None:
    with pytest.raises(UsageError) as error:
        explain(word)

    assert error.value.hint == hint


def test_the_list_without_a_word(run: Run) -> None:
    done = run("explain")

    assert done.code == 0
    assert all(word in done.out for word in words())
