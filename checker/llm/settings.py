"""How a language model is asked: what the user can choose."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

OPENAI_URL = "https://api.openai.com/v1"

CALLS_IN_FLIGHT = 8
"""Calls at a time where the user does not say how many."""
PAIRS_PER_CALL = 8
TIMEOUT = 120.0


class Structured(StrEnum):
    """How a server is told what an answer looks like."""

    AUTO = "auto"
    JSON_SCHEMA = "json_schema"
    JSON_OBJECT = "json_object"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a run may spend, and what a token costs."""

    calls: int | None = None
    """HTTP requests, failed and repeated ones included."""
    tokens: int | None = None
    """Sent and received together."""
    cost: float | None = None
    price_in: float | None = None
    """Of a million tokens sent, in the currency of `cost`."""
    price_out: float | None = None
    """Of a million tokens received."""

    @property
    def priced(self) -> bool:
        """Whether it is known what a call costs."""
        return self.price_in is not None and self.price_out is not None

    def price(self, tokens_in: int, tokens_out: int) -> float:
        """Return what so many tokens cost; 0 where prices are not known."""
        return (tokens_in * (self.price_in or 0.0) + tokens_out * (self.price_out or 0.0)) / 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class LlmSettings:
    """What the user chose, or the defaults."""

    model: str | None = None
    base_url: str | None = None
    structured: Structured = Structured.AUTO
    jobs: int = CALLS_IN_FLIGHT
    """Calls in flight at a time."""
    pairs_per_call: int = PAIRS_PER_CALL
    timeout: float = TIMEOUT
    """Seconds that one request may take, from the first byte sent to the last one read."""
    requests_per_minute: float | None = None
    tokens_per_minute: float | None = None
    prompt_dir: Path | None = None
    limits: Limits = Limits()
    cache: Path | None = None
    """The file of remembered verdicts; None for the usual place."""
    refresh: bool = False
    """Whether everything is asked anew; what comes back is remembered."""
    offline: bool = False
    """Whether only what is remembered counts and nothing is sent."""
    resume: bool = False
    """Whether an earlier run of the same command that did not finish is carried on."""
    dry_run: bool = False
    """Whether calls are only counted."""
    quiet: bool = False
    """Whether progress is not shown."""
