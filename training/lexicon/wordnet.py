"""Reads the WordNet 3.0 database files (Debian package `wordnet-base`) into plain Python values.

File formats: wndb(5WN) and senseidx(5WN) of the WordNet distribution.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
_SS_TYPE = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}

ANTONYM, HYPERNYM, INSTANCE, SIMILAR, DERIVED, PERTAINS = "!", "@", "@i", "&", "+", "\\"


@dataclass(slots=True)
class Synset:
    """One meaning: its words in file order and its typed pointers."""

    part: str
    category: int
    """Lexicographer file number, 0 to 44: noun.person is 18, verb.motion is 38."""
    words: list[str]
    related: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Pointer symbol -> keys of other synsets."""
    lexical: list[tuple[str, str, str, int]] = field(default_factory=list)
    """(symbol, word here, key of the other synset, index of its word): pointers between words, not meanings."""


@dataclass(slots=True)
class WordNet:
    """Synsets by key (`n00001740`), senses of each word in WordNet's order, irregular forms, use counts."""

    synsets: dict[str, Synset]
    senses: dict[str, list[tuple[str, float]]]
    """Word -> [(synset key, times seen in the sense-tagged corpus)]."""
    irregular: dict[str, dict[str, list[str]]]
    """Part -> form -> lemmas."""


def read(folder: Path) -> WordNet:
    """Read the database in `folder` (usually the one of the Debian package).

    Raises:
        FileNotFoundError: The package is not installed.
    """
    synsets = {}
    for name, part in PARTS.items():
        for line in _lines(folder / f"data.{name}"):
            key, synset = _synset(part, line)
            synsets[key] = synset
    counts = _counts(folder / "cntlist.rev")
    senses: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for name, part in PARTS.items():
        for line in _lines(folder / f"index.{name}"):
            fields = line.split()
            word, n_senses = fields[0], int(fields[2])
            for rank, offset in enumerate(fields[-n_senses:], start=1):
                senses[word].append((part + offset, counts.get((word, part, rank), 0)))
    irregular = {part: _exceptions(folder / f"{name}.exc") for name, part in PARTS.items()}
    return WordNet(synsets, dict(senses), irregular)


def _lines(path: Path) -> list[str]:
    # Licence lines start with two blanks.
    return [line for line in path.read_text(encoding="latin-1").splitlines() if line and line[0] != " "]


def _synset(part: str, line: str) -> tuple[str, Synset]:
    fields = line.split(" | ", 1)[0].split()
    n_words = int(fields[3], 16)
    # Adjectives carry a syntactic marker: "galore(ip)".
    words = [word.split("(")[0] for word in fields[4 : 4 + 2 * n_words : 2]]
    synset = Synset(part, int(fields[1]), words)
    at = 4 + 2 * n_words
    for pointer in range(int(fields[at])):
        symbol, offset, other_part, ends = fields[at + 1 + 4 * pointer : at + 5 + 4 * pointer]
        other = ("a" if other_part == "s" else other_part) + offset
        here, there = int(ends[:2], 16), int(ends[2:], 16)
        if here:
            synset.lexical.append((symbol, words[here - 1], other, there - 1))
        else:
            synset.related[symbol].append(other)
    return part + fields[0], synset


def _counts(path: Path) -> dict[tuple[str, str, int], int]:
    """(word, part, sense number) -> times tagged. An adjective's satellites count as adjectives."""
    counts = {}
    for line in path.read_text(encoding="latin-1").splitlines():
        key, number, count = line.split()
        word, sense = key.rsplit("%", 1)
        counts[word, _SS_TYPE[sense[0]], int(number)] = int(count)
    return counts


def _exceptions(path: Path) -> dict[str, list[str]]:
    return {form: lemmas for form, *lemmas in map(str.split, path.read_text(encoding="latin-1").splitlines())}
