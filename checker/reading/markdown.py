"""Markdown: its blocks and their readable text, each letter with its place in the file.

markdown-it-py finds the blocks and their lines, `inline` what a reader sees of each.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from checker.domain import Article, BlockKind
from checker.reading.assembly import Assembly, Stretch, without_controls
from checker.reading.inline import InlineReader
from checker.reading.page import page_of

LINE_BREAK = re.compile(r"\r\n?|\n")
FRONT_MATTER = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n?|\n)")
FIELD = re.compile(r"^[\w-]+\s*[:=]", re.M)


def parse(raw: str, *, name: str, language: str, sha256: str) -> Article:
    """Read Markdown: CommonMark, tables and strikethrough."""
    source = without_controls(raw)
    assembly = Assembly()
    body = _front_matter_end(source)
    if body:
        fields = [Stretch(source[:body], 0, body)]
        assembly.add(fields, BlockKind.CODE, furniture="front matter", preformatted=True)
    _Reader(source, body, assembly, name).read()
    return Article(
        name=name,
        raw=raw,
        text=assembly.text(),
        blocks=tuple(assembly.blocks),
        sha256=sha256,
        offsets=assembly.offsets(),
        language=language,
    )


def _front_matter_end(source: str) -> int:
    """Return where the text behind YAML or TOML front matter begins; 0 if there is none."""
    opening = FRONT_MATTER.match(source)
    if opening is None:
        return 0
    closing = re.compile(rf"^{re.escape(opening[1])}[ \t]*\r?$", re.M).search(source, opening.end())
    if closing is None or not FIELD.search(source, opening.end(), closing.start()):
        return 0
    return closing.end()


@dataclass(frozen=True, slots=True)
class ContentLine:
    """A line of a token's content, and where it stands in the file."""

    start: int
    """Offset in the content."""
    text: str
    place: int
    """Offset in the file."""
    copied: bool
    """Whether the file has the very same characters there."""
    width: int
    """How many characters it takes in the file."""


class _Reader:
    """Goes through the block tokens of one file."""

    def __init__(self, source: str, body: int, assembly: Assembly, name: str) -> None:
        self._source = source
        self._body = body
        self._assembly = assembly
        self._name = name
        self._parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
        self._inline = InlineReader(self._parser)
        breaks = list(LINE_BREAK.finditer(source, body))
        self._starts = [body, *(found.end() for found in breaks)]
        self._ends = [*(found.start() for found in breaks), len(source)]
        self._row: list[Stretch] | None = None
        self._row_end = 0

    def read(self) -> None:
        env: dict[str, object] = {}
        containers: list[str] = []
        for token in self._parser.parse(self._source[self._body :], env):
            if token.type == "inline":
                self._add_inline(token, _kind(containers), env)
            elif token.type in ("fence", "code_block"):
                self._add_code(token)
            elif token.type == "html_block":
                self._add_html(token)
            elif token.type == "tr_open":
                self._row, self._row_end = [], 0
            elif token.type == "tr_close":
                self._assembly.add(self._row or [])
                self._row = None
            if token.nesting == 1:
                containers.append(token.type)
            elif token.nesting == -1:
                containers.pop()

    def _add_inline(self, token: Token, kind: BlockKind, env: dict[str, object]) -> None:
        lines = self._lines_of(token, after=self._row_end)
        seen = self._inline.read(token.content, env)
        stretches = list(_placed(seen, lines))
        if self._row is None:
            self._assembly.add(stretches, kind)
        elif lines:  # a row of a table is one block
            self._row_end = lines[-1].place + lines[-1].width
            self._row += [*stretches, Stretch(" ", self._row_end, self._row_end)]

    def _add_code(self, token: Token) -> None:
        first = token.type == "fence"
        lines = self._lines_of(token, skip=int(first))
        stretches = [Stretch(token.content, 0, len(token.content))]
        self._assembly.add(list(_placed(stretches, lines)), BlockKind.CODE, preformatted=True)

    def _add_html(self, token: Token) -> None:
        first, last = token.map or (0, 0)
        start, end = self._starts[first], self._ends[max(last - 1, first)]
        for draft in page_of(self._source, name=self._name, start=start, end=end).drafts:
            self._assembly.add(draft.stretches, draft.kind, preformatted=draft.preformatted)

    def _lines_of(self, token: Token, *, skip: int = 0, after: int = 0) -> list[ContentLine]:
        """Find the lines of a token's content in the file: they are the ends of the lines that it covers."""
        number = (token.map[0] if token.map else 0) + skip
        lines: list[ContentLine] = []
        start = 0
        for text in token.content.split("\n"):
            if number >= len(self._starts):
                break
            low, high = max(self._starts[number], after), self._ends[number]
            find = self._source.find if after else self._source.rfind
            place = find(text, low, high)
            written = text.replace("|", "\\|")  # as it stands in a cell of a table
            if place >= 0:
                lines.append(ContentLine(start, text, place, copied=True, width=len(text)))
            elif (place := find(written, low, high)) >= 0:
                lines.append(ContentLine(start, text, place, copied=False, width=len(written)))
            else:  # a tab that was widened
                lines.append(ContentLine(start, text, low, copied=False, width=high - low))
            start += len(text) + 1
            number += 1
        return lines


def _kind(containers: Sequence[str]) -> BlockKind:
    if "heading_open" in containers:
        return BlockKind.HEADING
    if "list_item_open" in containers:
        return BlockKind.LIST_ITEM
    if "blockquote_open" in containers:
        return BlockKind.QUOTE
    return BlockKind.PARAGRAPH


def _placed(seen: Sequence[Stretch], lines: Sequence[ContentLine]) -> Iterator[Stretch]:
    """Turn offsets in a token's content into offsets in the file."""
    number = 0
    for stretch in seen:
        while number + 1 < len(lines) and lines[number + 1].start <= stretch.start:
            number += 1
        yield from _pieces(stretch, lines, number)


def _pieces(stretch: Stretch, lines: Sequence[ContentLine], number: int) -> Iterator[Stretch]:
    """Cut a stretch at the ends of the lines: between them the file may have marks of a list or a quotation."""
    if stretch.end - stretch.start != len(stretch.text):
        place = _place(stretch.start, lines[number])
        yield Stretch(stretch.text, place, max(place, _place(stretch.end, lines[number])))
        return
    at = stretch.start
    while at < stretch.end and number < len(lines):
        line = lines[number]
        stop = min(stretch.end, line.start + len(line.text))
        if stop > at:
            text = stretch.text[at - stretch.start : stop - stretch.start]
            yield Stretch(text, _place(at, line), _place(stop, line))
        if stop < stretch.end:
            end = line.place + line.width
            yield Stretch("\n", end, end)
        at = stop + 1
        number += 1


def _place(offset: int, line: ContentLine) -> int:
    if line.copied:
        return line.place + min(offset - line.start, len(line.text))
    return line.place if offset == line.start else line.place + line.width
