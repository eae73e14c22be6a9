"""The port to a language model: one call in, one reply out. Everything that costs money goes through it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from checker.domain import Pair, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A pair within a call, under the id that it has there."""

    id: str
    pair: Pair
    context: str = ""
    """Sentences of the source that stand elsewhere in it and speak of the same thing."""
    doubt: str = ""
    """What the rules noticed: a hint at first; for a second opinion, what the model did not see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Everything that is sent to a model at once, whichever server answers."""

    prompt: str
    """Which prompt made it, e.g. `judge_pairs@1`."""
    system: str
    user: str
    schema: Mapping[str, object]
    """JSON schema of the answer."""
    nonce: str
    """What the answer has to repeat: a text that is judged cannot know it."""
    questions: tuple[Question, ...]
    max_tokens: int
    """Longest answer that is of any use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a call took, whether or not its answer was of use."""

    requests: int = 0
    """HTTP requests, failed and repeated ones included."""
    tokens_in: int = 0
    tokens_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The text of an answer, complete and unread."""

    text: str
    cost: Cost = Cost()


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """There is no text, or only a part of one: refused, cut off, unreachable, not paid for."""

    reason: Reason
    detail: str
    cost: Cost = Cost()


Reply = Answer | Silence


class Asker(Protocol):
    """Puts one call to a model. May be wrapped: by a budget, by a counter, by a recorder."""

    async def ask(self, call: Call) -> Reply:
        """Return the model's reply; never raises for a failure that another call may not meet.

        Raises:
            CheckerError: No further call can succeed: the key is refused, the quota is used up, there is no such model.
        """
        ...
