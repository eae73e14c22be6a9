"""Tries a prompt on made-up pairs: does what a call cannot do without come out of it? Pure."""

from dataclasses import replace

from checker.domain import Pair, Passage
from checker.errors import InputError
from checker.llm.calls import build_call
from checker.prompting import Prompt

SEVERAL, ONE, CONFIRM = "judge_pairs", "judge_pair", "confirm"
"""The ids of the prompts that the LLM judge asks with."""

_SECRET = b"trial"
_DOUBT = "number: source 'zq81', copy 'zq82'"


def problems(prompt: Prompt) -> list[str]:
    """Return what a prompt lacks; nothing if the judge can work with it.

    Raises:
        InputError: The template cannot be filled at all.
    """
    pairs = [_pair(number) for number in range(1 if prompt.id == ONE else 2)]
    doubt = _DOUBT if prompt.id == CONFIRM else ""
    call = build_call(prompt, pairs, secret=_SECRET, doubts={pair.id: doubt for pair in pairs})
    needed = {"the nonce ({{ nonce }})": {call.nonce}, "what was noticed ({{ pair.doubt }})": {doubt}}
    needed |= {
        "the id of every pair ({{ pair.id }})": {question.id for question in call.questions},
        "the source of every pair ({{ pair.source }})": {pair.source_text for pair in pairs},
        "the copy of every pair ({{ pair.copy }})": {pair.republished_text for pair in pairs},
    }
    missing = [name for name, texts in needed.items() if not all(text in call.user for text in texts)]
    return [f"it does not show {name}" for name in missing] + (
        [] if prompt.system else ["its system part is empty"]
    )


def require_usable(prompt: Prompt) -> Prompt:
    """Return the prompt if the judge can work with it.

    Raises:
        InputError: It cannot, with the first thing that is missing.
    """
    for problem in problems(prompt):
        raise InputError(str(prompt.path), problem, hint="See checker prompts show for the project's own.")
    return prompt


def _pair(number: int) -> Pair:
    source = Passage(index=0, text=f"Zq{number}a slept.", start=0, end=11, paragraph=0)
    copy = replace(source, text=f"Zq{number}b woke.", end=10)
    return Pair(id=f"p{number}", source=(source,), republished=(copy,), score=1.0)
