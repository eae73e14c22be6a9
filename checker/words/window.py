"""Which words of a long source a judge should read beside one sentence of the copy. Pure, standard library only."""

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import heapify, heappop, heappush

_WORD = re.compile(r"[^\W_]+")
_BREAK = re.compile(r"[.!?…][\"'”’)\]]{0,3}\s+(?=[\"'“‘(\[]?[^\Wa-z_])|\n+")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|St|Jr|Sr|vs|No|Inc|Co|[A-Z])\.$"
)

WINDOW_WORDS = (25, 60, 130)
"""Sizes that the judge reads, in source words; its log-odds over them are combined."""


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points, `text[start:end]`."""

    start: int
    end: int


def sentences(text: str) -> list[Span]:
    """Cut a text at sentence ends and line breaks, losing only white space between sentences.

    Deliberately simple: windows need no exact splitter, and this one has no dependency.
    """
    found: list[Span] = []
    start = 0
    for match in _BREAK.finditer(text):
        end = match.start() if match.group().startswith("\n") else match.start() + len(match.group().rstrip())
        if _ABBREVIATION.search(text[max(start, end - 8) : end]):
            continue
        _append(found, text, start, end)
        start = match.end()
    _append(found, text, start, len(text))
    return found


def _append(found: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    if piece.strip():
        left = len(piece) - len(piece.lstrip())
        found.append(Span(start + left, start + len(piece.rstrip())))


def prefixes(text: str, length: int = 6) -> list[str]:
    """Lower-cased word prefixes, so that `shipment` meets `shipments` without a stemmer."""
    return [word[:length] for word in _WORD.findall(text.lower())]


class Windower:
    """Picks source sentences for copies; one per source, so that a long article is indexed once."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._spans = sentences(source)
        self._last: tuple[str, Mapping[str, float], Mapping[int, float]] = ("", {}, {})
        """The copy that was weighed last, with the result: it is asked for in several sizes."""

    # A source of one sentence needs no index.

    @cached_property
    def _bags(self) -> list[frozenset[str]]:
        return [frozenset(prefixes(self._source[span.start : span.end])) for span in self._spans]

    @cached_property
    def _words(self) -> list[int]:
        return [self._source.count(" ", span.start, span.end) + 1 for span in self._spans]

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        holders: dict[str, list[int]] = {}
        for index, bag in enumerate(self._bags):
            for term in bag:
                holders.setdefault(term, []).append(index)
        return holders

    def pick(self, copy: str, words: int) -> list[Span]:
        """Choose about `words` words of the source that cover the copy best, in source order.

        Greedy: each step takes the sentence that covers most of the copy's still uncovered weight; words already
        covered count a quarter. A word's weight is its rarity among the source's sentences. A sentence that alone
        is longer than the budget is taken whole when it comes first. Empty only when the source is.
        """
        if len(self._spans) <= 1:
            return list(self._spans)
        weights, gains = self._weighed(copy)
        left = dict(weights)
        # Gains only shrink as words get covered, so one that was counted since the last choice and leads is the best.
        candidates = [(-gain, index, 0) for index, gain in gains.items()]
        heapify(candidates)
        chosen: list[int] = []
        used = 0
        while candidates and (not chosen or used < words):
            _, index, counted = heappop(candidates)
            if counted < len(chosen):
                heappush(candidates, (-self._gain(index, weights, left), index, len(chosen)))
                continue
            if chosen and used + self._words[index] > words * 1.3:
                continue
            chosen.append(index)
            used += self._words[index]
            for term in self._bags[index]:
                left.pop(term, None)
        if not chosen and self._spans:
            chosen = [0]
        return [self._spans[index] for index in sorted(chosen)]

    def _weighed(self, copy: str) -> tuple[Mapping[str, float], Mapping[int, float]]:
        """Weigh the words of a copy, and for each sentence that holds some say what it gains as the first one."""
        if copy != self._last[0]:
            total = len(self._spans)
            weights = {
                term: math.log(1 + total / len(self._holders[term]))
                for term in sorted(set(prefixes(copy)))
                if term in self._holders
            }
            gains: dict[int, float] = defaultdict(float)
            for term, weight in weights.items():
                for index in self._holders[term]:
                    gains[index] += weight
            for index, gain in gains.items():
                gains[index] = gain / math.sqrt(8 + len(self._bags[index]))
            self._last = copy, weights, gains
        return self._last[1:]

    def _gain(self, index: int, weights: Mapping[str, float], left: Mapping[str, float]) -> float:
        bag = self._bags[index]
        gain = 0.0
        for term, weight in weights.items():
            if term in bag:
                gain += weight if term in left else weight / 4
        # Long sentences cover more by chance: the root keeps them from winning by length alone.
        return gain / math.sqrt(8 + len(bag))


def join(text: str, spans: Sequence[Span]) -> str:
    """The chosen sentences as one text."""
    return " ".join(text[span.start : span.end] for span in spans)
