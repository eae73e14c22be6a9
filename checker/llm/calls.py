"""Builds calls from pairs: what the model gets to read. Pure."""

import hashlib
import hmac
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from checker.domain import Pair
from checker.llm.answers import answer_schema
from checker.llm.asking import Call, Question
from checker.llm.context import context_of, shared_context
from checker.llm.guard import defuse
from checker.prompting import Prompt

_ANSWER_TOKENS = 40
_PAIR_TOKENS = 200
"""Tokens for one pair in an answer: three differences with a reason each. What is longer is no answer."""
_LETTERS = "bcdfghjkmnpqrstvwxz"


def build_call(
    prompt: Prompt,
    pairs: Sequence[Pair],
    *,
    secret: bytes,
    attempt: int = 0,
    doubts: Mapping[str, str] = MappingProxyType({}),
) -> Call:
    """Fill a prompt with pairs.

    Ids and nonce come from the secret and the texts, so that nobody who wrote the texts can know them and the same
    call is the same whenever it is made.

    Args:
        attempt: Counts the calls about the same texts: a repeated question gets another nonce.
        doubts: What the rules noticed, by the ids of the pairs.
    """
    texts = "\x1f".join(text for pair in pairs for text in (pair.source_text, pair.republished_text))
    seed = hmac.new(
        secret, f"{prompt.name}\x1f{attempt}\x1f{texts}".encode(errors="replace"), hashlib.sha256
    ).digest()
    dice = random.Random(seed)  # noqa: S311 - seeded with a keyed digest
    nonce = f"{dice.getrandbits(32):08x}"
    codes = dice.sample([letter + digit for letter in _LETTERS for digit in "23456789"], len(pairs))
    questions = tuple(
        Question(id=code, pair=pair, context=context_of(pair), doubt=doubts.get(pair.id, ""))
        for code, pair in zip(codes, pairs, strict=True)
    )
    return Call(
        prompt=prompt.name,
        system=prompt.system,
        user=prompt.fill(
            {
                "nonce": nonce,
                "pairs": [_shown(question) for question in questions],
                "context": defuse(shared_context(pairs)),
            }
        ),
        schema=answer_schema(),
        nonce=nonce,
        questions=questions,
        max_tokens=_ANSWER_TOKENS + _PAIR_TOKENS * len(pairs),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A pair as a prompt file sees it: `pair.id`, `pair.source` and so on, defused."""

    id: str
    source: str
    copy: str
    context: str
    doubt: str


def _shown(question: Question) -> Shown:
    return Shown(
        id=question.id,
        source=defuse(question.pair.source_text),
        copy=defuse(question.pair.republished_text),
        context=defuse(question.context),
        doubt=defuse(question.doubt),
    )


_BYTES_PER_TOKEN = 3.5


def estimated_tokens(call: Call) -> tuple[int, int]:
    """Estimate the tokens of a call without a tokenizer: what is sent, and what at most comes back."""
    sent = len((call.system + call.user).encode(errors="replace"))
    return int(sent / _BYTES_PER_TOKEN) + 1, call.max_tokens
