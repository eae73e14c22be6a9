"""EPUB books: the chapters in reading order. The standard library is enough."""

import html
import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from checker.errors import InputError
from checker.reading.assembly import Assembly
from checker.reading.decode import decode
from checker.reading.documents.archive import Archive
from checker.reading.documents.extracted import Extracted, add_page
from checker.reading.markup import Tag, tokens

CONTAINER = "META-INF/container.xml"
_ATTRIBUTE = re.compile(r"""([\w:.-]{1,40})\s{0,9}=\s{0,9}(?:"([^"]{0,2000})"|'([^']{0,2000})')""")
_LANGUAGE = re.compile(r"<dc:language[^>]{0,200}>\s{0,9}([a-zA-Z]{2,3})")
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
_LOCK = "META-INF/encryption.xml"


def extract(data: bytes, *, name: str) -> Extracted:
    """Take the text out of an EPUB file: what its spine lists, without the table of contents.

    Raises:
        InputError: It is damaged, encrypted or a trap.
    """
    archive = Archive(name, data)
    package = _package(archive, name)
    description = decode(name, archive.read(package), markup=True)
    chapters = list(_chapters(description, posixpath.dirname(package)))
    if not chapters:
        raise InputError(name, "is damaged: it lists no chapters", hint="Save its text alone and give that.")
    if _LOCK in archive.parts and any(f'"{c}"'.encode() in archive.read(_LOCK) for c in chapters):
        raise InputError(name, "is locked (encrypted chapters)", hint="Save its text alone and give that.")
    assembly = Assembly()
    for chapter in chapters:
        add_page(assembly, decode(name, archive.read(chapter), markup=True), name=name)
    language = _LANGUAGE.search(description)
    return Extracted(assembly.text(), tuple(assembly.blocks), language[1].lower() if language else "")


def _package(archive: Archive, name: str) -> str:
    container = decode(name, archive.read(CONTAINER), markup=True)
    for tag, attributes in _tags(container):
        if tag == "rootfile" and "full-path" in attributes:
            return unquote(attributes["full-path"])
    raise InputError(
        name, "is damaged: its container names no book", hint="Save its text alone and give that."
    )


def _chapters(description: str, folder: str) -> Iterator[str]:
    pages: dict[str, str] = {}
    for tag, attributes in _tags(description):
        if tag == "item" and attributes.get("media-type") in _PAGES:
            if "nav" not in attributes.get("properties", "").split():
                path = unquote(attributes.get("href", ""))
                pages[attributes.get("id", "")] = posixpath.normpath(posixpath.join(folder, path))
        elif tag == "itemref" and attributes.get("linear") != "no" and attributes.get("idref") in pages:
            yield pages[attributes["idref"]]


def _tags(source: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the opening tags with their attributes, whatever prefix they have. No XML parser, so no entities."""
    for token in tokens(source):
        if isinstance(token, Tag) and not token.closing:
            attributes = {m[1]: html.unescape(m[2] or m[3] or "") for m in _ATTRIBUTE.finditer(token.inside)}
            yield token.name.rpartition(":")[2], attributes
