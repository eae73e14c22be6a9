"""Which kind of file it is: by unmistakable first bytes, else by what its server or its name says."""

import re
from pathlib import PurePath
from typing import Literal
from urllib.parse import urlsplit

Kind = Literal["text", "markdown", "html", "docx", "pdf", "epub"]

SUFFIXES: dict[str, Kind] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".txt": "text",
    ".text": "text",
}
CONTENT_TYPES: dict[str, Kind] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
}
"""What a server says that can be believed; `text/plain` and the like are also said of everything else."""
HTML_START = re.compile(
    rb"""\s{0,99}(?:<\?xml[^>]{0,200}>\s{0,99})?(?:<!--(?:(?!-->).){0,2000}-->\s{0,99}){0,9}<(?:!doctype\s+html|html|head|body|article)\b""",
    re.I | re.S,
)
BEFORE_PDF = b"\xef\xbb\xbf\0 \t\r\n"
ZIP = b"PK\x03\x04"


def kind_of(name: str, data: bytes, *, content_type: str = "") -> Kind:
    """Return the kind of a file.

    Args:
        name: Path or URL.
        content_type: What the server calls it.
    """
    if data[:64].lstrip(BEFORE_PDF).startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(ZIP) and (document := _zipped(data)):
        return document
    if content_type in CONTENT_TYPES:
        return CONTENT_TYPES[content_type]
    path = urlsplit(name).path if "://" in name else name
    suffix = PurePath(path).suffix.lower()
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    head = data[:8192].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe")
    head = head.removeprefix(b"\xfe\xff")
    return "html" if HTML_START.match(head) else "text"


def _zipped(data: bytes) -> Kind | None:
    """Tell documents in ZIP archives by the names of their parts, which stand uncompressed in the archive."""
    if b"mimetypeapplication/epub+zip" in data[:200]:
        return "epub"
    # The list of contents stands at the end. A cut-off file has none, but its first parts are at the beginning.
    names = data[:65_536] + data[-1_000_000:]
    if b"word/document" in names or b"word/_rels" in names:
        return "docx"
    return "epub" if b"META-INF/container.xml" in names else None
