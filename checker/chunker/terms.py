"""Breaks a sentence into the terms by which sentences are compared.

Words are cut to a prefix, which stands in for a stemmer in every language that inflects at the end and forgives the
misspelled endings of careless copies. Scripts that put no spaces between words give overlapping character pairs.
"""

import re
import unicodedata

PREFIX = 6
"""Letters kept of a word. Compared on the pairing data: docs/decisions/pairing.md."""

# Han, kana, Thai, Lao, Myanmar and Khmer write words without spaces between them.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_TOKEN = re.compile(rf"[{_UNSPACED}]+|[^\W_{_UNSPACED}]+(?:['\u2019][^\W_{_UNSPACED}]+)?")
_GROUPED = re.compile(r"(?<=\d)[,\u00a0\u202f](?=\d\d\d(?!\d))")
_ELISION = re.compile(r"['\u2019]")
_IS_UNSPACED = re.compile(rf"[{_UNSPACED}]")


def terms(text: str) -> list[str]:
    """Return the terms of a sentence in reading order, repeats included.

    >>> terms("Officials' 1,500 reports don't")
    ['offici', '1500', 'report', 'don']
    """
    found: list[str] = []
    folded = _folded(_GROUPED.sub("", text))
    for token in _TOKEN.findall(folded):
        if _IS_UNSPACED.match(token):
            found.extend(token[i : i + 2] for i in range(max(len(token) - 1, 1)))
        else:
            found.append(_ELISION.split(token)[0][:PREFIX])
    return found


def _folded(text: str) -> str:
    """Fold case, compatibility forms and accents, so that Kiev/KIEV, ﬁ/fi and Putín/Putin meet."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(c for c in parts if not "\u0300" <= c <= "\u036f"))
