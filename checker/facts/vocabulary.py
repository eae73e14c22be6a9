"""Writes word lists as running text."""

from collections import defaultdict
from collections.abc import Callable, Mapping


def words(text: str) -> list[str]:
    """Return the words of a text that white space separates, in order."""
    return text.split()


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text that white space separates."""
    return frozenset(text.split())


def opposed(rows: str, *, key: Callable[[str], str] = str) -> Mapping[str, frozenset[str]]:
    """Read rows of words on either side of a slash.

    Args:
        rows: A row a line: *rise grow / fall drop*.
        key: What to know a word by.

    Returns:
        Key of a word -> keys of all words on the other side of its rows.
    """
    others: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows.strip().splitlines():
        left, right = ({key(word) for word in side.split()} for side in row.split(" / "))
        for side, across in ((left, right), (right, left)):
            for word in side:
                others[word] |= across - {word}
    return {word: frozenset(across) for word, across in others.items()}
