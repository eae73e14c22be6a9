"""The model that plays the judge for every tool: it speaks the form that each asks for, and knows what is wrong.

It flags exactly the sentences that are known to be wrong, so what a tool makes of its answers is the tool's doing.
"""

import ast
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from benchmarks.peers.pairs import LabelledPair, sentences
from tests.fakes.model import Asked, answer, changed_words, task_of

Body = Mapping[str, Any]
IsWrong = Callable[[str], bool]
"""Whether a piece of a copy says something that its source does not."""


@dataclass(frozen=True, slots=True)
class Form:
    """What one kind of request asks for."""

    name: str
    marks: tuple[str, ...]
    """Words of the prompt by which it is known."""
    answer: Callable[[Body, str, IsWrong], dict[str, Any]]
    """From the request, its text and the truth to a right answer."""
    decides: bool = True
    """Whether the verdict stands in this answer; other answers only prepare it."""


class UnknownRequestError(Exception):
    """A tool asked something that the model does not know how to answer: its prompts have changed."""

    def __init__(self, text: str) -> None:
        super().__init__(f"no form known for a prompt that begins: {' '.join(text.split())[:200]}")


def text_of(body: Body) -> str:
    """Return the words of all messages of a chat request."""
    contents = (message["content"] for message in body["messages"])
    return "\n".join(
        content if isinstance(content, str) else "\n".join(part.get("text", "") for part in content)
        for content in contents
        if content
    )


def form_of(text: str) -> Form:
    """Return the form that a prompt asks for.

    Raises:
        UnknownRequestError: None of those known.
    """
    for form in FORMS:
        if all(mark in text for mark in form.marks):
            return form
    raise UnknownRequestError(text)


def truth_about(pairs: Iterable[LabelledPair]) -> IsWrong:
    """Return what tells whether a text holds, or is part of, a sentence that is wrong in one of the pairs."""
    wrong = [sentence for pair in pairs for sentence in pair.wrong]

    def is_wrong(text: str) -> bool:
        plain = " ".join(text.split())
        return any(sentence in plain or (plain and plain in sentence) for sentence in wrong)

    return is_wrong


def trusting(_: str) -> bool:
    """Find nothing wrong: what a model does that obeys a text which tells it to."""
    return False


def _between(text: str, start: str, end: str) -> str:
    """Return what stands after the last start mark, up to the end mark."""
    return text.rpartition(start)[2].partition(end)[0].strip()


def _checker(body: Body, _: str, is_wrong: IsWrong) -> dict[str, Any]:
    def entry(asked: Asked) -> dict[str, Any]:
        if not is_wrong(asked.copy):
            return {"id": asked.id, "differences": [], "label": "consistent"}
        there, here = changed_words(asked.source, asked.copy)
        difference = {
            "source": there,
            "copy": here or asked.copy,
            "kind": "wording",
            "why": "It says otherwise.",
        }
        return {"id": asked.id, "differences": [difference], "label": "distorted"}

    task = task_of(body)
    return answer(task, [entry(asked) for asked in task.pairs])


def _deepeval_truths(_: Body, text: str, __: IsWrong) -> dict[str, Any]:
    return {"truths": sentences(_between(text, "\nText:\n", "\n\nJSON:"))}


def _deepeval_claims(_: Body, text: str, __: IsWrong) -> dict[str, Any]:
    return {"claims": sentences(_between(text, "\nAI Output:\n", "\n\nJSON:"))}


def _deepeval_verdicts(_: Body, text: str, is_wrong: IsWrong) -> dict[str, Any]:
    claims = ast.literal_eval(_between(text, "\nClaims:\n", "\n\nJSON:"))
    return {
        "verdicts": [
            {"verdict": "no", "reason": f"The context says otherwise than: {claim}"}
            if is_wrong(claim)
            else {"verdict": "yes"}
            for claim in claims
        ]
    }


def _deepeval_reason(_: Body, text: str, __: IsWrong) -> dict[str, Any]:
    contradictions = _between(text, "\nContradictions:\n", "\n\nJSON:")
    return {"reason": f"The score is what it is because of {contradictions}."}


def _promptfoo(_: Body, text: str, is_wrong: IsWrong) -> dict[str, Any]:
    submitted = _between(text, "<submitted_answer>", "</submitted_answer>")
    wrong = is_wrong(submitted)
    return {"category": "D" if wrong else "C", "reason": "They disagree." if wrong else "They say the same."}


def _lettucedetect(_: Body, text: str, is_wrong: IsWrong) -> dict[str, Any]:
    said = _between(text, "<answer>", "</answer>")
    return {"hallucination_list": [sentence for sentence in _verbatim(said) if is_wrong(sentence)]}


def _verbatim(text: str) -> list[str]:
    """Return sentences with the white space that they have in the text."""
    return [
        found[0]
        for sentence in sentences(text)
        if (found := re.search(r"\s+".join(map(re.escape, sentence.split())), text))
    ]


def _ragas_input(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_between(text, "\ninput: ", "\nOutput: "))
    return found


def _ragas_statements(_: Body, text: str, __: IsWrong) -> dict[str, Any]:
    return {"statements": sentences(_ragas_input(text)["answer"])}


def _ragas_verdicts(_: Body, text: str, is_wrong: IsWrong) -> dict[str, Any]:
    return {
        "statements": [
            {
                "statement": statement,
                "reason": "As the context says.",
                "verdict": int(not is_wrong(statement)),
            }
            for statement in _ragas_input(text)["statements"]
        ]
    }


FORMS = (
    Form("checker", ("\nNonce: ", "<pair id="), _checker),
    Form("deepeval truths", ('with the "truths" key',), _deepeval_truths, decides=False),
    Form("deepeval claims", ('with the "claims" key',), _deepeval_claims, decides=False),
    Form("deepeval verdicts", ("with the 'verdicts' key",), _deepeval_verdicts),
    Form("deepeval reason", ("with the 'reason' key",), _deepeval_reason, decides=False),
    Form("ragas statements", ("Given a question and an answer, analyze",), _ragas_statements, decides=False),
    Form("ragas verdicts", ("judge the faithfulness of a series of statements",), _ragas_verdicts),
    Form("promptfoo factuality", ("<expert_answer>", "<submitted_answer>"), _promptfoo),
    Form("lettucedetect", ("hallucination_list", "<answer>"), _lettucedetect),
)


def say(body: Body, is_wrong: IsWrong) -> tuple[Form, dict[str, Any]]:
    """Return the form of a request and the right answer to it."""
    text = text_of(body)
    form = form_of(text)
    return form, form.answer(body, text, is_wrong)


def as_text(document: object) -> str:
    """Return an answer as the model writes it."""
    return json.dumps(document, ensure_ascii=False)
