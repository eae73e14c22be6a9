"""Writes word lists as running text."""


def words(text: str) -> list[str]:
    """Return the words of a text that white space separates, in order."""
    return text.split()


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text that white space separates."""
    return frozenset(text.split())
