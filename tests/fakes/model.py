"""A model of a few lines: reads the prompts of this project and compares word by word, knowing some synonyms.

What it says is right by construction for texts made of the words below: a test knows a right verdict from a wrong one.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SYNONYMS: Mapping[str, str] = {
    "began": "started",
    "big": "large",
    "bought": "purchased",
    "said": "stated",
    "near": "close to",
    "help": "assist",
    "children": "kids",
    "quickly": "fast",
}
"""Words that mean the same here."""

_PAIR = re.compile(
    r'<pair id="(?P<id>[^"]+)">\n(?:<context>.*?</context>\n)?<source>(?P<source>.*?)</source>\n'
    r"<copy>(?P<copy>.*?)</copy>"
    r"(?:\n<hint>.*?</hint>)?(?:\n<noticed>(?P<noticed>.*?)</noticed>)?\n</pair>",
    re.DOTALL,
)
_NONCE = re.compile(r"^Nonce: (\w+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Asked:
    """A pair as the model gets to see it."""

    id: str
    source: str
    copy: str


@dataclass(frozen=True, slots=True)
class Task:
    """What a request asks."""

    nonce: str
    pairs: tuple[Asked, ...]


def task_of(body: Mapping[str, object]) -> Task:
    """Read the pairs and the nonce out of a chat request."""
    messages = body["messages"]
    assert isinstance(messages, list)
    user = messages[-1]["content"]
    return Task(
        nonce=_NONCE.findall(user)[-1],
        pairs=tuple(Asked(match["id"], match["source"], match["copy"]) for match in _PAIR.finditer(user)),
    )


def entry(asked: Asked, *, why: str = "") -> dict[str, object]:
    """What an honest model says about a pair; `why` is its reason for a difference, else one that names the words."""
    there, here = changed_words(asked.source, asked.copy)
    if not there and not here:
        return {"id": asked.id, "differences": [], "label": "consistent"}
    kind = "number" if any(c.isdigit() for c in there + here) else "wording"
    difference = {"source": there, "copy": here, "kind": kind, "why": why or f"{there} became {here}."}
    return {"id": asked.id, "differences": [difference], "label": "contradictory"}


def changed_words(source: str, copy: str) -> tuple[str, str]:
    """The words from the first to the last that differ, on both sides."""
    there, here = source.split(), copy.split()
    plain_there, plain_here = _plain(source), _plain(copy)
    if plain_there == plain_here:
        return "", ""
    start = next(
        (i for i, (a, b) in enumerate(zip(there, here, strict=False)) if a != b), min(len(there), len(here))
    )
    end = 0
    while end < min(len(there), len(here)) - start and there[-1 - end] == here[-1 - end]:
        end += 1
    return " ".join(there[start : len(there) - end]), " ".join(here[start : len(here) - end])


def _plain(text: str) -> list[str]:
    for word, other in SYNONYMS.items():
        text = re.sub(rf"\b{other}\b", word, text)
    return text.split()


def answer(task: Task, entries: Sequence[Mapping[str, object]] | None = None) -> dict[str, object]:
    """The whole answer of an honest model, or one with these entries."""
    return {"nonce": task.nonce, "pairs": list(entries if entries is not None else map(entry, task.pairs))}


def completion(text: str | None, *, finish: str = "stop", refusal: str | None = None) -> dict[str, object]:
    """A chat completion around a text."""
    message: dict[str, object] = {"role": "assistant", "content": text}
    if refusal:
        message["refusal"] = refusal
    return {
        "id": "chatcmpl-fake",
        "object": "chat.completion",
        "created": 0,
        "model": "fake",
        "choices": [{"index": 0, "finish_reason": finish, "message": message}],
        "usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120},
    }


def honest(body: Mapping[str, object]) -> dict[str, object]:
    """What an honest server returns."""
    return completion(json.dumps(answer(task_of(body))))
