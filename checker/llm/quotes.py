"""Finds the words that a model quotes in the text that it was shown; offsets are ours, never the model's."""

import re

from checker.facts.difference import Stretch
from checker.llm.guard import defuse

_TYPOGRAPHY = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " "}
)
_NEAR = 90.0
"""Share of equal characters, in per cent, from which on a misspelled quote is taken for the words it resembles."""
_SHORTEST = 8
"""Characters from which on a quote is long enough to be recognized although it is misspelled."""
_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+")


def find(quote: str, text: str) -> Stretch | None:
    """Return where the quote stands in the text, or None for words that nobody wrote.

    White space, case and the style of quotation marks do not count. A near miss is led to the words it resembles, but
    never to other figures: a model that quotes 15.3 where 15.8 stands made it up.
    """
    wanted = _plain(quote).split()
    if not wanted:
        return None
    plain = _plain(text)
    pattern = r"\s+".join(map(re.escape, wanted))
    before = r"(?<!\w)" if wanted[0][0].isalnum() else ""
    after = r"(?!\w)" if wanted[-1][-1].isalnum() else ""
    if match := re.search(before + pattern + after, plain):
        return match.span()
    return _near(" ".join(wanted), plain)


def _near(quote: str, text: str) -> Stretch | None:
    from rapidfuzz.fuzz import partial_ratio_alignment

    if not _SHORTEST <= len(quote) <= len(text):
        return None
    found = partial_ratio_alignment(quote, text, score_cutoff=_NEAR)
    if found is None or found.dest_end <= found.dest_start:
        return None
    start, end = _whole_words(text, found.dest_start, found.dest_end)
    if _DIGITS.findall(text[start:end]) != _DIGITS.findall(quote):
        return None
    return start, end


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
