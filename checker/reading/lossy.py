"""Looks at a source the way a damaged copy shows it.

Some pipelines drop every character beyond ASCII: quotation marks, apostrophes, dashes, currency signs, accents, and
the ligatures of a PDF with the letters that they stand for ("finished" -> "nished"). Every sentence of such a copy
differs from its source without saying anything else. Comparing it with a source that lost the same characters
shows what was really changed.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from checker.domain import Article, Block, OffsetMap

_AT_LEAST = 8
"""Typographic characters that the source must have: the lack of fewer may be the writer's taste."""
_BEYOND = re.compile(r"[^\x00-\x7f]")
_MARKS = re.compile(r"""['"]|[^\x00-\x7f]""")
_LIGATURES = ("ffi", "ffl", "ff", "fi", "fl")
_WORD = re.compile(r"[A-Za-z]+")


def lost_characters(source: Article, republished: Article) -> bool:
    """Tell whether the copy has no quotation mark, apostrophe or sign beyond ASCII at all, though its source does."""
    return (
        len(_BEYOND.findall(source.text)) >= _AT_LEAST
        and len(_MARKS.findall(source.text)) >= _AT_LEAST
        and _MARKS.search(republished.text) is None
    )


def as_lossy(source: Article, republished: Article) -> Article:
    """Return the source without the characters that the copy lost; its offsets still lead to the source's file."""
    dropped = [match.span() for match in _BEYOND.finditer(source.text)]
    dropped += _lost_ligatures(source.text, republished.text)
    # A stretch of the new map copies the file character by character: it also ends where one of the old map does.
    kept = _kept(len(source.text), sorted(dropped), source.offsets.text_starts)
    begins = [0, *accumulate(end - start for start, end in kept)]
    in_file = [source.in_file(start, end) for start, end in kept]
    last = in_file[-1][1] if in_file else 0

    def moved(offset: int) -> int:
        at = bisect_right(kept, (offset, len(source.text)))
        if not at:
            return 0
        start, end = kept[at - 1]
        return begins[at - 1] + min(offset, end) - start

    return replace(
        source,
        text="".join(source.text[start:end] for start, end in kept),
        blocks=tuple(
            Block(start=start, end=end, kind=block.kind, furniture=block.furniture)
            for block in source.blocks
            if (start := moved(block.start)) < (end := moved(block.end))
        ),
        offsets=OffsetMap(
            tuple(begins),
            (*(start for start, _ in in_file), last),
            (*(end for _, end in in_file), last),
        ),
    )


def _lost_ligatures(source: str, copy: str) -> list[tuple[int, int]]:
    """Find letters that a ligature stood for, in words that the copy only has without them."""
    known = {word.lower() for word in _WORD.findall(copy)}
    spans = []
    for word in _WORD.finditer(source):
        if word[0].lower() in known:
            continue
        for ligature in _LIGATURES:
            at = word[0].lower().find(ligature)
            if at >= 0 and word[0].lower().replace(ligature, "", 1) in known:
                spans.append((word.start() + at, word.start() + at + len(ligature)))
                break
    return spans


def _kept(length: int, dropped: list[tuple[int, int]], seams: Sequence[int]) -> list[tuple[int, int]]:
    """The stretches between those dropped, cut at the seams."""
    edges = [0, *(edge for span in dropped for edge in span), length]
    stretches = []
    for start, end in list(pairwise(edges))[::2]:
        cuts = seams[bisect_right(seams, start) : bisect_left(seams, end)]
        stretches += [(one, other) for one, other in pairwise((start, *cuts, end)) if one < other]
    return stretches
