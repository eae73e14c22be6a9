"""What the example pair is known to hold: `examples/expected.json` as types."""

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from checker.domain import Kind, Label

FOLDER = Path(__file__).resolve().parents[2] / "examples"
SOURCE = FOLDER / "source.md"
REPUBLISHED = FOLDER / "republished.md"

Text = Annotated[str, Field(min_length=1)]
Sentences = Annotated[tuple[Text, ...], Field(min_length=1)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Text


class Change(_Entry):
    """A planted change of meaning."""

    label: Literal[Label.DISTORTED, Label.CONTRADICTORY]
    kind: Kind
    source: Sentences
    republished: Sentences
    source_quote: Text
    """The shortest words that were changed, as they stand once in `source`."""
    republished_quote: Text
    rules_can_see: bool
    """Whether words and numbers alone give it away; if not, it takes a judge that knows what words mean."""


class Harmless(_Entry):
    """Sentences that say the same in other words."""

    label: Literal[Label.CONSISTENT]
    source: Sentences
    republished: Sentences
    moved: bool
    """Whether the copy has them at another place in the order."""
    rewording: Text


class Addition(_Entry):
    """A paragraph that only the copy has."""

    label: Literal[Label.UNSUPPORTED]
    republished: Sentences


class Omission(_Entry):
    """A paragraph that only the source has."""

    label: Literal[Label.OMITTED]
    source: Sentences


class Furniture(_Entry):
    """A line that belongs to the page and not to the story."""

    label: Literal[Label.IGNORED]
    side: Literal["source", "republished"]
    line: Text


class Expected(BaseModel):
    """Every sentence of both texts, each in exactly one entry."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    changes: tuple[Change, ...]
    harmless: tuple[Harmless, ...]
    additions: tuple[Addition, ...]
    omissions: tuple[Omission, ...]
    furniture: tuple[Furniture, ...]

    @property
    def paired(self) -> tuple[Change | Harmless, ...]:
        """The entries with both sides, in the order of the list."""
        return (*self.changes, *self.harmless)

    @property
    def entries(self) -> tuple[Change | Harmless | Addition | Omission | Furniture, ...]:
        """All entries."""
        return (*self.paired, *self.additions, *self.omissions, *self.furniture)

    def source_texts(self) -> list[str]:
        """All sentences and page lines of the source, in no particular order."""
        groups = [*self.paired, *self.omissions]
        return [text for group in groups for text in group.source] + self._lines("source")

    def republished_texts(self) -> list[str]:
        """All sentences and page lines of the copy, in no particular order."""
        groups = [*self.paired, *self.additions]
        return [text for group in groups for text in group.republished] + self._lines("republished")

    def _lines(self, side: str) -> list[str]:
        return [entry.line for entry in self.furniture if entry.side == side]


@cache
def expected() -> Expected:
    """Read the list."""
    return Expected.model_validate_json((FOLDER / "expected.json").read_bytes())
