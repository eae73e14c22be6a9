"""The blocks of an HTML page in order, each with where it stands: in a list, in the navigation, in a link."""

from dataclasses import dataclass, field

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
    text: str
    """Its text with single spaces."""

    @property
    def preformatted(self) -> bool:
        """Whether white space counts."""
        return self.kind is BlockKind.CODE

    @property
    def is_one_link(self) -> bool:
        """Whether it is a paragraph of four words or more that is a link from end to end."""
        whole = self.linked_letters == self.letters
        return self.kind is BlockKind.PARAGRAPH and whole and len(self.text.split()) >= 4

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
    return drafter.page


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
            if name in self._open:
                self._open[name] += 1

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
                    text=text,
                )
            )
        self._stretches = []
        self._linked = 0
        self._after_break = False

    def _kind(self) -> BlockKind:
        if self._heading:
            return BlockKind.HEADING
        return next((kind for tag, kind in KINDS if self._open[tag]), BlockKind.PARAGRAPH)


def _letters(text: str) -> int:
    return sum(map(len, text.split()))
