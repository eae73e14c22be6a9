"""Compares directions and other opposites: *rose* beside *fell*, *before* beside *after*, *win* beside *lose*."""

from collections.abc import Iterator

from checker.domain import Kind
from checker.facts.antonyms import OPPOSITE
from checker.facts.difference import Difference
from checker.facts.negation import HARD, denied
from checker.facts.stems import stem_set
from checker.facts.tokens import WORD, Text, Token, alike_words

_CONVERSE = stem_set("buy sell lend borrow win lose beat defeat lead follow import export hire victim")
_MOVING = stem_set("come go")
"""With the same word after them (*came down*, *went down*) they say the same."""
_POWERS = stem_set("hundred thousand million billion")
_MOST = 100


def direction_differences(source: Text, copy: Text) -> Iterator[Difference]:
    """Yield words of the source that the copy replaces by their opposite in the same place."""
    new = _turning(copy, source)
    old = _turning(source, copy) if new else []
    if not old:
        return
    uneven = sum(token.lower in HARD for token in source.tokens) != sum(
        token.lower in HARD for token in copy.tokens
    )
    for at, token in new:
        best, best_score = None, -1.0
        for before, other in old:
            if token.stem not in OPPOSITE[other.stem] or denied(source, before) != denied(copy, at):
                continue  # "rare", "not common"
            left = alike_words(source.before(before), copy.before(at))
            if source.before(before, 1) != copy.before(at, 1) and other.stem in _CONVERSE:
                continue  # "Telmar bought it from Kestrel", "Kestrel sold it to Telmar"
            if {token.stem, other.stem} == _MOVING and source.after(before + 1, 1) == copy.after(at + 1, 1):
                continue  # "the lights came on", "the lights went on"
            right = alike_words(source.after(before + 1), copy.after(at + 1))
            score = left + right if left and right else 0.5 * (left + right)
            if score > best_score:
                best, best_score = other, score
        if best is None or best_score < 0.5:
            continue
        sure = best_score >= 1.25 and not uneven and token.stem not in ("with", "without")
        yield Difference(
            kind=Kind.DIRECTION,
            rule="direction.reversed" if sure else "direction.reversed.unsure",
            contradicts=sure,
            explanation=f"“{best.text}” in the source, “{token.text}” in the copy.",
            source=(best.start, best.end),
            republished=(token.start, token.end),
        )


def _turning(text: Text, other: Text) -> list[tuple[int, Token]]:
    """Return the words with an opposite that the other passage does not have."""
    places = text.places_of_stems(OPPOSITE.keys() & (text.stems - other.stems))
    return [(index, text.tokens[index]) for index in places if _turns(text.tokens[index])][:_MOST]


def _turns(token: Token) -> bool:
    """Say whether a word has an opposite; *3 million* is a figure, *millions* is not."""
    return token.shape is WORD and (token.stem not in _POWERS or token.lower.endswith("s"))
