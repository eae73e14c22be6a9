"""The snippets of the README and of docs/: every block of code that a reader might copy.

A block that cannot be run has a comment right before it that says why:

    <!-- not run: needs a network -->

Indented blocks count as commands if they begin with a program; others are layouts or samples.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from markdown_it.token import Token

ROOT = Path(__file__).resolve().parents[2]
RUN = ("sh", "console", "python", "toml", "yaml", "jsonl")
SAMPLES = ("text", "json", "html", "xml", "markdown")
"""What a program writes: `tests/reports` compares the samples of the formats with what is written today."""
PROGRAMS = ("checker", "make", "docker", "pip", "python")
_MARKER = re.compile(r"<!-- not run: (.+?) -->\s*\Z", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A block of code in a page."""

    page: Path
    line: int
    """Of its first line of code, counted from 1."""
    language: str
    text: str
    why_not: str = ""
    """Why it is not run; empty if it is."""

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def pages() -> list[Path]:
    """Every page that shows a reader what to type."""
    folder = ROOT / "docs"
    return [ROOT / "README.md", ROOT / "examples" / "README.md", *sorted(folder.rglob("*.md"))]


def blocks(page: Path) -> Iterator[Block]:
    """Yield the blocks of a page, in order."""
    before: Token | None = None
    for token in MarkdownIt("commonmark").parse(page.read_text(encoding="utf-8")):
        if token.type in {"fence", "code_block"} and token.map:
            marker = _MARKER.search(before.content) if before and before.type == "html_block" else None
            fenced = token.type == "fence"
            yield Block(
                page=page,
                line=token.map[0] + (2 if fenced else 1),
                language=token.info.strip() if fenced else _language(token.content),
                text=token.content,
                why_not=marker[1] if marker else "",
            )
        before = token


def _language(text: str) -> str:
    first = text.split(maxsplit=1)[0]
    if first == "$":
        return "console"
    return "sh" if first in PROGRAMS else "text"
