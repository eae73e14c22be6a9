"""The word-level view of two texts: their words, what corresponds to what, and what changed."""

from dataclasses import dataclass
from functools import cached_property

from checker.words.align import Alignment, align
from checker.words.changes import Drop, WordChange, changes, local_drops
from checker.words.exchange import Exchange, exchanges
from checker.words.tokens import Token, tokenize
from checker.words.window import Windower

_WHOLE = 150
"""Sources of up to this many words are looked at whole."""
_WINDOW = 130
_LONG_COPY = 150
"""A copy longer than this may come from anywhere in the source."""


@dataclass(frozen=True)
class WordView:
    """What `compare_words` saw. Positions count `source` and `republished`; offsets are those of the texts given."""

    source: tuple[Token, ...]
    """Words of the source, or of the sentences of a long source that are nearest to the copy."""
    republished: tuple[Token, ...]
    alignment: Alignment
    exchanged: tuple[Exchange, ...]
    drops: tuple[Drop, ...]

    @cached_property
    def changes(self) -> tuple[WordChange, ...]:
        """What differs, in the copy's order."""
        return changes(self.alignment, self.exchanged, self.drops, self.source, self.republished)


def compare_words(source: str, republished: str) -> WordView:
    """Compare two texts word by word.

    Of a source longer than 150 words, only the sentences nearest to the copy are looked at: about 130 words, or
    twice the copy's length if that is more. A copy longer than that is compared with the whole source. The cost
    grows linearly with both texts. Empty texts give an empty view.
    """
    there = _source_tokens(source, republished)
    here = tokenize(republished)
    alignment = align(there, here)
    return WordView(
        source=tuple(there),
        republished=tuple(here),
        alignment=alignment,
        exchanged=exchanges(alignment, there, here),
        drops=local_drops(alignment, there),
    )


def _source_tokens(source: str, republished: str) -> list[Token]:
    copy_words = republished.count(" ") + 1
    if source.count(" ") < _WHOLE or copy_words > _LONG_COPY:
        return tokenize(source)
    budget = max(_WINDOW, 2 * copy_words)
    tokens: list[Token] = []
    for span in Windower(source).pick(republished, budget):
        tokens.extend(
            tokenize(source[span.start : span.end], span.start, tokens[-1].sentence + 1 if tokens else 0)
        )
    return tokens
