"""The blocks of an HTML page in order, each with where it stands: in a list, in the navigation, in a link."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from checker.domain import BlockKind
from checker.errors import InputError
from checker.reading.assembly import Stretch
from checker.reading.markup import Tag, tokens

MOST_TAGS = 500_000
"""No page for reading has as many; a file made to stall the reader has."""
# fmt: off
BLOCK_TAGS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd",
        "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
        "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "legend",
        "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre", "search", "section",
        "select", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
    }
)
# fmt: on
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
KINDS = (
    ("pre", BlockKind.CODE),
    ("figcaption", BlockKind.CAPTION),
    ("caption", BlockKind.CAPTION),
    ("li", BlockKind.LIST_ITEM),
    ("dt", BlockKind.LIST_ITEM),
    ("dd", BlockKind.LIST_ITEM),
    ("blockquote", BlockKind.QUOTE),
)
SURROUNDINGS = {
    "nav": "navigation",
    "menu": "navigation",
    "footer": "page footer",
    "aside": "beside the article",
    "form": "form",
    "select": "form",
    "button": "button",
    "dialog": "dialog",
}
LISTS = frozenset({"ul", "ol", "dl"})
COUNTED = frozenset({*(tag for tag, _ in KINDS), *SURROUNDINGS, *LISTS, "main", "article"})
LANGUAGE = re.compile(r"""\blang=["']?([a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})?)""")
LONGEST_CELL = 60
SENTENCE_ENDS = (".", "!", "?", "…", "。", '."', ".”", "?”", "!”", ".»")


@dataclass(slots=True)
class Draft:
    """A block of the page."""

    stretches: list[Stretch]
    kind: BlockKind
    tag: str
    """The heading it is in, e.g. `h1`, or nothing."""
    surroundings: str | None
    """What it stands in that is no article, e.g. `navigation`."""
    depth: int
    """2 inside an article element, 1 inside the main element, 0 elsewhere."""
    letters: int
    linked_letters: int
    links: int
    text: str
    """Its text with single spaces."""
    cell: tuple[int, int] | None = None
    """Row and cell of the table that it stands in, counted over the whole page."""

    @property
    def preformatted(self) -> bool:
        """Whether white space counts."""
        return self.kind is BlockKind.CODE

    @property
    def is_one_link(self) -> bool:
        """Whether it is a paragraph of four words or more that is a link from end to end."""
        whole = self.linked_letters == self.letters
        return self.kind is BlockKind.PARAGRAPH and whole and len(self.text.split()) >= 4

    @property
    def is_menu(self) -> bool:
        """Whether it is nothing but several links."""
        whole = self.linked_letters == self.letters
        return self.kind is BlockKind.PARAGRAPH and whole and self.links > 1

    def is_prose(self, words: int) -> bool:
        """Whether it is a paragraph of at least so many words, with a full stop and few links."""
        plain = self.surroundings is None and self.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE)
        long_enough = len(self.text.split()) >= words and self.text.endswith(SENTENCE_ENDS)
        return plain and long_enough and self.linked_letters < self.letters / 2


@dataclass(slots=True)
class Page:
    """The blocks of a page, and its title."""

    drafts: list[Draft] = field(default_factory=list)
    title: list[Stretch] = field(default_factory=list)
    language: str = ""
    """What the page itself says that it is written in, e.g. `de-AT`, or nothing."""
    deepest: int = 0
    """How many block elements were open at once."""


def page_of(source: str, *, name: str, start: int = 0, end: int | None = None) -> Page:
    """Cut a page, or the stretch of a file that is HTML, into blocks.

    Raises:
        InputError: It has more than `MOST_TAGS` tags.
    """
    drafter = _Drafter()
    tags = 0
    for token in tokens(source, start, end):
        if isinstance(token, Stretch):
            drafter.take(token)
            continue
        tags += 1
        if tags > MOST_TAGS:
            problem = f"has more than {MOST_TAGS:,} tags"
            raise InputError(name, problem, hint="Save the article's text alone and give that.")
        if token.closing:
            drafter.close(token)
        else:
            drafter.open(token)
    drafter.flush()
    drafter.page.drafts = _with_whole_rows(drafter.page.drafts)
    return drafter.page


def _with_whole_rows(drafts: Sequence[Draft]) -> list[Draft]:
    """Join the cells of each row of a table of short entries; tables that lay out a page stay as they are."""
    whole: list[Draft] = []
    for row, cells in groupby(drafts, key=lambda draft: draft.cell and draft.cell[0]):
        parts = list(cells)
        apart = len({part.cell for part in parts}) == len(parts)
        short = all(part.letters <= LONGEST_CELL and part.kind is BlockKind.PARAGRAPH for part in parts)
        if row is None or len(parts) == 1 or not (apart and short):
            whole += parts
        else:
            whole.append(_joined(parts))
    return whole


def _joined(parts: Sequence[Draft]) -> Draft:
    stretches: list[Stretch] = []
    for part in parts:
        end = part.stretches[-1].end
        stretches += [*part.stretches, Stretch(" ", end, end)]
    return replace(
        parts[0],
        stretches=stretches,
        letters=sum(part.letters for part in parts),
        linked_letters=sum(part.linked_letters for part in parts),
        links=sum(part.links for part in parts),
        text=" ".join(part.text for part in parts),
    )


class _Drafter:
    """Follows the tags. Counts open elements instead of keeping a tree, so that broken nesting does no harm."""

    def __init__(self) -> None:
        self.page = Page()
        self._open = dict.fromkeys(COUNTED, 0)
        self._heading = ""
        self._in_link = False
        self._in_head = False
        self._in_title = False
        self._level = 0
        self._after_break = False
        self._stretches: list[Stretch] = []
        self._linked = 0
        self._links = 0
        self._row = 0
        self._cell = 0
        self._in_row = False

    def take(self, stretch: Stretch) -> None:
        if self._in_title:
            self.page.title.append(stretch)
        elif not self._in_head:
            self._stretches.append(stretch)
            visible = not stretch.text.isspace()
            self._after_break = self._after_break and not visible
            if self._in_link and visible:
                self._linked += _letters(stretch.text)

    def open(self, tag: Tag) -> None:
        name = tag.name
        if name == "a":
            self._in_link = "href" in tag.inside
            self._links += self._in_link
        elif name == "br":
            self._break(tag)
        elif name in BLOCK_TAGS:
            self.flush()
            self._level += 1
            self.page.deepest = max(self.page.deepest, self._level)
            self._in_title = name == "title" and not self.page.title
            self._in_head = name == "head" or (self._in_head and name == "title")
            if name in HEADINGS or name == "p":
                self._heading = name if name in HEADINGS else ""
            if name == "html" and (declared := LANGUAGE.search(tag.inside)):
                self.page.language = declared[1]
            if name in self._open:
                self._open[name] += 1
            if name == "tr":
                self._row += 1
                self._in_row = True
            self._cell += name in ("td", "th")

    def close(self, tag: Tag) -> None:
        name = tag.name
        if name == "a":
            self._in_link = False
        elif name in BLOCK_TAGS:
            self.flush()
            self._level = max(self._level - 1, 0)
            self._in_title = False
            self._in_head = self._in_head and name == "title"
            if name in HEADINGS:
                self._heading = ""
            if name in ("tr", "table"):
                self._row += 1
                self._in_row = False
            if self._open.get(name):
                self._open[name] -= 1
            if name in LISTS and not any(self._open[each] for each in LISTS):
                self._open.update(li=0, dt=0, dd=0)  # whose end tags may be left out

    def _break(self, tag: Tag) -> None:
        if self._after_break and not self._open["pre"]:
            self.flush()
        else:
            self._stretches.append(Stretch("\n", tag.start, tag.end))
            self._after_break = True

    def flush(self) -> None:
        """End the block."""
        text = " ".join("".join(stretch.text for stretch in self._stretches).split())
        if text:
            self.page.drafts.append(
                Draft(
                    stretches=self._stretches,
                    kind=self._kind(),
                    tag=self._heading,
                    surroundings=next((why for tag, why in SURROUNDINGS.items() if self._open[tag]), None),
                    depth=2 if self._open["article"] else int(self._open["main"] > 0),
                    letters=_letters(text),
                    linked_letters=self._linked,
                    links=self._links,
                    cell=(self._row, self._cell) if self._in_row else None,
                    text=text,
                )
            )
        self._stretches = []
        self._linked = self._links = 0
        self._after_break = False

    def _kind(self) -> BlockKind:
        if self._heading:
            return BlockKind.HEADING
        return next((kind for tag, kind in KINDS if self._open[tag]), BlockKind.PARAGRAPH)


def _letters(text: str) -> int:
    return sum(map(len, text.split()))
