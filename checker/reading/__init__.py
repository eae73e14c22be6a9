"""Reads a file, standard input or a string as an article."""

import hashlib
from typing import BinaryIO, Literal

from checker.domain import Article
from checker.errors import InputError
from checker.reading import text as plain
from checker.reading.decode import decode
from checker.reading.files import load
from checker.reading.kinds import Kind, kind_of

DEFAULT_LIMIT_BYTES = 50_000_000

__all__ = ["DEFAULT_LIMIT_BYTES", "Kind", "article_from_text", "read"]


def read(
    name: str,
    *,
    limit_bytes: int = DEFAULT_LIMIT_BYTES,
    stdin: BinaryIO | None = None,
    kind: Kind | None = None,
    language: str = "en",
) -> Article:
    """Read a path, or standard input for `-`.

    Args:
        limit_bytes: Refuse larger files.
        stdin: Read instead of the process's own standard input.
        kind: Take the file as this, whatever its name and contents look like.
        language: Code for sentence splitting, e.g. `de`.

    Raises:
        InputError: It cannot be read as an article; the message says why and what to do.
    """
    data = load(name, limit_bytes=limit_bytes, stdin=stdin)
    if not data:
        raise InputError(name, "is empty", hint="Check that this is the right file.")
    kind = kind or kind_of(name, data)
    raw = decode(name, data, markup=kind == "html")
    article = _parse(raw, kind, name=name, language=language, sha256=hashlib.sha256(data).hexdigest())
    if not article.blocks:
        raise InputError(name, "holds no text", hint="Check that this is the right file.")
    return article


def article_from_text(text: str, *, name: str = "text", language: str = "en") -> Article:
    """Make an article of a plain text at hand.

    A lone surrogate, which no file can hold, is replaced by U+FFFD so that reports can be written.

    Raises:
        InputError: There is nothing but white space.
    """
    raw = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    article = plain.parse(raw, name=name, language=language, sha256=hashlib.sha256(raw.encode()).hexdigest())
    if not article.blocks:
        raise InputError(name, "holds no text", hint="Check what was passed as the article.")
    return article


def _parse(
    raw: str, kind: Literal["text", "markdown", "html"], *, name: str, language: str, sha256: str
) -> Article:
    match kind:
        case "text":
            return plain.parse(raw, name=name, language=language, sha256=sha256)
        case "markdown":
            from checker.reading import markdown  # its parser is only needed here

            return markdown.parse(raw, name=name, language=language, sha256=sha256)
        case "html":
            from checker.reading import html  # so is the extractor

            return html.parse(raw, name=name, language=language, sha256=sha256)
