"""Lets trafilatura say which blocks of a page are its article.

Its output has no offsets. So each block gets a mark at its first letter before the page goes in, and the marks
that come out again tell which blocks were kept: exact, also where the same words stand on the page twice.
"""

import logging
import re
from collections import Counter

from checker.reading.page import Page

# The 64 hexagrams of the Book of Changes: printable, so that the extractor keeps them, in no word of any article.
FIRST = 0x4DC0
SIGNS = 63
DIGITS = 4
MARK = re.compile(f"{chr(FIRST)}([{chr(FIRST + 1)}-{chr(FIRST + SIGNS)}]{{{DIGITS}}})")
# Beyond these the extractor takes minutes or loses what is nested deeply (measured with trafilatura 2.3.1).
LONGEST_PAGE = 5_000_000
DEEPEST_PAGE = 250
MOST_BLOCKS = 100_000


def extracted(source: str, page: Page) -> set[int]:
    """Return the positions of the blocks that trafilatura keeps; none if it finds no article."""
    if len(source) > LONGEST_PAGE or page.deepest > DEEPEST_PAGE or len(page.drafts) > MOST_BLOCKS:
        return set()
    from trafilatura import extract  # 55 MB that only a web page needs

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # it has opinions about short pages
    kept = extract(closed(_marked(source, page)), include_comments=False, include_tables=True)
    return {_position(mark) for mark in MARK.findall(kept or "")} & set(range(len(page.drafts)))


_DRAWING = re.compile(
    r"<(/?)(svg|math|foreignobject|p|div|h[1-6]|[uod]l|li|table|blockquote|pre|br|hr|center|body)\b([^<>]*)",
    re.I,
)


def closed(source: str) -> str:
    """Close drawings and formulas where a browser does: at the first paragraph or the like within.

    The extractor does not. To it, all that follows a `<svg>` that nobody closes is part of the drawing.
    """
    pieces: list[str] = []
    opened: list[str] = []
    count: Counter[str] = Counter()
    done = 0
    for tag in _DRAWING.finditer(source):
        name = tag[2].lower()
        if name in {"svg", "math", "foreignobject"}:
            if not tag[1] and not tag[3].endswith("/"):
                opened.append(name)
                count[name] += 1
            while tag[1] and count[name]:
                last = opened.pop()
                count[last] -= 1
                if last == name:
                    break
        elif opened and opened[-1] != "foreignobject":  # in which paragraphs are allowed
            pieces += (source[done : tag.start()], *(f"</{one}>" for one in reversed(opened)))
            done, opened = tag.start(), []
            count.clear()
    return "".join((*pieces, source[done:]))


def _marked(source: str, page: Page) -> str:
    pieces: list[str] = []
    done = 0
    for position, draft in enumerate(page.drafts):
        start = next(
            stretch.start + len(stretch.text) - len(stretch.text.lstrip())
            for stretch in draft.stretches
            if stretch.text.strip()
        )
        pieces += (source[done:start], _mark(position))
        done = start
    pieces.append(source[done:])
    return "".join(pieces)


def _mark(position: int) -> str:
    digits = ""
    for _ in range(DIGITS):
        position, digit = divmod(position, SIGNS)
        digits = chr(FIRST + 1 + digit) + digits
    return chr(FIRST) + digits


def _position(digits: str) -> int:
    position = 0
    for sign in digits:
        position = position * SIGNS + ord(sign) - FIRST - 1
    return position
