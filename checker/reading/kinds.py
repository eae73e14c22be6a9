"""Which kind of file it is: by its name, else by its first bytes."""

import re
from pathlib import PurePath
from typing import Literal

Kind = Literal["text", "markdown", "html"]

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
HTML_START = re.compile(
    rb"""\s{0,99}(?:<\?xml[^>]{0,200}>\s{0,99})?(?:<!--(?:(?!-->).){0,2000}-->\s{0,99}){0,9}<(?:!doctype\s+html|html|head|body|article)\b""",
    re.I | re.S,
)


def kind_of(name: str, data: bytes) -> Kind:
    """Return the kind of a file from its suffix, or from its contents where the suffix says nothing."""
    suffix = PurePath(name).suffix.lower()
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    head = data[:8192].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe")
    head = head.removeprefix(b"\xfe\xff")
    return "html" if HTML_START.match(head) else "text"
