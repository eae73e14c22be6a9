"""Cuts HTML into tags, text and character references, each with its place in the file.

Not html.parser: its scan for the end of a comment or a tag starts again at each opening bracket, so that
100 kB of `<!--` or `<a ` is scanned again from every opening; and it counts lines, not characters. This
one reads every character at most a few times, whatever the input.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5

from checker.reading.assembly import Stretch

RAW_TEXT = frozenset(
    {"script", "style", "noscript", "template", "textarea", "iframe", "noembed", "noframes", "xmp"}
)
"""Elements whose contents are not read at all, up to their end tag."""
OPENING = re.compile(r"<(?=/?[a-zA-Z]|!|\?)")
TAG_NAME = re.compile(r"/?([a-zA-Z][^\s/>\x00]{0,40})")
TAG_STOP = re.compile(r"""=\s*(["'])|>""")
REFERENCE = re.compile(r"&(?:#[0-9]{1,9};?|#[xX][0-9a-fA-F]{1,8};?|[a-zA-Z][a-zA-Z0-9]{1,31};?)")


@dataclass(slots=True)
class Tag:
    """A start tag or an end tag. Not frozen: that would take twice as long to make, half a million times."""

    name: str
    closing: bool
    start: int
    end: int
    inside: str
    """What stands between the name and the closing bracket."""


def tokens(source: str, start: int = 0, end: int | None = None) -> Iterator[Tag | Stretch]:
    """Cut a stretch of HTML into tags and readable stretches. Comments and raw text elements are left out."""
    stop = len(source) if end is None else end
    scan = _Scan(source, stop)
    at = start
    while at < stop:
        opening = OPENING.search(source, at, stop)
        bracket = opening.start() if opening else stop
        if bracket > at:
            yield from _text(source, at, bracket)
        if opening is None:
            return
        at = bracket
        if source.startswith("<!--", at):
            at = scan.after("-->", at + 4, otherwise=at + 4)
            continue
        if source.startswith(("<!", "<?"), at):
            at = scan.after(">", at + 2, otherwise=stop)
            continue
        name = TAG_NAME.match(source, at + 1, stop)
        assert name is not None  # noqa: S101  # OPENING looked at the same letters
        after = scan.after_tag(name.end())
        tag = Tag(name[1].lower(), source[at + 1] == "/", at, after, source[name.end() : after - 1])
        yield tag
        at = after
        if tag.name in RAW_TEXT and not tag.closing:
            at = scan.after_raw_text(tag.name, at)


class _Scan:
    """Searches forward, and remembers what is not there any more, so that no search is made twice in vain."""

    def __init__(self, source: str, stop: int) -> None:
        self._source = source
        self._stop = stop
        self._absent: set[str] = set()

    def find(self, what: str, at: int) -> int:
        if what in self._absent:
            return -1
        place = self._source.find(what, at, self._stop)
        if place < 0:
            self._absent.add(what)
        return place

    def after(self, what: str, at: int, *, otherwise: int) -> int:
        place = self.find(what, at)
        return otherwise if place < 0 else place + len(what)

    def after_tag(self, at: int) -> int:
        """Return the end of a tag. A bracket inside a quoted value does not end it."""
        place = at
        while match := TAG_STOP.search(self._source, place, self._stop):
            if match[1] is None:
                return match.end()
            close = self.find(match[1], match.end())
            if close < 0:
                break
            place = close + 1
        return self.after(">", at, otherwise=self._stop)

    def after_raw_text(self, name: str, at: int) -> int:
        """Return where the end tag of a raw text element begins, or `at` if there is none."""
        if f"</{name}" in self._absent:
            return at
        match = re.compile(rf"</{name}\b", re.I).search(self._source, at, self._stop)
        if match is None:
            self._absent.add(f"</{name}")
            return at
        return match.start()


def _text(source: str, start: int, end: int) -> Iterator[Stretch]:
    at = start
    for match in REFERENCE.finditer(source, start, end):
        written = _reference(match[0])
        readable = html.unescape(written) or " "  # the number of a control character stands for nothing
        if readable == written:
            continue
        if match.start() > at:
            yield Stretch(source[at : match.start()], at, match.start())
        at = match.start() + len(written)
        yield Stretch(readable, match.start(), at)
    if at < end:
        yield Stretch(source[at:end], at, end)


def _reference(written: str) -> str:
    """Return the part of `written` that is a reference: `&copy` of `&copy2020`."""
    if written.endswith(";") or written[1] == "#":
        return written
    for length in range(len(written), 2, -1):
        if written[1:length] in html5:
            return written[:length]
    return written
