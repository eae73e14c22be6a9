"""Compares who says it: *X said*, *said X*, *according to X*, *told Y*."""

from collections.abc import Iterator
from dataclasses import dataclass

from checker.domain import Kind
from checker.facts.difference import Difference
from checker.facts.lexicon import HONORIFICS, TITLES
from checker.facts.stems import FUNCTION_WORDS
from checker.facts.tokens import Shape, Text
from checker.facts.vocabulary import word_set

_SAYING = word_set(
    """
    say tell add claim announc report explain warn argu insist declar confirm admit suggest note stress
    write reveal acknowledg deny complain predict estimat believ testify comment remark recall conclud
    assert alleg state
    """
)
_SKIP = word_set(
    """
    also later had has have been then repeatedly recently earlier previously once further just who
    """
)
_PRONOUNS = word_set(
    """
    he she they it we i you who that this which one some many people those others
    """
)
_STOP = word_set(
    """
    that to of in on at for with by and but or as if when while because after before about from is was
    are were has have had be will would it there not so what how why who which
    """
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something: the tokens from `first` up to, not including, `after`."""

    first: int
    after: int
    head: str
    """Stem of the last word, or a pronoun as it is."""
    words: frozenset[str]
    verb: int
    """Token of the verb, or of *according*."""
    named: bool

    @property
    def pronoun(self) -> bool:
        """Whether only the sentences around tell who it is."""
        return self.head in _PRONOUNS


def speakers(text: Text) -> list[Speaker]:
    """List who says something in a passage, in order."""
    tokens = text.tokens
    found: list[Speaker] = []
    for index, token in enumerate(tokens):
        if token.shape != Shape.WORD:
            continue
        if token.lower == "according" and index + 2 < len(tokens) and tokens[index + 1].lower == "to":
            speaker = _right(text, index + 2, index)
        elif token.stem in _SAYING and not token.lower.endswith("ing"):
            speaker = _left(text, index) or (
                _right(text, index + 1, index) if _inverted(text, index) else None
            )
        else:
            continue
        if speaker is not None:
            found.append(speaker)
    return found


def _inverted(text: Text, index: int) -> bool:
    """*..., said X*: the verb stands after a mark."""
    return index == 0 or text.tokens[index - 1].shape == Shape.MARK


def _left(text: Text, verb: int) -> Speaker | None:
    tokens = text.tokens
    at = verb - 1
    while at >= 0 and (tokens[at].lower in _SKIP or tokens[at].lower.endswith("ly")):
        at -= 1
    if at < 0 or tokens[at].shape == Shape.NUMBER:
        return None
    if tokens[at].shape == Shape.MARK:
        if tokens[at].text != ",":
            return None
        # "Sullivan, the national security adviser, said": the name stands before the first comma.
        back = at - 1
        while back >= 0 and at - back < 12 and tokens[back].text not in ',.!?"“”;:':
            back -= 1
        if back <= 0 or tokens[back].text != "," or at - back >= 12 or at - back < 2:
            return None
        at = back - 1
        if tokens[at].shape != Shape.WORD or not tokens[at].capital:
            return None
    end = at + 1
    while (
        at >= 0
        and end - at < 8
        and tokens[at].shape == Shape.WORD
        and (tokens[at].lower not in _STOP or tokens[at].lower == "of")
    ):
        at -= 1
    return _speaker(text, at + 1, end, verb)


def _right(text: Text, first: int, verb: int) -> Speaker | None:
    tokens = text.tokens
    at = first
    while (
        at < len(tokens)
        and at - first < 8
        and tokens[at].shape == Shape.WORD
        and (tokens[at].lower not in _STOP or tokens[at].lower == "of")
    ):
        at += 1
    return _speaker(text, first, at, verb) if at > first else None


def _speaker(text: Text, first: int, after: int, verb: int) -> Speaker | None:
    tokens = text.tokens[first:after]
    stems = [
        token.stem
        for token in tokens
        if token.lower not in HONORIFICS and (token.lower not in FUNCTION_WORDS or token.lower in _PRONOUNS)
    ]
    if not stems:
        return None
    if len(stems) > 1:
        stems = [stem for stem in stems if stem not in _PRONOUNS] or stems
    named = [token for token in tokens if token.capital and not token.opens and token.lower not in TITLES]
    head = stems[-1]
    return Speaker(first, after, head, frozenset(stems), verb, bool(named) or tokens[-1].capital)


def attribution_differences(source: Text, copy: Text) -> Iterator[Difference]:
    """Yield speakers that the copy exchanges, adds or leaves out."""
    here = speakers(copy)
    there = speakers(source)
    if not here:
        if len(there) == 1 and there[0].named and len(source.tokens) < 60:
            yield _dropped(source, copy, there[0])
        return
    free_here = [one for one in here if not one.pronoun and not any(_same(one, other) for other in there)]
    free_there = [one for one in there if not one.pronoun and not any(_same(one, other) for other in here)]
    for one in free_here:
        if len(free_there) == 1 and len(free_here) == 1:
            yield _changed(source, copy, free_there[0], one)
        elif not there:
            yield _added(copy, one, known=one.head in source.stems)


def _same(left: Speaker, right: Speaker) -> bool:
    return left.pronoun or right.pronoun or left.head in right.words or right.head in left.words


def _changed(source: Text, copy: Text, old: Speaker, new: Speaker) -> Difference:
    before, after = source.quote(old.first, old.after), copy.quote(new.first, new.after)
    elsewhere = new.head in source.stems
    sure = (old.named == new.named) and not (elsewhere and not new.named)
    return Difference(
        kind=Kind.ATTRIBUTION,
        rule="attribution.speaker" if sure else "attribution.speaker.unsure",
        contradicts=False,
        explanation=f"In the source “{before}” says it, in the copy “{after}”.",
        source=source.stretch(old.first, old.after),
        republished=copy.stretch(new.first, new.after),
    )


def _added(copy: Text, speaker: Speaker, *, known: bool) -> Difference:
    return Difference(
        kind=Kind.ATTRIBUTION,
        rule="attribution.added.unsure" if known else "attribution.added",
        contradicts=False,
        explanation=f"The copy lets “{copy.quote(speaker.first, speaker.after)}” say it; the source names no speaker.",
        republished=copy.stretch(speaker.first, speaker.after),
    )


def _dropped(source: Text, copy: Text, speaker: Speaker) -> Difference:
    return Difference(
        kind=Kind.ATTRIBUTION,
        rule="attribution.dropped",
        contradicts=False,
        explanation=f"In the source “{source.quote(speaker.first, speaker.after)}” says it; "
        "the copy states it without a speaker.",
        source=source.stretch(speaker.first, speaker.after),
        republished=None,
    )
