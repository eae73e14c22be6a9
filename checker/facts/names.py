"""Compares names of persons, organisations and places: replaced, exchanged and added ones."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from checker.domain import Kind
from checker.facts.difference import Difference
from checker.facts.lexicon import HONORIFICS, TITLES, common_words
from checker.facts.places import PHRASES, PLACE_OF, SHORT_FOR
from checker.facts.stems import FUNCTION_WORDS
from checker.facts.tokens import Background, Shape, Text, Token, fit
from checker.facts.vocabulary import word_set

_JOINTS = word_set("of de van von der den la le di da du dos bin ibn al el ben & - ’ '")
_NOT_NAMES = word_set("i mr mrs ms am pm ok tv dna gmt bst est pst utc")
_NICKNAMES = {
    "bill": "william", "will": "william", "bob": "robert", "rob": "robert", "dick": "richard", "rick": "richard",
    "jim": "james", "jimmy": "james", "joe": "joseph", "mike": "michael", "tom": "thomas", "dave": "david",
    "dan": "daniel", "steve": "steven", "stephen": "steven", "chris": "christopher", "nick": "nicholas",
    "tony": "anthony", "ted": "edward", "ed": "edward", "ben": "benjamin", "sam": "samuel", "alex": "alexander",
    "andy": "andrew", "matt": "matthew", "pat": "patrick", "liz": "elizabeth", "beth": "elizabeth", "kate":
    "katherine", "kathy": "katherine", "sue": "susan", "jen": "jennifer", "greg": "gregory", "jeff": "jeffrey",
    "ken": "kenneth", "ron": "ronald", "don": "donald", "tim": "timothy", "larry": "lawrence", "fred": "frederick",
}  # fmt: skip
_SURE_FIT = 1.5
_NEAR_FIT = 1.0


@dataclass(frozen=True, slots=True)
class Name:
    """A name: the tokens from `first` up to, not including, `after`."""

    first: int
    after: int
    words: tuple[str, ...]
    """Its words in lower case without titles and little words."""


class NamedText:
    """A passage with its names and what is needed to look one up."""

    def __init__(self, text: Text, capitals: frozenset[str], taken: frozenset[int]) -> None:
        self.text = text
        self.names = find_names(text, capitals, taken)
        tokens = text.tokens
        places = {PLACE_OF[token.lower] for token in tokens if token.lower in PLACE_OF}
        for left, right in itertools.pairwise(tokens):
            phrase = PHRASES.get((left.lower, right.lower))
            if phrase is not None:
                places.add(phrase)
        self.places = places
        self.capitals = [token.lower for token in tokens if token.shape == Shape.WORD and token.capital]
        self.skeletons = {skeleton(word) for word in self.capitals}
        letters = [
            (token.lower[0], token.capital)
            for token in tokens
            if token.shape == Shape.WORD
            and token.stem not in ("the", "of", "and", "for", "a", "an", "in", "on", "to")
        ]
        self.initials = "".join(letter for letter, _ in letters)
        self.capital_initials = "".join(letter if capital else " " for letter, capital in letters)
        self.acronyms = frozenset(
            token.lower
            for token in tokens
            if token.shape == Shape.WORD and 2 <= len(token.text) <= 7 and _all_caps(token)
        )

    def knows(self, word: str, *, all_caps: bool) -> bool:
        """Say whether this passage has the name word in any form."""
        text = self.text
        if word in text.words or (word in SHORT_FOR and any(part in text.words for part in SHORT_FOR[word])):
            return True
        place = PLACE_OF.get(word)
        if place is not None:
            return place in self.places
        if _stem(word) in text.stems or _NICKNAMES.get(word, word) in self._formal:
            return True
        if all_caps and len(word) >= 2:
            return word in (self.initials if len(word) > 2 else self.capital_initials)
        if len(word) < 4:
            return False
        return skeleton(word) in self.skeletons or any(alike(word, other) for other in self.capitals)

    @property
    def _formal(self) -> set[str]:
        return {_NICKNAMES.get(word, word) for word in self.capitals}

    def knows_as_acronym(self, words: tuple[str, ...]) -> bool:
        """Say whether an acronym here stands for these words: NHS for National Health Service."""
        initials = "".join(word[0] for word in words)
        return any(
            acronym in initials or (len(acronym) > 2 and initials in acronym)
            for acronym in self.acronyms
            if len(initials) >= 2
        )


def _stem(word: str) -> str:
    from checker.facts.stems import stem_of

    return stem_of(word)


def _all_caps(token: Token) -> bool:
    letters = token.text.replace(".", "")
    return letters.isupper() and len(letters) >= 2


def skeleton(word: str) -> str:
    """Return what spellings of a foreign name share: *Zelensky*, *Zelenskyy*, *Zelenskiy*."""
    out = word
    for old, new in (("kh", "h"), ("ph", "f"), ("zh", "z"), ("ts", "c"), ("tz", "c"), ("sch", "sh"), ("ya", "ia"), ("yu", "iu"), ("j", "i"), ("y", "i"), ("w", "v"), ("q", "k"), ("ck", "k"), ("c", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("x", "ks")):  # fmt: skip
        out = out.replace(old, new)
    squeezed = out[:1]
    for letter in out[1:]:
        if letter != squeezed[-1]:
            squeezed += letter
    return squeezed.removesuffix("i") if len(squeezed) > 4 else squeezed


def alike(left: str, right: str) -> bool:
    """Say whether two name words are one with a slip: one letter in five, two in eight, first letters alike."""
    longest = max(len(left), len(right))
    allowed = 0 if longest < 5 else 1 if longest < 8 else 2
    if not allowed or abs(len(left) - len(right)) > allowed:
        return False
    return Levenshtein.distance(left, right, score_cutoff=allowed) <= allowed


def find_names(text: Text, capitals: frozenset[str], taken: frozenset[int]) -> list[Name]:
    """List the names of a passage. `capitals`: words known to be names from inside some sentence."""
    tokens = text.tokens
    common = common_words()
    shouting = _is_headline(tokens)
    names: list[Name] = []
    index = 0
    while index < len(tokens):
        if index in taken or not _starts_name(tokens[index], capitals, common, shouting=shouting):
            index += 1
            continue
        at = index + 1
        while at < len(tokens) and at not in taken:
            token = tokens[at]
            if (
                token.shape == Shape.WORD
                and token.capital
                and not token.opens
                and (not shouting or token.lower not in common)
            ):
                at += 1
                continue
            if (
                token.text == "."
                and at + 1 < len(tokens)
                and len(tokens[at - 1].text) == 1
                and tokens[at + 1].capital
            ):
                at += 1  # J. Smith
                continue
            joint = at
            while (
                joint < len(tokens)
                and joint < at + 2
                and (tokens[joint].lower in _JOINTS or (joint > at and tokens[joint].lower == "the"))
            ):
                joint += 1
            if (
                joint > at
                and joint < len(tokens)
                and tokens[joint].shape == Shape.WORD
                and tokens[joint].capital
                and joint not in taken
                and tokens[joint].lower not in HONORIFICS
                and (
                    tokens[at].text not in "-’'"
                    or (tokens[at].start == tokens[at - 1].end and tokens[at].end == tokens[joint].start)
                )
            ):
                at = joint + 1
                continue
            break
        words = tuple(
            token.lower
            for token in tokens[index:at]
            if token.shape == Shape.WORD
            and token.lower not in HONORIFICS
            and token.lower not in TITLES
            and token.lower not in FUNCTION_WORDS
            and token.lower not in _NOT_NAMES
            and len(token.lower) > 1
        )
        if words:
            names.append(Name(index, at, words))
        index = at
    return names


def _starts_name(token: Token, capitals: frozenset[str], common: frozenset[str], *, shouting: bool) -> bool:
    if token.shape != Shape.WORD or not token.capital or token.lower in _NOT_NAMES:
        return False
    if token.opens or shouting:
        return token.lower in capitals or not (
            token.lower in common or token.lower in FUNCTION_WORDS or token.stem in common
        )
    return token.lower not in FUNCTION_WORDS


def _is_headline(tokens: list[Token]) -> bool:
    words = [token for token in tokens if token.shape == Shape.WORD and len(token.lower) > 3]
    return len(words) >= 4 and sum(token.capital for token in words) > 0.6 * len(words)


def inner_capitals(text: Text) -> frozenset[str]:
    """Return the words with a capital letter inside sentences."""
    return frozenset(
        token.lower
        for token in text.tokens
        if token.shape == Shape.WORD and token.capital and not token.opens
    )


def name_differences(
    source: Text,
    copy: Text,
    *,
    taken: tuple[frozenset[int], frozenset[int]],
    background: Background | None,
) -> Iterator[Difference]:
    """Yield what the copy's names say otherwise."""
    capitals = inner_capitals(source) | inner_capitals(copy)
    if background is not None:
        capitals |= background.capitals
    there = NamedText(source, capitals, taken[0])
    here = NamedText(copy, capitals, taken[1])
    free_there = [(name, missing) for name in there.names if (missing := _missing(name, source, here))]
    used: set[int] = set()
    for name in here.names:
        missing = _missing(name, copy, there)
        if not missing:
            continue
        known = background is not None and all(word in background.words for word in missing)
        best, best_fit = None, -1.0
        for other, other_missing in free_there:
            if other.first in used:
                continue
            score = fit(source, (other.first, other.after), copy, (name.first, name.after))
            shared = (
                len(other_missing) < len(other.words)
                and len(missing) < len(name.words)
                and bool(set(other.words) & set(name.words))
            )
            score += 1.5 * shared
            if score > best_fit:
                best, best_fit = other, score
        if best is not None and best_fit >= _NEAR_FIT:
            used.add(best.first)
            yield _replaced(source, copy, best, name, score=best_fit, known=known)
        elif len(missing) == len(name.words) and not known:
            yield _added(copy, name, others=bool(free_there))


def _missing(name: Name, text: Text, other: NamedText) -> tuple[str, ...]:
    caps = {
        token.lower
        for token in text.tokens[name.first : name.after]
        if token.shape == Shape.WORD and _all_caps(token)
    }
    missing = tuple(word for word in name.words if not other.knows(word, all_caps=word in caps))
    if missing and len(name.words) > 1:
        if other.knows_as_acronym(name.words):
            return ()
        for left, right in zip(name.words, name.words[1:], strict=False):
            place = PHRASES.get((left, right))
            if place in other.places:
                missing = tuple(word for word in missing if word not in (left, right))
    return missing


def _replaced(source: Text, copy: Text, old: Name, new: Name, *, score: float, known: bool) -> Difference:
    sure = score >= _SURE_FIT
    before, after = source.quote(old.first, old.after), copy.quote(new.first, new.after)
    rule = "name.replaced" if not known else "name.exchanged"
    return Difference(
        kind=Kind.NAME,
        rule=rule if sure else f"{rule}.unsure",
        contradicts=sure,
        explanation=f"The source names “{before}”, the copy “{after}”.",
        source=source.stretch(old.first, old.after),
        republished=copy.stretch(new.first, new.after),
    )


def _added(copy: Text, name: Name, *, others: bool) -> Difference:
    return Difference(
        kind=Kind.NAME,
        rule="name.unmatched" if others else "name.added",
        contradicts=False,
        explanation=f"The copy names “{copy.quote(name.first, name.after)}”; the source passage does not.",
        republished=copy.stretch(name.first, name.after),
    )
