"""Office documents, PDF and books: containers that hold a text but are not one.

Such a file has no text of its own that offsets could count in. So the text that is extracted from it, paragraphs with
an empty line between them, stands for "the file as decoded"; see docs/decisions/offsets.md.
"""

from typing import Literal

from checker.domain import Article

DocumentKind = Literal["docx", "pdf", "epub"]


def parse(data: bytes, kind: DocumentKind, *, name: str, language: str, sha256: str) -> Article:
    """Read a document.

    Raises:
        InputError: It is damaged, protected or a trap, or what reads it is not installed.
    """
    match kind:  # each needs a package of its own, so only the one that is asked for is imported
        case "docx":
            from checker.reading.documents import docx

            extracted = docx.extract(data, name=name)
        case "pdf":
            from checker.reading.documents import pdf

            extracted = pdf.extract(data, name=name)
        case "epub":
            from checker.reading.documents import epub

            extracted = epub.extract(data, name=name)
    return Article(
        name=name,
        raw=extracted.text,
        text=extracted.text,
        blocks=extracted.blocks,
        sha256=sha256,
        language=language or extracted.language,
    )
