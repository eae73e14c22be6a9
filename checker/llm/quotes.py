"""Finds the words that a model quotes in the text that it was shown; offsets are ours, never the model's."""

import re

from checker.facts.difference import Stretch
from checker.llm.guard import defuse

_TYPOGRAPHY = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " "}
)
_NEAR = 80.0
"""Share of equal characters, in per cent, from which on a misspelled quote is taken for the words it resembles."""
_CLEARLY = 90.0
"""Below this share, the words must resemble one place only."""
_NEAR_WORD = 75.0
"""The same for each word of it: a quote with a word of its own is made up, however well the rest fits."""
_SHORTEST = 8
"""Characters from which on a quote is long enough to be recognized although it is misspelled."""
_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+")
_LEFT_OUT = re.compile(r"\.{3,}|…|\[…\]")
_AROUND = "\"' .,;:!?()[]…"
"""What models put around a quote."""


def find(quote: str, text: str) -> Stretch | None:
    """Return where the quote stands in the text, or None for words that nobody wrote.

    White space, case, the style of quotation marks and what stands around the quote do not count, and words in its
    middle may be left out with an ellipsis. A near miss is led to the words it resembles, but never to other words
    and never to other figures: a model that quotes 15.3 where 15.8 stands made it up.
    """
    plain = _plain(text)
    wanted = " ".join(_plain(quote).split())
    bare = wanted.strip(_AROUND)
    if not bare:
        return None
    return _exact(wanted, plain) or _exact(bare, plain) or _pieced(bare, plain) or _near(bare, plain)


def same(quote: str, other: str) -> bool:
    """Tell whether two quotes are the same words."""
    return _plain(quote).strip(_AROUND).split() == _plain(other).strip(_AROUND).split()


def _exact(quote: str, text: str, start: int = 0) -> Stretch | None:
    pattern = r"\s+".join(map(re.escape, quote.split()))
    before = r"(?<!\w)" if quote[0].isalnum() else ""
    after = r"(?!\w)" if quote[-1].isalnum() else ""
    match = re.compile(before + pattern + after).search(text, start)
    return match.span() if match else None


def _pieced(quote: str, text: str) -> Stretch | None:
    """Find a quote with an ellipsis: every piece of it, in order."""
    pieces = [piece.strip() for piece in _LEFT_OUT.split(quote) if piece.strip()]
    if len(pieces) < 2:
        return None
    places: list[Stretch] = []
    for piece in pieces:
        place = _exact(piece, text, places[-1][1] if places else 0)
        if place is None:
            return None
        places.append(place)
    return places[0][0], places[-1][1]


def _near(quote: str, text: str) -> Stretch | None:
    from rapidfuzz.fuzz import partial_ratio_alignment

    if not _SHORTEST <= len(quote) <= len(text):
        return None
    found = partial_ratio_alignment(quote, text, score_cutoff=_NEAR)
    if found is None or found.dest_end <= found.dest_start:
        return None
    start, end = _whole_words(text, found.dest_start, found.dest_end)
    if not _resembles(quote, text[start:end]):
        return None
    if found.score < _CLEARLY:
        elsewhere = text[:start] + " " * (end - start) + text[end:]
        if partial_ratio_alignment(quote, elsewhere, score_cutoff=_NEAR):
            return None
    return start, end


def _resembles(quote: str, words: str) -> bool:
    """Tell whether the figures are equal and every word of the quote is nearly one of these."""
    from rapidfuzz.fuzz import ratio

    if _DIGITS.findall(words) != _DIGITS.findall(quote):
        return False
    there = _WORD.findall(words)
    return all(
        any(ratio(word, other, score_cutoff=_NEAR_WORD) for other in there) for word in _WORD.findall(quote)
    )


def _whole_words(text: str, start: int, end: int) -> Stretch:
    for match in _WORD.finditer(text):
        if match.start() < start < match.end():
            start = match.start()
        if match.start() < end < match.end():
            end = match.end()
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _plain(text: str) -> str:
    """As the model saw it, one character for one, so that offsets stay."""
    folded = (low if len(low := character.casefold()) == 1 else character for character in defuse(text))
    return "".join(folded).translate(_TYPOGRAPHY)
