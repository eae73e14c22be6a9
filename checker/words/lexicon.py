"""What the program knows about single English words: WordNet's meanings and short vectors, from one archive.

`training/lexicon/build.py` makes the archive and documents its members. Reading takes some 60 ms, once, at the first
question; each word's facts are parsed when they are first asked for.
"""

import zipfile
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

_ARCHIVE = "lexicon.zip"
_VECTOR_SCALE = 127.0

# WordNet's own rules of detachment (morphy(7WN)), by part of speech.
_ENDINGS: tuple[tuple[str, str, str], ...] = (
    ("n", "ies", "y"),
    ("n", "men", "man"),
    ("n", "ches", "ch"),
    ("n", "shes", "sh"),
    ("n", "sses", "ss"),
    ("n", "ses", "s"),
    ("n", "xes", "x"),
    ("n", "zes", "z"),
    ("n", "s", ""),
    ("v", "ies", "y"),
    ("v", "es", "e"),
    ("v", "es", ""),
    ("v", "s", ""),
    ("v", "ied", "y"),
    ("v", "ed", "e"),
    ("v", "ed", ""),
    ("v", "ing", "e"),
    ("v", "ing", ""),
    ("a", "iest", "y"),
    ("a", "ier", "y"),
    ("a", "est", "e"),
    ("a", "est", ""),
    ("a", "er", "e"),
    ("a", "er", ""),
)
_ENDINGS_BY_LETTER = {
    letter: [rule for rule in _ENDINGS if rule[1].endswith(letter)]
    for letter in {rule[1][-1] for rule in _ENDINGS}
}
"""Last letter -> the rules that such a word may fall under, in order."""
_SHORTEST_STEM = 2
_COMMON = 4
"""Frequency band from which a word counts as common; see `WordFacts.frequency`."""


@dataclass(frozen=True, slots=True, eq=False)
class WordFacts:
    """What is known of one word form; `UNKNOWN` when nothing is. Equal to itself only, so that it hashes at once."""

    lemmas: frozenset[int] = frozenset()
    """Numbers of the dictionary words that the form may stand for."""
    parts: frozenset[str] = frozenset()
    """Any of n, v, a, r."""
    families: frozenset[str] = frozenset()
    """Groups of words derived from one another."""
    senses: tuple[tuple[int, float], ...] = ()
    """(meaning, share of the word's use in [0, 1]), most frequent first."""
    antonyms: frozenset[int] = frozenset()
    """Numbers of the dictionary words that WordNet opposes to it."""
    frequency: int = 0
    """Binary logarithm of its count in the training texts, 0 to 9."""
    categories: frozenset[str] = frozenset()
    """Lexicographer files of its main senses: part and number in base 36 (`ni` is a person)."""
    row: int = -1
    """Row of its vector, or -1."""
    main_senses: tuple[int, ...] = ()
    """The two most frequent meanings of each part of speech."""
    main_parts: frozenset[str] = frozenset()
    """Parts of speech of the main senses."""

    @property
    def common(self) -> bool:
        """Whether the word is usual enough for a change of it to be no mere change of a name."""
        return self.frequency >= _COMMON


UNKNOWN = WordFacts()
_MAIN_SENSE = 0.2
_SENSES_PER_PART = 2


class Lexicon:
    """Looks words and meanings up. Immutable once read; every answer is remembered."""

    def __init__(self, members: dict[str, bytes]) -> None:
        """Take the archive's members by name."""
        self._members = members
        words = members["words"].decode().split("\n")
        self._words = words
        self._number = {word: number for number, word in enumerate(words)}
        self._facts = members["facts"].decode().split("\n")
        self._meanings = members["meanings"].decode().split("\n")
        self.look_up = lru_cache(maxsize=60_000)(self._look_up)
        self.ancestors = lru_cache(maxsize=60_000)(self._ancestors)
        self.similar_meanings = lru_cache(maxsize=60_000)(self._similar_meanings)
        self.similarity = lru_cache(maxsize=200_000)(self._similarity)

    @cached_property
    def _irregular(self) -> dict[str, list[tuple[str, str]]]:
        table: dict[str, list[tuple[str, str]]] = {}
        for line in self._members["irregular"].decode().split("\n"):
            part, form, *lemmas = line.split()
            table.setdefault(form, []).extend((part, lemma) for lemma in lemmas)
        return table

    @cached_property
    def _vectors(self) -> NDArray[np.float32]:
        rows = int(self._members["shape"].decode().strip("[]").split(",")[0])
        raw = np.frombuffer(self._members["vectors"], dtype=np.int8).reshape(rows, -1)
        return raw.astype(np.float32) / _VECTOR_SCALE

    def __contains__(self, word: str) -> bool:
        """Whether the lower-case word is a dictionary form."""
        return word in self._number

    def word(self, number: int) -> str:
        """Dictionary word by its number."""
        return self._words[number]

    def part(self, meaning: int) -> str:
        """Part of speech of a meaning: n, v, a or r."""
        return self._meanings[meaning][0]

    def _look_up(self, form: str) -> WordFacts:
        """Facts about a lower-case word form; `UNKNOWN` if WordNet has no such word."""
        readings = self._readings(form)
        if not readings:
            return UNKNOWN
        lemmas: set[int] = set()
        parts: set[str] = set()
        families: set[str] = set()
        antonyms: set[int] = set()
        senses: dict[int, float] = {}
        categories: set[str] = set()
        frequency, row = 0, -1
        n_rows = len(self._vectors)
        for part, number in readings:
            often, family, meant, opposed = self._facts[number].split("\t")
            lemmas.add(number)
            if family:
                families.add(family)
            antonyms.update(int(i, 36) for i in opposed.split())
            frequency = max(frequency, int(often))
            if number < n_rows and (row < 0 or number < row):
                row = number
            found = [(int(m, 36), int(share, 36) / 100) for m, share in (s.split(":") for s in meant.split())]
            found = [(m, share) for m, share in found if part in ("", self._meanings[m][0])]
            total = sum(share for _, share in found) or 1.0
            for meaning, share in found:
                # Forms of several words ("left", "found") share their senses out evenly.
                senses[meaning] = max(senses.get(meaning, 0.0), share / total)
                category = self._meanings[meaning].split("\t", 1)[0]
                parts.add(category[0])
                if share / total >= _MAIN_SENSE:
                    categories.add(category)
        ranked = tuple(sorted(senses.items(), key=lambda item: -item[1]))
        main_senses: list[int] = []
        for meaning, _ in ranked:
            part = self.part(meaning)
            if sum(self.part(other) == part for other in main_senses) < _SENSES_PER_PART:
                main_senses.append(meaning)
        return WordFacts(
            lemmas=frozenset(lemmas),
            parts=frozenset(parts),
            families=frozenset(families),
            senses=ranked,
            antonyms=frozenset(antonyms),
            frequency=frequency,
            categories=frozenset(categories),
            row=row,
            main_senses=tuple(main_senses),
            main_parts=frozenset(category[0] for category in categories),
        )

    def _readings(self, form: str) -> list[tuple[str, int]]:
        """(part or "" for any, number of the dictionary word) for every word that the form may stand for."""
        found = {("", self._number[form])} if form in self._number else set()
        for part, lemma in self._irregular.get(form, ()):
            if lemma in self._number and lemma != form:
                found.add((part, self._number[lemma]))
        for part, ending, instead in _ENDINGS_BY_LETTER.get(form[-1:], ()) if form[-2:] != "ss" else ():
            if form.endswith(ending):
                stem = form[: -len(ending)] + instead
                number = self._number.get(stem)
                if number is not None and len(stem) > _SHORTEST_STEM and self._has_part(number, part):
                    found.add((part, number))
        # Where a reading as a whole word is far rarer ("ha" beside "has"), it stays: alignment only asks for overlap.
        return sorted(found)

    def _has_part(self, number: int, part: str) -> bool:
        senses = self._facts[number].split("\t")[2]
        return any(self._meanings[int(s.split(":")[0], 36)][0] == part for s in senses.split())

    def _related(self, meaning: int, column: int) -> list[int]:
        return [int(i, 36) for i in self._meanings[meaning].split("\t")[column].split()]

    def _ancestors(self, meaning: int) -> dict[int, int]:
        """More general meanings -> how many steps above; the meaning itself at 0."""
        steps = {meaning: 0}
        level = [meaning]
        while level:
            level = [up for this in level for up in self._related(this, 1) if up not in steps]
            distance = max(steps.values()) + 1
            steps.update(dict.fromkeys(level, distance))
        return steps

    def _similar_meanings(self, meaning: int) -> frozenset[int]:
        """Meanings that WordNet calls similar (adjectives) or groups together (verbs)."""
        return frozenset(self._related(meaning, 2))

    def _similarity(self, a: int, b: int) -> float:
        """Cosine of two vector rows in [-1, 1]."""
        return float(self._vectors[a] @ self._vectors[b])

    def vector(self, row: int) -> NDArray[np.float32]:
        """Vector of a row, shape (size,), of length 1."""
        found: NDArray[np.float32] = self._vectors[row]
        return found

    def vectors(self, rows: list[int]) -> NDArray[np.float32]:
        """Vectors of several rows, shape (len(rows), size)."""
        found: NDArray[np.float32] = self._vectors[rows] if rows else self._vectors[:0]
        return found

    def centroid(self, rows: list[int]) -> NDArray[np.float32]:
        """Mean direction of several rows, shape (size,), of length 1; zeros where there are none."""
        total: NDArray[np.float32] = np.add.reduce(self.vectors(rows), axis=0)
        return total / max(float(np.sqrt(total.dot(total))), 1e-6)


@cache
def lexicon() -> Lexicon:
    """The packaged lexicon, read once."""
    with (files(__package__) / _ARCHIVE).open("rb") as packed, zipfile.ZipFile(packed) as archive:
        return Lexicon({name: archive.read(name) for name in archive.namelist() if name != "LICENSE"})
