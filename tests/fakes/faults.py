"""Everything that a server or a model can do wrong, each as a function from a request to a reply.

A faulty answer says *consistent* of everything: whoever believes it lets a changed fact pass.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from checker.domain import Reason
from tests.fakes.http import Reply, as_json
from tests.fakes.model import Asked, Task, answer, completion, honest, task_of

Body = Mapping[str, object]


def _all_consistent(task: Task) -> list[dict[str, object]]:
    return [{"id": asked.id, "differences": [], "label": "consistent"} for asked in task.pairs]


def _said(text: str | None, **more: str) -> Reply:
    return as_json(completion(text, **more))


def _entries(
    change: Callable[[list[dict[str, object]], Task], list[dict[str, object]]],
) -> Callable[[Body], Reply]:
    def reply(body: Body) -> Reply:
        task = task_of(body)
        return _said(json.dumps(answer(task, change(_all_consistent(task), task))))

    return reply


def _text(change: Callable[[str], str], **more: str) -> Callable[[Body], Reply]:
    def reply(body: Body) -> Reply:
        task = task_of(body)
        return _said(change(json.dumps(answer(task, _all_consistent(task)))), **more)

    return reply


def _fixed(reply: Reply) -> Callable[[Body], Reply]:
    return lambda body: reply


def _status(
    status: int, code: str = "", headers: tuple[tuple[str, str], ...] = ()
) -> Callable[[Body], Reply]:
    return _fixed(
        as_json({"error": {"message": "out of order", "code": code}}, status=status, headers=headers)
    )


def _with(**fields: object) -> Callable[[list[dict[str, object]], Task], list[dict[str, object]]]:
    return lambda entries, task: [entry | fields for entry in entries]


_INVENTED = {
    "source": "purple elephants danced",
    "copy": "green whales sang",
    "kind": "wording",
    "why": "Invented.",
}


_HARMLESS = {"source": "", "copy": "", "kind": "same meaning", "why": "Other words."}


def _both_ends(entries: list[dict[str, object]], task: Task) -> list[dict[str, object]]:
    """List real words of each pair, and call it consistent all the same."""
    return [
        entry | {"differences": [_HARMLESS | _ends(asked), _HARMLESS | _ends(asked) | {"kind": "wording"}]}
        for entry, asked in zip(entries, task.pairs, strict=True)
    ]


def _ends(asked: Asked) -> dict[str, str]:
    return {"source": asked.source.split()[0], "copy": asked.copy.split()[-1]}


def _nothing_new(entries: list[dict[str, object]], task: Task) -> list[dict[str, object]]:
    """Flag every pair for a word that both sides have."""
    return [
        entry
        | {
            "differences": [_INVENTED | dict.fromkeys(("source", "copy"), asked.copy.split()[0])],
            "label": "distorted",
        }
        for entry, asked in zip(entries, task.pairs, strict=True)
    ]


def _other_nonce(body: Body) -> Reply:
    task = task_of(body)
    return _said(json.dumps(answer(task, _all_consistent(task)) | {"nonce": "00000000"}))


def _two_answers(body: Body) -> Reply:
    task = task_of(body)
    real = honest(body)["choices"][0]["message"]["content"]  # type: ignore[index]
    flagged = [entry | {"label": "distorted"} for entry in _all_consistent(task)]
    return _said(
        f"{json.dumps(answer(task, flagged))}\n{real}\n{json.dumps(answer(task, _all_consistent(task)))}"
    )


def _cut_body(body: Body) -> Reply:
    whole = json.dumps(honest(body)).encode()
    return Reply(body=whole[: len(whole) // 2])


def _reset_midway(body: Body) -> Reply:
    return Reply(body=json.dumps(honest(body)).encode(), reset_after=40)


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault, and what a pair may end as when it is met again and again."""

    reply: Callable[[Body], Reply]
    reasons: frozenset[Reason]
    """Empty: the answer is right and only looks unusual."""


_MALFORMED = frozenset({Reason.MALFORMED})
_MISSING = frozenset({Reason.MISSING})
_REFUSAL = frozenset({Reason.REFUSAL})
_LENGTH = frozenset({Reason.LENGTH})
_UNREACHABLE = frozenset({Reason.UNREACHABLE})
_INVENTED_QUOTE = frozenset({Reason.INVENTED_QUOTE})
_FINE: frozenset[Reason] = frozenset()

FAULTS: Mapping[str, Fault] = {
    # transport
    "429": Fault(_status(429), _UNREACHABLE),
    "429 with Retry-After": Fault(_status(429, headers=(("retry-after", "0.01"),)), _UNREACHABLE),
    "500": Fault(_status(500), _UNREACHABLE),
    "503 with Retry-After": Fault(_status(503, headers=(("retry-after-ms", "5"),)), _UNREACHABLE),
    "reset": Fault(_fixed(Reply(reset_after=0)), _UNREACHABLE),
    "reset midway": Fault(_reset_midway, _UNREACHABLE),
    "stall": Fault(_fixed(Reply(stall=True)), _UNREACHABLE),
    # no completion
    "{}": Fault(_fixed(as_json({})), _MALFORMED),
    "[]": Fault(_fixed(as_json([])), _MALFORMED),
    "null": Fault(_fixed(as_json(None)), _MALFORMED),
    "no choices": Fault(_fixed(as_json({"choices": []})), _MALFORMED),
    "an error with status 200": Fault(_fixed(as_json({"error": {"message": "overloaded"}})), _MALFORMED),
    "half a response": Fault(_cut_body, _MALFORMED),
    "HTML": Fault(_fixed(Reply(body=b"<html><h1>It works!</h1></html>")), _MALFORMED),
    "a huge response": Fault(_fixed(Reply(body=b'{"choices": "' + b"x" * 5_000_000)), _MALFORMED),
    # no answer
    "empty": Fault(_fixed(_said("")), _MALFORMED),
    "no content": Fault(_fixed(_said(None)), _MALFORMED),
    "refusal field": Fault(_fixed(_said(None, refusal="I can't help with that.")), _REFUSAL),
    "refusal in prose": Fault(_fixed(_said("I'm sorry, but I cannot compare these texts.")), _REFUSAL),
    "content filter": Fault(_text(lambda text: text, finish="content_filter"), _REFUSAL),
    "cut off": Fault(_text(lambda text: text, finish="length"), _LENGTH),
    "truncated JSON": Fault(_text(lambda text: text[:-9]), _MALFORMED),
    "prose only": Fault(_fixed(_said("All pairs look consistent to me.")), _MALFORMED),
    "another schema": Fault(_fixed(_said('{"verdicts": ["consistent"], "label": "consistent"}')), _MALFORMED),
    "a list": Fault(_text(lambda text: f"[{text[1:-1]}]"), _MALFORMED),
    "huge answer": Fault(_text(lambda text: text + "{" * 300_000), _MALFORMED),
    "deeply nested": Fault(_text(lambda text: '{"a":' * 20_000 + text), _MALFORMED),
    # wrong answer
    "other nonce": Fault(_other_nonce, _MALFORMED),
    "no nonce": Fault(_text(lambda text: re.sub(r'"nonce": "\w+", ', "", text)), _MALFORMED),
    "a key twice": Fault(
        _text(lambda text: text.replace('"label"', '"label": "distorted", "label"')), _MALFORMED
    ),
    "two answers": Fault(_two_answers, _MALFORMED),
    "wrong ids": Fault(
        _entries(lambda entries, task: [e | {"id": f"zz{i}"} for i, e in enumerate(entries)]), _MALFORMED
    ),
    "duplicate ids": Fault(_entries(lambda entries, task: [*entries, entries[0]]), _MALFORMED),
    "missing ids": Fault(_entries(lambda entries, task: entries[:-1]), _MISSING),
    "a stranger": Fault(_entries(lambda entries, task: [*entries, entries[0] | {"id": "zz"}]), _MALFORMED),
    "unknown label": Fault(_entries(_with(label="mostly_consistent")), _MALFORMED),
    "label in capitals": Fault(_entries(_with(label="CONSISTENT")), _MALFORMED),
    "no label": Fault(
        _entries(lambda entries, task: [{"id": e["id"], "differences": []} for e in entries]), _MALFORMED
    ),
    "extra field": Fault(_entries(_with(confidence=1)), _MALFORMED),
    "unknown kind": Fault(
        _entries(_with(differences=[_INVENTED | {"kind": "vibe"}], label="distorted")), _MALFORMED
    ),
    "invented quotes, flagged": Fault(
        _entries(_with(differences=[_INVENTED], label="distorted")), _INVENTED_QUOTE
    ),
    "invented quotes, consistent": Fault(_entries(_with(differences=[_INVENTED])), _INVENTED_QUOTE),
    "consistent, with a difference": Fault(_entries(_both_ends), _MALFORMED),
    "a flag without words": Fault(_entries(_with(label="contradictory")), _MISSING),
    "a flag for the same words": Fault(_entries(_nothing_new), _MISSING),
    "a flag for the same meaning": Fault(
        _entries(_with(differences=[_INVENTED | {"kind": "same meaning"}], label="distorted")), _MISSING
    ),
    # right, and unusual
    "prose around JSON": Fault(
        lambda body: _said(
            f"Sure! Here it is:\n```json\n{_honest_text(body)}\n```\nAnything else {{you}} need?"
        ),
        _FINE,
    ),
    "thoughts before JSON": Fault(
        lambda body: _said(f"<think>Hm {{so}} ...</think>{_honest_text(body)}"), _FINE
    ),
    "the answer twice": Fault(lambda body: _said(f"{_honest_text(body)}\n{_honest_text(body)}"), _FINE),
    "no usage": Fault(lambda body: as_json({k: v for k, v in honest(body).items() if k != "usage"}), _FINE),
}


def _honest_text(body: Body) -> str:
    return json.dumps(answer(task_of(body)))
