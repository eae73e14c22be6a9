"""Finds out whether a server keeps answers to a JSON schema, or only says so.

The prompt asks for one thing and the schema allows only another, with a word in it that the prompt does not have. A
server that puts the schema into force answers with that word; one that reads the request and ignores the schema
cannot know it.
"""

import json
import secrets
import time
from dataclasses import dataclass

from checker.errors import CheckerError
from checker.exits import Exit
from checker.llm.access import Access
from checker.llm.asking import Answer, Call, Silence
from checker.llm.endpoint import Learned, Patience, open_endpoint
from checker.llm.settings import LlmSettings, Structured

_PATIENCE = Patience(attempts=2, longest_pause=10.0)
"""Somebody waits for the result."""
_MAX_TOKENS = 300
"""As many as a call about one pair gets: a model that needs more to say one word is of no use there, either."""


class NoAnswerError(CheckerError):
    """The server is there and gave no answer of use."""

    exit = Exit.UNDETERMINED


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a server did with the schema."""

    form: Structured
    """The strictest form of request that it took."""
    enforced: bool
    """Whether the answer has the form that the request demanded: the schema's, or that of a JSON object."""
    seconds: float


async def probe(access: Access, settings: LlmSettings, patience: Patience = _PATIENCE) -> Found:
    """Ask a server once.

    Raises:
        CheckerError: It is not there, refuses every call, or gives no answer.
    """
    word = secrets.token_hex(6)
    learned, began = Learned(), time.monotonic()
    async with open_endpoint(access, settings, learned, patience=patience) as endpoint:
        reply = await endpoint.ask(_call(word))
    match reply:
        case Silence():
            raise NoAnswerError(
                f"The model at {access.shown} gave no answer: {reply.detail}",
                hint="Try it again, or choose another --model.",
            )
        case Answer():
            form = settings.structured if settings.structured is not Structured.AUTO else learned.form
            form = form or Structured.TEXT
            return Found(form=form, enforced=_kept(reply.text, word, form), seconds=time.monotonic() - began)


def _call(word: str) -> Call:
    return Call(
        prompt="doctor@1",
        system="You answer with one English word in capitals. You never write JSON, braces or quotation marks.",
        user="What colour is the sky on a clear day?",
        schema={
            "type": "object",
            "properties": {"word": {"type": "string", "enum": [word]}},
            "required": ["word"],
            "additionalProperties": False,
        },
        nonce=word,
        questions=(),
        max_tokens=_MAX_TOKENS,
    )


def _kept(text: str, word: str, form: Structured) -> bool:
    try:
        answer = json.loads(text)
    except (ValueError, RecursionError):
        return False
    match form:
        case Structured.JSON_SCHEMA:
            return bool(answer == {"word": word})
        case Structured.JSON_OBJECT:
            return isinstance(answer, dict)
        case _:
            return False
