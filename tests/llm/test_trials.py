import re
from dataclasses import replace

import pytest

from checker.errors import InputError
from checker.llm.trials import problems, require_usable
from checker.prompting import load

LIBRARY = load()


@pytest.mark.parametrize("prompt", LIBRARY.all, ids=lambda prompt: prompt.name)
def test_what_the_project_ships_will_do(prompt: object) -> None:
    assert problems(prompt) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("id_", "cut", "problem"),
    [
        ("judge_pair", "{{ nonce }}", "the nonce"),
        ("judge_pair", "{{ pair.id }}", "the id of every pair"),
        ("judge_pairs", "{{ pair.source }}", "the source of every pair"),
        ("judge_pairs", "{{ pair.copy }}", "the copy of every pair"),
        ("confirm", "{{ pair.doubt }}", "what was noticed"),
    ],
)
def test_what_a_call_cannot_do_without_is_missed(id_: str, cut: str, problem: str) -> None:
    prompt = LIBRARY.get(id_)
    prompt = replace(prompt, user=re.sub(rf"{re.escape(cut)}(?!.*Ids)", "", prompt.user).replace(cut, ""))

    assert any(problem in found for found in problems(prompt))
    with pytest.raises(InputError, match=problem):
        require_usable(prompt)


def test_a_prompt_for_several_that_shows_one_is_found() -> None:
    prompt = replace(
        LIBRARY.get("judge_pairs"), user=LIBRARY.get("judge_pairs").user.replace("in pairs", "in pairs[:1]")
    )

    assert len(problems(prompt)) == 3


def test_an_empty_system_part_is_found() -> None:
    assert problems(replace(LIBRARY.get("judge_pair"), system="")) == ["its system part is empty"]
