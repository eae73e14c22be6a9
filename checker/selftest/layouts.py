"""The same article in other layouts and encodings: what a newsroom's systems do to a text on its way."""

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from textwrap import fill

from checker.domain import Article
from checker.reading import Kind, read

_BEFORE_UNIT = re.compile(r"(?<=\d) (?=\w)")


@dataclass(frozen=True, slots=True)
class Layout:
    """A way to write a text into a file."""

    written: Callable[[str], bytes]
    kind: Kind = "text"

    def read(self, text: str, *, language: str) -> Article:
        """Write a text in this layout and read it as `checker audit` does."""
        return read("-", stdin=BytesIO(self.written(text)), kind=self.kind, language=language)


def _paragraphs(text: str) -> list[str]:
    return text.split("\n\n")


def _wrapped(text: str) -> bytes:
    return "\n\n".join(fill(paragraph, 66) for paragraph in _paragraphs(text)).encode()


def _spaced(text: str) -> bytes:
    """Blank lines doubled, two spaces after a sentence."""
    return text.replace("\n\n", "\n\n\n").replace(". ", ".  ").encode()


def _markdown(text: str) -> bytes:
    title, *rest = _paragraphs(text)
    return "\n\n".join([f"# {title}", *(fill(paragraph, 80) for paragraph in rest)]).encode()


def _html(text: str) -> bytes:
    title, *rest = (html.escape(paragraph) for paragraph in _paragraphs(text))
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in rest)
    page = f"<h1>{title}</h1>\n{body}"
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body><article>{page}</article></body></html>"
    ).encode()


def _typographic(text: str) -> str:
    """Quotation marks and apostrophes as printers set them, no line break between a number and its unit."""
    text = _BEFORE_UNIT.sub("\xa0", text)
    opened = text.replace(' "', " “").replace('\n"', "\n“").replace("'", "’")
    return opened.replace('"', "”")


LAYOUTS: Mapping[str, Layout] = {
    "lines folded": Layout(_wrapped),
    "spaces": Layout(_spaced),
    "Windows lines": Layout(lambda text: text.replace("\n", "\r\n").encode()),
    "Markdown": Layout(_markdown, "markdown"),
    "HTML": Layout(_html, "html"),
}

ENCODINGS: Mapping[str, Layout] = {
    "UTF-8 with a mark": Layout(lambda text: text.encode("utf-8-sig")),
    "UTF-16": Layout(lambda text: text.encode("utf-16")),
    "Windows-1252, typographic": Layout(lambda text: _typographic(text).encode("cp1252")),
    "UTF-8, typographic": Layout(lambda text: _typographic(text).encode()),
}
