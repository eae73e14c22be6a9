"""Reads a file, a web page, standard input or a string as an article."""

import hashlib
from dataclasses import dataclass, replace
from typing import BinaryIO

from checker.domain import Article
from checker.errors import InputError
from checker.reading import text as plain
from checker.reading.decode import decode
from checker.reading.files import load
from checker.reading.kinds import Kind, kind_of
from checker.reading.language import language_of

DEFAULT_LIMIT_BYTES = 50_000_000
DEFAULT_SECONDS = 30.0
AUTO = "auto"
"""The language that a text is found to be in: by its words, else by what it declares, else English."""

__all__ = ["AUTO", "DEFAULT_LIMIT_BYTES", "DEFAULT_SECONDS", "Kind", "article_from_text", "read"]


@dataclass(frozen=True, slots=True)
class _Bytes:
    """What was read, and what the place that it came from says about it."""

    data: bytes
    content_type: str = ""
    charset: str | None = None


def read(
    name: str,
    *,
    limit_bytes: int = DEFAULT_LIMIT_BYTES,
    stdin: BinaryIO | None = None,
    kind: Kind | None = None,
    language: str = AUTO,
    allow_private_hosts: bool = False,
    seconds: float = DEFAULT_SECONDS,
) -> Article:
    """Read a path, a URL, or standard input for `-`.

    Args:
        limit_bytes: Refuse more.
        stdin: Read instead of the process's own standard input.
        kind: Take it as this, whatever its name and contents look like.
        language: Code for sentence splitting, e.g. `de`, or `AUTO`.
        allow_private_hosts: For a URL: also ask hosts on this machine and in its network.
        seconds: For a URL: time for the whole of it.

    Raises:
        InputError: It cannot be read as an article; the message says why and what to do.
    """
    found = _bytes(name, limit_bytes, stdin, allow_private_hosts=allow_private_hosts, seconds=seconds)
    if not found.data:
        raise InputError(name, "is empty", hint="Check that this is the right file.")
    kind = kind or kind_of(name, found.data, content_type=found.content_type)
    article = _parse(found, kind, name=name, language="" if language == AUTO else language)
    if not article.blocks:
        raise InputError(name, "holds no text", hint="Check that this is the right file.")
    return _with_language(article, asked=language)


def article_from_text(text: str, *, name: str = "text", language: str = AUTO) -> Article:
    """Make an article of a plain text at hand.

    A lone surrogate, which no file can hold, is replaced by U+FFFD so that reports can be written.

    Raises:
        InputError: There is nothing but white space.
    """
    raw = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    sha256 = hashlib.sha256(raw.encode()).hexdigest()
    article = plain.parse(raw, name=name, language="" if language == AUTO else language, sha256=sha256)
    if not article.blocks:
        raise InputError(name, "holds no text", hint="Check what was passed as the article.")
    return _with_language(article, asked=language)


def _bytes(
    name: str, limit_bytes: int, stdin: BinaryIO | None, *, allow_private_hosts: bool, seconds: float
) -> _Bytes:
    if "://" not in name:
        return _Bytes(load(name, limit_bytes=limit_bytes, stdin=stdin))
    from checker.reading import web  # which brings an HTTP client along

    page = web.fetch(name, limit_bytes=limit_bytes, seconds=seconds, allow_private_hosts=allow_private_hosts)
    return _Bytes(page.data, page.content_type, page.charset)


def _parse(found: _Bytes, kind: Kind, *, name: str, language: str) -> Article:
    sha256 = hashlib.sha256(found.data).hexdigest()
    match kind:
        case "docx" | "pdf" | "epub":
            from checker.reading import documents

            return documents.parse(found.data, kind, name=name, language=language, sha256=sha256)
    raw = decode(name, found.data, markup=kind == "html", declared=found.charset)
    match kind:
        case "text":
            return plain.parse(raw, name=name, language=language, sha256=sha256)
        case "markdown":
            from checker.reading import markdown  # its parser is only needed here

            return markdown.parse(raw, name=name, language=language, sha256=sha256)
        case "html":
            from checker.reading import html  # so is the extractor

            return html.parse(raw, name=name, language=language, sha256=sha256)


def _with_language(article: Article, *, asked: str) -> Article:
    if asked != AUTO:
        return article
    # Pages in other languages often keep the `lang="en"` of their template: the words are believed first.
    return replace(article, language=language_of(article.text) or article.language or "en")
