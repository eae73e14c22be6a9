"""Guesses which languages' furniture a page can have, from its smallest words.

Asking every line for every language would cost five times as much, and a line of one language can look like
furniture of another. A guess too many does no harm.
"""

import re
from collections import Counter

SAMPLE = 20_000
WORD = re.compile(r"\w+")
KANA = re.compile("[\u3040-\u30ff]")
CYRILLIC = re.compile("[\u0400-\u04ff]")
SHARE = 0.02
"""How many of the words must be small words of a language; running text of each has 15 to 30 percent."""
SMALL_WORDS = {
    "de": frozenset(
        {"der", "die", "das", "und", "ist", "nicht", "den", "dem", "ein", "eine", "mit", "auf", "sich"}
    ),
    "es": frozenset({"el", "los", "las", "del", "que", "y", "una", "con", "por", "para", "se", "su", "al"}),
    "fr": frozenset(
        {"le", "les", "des", "du", "est", "et", "une", "dans", "pour", "qui", "sur", "au", "aux"}
    ),
    "it": frozenset(
        {"il", "gli", "di", "che", "è", "della", "del", "per", "una", "con", "nel", "sono", "alla"}
    ),
    "nl": frozenset(
        {"de", "het", "een", "van", "en", "dat", "niet", "op", "voor", "met", "zijn", "aan", "om"}
    ),
    "pt": frozenset({"o", "os", "do", "da", "que", "e", "uma", "com", "não", "em", "para", "no", "na"}),
}


def languages_of(text: str, declared: str) -> tuple[str, ...]:
    """Return the codes of the languages to ask: the declared one, English, and those that the text looks like."""
    sample = text[:SAMPLE].lower()
    words = Counter(WORD.findall(sample))
    total = max(sum(words.values()), 1)
    found = [
        language
        for language, small in SMALL_WORDS.items()
        if sum(words[word] for word in small) >= SHARE * total and len(small & words.keys()) > 1
    ]
    if CYRILLIC.search(sample):
        found.append("ru")
    if KANA.search(sample):
        found.append("ja")
    return tuple(dict.fromkeys(["en", declared[:2].lower(), *found]))
