"""How many of the copy's words stand in the source, weighed by how rare they are: what anybody can write in an hour."""

import math
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from benchmarks.peers.runners.loop import Answer, Batch, Judge, run

_WORD = re.compile(r"\w+")


def cosine(one: dict[str, float], other: dict[str, float]) -> float:
    """Return the cosine of two bags of weighted words."""
    norms = math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    return sum(weight * other.get(word, 0.0) for word, weight in one.items()) / norms if norms else 0.0


def rarity(texts: Iterable[str]) -> dict[str, float]:
    """Return each word's inverse document frequency."""
    documents = [set(words(text)) for text in texts]
    count = Counter(word for document in documents for word in document)
    return {word: 1 + math.log((1 + len(documents)) / (1 + number)) for word, number in count.items()}


def words(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return [word.lower() for word in _WORD.findall(text)]


def load(job: dict[str, Any]) -> Judge:
    """There is nothing to load."""

    def judge(batch: Batch) -> list[Answer]:
        idf = rarity(text for row in batch.rows for text in (row.source, row.republished))

        def bag(text: str) -> dict[str, float]:
            return {word: number * idf[word] for word, number in Counter(words(text)).items()}

        return [Answer(row.id, score=cosine(bag(row.source), bag(row.republished))) for row in batch.rows]

    return judge


if __name__ == "__main__":
    run("", load)
