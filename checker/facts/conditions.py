"""Finds clauses that hold a claim back: *if the tests are negative*, *unless a buyer is found*."""

from collections.abc import Container, Iterator

from checker.facts.stems import stem_set
from checker.facts.tokens import Text

NOT_AFTER = stem_set("ask wonder know see doubt question test check decide find as even what determine")
"""Stems before an *if* that is a *whether*, or that changes nothing."""
_END = frozenset(".,;:!?—–()")


def clauses(text: Text, openers: Container[str], *, not_after: Container[str]) -> Iterator[tuple[int, int]]:
    """Yield the clauses that begin with one of these words: tokens from the word up to, not including, the end."""
    tokens = text.tokens
    for index, token in enumerate(tokens):
        if token.lower in openers and not (index and tokens[index - 1].stem in not_after):
            stop = index + 1
            while stop < len(tokens) and tokens[stop].text not in _END:
                stop += 1
            yield index, stop
