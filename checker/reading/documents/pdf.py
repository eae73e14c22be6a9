"""PDF files, through pypdf: lines put together to paragraphs again, running heads marked."""

import io
import logging
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any

from checker.domain import Block, BlockKind
from checker.errors import InputError
from checker.reading.assembly import BETWEEN_BLOCKS, without_controls
from checker.reading.documents.extracted import Extracted, needs_extra

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES = 2_000
MOST_SECONDS = 60.0
LARGEST_PAGE = 3_000_000
"""Bytes of a page's drawing instructions; a page full of text has 20,000."""
RUNNING_HEAD = "running head"
_AGAIN = "Save it again as PDF, or copy its text into a text file."
_WIDE_GAP = 1.3
"""Distance of two lines, in usual distances, that parts paragraphs."""
_LARGER = 1.12
"""Size of a heading's letters, in sizes of the text's."""
_HEADING_LETTERS = 200
_EDGE_LINES = 2
"""Lines at the top and at the bottom of a page that can be running heads."""
_DIGITS = re.compile(r"[0-9]+")
_PAGE_NUMBER = re.compile(
    r"\W{0,3}(?:(?:page|seite|página|pagina|pág\.|p\.)\s?)?#(?:\s?(?:/|of|von|de|di|van|sur)\s?#)?\W{0,3}",
    re.I,
)
_SENTENCE_END = re.compile(r"""[.!?…:。！？]["'”’»)\]]{0,3}$""")
_BROKEN_WORD = re.compile(r"[^\W\d_]-$")


@dataclass(slots=True)
class Line:
    """A line of a page, in points from the lower left corner."""

    page: int
    text: str
    x: float
    y: float
    size: float


def extract(data: bytes, *, name: str) -> Extracted:
    """Take the text out of a PDF file. Running heads come last, each once.

    Raises:
        InputError: It is cut off, damaged, encrypted or a trap, has no text, or pypdf is not installed.
    """
    try:
        import pypdf
    except ImportError as error:
        raise needs_extra(name, "a PDF document") from error
    if b"%%EOF" not in data[-2048:] or b"startxref" not in data[-4096:]:
        raise InputError(name, "is cut off: the end of the PDF is missing", hint="Fetch or copy it again.")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every oddity that it can cope with
    try:
        reader = _opened(pypdf.PdfReader(io.BytesIO(data)), name)
        pages = list(_pages(reader, name))
    except pypdf.errors.DependencyError as error:
        raise _protected(name) from error
    except (pypdf.errors.PyPdfError, RecursionError) as error:
        raise InputError(name, f"is damaged ({type(error).__name__})", hint=_AGAIN) from error
    except (
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        IndexError,
        AssertionError,
        OverflowError,
    ) as error:
        # pypdf lets these out where a file is not what its own tables promise.
        raise InputError(name, f"is damaged ({type(error).__name__} in its contents)", hint=_AGAIN) from error
    if not any(pages):
        hint = "It may be a scan: run text recognition over it, or type the text into a file."
        raise InputError(name, "has pages, but no text on them", hint=hint)
    return _assembled(pages)


def _opened(reader: "PdfReader", name: str) -> "PdfReader":
    # Many files are encrypted with an empty password, only to forbid printing.
    if reader.is_encrypted and not reader.decrypt(""):
        raise _protected(name)
    if len(reader.pages) > MOST_PAGES:
        raise InputError(name, f"has more than {MOST_PAGES:,} pages", hint="Save the article's pages alone.")
    return reader


def _protected(name: str) -> InputError:
    return InputError(
        name, "is protected by a password", hint="Save a copy without protection and give that."
    )


def _pages(reader: "PdfReader", name: str) -> Iterator[list[Line]]:
    end = time.monotonic() + MOST_SECONDS
    for number, page in enumerate(reader.pages):
        contents = page.get_contents()
        if contents is not None and len(contents.get_data()) > LARGEST_PAGE:
            raise InputError(name, "has a page that is a drawing, not text", hint=_AGAIN)
        if time.monotonic() > end:
            raise InputError(name, f"takes more than {MOST_SECONDS:g} seconds to read", hint=_AGAIN)
        yield _lines(page, number)


def _lines(page: "PageObject", page_number: int) -> list[Line]:
    """Read a page line by line, with the place of each line's first letters and the size of most."""
    lines: list[Line] = []
    line: Line | None = None
    longest = 0

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], _font: Any, size: float) -> None:
        nonlocal line, longest
        for number, piece in enumerate(text.split("\n")):
            if number:
                line = None
            if not piece.strip():
                if line is not None:
                    line.text += piece
                continue
            if line is None:
                x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
                y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                line, longest = Line(page_number, "", x, y, 0.0), 0
                lines.append(line)
            line.text += piece
            if len(piece) > longest:  # what is largest by far may be a bullet or an initial
                longest = len(piece)
                line.size = round(size * abs(tm[3] or tm[0]) * abs(cm[3] or cm[0]), 1)

    page.extract_text(visitor_text=visit)
    for each in lines:
        each.text = " ".join(without_controls(each.text).split())
    return [each for each in lines if each.text]


def _assembled(pages: Sequence[Sequence[Line]]) -> Extracted:
    heads = _running_heads(pages)
    body = [line for page in pages for line in page if id(line) not in heads]
    size = _usual_size(body)
    pieces: list[tuple[str, BlockKind, str | None]] = []
    words = frozenset(word for line in body for word in line.text.split())
    for paragraph in _paragraphs(body, size):
        text = _joined(paragraph, words)
        large = paragraph[0].size >= _LARGER * size
        heading = large and len(text) <= _HEADING_LETTERS
        pieces.append((text, BlockKind.HEADING if heading else BlockKind.PARAGRAPH, None))
    kept = dict.fromkeys(line.text for page in pages for line in page if id(line) in heads)
    pieces += [(text, BlockKind.PARAGRAPH, RUNNING_HEAD) for text in kept]
    blocks: list[Block] = []
    at = 0
    for text, kind, furniture in pieces:
        blocks.append(Block(start=at, end=at + len(text), kind=kind, furniture=furniture))
        at += len(text) + len(BETWEEN_BLOCKS)
    return Extracted(BETWEEN_BLOCKS.join(text for text, *_ in pieces), tuple(blocks))


def _running_heads(pages: Sequence[Sequence[Line]]) -> set[int]:
    """Find page numbers, and the lines at the edges of pages that every second page has, whatever the number in it."""
    edges: list[list[tuple[str, Line]]] = []
    for page in pages:
        by_height = sorted(page, key=lambda line: line.y)
        outer = {id(line): line for line in by_height[:_EDGE_LINES] + by_height[-_EDGE_LINES:]}
        edges.append([(_DIGITS.sub("#", line.text), line) for line in outer.values()])
    seen = Counter(text for edge in edges for text in {text for text, _ in edge})
    often = max(2, len(pages) // 2)
    return {
        id(line)
        for edge in edges
        for text, line in edge
        if seen[text] >= often or (_PAGE_NUMBER.fullmatch(text) is not None and len(pages) > 1)
    }


def _usual_size(lines: Sequence[Line]) -> float:
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def _paragraphs(lines: Sequence[Line], size: float) -> list[list[Line]]:
    gaps = [one.y - other.y for one, other in pairwise(lines) if one.size == other.size]
    usual = median([gap for gap in gaps if gap > 0] or [0.0])
    width = sorted(len(line.text) for line in lines)[len(lines) * 19 // 20] if lines else 0
    found: list[list[Line]] = []
    last: Line | None = None
    for line in lines:
        # Large letters stand as much further apart.
        if last is None or _begins(last, line, usual * max(1.0, line.size / max(size, 1.0)), width):
            found.append([])
        found[-1].append(line)
        last = line
    return found


def _begins(last: Line, line: Line, usual: float, width: int) -> bool:
    """Whether a line begins a paragraph."""
    if abs(line.size - last.size) > 0.1 * max(line.size, last.size):
        return True
    ended = _SENTENCE_END.search(last.text) is not None
    gap = last.y - line.y
    if (
        line.page != last.page or gap <= 0 or gap > 6 * usual
    ):  # the next column or page: a sentence may run on there
        return ended or len(last.text) < 0.5 * width
    if gap > _WIDE_GAP * usual:
        return True
    indented = line.x - last.x > 0.8 * line.size
    return ended and (indented or len(last.text) < 0.7 * width)


def _joined(lines: Sequence[Line], words: frozenset[str]) -> str:
    """Join lines. A word that was broken at the end of one becomes whole, a hyphen of its own stays.

    Args:
        words: All words of the document, by which the one is told from the other.
    """
    text = ""
    for line in lines:
        if _BROKEN_WORD.search(text) and line.text[0].islower():
            before, after = text.rsplit(None, 1)[-1], line.text.split(None, 1)[0]
            own = before + after in words and before[:-1] + after not in words
            text = (text if own else text[:-1]) + line.text
        elif not text or (_unspaced(text[-1]) and _unspaced(line.text[0])):
            text += line.text
        else:
            text += f" {line.text}"
    return text


def _unspaced(letter: str) -> bool:
    """Whether it is of a script that puts no space between words: Chinese, Japanese, Thai and their neighbours."""
    return (
        "\u0e00" <= letter <= "\u0eff"
        or "\u1000" <= letter <= "\u109f"
        or "\u1780" <= letter <= "\u17ff"
        or (
            "\u3000" <= letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff" or "\uff00" <= letter <= "\uffef"
        )
    )
