"""The few things the generator asks of WordNet 3.x, read from its own database files. Standard library only."""

import functools
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDERS = (os.environ.get("WNSEARCHDIR", ""), "/usr/share/wordnet", "/usr/local/share/wordnet/dict")
_FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
_TYPE = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}


@dataclass(frozen=True, slots=True)
class Synset:
    """One meaning."""

    pos: str
    offset: int
    words: tuple[str, ...]
    pointers: tuple[tuple[str, str, int, int, int], ...]
    """(symbol, part of speech, offset, number of the word it starts from, number of the word it leads to)."""


class WordNet:
    """Meanings and how often each was met in the tagged texts that come with the database."""

    def __init__(self, folder: Path) -> None:
        self._data = {pos: (folder / f"data.{name}").read_bytes() for pos, name in _FILES.items()}
        self._index: dict[str, dict[str, tuple[int, ...]]] = {pos: {} for pos in _FILES}
        for pos, name in _FILES.items():
            for line in (folder / f"index.{name}").read_text("latin-1").splitlines():
                if not line.startswith(" "):
                    parts = line.split()
                    count = int(parts[2])
                    self._index[pos][parts[0]] = tuple(int(offset) for offset in parts[-count:])
        self._counts: dict[tuple[str, str], dict[int, int]] = {}
        for line in (folder / "cntlist.rev").read_text("latin-1").splitlines():
            key, sense, count_text = line.split()
            lemma, _, rest = key.partition("%")
            self._counts.setdefault((lemma, _TYPE[rest[0]]), {})[int(sense)] = int(count_text)
        self.exceptions: dict[str, dict[str, str]] = {
            pos: dict(
                line.split()[:2]
                for line in (folder / f"{name}.exc").read_text("latin-1").splitlines()
                if line
            )
            for pos, name in _FILES.items()
        }

    def known(self, lemma: str, pos: str) -> bool:
        """Whether the word has a meaning of this part of speech."""
        return lemma in self._index[pos]

    def frequency(self, lemma: str, pos: str) -> int:
        """How often the word was met with this part of speech."""
        return sum(self._counts.get((lemma, pos), {}).values())

    def lemmas(self, pos: str) -> Iterator[str]:
        """All words of a part of speech, in the order of the index."""
        return iter(self._index[pos])

    def senses(self, lemma: str, pos: str) -> list[tuple[Synset, float]]:
        """Meanings with their share of the word's uses, most frequent first."""
        offsets = self._index[pos].get(lemma, ())
        counts = self._counts.get((lemma, pos), {})
        # Half a use for a meaning never met keeps the shares of rare words apart from certainty.
        weights = [counts.get(number, 0) + 0.5 / number for number in range(1, len(offsets) + 1)]
        total = sum(weights) or 1.0
        return [
            (self.synset(pos, offset), weight / total)
            for offset, weight in zip(offsets, weights, strict=True)
        ]

    @functools.lru_cache(maxsize=50_000)  # noqa: B019 - one instance lives as long as the program
    def synset(self, pos: str, offset: int) -> Synset:
        """Read one meaning at its byte offset."""
        data = self._data[pos]
        fields = data[offset : data.index(b"|", offset)].decode("latin-1").split()
        words = int(fields[3], 16)
        names = tuple(fields[4 + 2 * i].partition("(")[0] for i in range(words))
        at = 4 + 2 * words
        pointers = []
        for i in range(int(fields[at])):
            symbol, where, other, numbers = fields[at + 1 + 4 * i : at + 5 + 4 * i]
            pointers.append(
                (
                    symbol,
                    "a" if other == "s" else other,
                    int(where),
                    int(numbers[:2], 16),
                    int(numbers[2:], 16),
                )
            )
        return Synset(pos, offset, names, tuple(pointers))

    def related(self, synset: Synset, *symbols: str) -> list[Synset]:
        """Meanings that pointers of these kinds lead to."""
        return [
            self.synset(pos, offset) for symbol, pos, offset, _, _ in synset.pointers if symbol in symbols
        ]

    def antonyms(self, lemma: str, pos: str) -> list[str]:
        """Opposites of the word in its more usual meanings."""
        out: list[str] = []
        for synset, share in self.senses(lemma, pos)[:3]:
            if share < 0.2:
                continue
            for symbol, other, offset, start, end in synset.pointers:
                if symbol == "!" and start and synset.words[start - 1].lower() == lemma:
                    out.append(self.synset(other, offset).words[end - 1])
        return out


@functools.cache
def wordnet() -> WordNet | None:
    """The installed database, or None: then the kinds that need it are silent."""
    for folder in FOLDERS:
        if folder and (Path(folder) / "data.noun").is_file():
            return WordNet(Path(folder))
    return None


def installed() -> WordNet:
    """The database, for helpers that run only where `wordnet()` has found it."""
    net = wordnet()
    if net is None:
        raise RuntimeError("the WordNet database files are not installed")
    return net
