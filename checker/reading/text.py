"""Plain text: paragraphs, headings and list items by their layout. The readable text is the file itself."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.domain import Article, Block, BlockKind
from checker.reading.assembly import without_controls

LINE = re.compile(r"[^\n\r\x0b\x0c\u2028\u2029]+")
BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\u2028\u2029]")
LIST_MARK = re.compile(r"(?:[-*•·‣▪–]|\(?[0-9]{1,2}[.)]|\(?[a-z]\))[ \t]+(?=\S)")
CLOSING = "\"'”’»)]"
SENTENCE_ENDS = ".!?…。！？।؟:;"
STATEMENT_ENDS = ".…。।:;,"
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
WRAPPED_WIDTHS = range(20, 121)
HEADING_LETTERS = 200
HEADING_WORDS = 25


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space at its edges."""

    start: int
    end: int
    text: str
    indent: int
    after_blank: bool
    """Whether an empty line, or the beginning of the file, stands before it."""


def parse(raw: str, *, name: str, language: str, sha256: str) -> Article:
    """Read plain text. Every character stays where it is; only control characters become spaces."""
    text = without_controls(raw)
    lines = list(_lines(text))
    width = _wrapped_at(lines)
    groups = _paragraphs(lines, width) if width else [[line] for line in lines]
    return Article(name=name, raw=raw, text=text, blocks=_blocks(groups), sha256=sha256, language=language)


def _lines(text: str) -> Iterator[Line]:
    previous_end = 0
    for match in LINE.finditer(text):
        content = match[0].strip()
        if content:
            indent = len(match[0]) - len(match[0].lstrip())
            start = match.start() + indent
            blank = previous_end == 0 or len(BREAK.findall(text, previous_end, start)) > 1
            yield Line(start, start + len(content), content, indent, blank)
            previous_end = start + len(content)


def _wrapped_at(lines: Sequence[Line]) -> int:
    """Return the width at which the file's lines were wrapped by hand or by an editor, or 0.

    A line was wrapped if the first word of the next one would not have fitted. Most breaks inside the
    paragraphs must be such, and most of them must fall inside a sentence: a list of headlines or a text with
    one paragraph a line does neither.
    """
    breaks = [(line, after) for line, after in pairwise(lines) if not after.after_blank]
    if not breaks:
        return 0
    widths = sorted(line.indent + len(line.text) for line, _ in breaks)
    width = widths[len(widths) * 19 // 20]
    if width not in WRAPPED_WIDTHS or (width < 40 and not UNSPACED.search(breaks[0][0].text)):
        return 0
    full = sum(_is_full(line, after, width) for line, after in breaks)
    inside = sum(not _ends(line.text, SENTENCE_ENDS) for line, _ in breaks)
    return width if full >= 0.6 * len(breaks) and inside >= 0.5 * len(breaks) else 0


def _is_full(line: Line, after: Line, width: int) -> bool:
    word = 1 if UNSPACED.match(after.text) else len(after.text.split(None, 1)[0]) + 1
    return line.indent + len(line.text) + word > width


def _paragraphs(lines: Sequence[Line], width: int) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        if (
            last is None
            or line.after_blank
            or line.indent > last.indent + 1
            or LIST_MARK.match(line.text)
            or (not _is_full(last, line, width) and _looks_last(last, width))
        ):
            groups.append([])
        groups[-1].append(line)
    return groups


def _looks_last(line: Line, width: int) -> bool:
    """Whether a line that had room for more is the last of its paragraph, or a heading."""
    return _ends(line.text, SENTENCE_ENDS) or line.indent + len(line.text) < 0.75 * width


def _blocks(groups: Sequence[Sequence[Line]]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for position, group in enumerate(groups):
        after = groups[position + 1] if position + 1 < len(groups) else None
        kind = BlockKind.PARAGRAPH
        if _is_heading(group, after, first=position == 0):
            kind = BlockKind.HEADING
        elif LIST_MARK.match(group[0].text):
            kind = BlockKind.LIST_ITEM
        blocks.append(Block(start=group[0].start, end=group[-1].end, kind=kind))
    return tuple(blocks)


def _is_heading(group: Sequence[Line], after: Sequence[Line] | None, *, first: bool) -> bool:
    """Tell a headline, or a cross-heading: a short line without a full stop above a longer one with one."""
    text = group[0].text
    size = group[-1].end - group[0].start
    if (
        after is None
        or size > HEADING_LETTERS
        or _ends(text if len(group) == 1 else group[-1].text, STATEMENT_ENDS)
    ):
        return False
    if first:
        return True
    return (
        len(group) == 1
        and len(text.split()) <= HEADING_WORDS
        and not (text[0].islower() or text[-1] in CLOSING or LIST_MARK.match(text))
        and after[-1].end - after[0].start > size
        and _ends(after[-1].text, SENTENCE_ENDS)
    )


def _ends(text: str, marks: str) -> bool:
    return text[-8:].rstrip(CLOSING)[-1:] in tuple(marks)
