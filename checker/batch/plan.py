"""What a run does: what the command line says of it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.batch.inputs import Corpus


class EngineName(StrEnum):
    """Where a corpus is judged."""

    LOCAL = "local"
    RAY = "ray"
    OPENAI_BATCH = "openai-batch"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A run before it begins."""

    pairs: str
    """What the user called the corpus."""
    corpus: "Corpus"
    out: Path
    judge: str
    language: str
    engine: EngineName = EngineName.LOCAL
    go_on: bool = False
    """Whether there is a run already."""
    retry_failed: bool = False
    most_failures: int | None = None
    block_rows: int = 128
