"""Which sentences of the source, from outside a pair, are shown beside it. Pure."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from checker.domain import Pair
from checker.llm.guard import suspicious
from checker.words import Windower
from checker.words.window import prefixes

CONTEXT_WORDS = 40
"""Words that are shown beside one pair, about."""
_SHORTEST = 4
"""Letters from which on a word of the copy is looked up elsewhere in the source."""
_JOIN = " … "


def context_of(pair: Pair) -> str:
    """Return sentences that hold words of the copy which its own source passage lacks; none that talk to a model."""
    text = _JOIN.join(_sentences(pair))
    return "" if suspicious(text) else text


def shared_context(pairs: Sequence[Pair]) -> str:
    """Return the context of all pairs of a call: each sentence once, and none that a pair shows as its source."""
    shown = " ".join(pair.source_text for pair in pairs)
    sentences = (text for pair in pairs if context_of(pair) for text in _sentences(pair))
    return _JOIN.join(text for text in dict.fromkeys(sentences) if text not in shown)


def _sentences(pair: Pair) -> Iterable[str]:
    background = pair.background
    if not background or len(background) <= len(pair.source_text):
        return ()
    known, own = _words(background), set(prefixes(pair.source_text))
    # A copy that uses the words of its own passage alone says nothing that could stand elsewhere.
    wanted = [
        word
        for word in prefixes(pair.republished_text)
        if len(word) >= _SHORTEST and word in known and word not in own
    ]
    if not wanted:
        return ()
    return tuple(
        background[span.start : span.end]
        for span in _windower(background).pick(" ".join(wanted), CONTEXT_WORDS)
        if not any(span.start < passage.end and passage.start < span.end for passage in pair.source)
    )


@lru_cache(maxsize=8)
def _windower(text: str) -> Windower:
    return Windower(text)


@lru_cache(maxsize=8)
def _words(text: str) -> frozenset[str]:
    return frozenset(prefixes(text))
