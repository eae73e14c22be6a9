"""Splits an article into passages: sentences, with what is too short joined and what is too long cut."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

import sentencex

from checker.chunker.quotations import quotations, without_marks
from checker.domain import Article, BlockKind, Passage

FEWEST_WORDS = 4
"""Shorter pieces join a neighbour: alone they match anything and nothing."""
LONGEST = 1000
"""Characters after which a passage is cut, so that what comes after stays bounded."""
SPLITTER_WINDOW = 8000
"""Characters given to the splitter at once: it takes quadratic time on quotation marks that never close."""

WORD = re.compile(r"\w+")
HAN_KANA = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[\U00020000-\U0003ffff]")
SOUTH_EAST_ASIAN = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
SPACE = re.compile(r"\s+")
SENTENCE_END = re.compile(r"""[.!?…]["'”’»)\]]*\s+|[。！？]["'”’»」』）]*""")
OPENING_AT_END = re.compile(r"""\s["'“‘„«(\[]+\s*\Z""")
# Abbreviations that the splitter takes for the end of a sentence, by language; seen with sentencex 1.0.32.
TITLES = {
    "en": frozenset(
        {"Messrs.", "Adm.", "Cmdr.", "Lt.", "Sgt.", "Capt.", "Col.", "Maj.", "Pvt.", "Cpl.", "Spc.", "Supt."}
    ),
    "fr": frozenset({"M.", "MM.", "Mme.", "Mlle.", "Me.", "Dr.", "Pr.", "Mgr.", "St.", "Ste.", "art."}),
    "it": frozenset({"Sig.", "Sig.ra", "Dott.", "On.", "Avv.", "Ing.", "art."}),
    "es": frozenset({"Sr.", "Sra.", "Srta.", "Dr.", "Dra.", "art."}),
    "pt": frozenset({"Sr.", "Sra.", "Dr.", "Dra.", "art."}),
}
AFTER_TIME = frozenset(
    {
        *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        *("ET", "EST", "EDT", "PT", "PST", "PDT", "CT", "CST", "CDT", "GMT", "BST", "IST", "UTC", "CET"),
    }
)


def passages(article: Article) -> tuple[Passage, ...]:
    """Split an article into passages, in order.

    Every character of a block that is not white space is in exactly one passage; no passage runs over the
    edge of a block. Headings and code stay whole. Passages have at most about `LONGEST` characters, twice
    that where there is no good place to cut.
    """
    found: list[Passage] = []
    for paragraph, block in enumerate(article.blocks):
        text = article.text[block.start : block.end]
        for start, end in _spans(text, block.kind, article.language):
            found.append(
                Passage(
                    index=len(found),
                    text=text[start:end],
                    start=block.start + start,
                    end=block.start + end,
                    paragraph=paragraph,
                    kind=block.kind,
                    furniture=block.furniture,
                )
            )
    return tuple(found)


def _spans(text: str, kind: BlockKind, language: str) -> Iterator[tuple[int, int]]:
    if kind in (BlockKind.HEADING, BlockKind.CODE):
        bounds = [0, len(text)]
    else:
        bounds = _without_fragments(text, _sentence_bounds(text, language))
    for start, end in pairwise(bounds):
        for first, last in _bounded(text, start, end):
            trimmed = _trim(text, first, last)
            if trimmed[0] < trimmed[1]:
                yield trimmed


def _sentence_bounds(text: str, language: str) -> list[int]:
    """Return where sentences begin, and the end of the text."""
    bounds = [0]
    bare = without_marks(text)
    whole = iter(quotations(text))
    quotation = next(whole, None)
    for start, end in _windows(text):
        for sentence in sentencex.get_sentence_boundaries(language, bare[start:end]):
            stop = start + sentence["end_index"]
            while quotation and quotation[1] <= stop:
                quotation = next(whole, None)
            opening = OPENING_AT_END.search(text, max(stop - 8, bounds[-1]), stop)
            if opening and stop < len(text):
                stop = opening.start()  # a mark that opens the next sentence
            inside = quotation is not None and quotation[0] < stop
            if stop > bounds[-1] and not inside and not _breaks_a_sentence(text, bounds[-1], stop, language):
                bounds.append(stop)
    if bounds[-1] != len(text):
        bounds.append(len(text))
    return bounds


def _windows(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > SPLITTER_WINDOW:
        end = _cut(text, start + SPLITTER_WINDOW // 2, start + SPLITTER_WINDOW)
        yield start, end
        start = end
    yield start, len(text)


def _breaks_a_sentence(text: str, start: int, stop: int, language: str) -> bool:
    """Tell a full stop that ends no sentence: after a title, or before a word that goes on in small letters."""
    if stop >= len(text):
        return False
    before = text[max(stop - 16, start) : stop].split()
    if before and before[-1].lstrip("(\"'“‘") in TITLES.get(language[:2], ()):
        return True
    after = text[stop : stop + 24].lstrip()
    word = WORD.match(after)
    if word is None or not before:
        return False
    return word[0].islower() or (before[-1] in ("a.m.", "p.m.") and word[0] in AFTER_TIME)


def _without_fragments(text: str, bounds: list[int]) -> list[int]:
    """Take out the bounds around pieces that are too short to stand alone."""
    kept = [bounds[0]]
    for bound in bounds[1:]:
        long_enough = _has_words(text, kept[-1], bound)
        if not long_enough and len(kept) > 1 and kept[-1] - kept[-2] < LONGEST:
            kept[-1] = bound  # joins the sentence before it
        elif not long_enough and bound != bounds[-1] and len(kept) == 1:
            continue  # the first of its block joins the one after it
        else:
            kept.append(bound)
    return kept


def _has_words(text: str, start: int, end: int) -> bool:
    """Whether a stretch has `FEWEST_WORDS` words; in scripts without spaces by their usual length."""
    words = 0.0
    for match in WORD.finditer(text, start, min(end, start + 200)):
        word = match[0]
        han = 0 if word.isascii() else len(HAN_KANA.findall(word))
        asian = 0 if word.isascii() else len(SOUTH_EAST_ASIAN.findall(word))
        words += han / 2 + asian / 4 if han or asian else 1
        if words >= FEWEST_WORDS:
            return True
    return False


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = _cut(text, start + LONGEST // 2, start + LONGEST)
        if end - start < 2 * LONGEST and end - cut < LONGEST // 4:
            break  # better a little long than a scrap at the end
        yield start, cut
        start = cut
    yield start, end


def _cut(text: str, low: int, high: int) -> int:
    """Return the best place to cut from `low` to `high`: after a sentence, at a space, between letters."""
    best = 0
    for match in SENTENCE_END.finditer(text, low, high):
        best = match.end()
    if best:
        return best
    space = max(text.rfind(" ", low, high), text.rfind("\n", low, high))
    if space >= 0:
        return space + 1
    while high > low + 1 and (unicodedata.combining(text[high]) or text[high] in "\u200d\ufe0f"):
        high -= 1  # keep a letter and its accents together
    return high


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
