"""Small documents of each kind, made from scratch."""

import io
import zipfile
import zlib
from collections.abc import Sequence

BODY = (
    "The ferry across the bay will run until 2031, the council of Port Lindow said on Tuesday.",
    "Seven of nine members voted for the plan after a debate of three hours.",
    "Nobody here wants a bridge, said Hilda Brandt, who has led the council since May.",
)


def archive(parts: dict[str, str | bytes], *, stored: Sequence[str] = ()) -> bytes:
    """A ZIP archive; the parts named in `stored` are not compressed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, contents in parts.items():
            kind = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            file.writestr(name, contents, compress_type=kind)
    return buffer.getvalue()


def docx_parts(body: str) -> dict[str, str | bytes]:
    """The parts of a Word document with this XML as its body."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    return {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{word}"><w:body>'
        f"{body}</w:body></w:document>",
        "word/styles.xml": f'<w:styles xmlns:w="{word}"><w:style w:type="paragraph" w:styleId="T">'
        '<w:name w:val="Title"/></w:style></w:styles>',
    }


def paragraph(text: str, *, style: str = "") -> str:
    """A paragraph of a Word document."""
    kind = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{kind}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def docx(*texts: str) -> bytes:
    """A Word document: a title, then paragraphs."""
    body = paragraph(texts[0], style="T") + "".join(map(paragraph, texts[1:]))
    return archive(docx_parts(body))


def epub(
    chapters: dict[str, str], *, more: dict[str, str | bytes] | None = None, language: str = "en"
) -> bytes:
    """A book of HTML pages, with a table of contents that is not part of its text."""
    items = "".join(
        f'<item id="c{n}" href="text/{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    package = (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"><metadata>'
        f"<dc:language>{language}</dc:language></metadata><manifest>"
        '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
        f'{items}</manifest><spine><itemref idref="nav"/>{spine}</spine></package>'
    )
    return archive(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles>'
            "</container>",
            "OEBPS/book.opf": package,
            "OEBPS/nav.xhtml": "<html><body><ol><li>Chapter one</li></ol></body></html>",
            **{f"OEBPS/text/{name}": contents for name, contents in chapters.items()},
            **(more or {}),
        },
        stored=["mimetype"],
    )


Written = tuple[float, float, float, str]
"""Across, up, size of the letters (all in points), and text."""


def pdf(pages: Sequence[Sequence[Written]], *, trailer: str = "", compress: bool = True) -> bytes:
    """A PDF file with these lines on its pages, in Helvetica."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 "]
    objects[2] += b"/BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    kids = []
    for lines in pages:
        drawn = "\n".join(
            f"BT /F1 {size} Tf {x} {y} Td ({_escaped(text)}) Tj ET" for x, y, size, text in lines
        ).encode("cp1252")
        packed = zlib.compress(drawn) if compress else drawn
        filtered = b" /Filter /FlateDecode" if compress else b""
        objects.append(b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(packed), filtered, packed))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    refs = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (refs, len(kids))
    data, offsets = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", []
    for number, contents in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, contents)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, trailer.encode())
    return data + head + table + tail + b"startxref\n%d\n%%%%EOF\n" % len(data)


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def column(
    texts: Sequence[str], *, top: float = 520, x: float = 40, size: float = 11, wide: int = 52
) -> list[Written]:
    """Paragraphs as lines of about `wide` letters, with half a line between them."""
    lines: list[Written] = []
    y = top
    for text in texts:
        line = ""
        for word in text.split():
            if len(line) + len(word) >= wide:
                lines.append((x, y, size, line))
                line, y = "", y - 1.2 * size
            line += f" {word}" if line else word
        lines.append((x, y, size, line))
        y -= 1.9 * size
    return lines
