"""Word documents, through mammoth: headings, lists, tables and notes; no pictures, no macros, nothing from outside."""

import io
from typing import Any
from xml.parsers.expat import ExpatError

from checker.errors import InputError
from checker.reading.assembly import Assembly
from checker.reading.documents.archive import MOST_TAGS, Archive
from checker.reading.documents.extracted import Extracted, add_page, needs_extra

_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh"
_AGAIN = "Open it in the program that made it and save it again, or save it as text."


def extract(data: bytes, *, name: str) -> Extracted:
    """Take the text out of a DOCX file. Tracked changes are read as accepted, comments are left out.

    Raises:
        InputError: It is damaged or a trap, or mammoth is not installed.
    """
    try:
        import mammoth
    except ImportError as error:
        raise needs_extra(name, "a Word document") from error
    _look_through(data, name)
    try:
        page: str = mammoth.convert_to_html(
            io.BytesIO(data), convert_image=_no_picture, style_map=_STYLES
        ).value
    except RecursionError as error:
        raise InputError(name, "is nested too deeply", hint=_AGAIN) from error
    except (ExpatError, KeyError, AttributeError, TypeError, ValueError, IndexError, OSError) as error:
        # mammoth has no error of its own: a document that is not as it expects fails wherever it notices.
        raise InputError(name, f"is damaged ({type(error).__name__} in its contents)", hint=_AGAIN) from error
    assembly = Assembly()
    add_page(assembly, page, name=name)
    return Extracted(assembly.text(), tuple(assembly.blocks))


def _look_through(data: bytes, name: str) -> None:
    """Unpack what mammoth will, within bounds: it sets none itself."""
    archive = Archive(name, data)
    tags = 0
    for part in sorted(archive.parts):
        if part.endswith((".xml", ".rels")):
            contents = archive.read(part)
            tags += contents.count(b"<")
            if b"<!DOCTYPE" in contents or b"<!ENTITY" in contents:
                raise InputError(name, "declares entities, which no Word document does", hint=_AGAIN)
    if tags > MOST_TAGS:
        raise InputError(name, f"has more than {MOST_TAGS:,} tags", hint="Save its text alone and give that.")


def _no_picture(_image: Any) -> list[Any]:
    return []
