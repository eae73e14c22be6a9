"""Breaks sentences into the terms by which they are compared.

Words are cut to a prefix, which stands in for a stemmer in every language that inflects at the end and forgives the
misspelled endings of careless copies. Scripts without spaces between words give overlapping character pairs.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from checker.words.lexicon import lexicon

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

PREFIX = 6
"""Letters kept of a word. Compared on the pairing data: docs/decisions/pairing.md."""
_MAIN_SENSE = 0.2
"""Meanings that make up a smaller share of a word's use do not count."""
_COMMON = 0.05
"""Words found in more than this share of sentences say nothing by their meaning or letters."""
_UNSEEN = 2e-5
"""Share of sentences assumed to hold a word that the background does not list."""

# Han, kana, Thai, Lao, Myanmar and Khmer write words without spaces between them.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
)
_TOKEN = re.compile(rf"[{_UNSPACED}]+|[^\W_{_UNSPACED}]+(?:['\u2019][^\W_{_UNSPACED}]+)?")
_GROUPED = re.compile(r"(?<=\d)[,\u00a0\u202f](?=\d\d\d(?!\d))")
_ELISION = re.compile(r"['\u2019]")
_IS_UNSPACED = re.compile(rf"[{_UNSPACED}]")


def terms(text: str) -> list[str]:
    """Return the prefixes of the words of a text in reading order, repeats included.

    >>> terms("Officials' 1,500 reports don't")
    ['offici', '1500', 'report', 'don']
    """
    return [word[:PREFIX] for word, _ in _words(text)]


def _words(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the folded words of a sentence, and whether each begins with a capital."""
    for token in _TOKEN.findall(_GROUPED.sub("", text)):
        if _IS_UNSPACED.match(token):
            for i in range(max(len(token) - 1, 1)):
                yield token[i : i + 2], False
        else:
            bare = _ELISION.split(token)[0]
            yield _folded(bare), bare[0].isupper()


class Terms:
    """All words of all sentences as arrays; the other terms are derived from these.

    Attributes:
        rows: Number of sentences.
        words: Distinct words, folded.
        word: For each word of the texts, in order, its place in `words`.
        owner: For each word of the texts, which sentence it stands in, ascending.
        name: For each word of the texts, whether a capital that the start of a sentence does not explain marks it.
    """

    def __init__(self, sentences: Sequence[str]) -> None:
        numbers: dict[str, int] = {}
        word: list[int] = []
        name: list[bool] = []
        lengths: list[int] = []
        for sentence in sentences:
            begin = len(word)
            for folded, capital in _words(sentence):
                name.append(capital and len(word) > begin)
                word.append(numbers.setdefault(folded, len(numbers)))
            lengths.append(len(word) - begin)
        self.rows = len(sentences)
        self.words = list(numbers)
        self.word: Ints = np.array(word, dtype=np.int64)
        self.length: Ints = np.array(lengths, dtype=np.int64)
        self.owner: Ints = np.repeat(np.arange(self.rows), self.length)
        self.name: NDArray[np.bool_] = np.array(name, dtype=np.bool_)
        self.number: NDArray[np.bool_] = np.array(
            [any(c.isdigit() for c in w) for w in self.words], dtype=np.bool_
        )
        prefixes: dict[str, int] = {}
        self.prefix: Ints = np.array(
            [prefixes.setdefault(w[:PREFIX], len(prefixes)) for w in self.words], dtype=np.int64
        )
        self.prefixes = len(prefixes)
        usual = background()
        self.prefix_share: Floats = np.array([usual.get(p, _UNSEEN) for p in prefixes], dtype=np.float64)

    def meanings(self) -> "tuple[Ints, Ints, Floats, Floats]":
        """Give each word its dictionary forms, its family and its main senses.

        Returns:
            Shape (words + 1): where each word's entries begin. Then, per entry: number of the meaning, share of the
            word's use that it makes up, share of sentences assumed to hold it. A word that is not in the lexicon
            means itself; common words mean nothing.
        """
        numbers: dict[str, int] = {}
        lexical = lexicon()

        def of(word: str, place: int) -> dict[str, float]:
            if self.prefix_share[self.prefix[place]] >= _COMMON:
                return {}
            facts = lexical.look_up(word)
            found = {f"s{sense}": share for sense, share in facts.senses if share >= _MAIN_SENSE}
            found |= {f"f{family}": 1.0 for family in facts.families}
            found |= {f"l{lemma}": 1.0 for lemma in facts.lemmas}
            return found or {word[:PREFIX]: 1.0}

        entries = [sorted(of(word, place).items()) for place, word in enumerate(self.words)]
        counts = np.array([len(e) for e in entries], dtype=np.int64)
        meaning = np.array(
            [numbers.setdefault(key, len(numbers)) for e in entries for key, _ in e], dtype=np.int64
        )
        share = np.array([share for e in entries for _, share in e], dtype=np.float64)
        usual = np.repeat(self.prefix_share[self.prefix], counts) * share if entries else share
        return np.concatenate(([0], np.cumsum(counts))), meaning, share, usual

    def vectors(self) -> Floats:
        """Return the lexicon's vector of each word that is not common; shape (words, size), zeros where it has none."""
        lexical = lexicon()
        made = np.zeros((len(self.words), len(lexical.vector(0))), dtype=np.float64)
        for place, word in enumerate(self.words):
            row = lexical.look_up(word).row
            if row >= 0 and self.prefix_share[self.prefix[place]] < _COMMON:
                made[place] = lexical.vector(row)
        return made


@cache
def background() -> dict[str, float]:
    """Share of English sentences that hold a word beginning so, for the usual ones; read once.

    The file is made by `training/pairing/background.py`: a share in millionths, then the prefixes that have it.
    """
    table = {}
    for line in (files(__package__) / "background.txt").read_text(encoding="utf-8").splitlines():
        share, *prefixes = line.split()
        table.update(dict.fromkeys(prefixes, int(share) / 1e6))
    return table


def _folded(text: str) -> str:
    """Fold case, compatibility forms and accents, so that Kiev/KIEV, ﬁ/fi and Putín/Putin meet."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(c for c in parts if not "\u0300" <= c <= "\u036f"))
