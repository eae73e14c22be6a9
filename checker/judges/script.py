"""Which texts the embedded network can read at all: it learned from English, letter by Latin letter."""

import re

_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_LETTER = re.compile(r"[^\W\d_]")
_SHARE = 0.5
"""Share of a text's letters that must be Latin; names in a Japanese sentence are."""


def is_latin(text: str) -> bool:
    """Whether a text is written in Latin letters, most of it; one without letters is."""
    if text.isascii():
        return True
    letters = len(_LETTER.findall(text))
    return len(_LATIN.findall(text)) >= _SHARE * letters
