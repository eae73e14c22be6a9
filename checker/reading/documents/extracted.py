"""What is taken out of a document: its text, in blocks."""

from dataclasses import dataclass

from checker.domain import Block
from checker.errors import InputError
from checker.reading.assembly import Assembly, without_controls
from checker.reading.page import page_of


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a document, and where its blocks stand in it."""

    text: str
    blocks: tuple[Block, ...]
    language: str = ""
    """What the document itself says that it is written in, e.g. `de`, or nothing."""


def add_page(assembly: Assembly, source: str, *, name: str) -> None:
    """Append the blocks of an HTML page all of which is the document's text."""
    page = page_of(without_controls(source), name=name)
    for draft in page.drafts:
        assembly.add(draft.stretches, draft.kind, preformatted=draft.preformatted)


def needs_extra(name: str, what: str) -> InputError:
    """Return the error for a document whose reader is not installed."""
    return InputError(
        name,
        f"is {what}, and the package that reads it is not installed",
        hint="Install it with: pip install 'checker[docs]'.",
    )
