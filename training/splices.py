"""Stitches the beginning of one sentence of a source to the end of another: all words stand there, the claim does not.

Extractive summaries and careless cuts go wrong in this way. Their faithful counterparts only leave something out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from checker.words.window import sentences
from training.data import Spans

_VERB = re.compile(
    r"(?<=[\w\d] )(?:has|have|had|is|are|was|were|will|would|can|could|may|might|must|said|says|told|became|began|"
    r"beat|broke|brought|built|came|chose|found|gave|got|held|kept|led|left|lost|made|met|paid|put|saw|sold|sent|"
    r"shot|spent|spoke|stood|took|went|won|wrote|wants?|plans?|hopes?|faces?|plays?|[a-z]{3,}ed(?! by| to be))\b"
)
_ADJUNCT = re.compile(
    r" (in|at|on|after|by|for|from|with|during|against|over|near|before) ([^.,;:!?\"“”()]{4,60})(?=[.!?]$)"
)
_ALONE = frozenset({"has", "is", "was"})
_SEVERAL = frozenset({"have", "are", "were"})
_POINTING = re.compile(
    r"(?:he|she|it|they|this|that|these|those|there|here|we|i|you|who|which|what|when|while|if|as|but|and|or|so|in|at|on|"
    r"after|before|for|with|by|from|since|however|also|his|her|their|its)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_NEAR = 6
"""How many sentences on the other end may stand."""


@dataclass(frozen=True, slots=True)
class Splice:
    """A copy that a source does not support, and a faithful one of about the same words."""

    spliced: str
    changed: Spans
    """Characters of `spliced` that do not belong with the rest."""
    faithful: str


def splices(source: str, rng: Random) -> Iterator[Splice]:
    """Yield for a source at most one splice of subjects and one of adjuncts."""
    parts = [source[span.start : span.end] for span in sentences(source)]
    parts = [
        part for part in parts if 40 <= len(part) <= 260 and part[-1] in ".!?" and part.count('"') % 2 == 0
    ]
    if len(parts) < 2:
        return
    for splice in (_subjects(parts, rng), _adjuncts(parts, rng)):
        if splice is not None:
            yield splice


def _pairs(parts: Sequence[str], rng: Random) -> Iterator[tuple[str, str]]:
    places = [
        (i, j)
        for i in range(len(parts))
        for j in range(max(0, i - _NEAR), min(len(parts), i + _NEAR + 1))
        if i != j
    ]
    rng.shuffle(places)
    yield from ((parts[i], parts[j]) for i, j in places[:12])


def _subjects(parts: Sequence[str], rng: Random) -> Splice | None:
    """Put what is said of one under the name of another."""
    for first, second in _pairs(parts, rng):
        one, two = _subject(first), _subject(second)
        if one is None or two is None or _content(first[:one]) & _content(second):
            continue
        verb, other = _WORD.match(first, one), _WORD.match(second, two)
        if not verb or not other or _disagree(verb.group(), other.group()):
            continue
        spliced = first[:one] + second[two:]
        faithful = _shortened(second) or second
        return Splice(spliced, ((0, one),), faithful)
    return None


def _subject(sentence: str) -> int | None:
    """Where the first verb begins, if before it stands what can be a subject by itself."""
    found = _VERB.search(sentence)
    if found is None or _POINTING.match(sentence):
        return None
    before = sentence[: found.start()]
    short = 1 <= before.count(" ") <= 8
    return found.start() if short and not re.search(r"[,;:\"“”()—–]", before) else None


def _disagree(verb: str, other: str) -> bool:
    return (verb in _ALONE and other in _SEVERAL) or (verb in _SEVERAL and other in _ALONE)


def _adjuncts(parts: Sequence[str], rng: Random) -> Splice | None:
    """Put the time, the place or the means of one event to another."""
    for first, second in _pairs(parts, rng):
        one, two = _ADJUNCT.search(first), _ADJUNCT.search(second)
        if one is None or two is None or one[1] != two[1]:
            continue
        there, here = _content(one[2]), _content(two[2])
        if there & here or here <= _content(first) or not here:
            continue
        spliced = first[: one.start(2)] + two[2] + first[one.end(2) :]
        faithful = _shortened(first) if rng.random() < 0.5 else first
        return Splice(spliced, ((one.start(2), one.start(2) + len(two[2])),), faithful or first)
    return None


def _shortened(sentence: str) -> str | None:
    """Leave out the last adjunct."""
    found = _ADJUNCT.search(sentence)
    if found is None or found.start() < 35:
        return None
    return sentence[: found.start()].rstrip(" ,") + sentence[found.end() :]


def _content(text: str) -> set[str]:
    return {word.lower()[:6] for word in _WORD.findall(text) if len(word) > 3 or word.isdigit()}
