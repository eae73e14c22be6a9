"""How a language model is asked: what the user can choose."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

OPENAI_URL = "https://api.openai.com/v1"


class Structured(StrEnum):
    """How a server is told what an answer looks like."""

    AUTO = "auto"
    JSON_SCHEMA = "json_schema"
    JSON_OBJECT = "json_object"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class LlmSettings:
    """What the user chose, or the defaults."""

    model: str | None = None
    base_url: str | None = None
    structured: Structured = Structured.AUTO
    jobs: int = 8
    """Calls in flight at a time."""
    pairs_per_call: int = 6
    timeout: float = 120.0
    """Seconds that one request may take, from the first byte sent to the last one read."""
    requests_per_minute: float | None = None
    tokens_per_minute: float | None = None
    prompt_dir: Path | None = None
