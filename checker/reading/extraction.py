"""Lets trafilatura say which blocks of a page are its article.

Its output has no offsets. So each block gets a mark at its first letter before the page goes in, and the marks
that come out again tell which blocks were kept: exact, also where the same words stand on the page twice.
"""

import logging
import re

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
    kept = extract(_marked(source, page), include_comments=False, include_tables=True)
    return {_position(mark) for mark in MARK.findall(kept or "")} & set(range(len(page.drafts)))


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
