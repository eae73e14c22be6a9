"""Builds calls from pairs: what the model gets to read. Pure."""

import hashlib
import hmac
import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.domain import Pair
from checker.llm.answers import answer_schema
from checker.llm.asking import Call, Question
from checker.llm.guard import defuse, suspicious
from checker.prompting import Prompt
from checker.words import Windower

CONTEXT_WORDS = 40
"""Words of the source that are shown beside a pair, from other places that speak of the same thing."""
_ANSWER_TOKENS = 40
_PAIR_TOKENS = 200
"""Tokens for one pair in an answer: three differences with a reason each. What is longer is no answer."""
_LETTERS = "bcdfghjkmnpqrstvwxz"


def build_call(
    prompt: Prompt, pairs: Sequence[Pair], *, secret: bytes, attempt: int = 0, doubt: str = ""
) -> Call:
    """Fill a prompt with pairs.

    Ids and nonce come from the secret and the texts, so that nobody who wrote the texts can know them and the same
    call is the same whenever it is made.

    Args:
        attempt: Counts the calls about the same texts: a repeated question gets another nonce.
        doubt: What a rule noticed, for the prompt that asks for a second opinion.
    """
    texts = "\x1f".join(text for pair in pairs for text in (pair.source_text, pair.republished_text))
    seed = hmac.new(
        secret, f"{prompt.name}\x1f{attempt}\x1f{texts}".encode(errors="replace"), hashlib.sha256
    ).digest()
    dice = random.Random(seed)  # noqa: S311 - seeded with a keyed digest
    nonce = f"{dice.getrandbits(32):08x}"
    codes = dice.sample([letter + digit for letter in _LETTERS for digit in "23456789"], len(pairs))
    questions = tuple(
        Question(id=code, pair=pair, context=context_of(pair), doubt=doubt)
        for code, pair in zip(codes, pairs, strict=True)
    )
    return Call(
        prompt=prompt.name,
        system=prompt.system,
        user=prompt.fill({"nonce": nonce, "pairs": [_shown(question) for question in questions]}),
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


def context_of(pair: Pair, words: int = CONTEXT_WORDS) -> str:
    """Return sentences of the source from outside the pair that share most with the copy; none that talk to a model."""
    background = pair.background
    if not background or len(background) <= len(pair.source_text):
        return ""
    spans = [
        span
        for span in _windower(background).pick(pair.republished_text, words)
        if not any(span.start < passage.end and passage.start < span.end for passage in pair.source)
    ]
    text = " … ".join(background[span.start : span.end] for span in spans)
    return "" if suspicious(text) else text


@lru_cache(maxsize=8)
def _windower(text: str) -> Windower:
    return Windower(text)


_BYTES_PER_TOKEN = 3.5


def estimated_tokens(call: Call) -> tuple[int, int]:
    """Estimate the tokens of a call without a tokenizer: what is sent, and what at most comes back."""
    sent = len((call.system + call.user).encode(errors="replace"))
    return int(sent / _BYTES_PER_TOKEN) + 1, call.max_tokens
