"""Compares names of persons, organisations and places: replaced, exchanged and added ones."""

import itertools
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple
from unicodedata import combining, normalize

from rapidfuzz.distance import OSA

from checker.domain import Kind
from checker.facts.difference import Difference
from checker.facts.lexicon import HONORIFICS, TITLES, common_words
from checker.facts.places import PHRASES, PLACE_OF, SEAT_OF, SHORT_FOR
from checker.facts.stems import FUNCTION_WORDS, stem_of
from checker.facts.tokens import WORD, Background, Text, Token, fit
from checker.facts.vocabulary import word_set, words

_JOINTS = word_set("of de van von der den la le di da du dos bin ibn al el ben & - ’ '")
_NOT_NAMES = word_set(
    "i mr mrs ms am pm ok tv dna gmt bst est pst utc celsius fahrenheit centigrade usd gbp eur"
)
_NICKNAMES = {
    "bill": "william", "will": "william", "bob": "robert", "rob": "robert", "dick": "richard", "rick": "richard",
    "jim": "james", "jimmy": "james", "joe": "joseph", "mike": "michael", "tom": "thomas", "dave": "david",
    "dan": "daniel", "steve": "steven", "stephen": "steven", "chris": "christopher", "nick": "nicholas",
    "tony": "anthony", "ted": "edward", "ed": "edward", "ben": "benjamin", "sam": "samuel", "alex": "alexander",
    "andy": "andrew", "matt": "matthew", "pat": "patrick", "liz": "elizabeth", "beth": "elizabeth", "kate":
    "katherine", "kathy": "katherine", "sue": "susan", "jen": "jennifer", "greg": "gregory", "jeff": "jeffrey",
    "ken": "kenneth", "ron": "ronald", "don": "donald", "tim": "timothy", "larry": "lawrence", "fred": "frederick",
}  # fmt: skip
_PLACED = word_set("in at near from to of around outside across inside through toward towards into over for")
"""Behind these the seat of a government is a place."""
_SURE_FIT = 1.5
_NEAR_FIT = 1.0


class Name(NamedTuple):
    """A name: the tokens from `first` up to, not including, `after`."""

    first: int
    after: int
    words: tuple[str, ...]
    """Its words in lower case without titles and little words."""


class NamedText:
    """A passage with its names and what is needed to look one up."""

    def __init__(self, text: Text, capitals: frozenset[str], taken: frozenset[int]) -> None:
        self.text = text
        self._known, self._taken = capitals, taken

    @cached_property
    def names(self) -> list[Name]:
        """The names in it, in order."""
        return find_names(self.text, self._known, self._taken)

    @cached_property
    def places(self) -> set[str]:
        """The places that it names, in whatever form."""
        tokens = self.text.tokens
        places = {PLACE_OF[token.lower] for token in tokens if token.lower in PLACE_OF}
        for left, right in itertools.pairwise(tokens):
            phrase = PHRASES.get((left.lower, right.lower))
            if phrase is not None:
                places.add(phrase)
        return places

    @cached_property
    def capitals(self) -> set[str]:
        """Its words with a capital letter, in lower case."""
        return {token.lower for token in self.text.tokens if token.capital and token.shape is WORD}

    @cached_property
    def compounds(self) -> set[str]:
        """Words with a hyphen, without it: *cooperation* for *Co-operation*."""
        tokens = self.text.tokens
        return {
            left.lower + right.lower
            for left, mark, right in zip(tokens, tokens[1:], tokens[2:], strict=False)
            if mark.text == "-" and left.end == mark.start and mark.end == right.start
        }

    @cached_property
    def skeletons(self) -> set[str]:
        """What the spellings of its words with a capital letter have in common with others."""
        return {skeleton(word) for word in self.capitals}

    @cached_property
    def _first_letters(self) -> list[tuple[str, bool]]:
        return [
            (token.lower[0], token.capital)
            for token in self.text.tokens
            if token.shape is WORD
            and token.stem not in ("the", "of", "and", "for", "a", "an", "in", "on", "to")
        ]

    @cached_property
    def initials(self) -> str:
        """The first letters of its words."""
        return "".join(letter for letter, _ in self._first_letters)

    @cached_property
    def capital_initials(self) -> str:
        """The same with a space for each word that has no capital letter."""
        return "".join(letter if capital else " " for letter, capital in self._first_letters)

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """Its words in capital letters."""
        return frozenset(
            token.lower
            for token in self.text.tokens
            if token.shape is WORD and 2 <= len(token.text) <= 7 and _all_caps(token)
        )

    def knows(self, word: str, *, all_caps: bool) -> bool:
        """Say whether this passage has the name word in any form."""
        text = self.text
        if word in text.words or word in self.compounds:
            return True
        place = PLACE_OF.get(word, "")
        if place in self.places or (word in SHORT_FOR and text.words.issuperset(SHORT_FOR[word])):
            return True
        if all_caps and len(word) <= 6:
            return word in (self.initials if len(word) > 2 else self.capital_initials)
        if place:
            return False
        if stem_of(word) in text.stems or _NICKNAMES.get(word, word) in self._formal:
            return True
        return (len(word) > 2 and skeleton(word) in self.skeletons) or (
            len(word) > 3 and any(alike(word, other) for other in self.capitals)
        )

    @cached_property
    def _formal(self) -> set[str]:
        return {_NICKNAMES.get(word, word) for word in self.capitals}

    def knows_as_acronym(self, initials: str) -> bool:
        """Say whether an acronym here stands for words with these initials: NHS, EPL for Premier League."""
        return len(initials) >= 2 and any(
            initials == acronym or (len(acronym) > 2 and (initials in acronym or acronym in initials))
            for acronym in self.acronyms
        )


def _all_caps(token: Token) -> bool:
    letters = token.text.replace(".", "")
    return letters.isupper() and len(letters) >= 2


_SPELLINGS = tuple(
    pair.split("/")
    for pair in words(
        "kh/h ph/f zh/z sch/sh ts/c tz/c ya/ia yu/iu j/i y/i w/v q/k ck/k c/k ou/u oo/u ee/i x/ks"
    )
)


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """Return what spellings of a foreign name share: *Zelensky*, *Zelenskyy*, *Zelenskiy*; *Sámi*, *Sami*."""
    if not word.isascii():
        word = "".join(letter for letter in normalize("NFKD", word) if not combining(letter))
    for old, new in _SPELLINGS:
        word = word.replace(old, new)
    squeezed = word[:1]
    for letter in word[1:]:
        if letter != squeezed[-1]:
            squeezed += letter
    return squeezed.removesuffix("i") if len(squeezed) > 4 else squeezed


def alike(left: str, right: str) -> bool:
    """Say whether two name words are one with a slip of the pen, or two forms of one common word."""
    longest, shortest = max(len(left), len(right)), min(len(left), len(right))
    if shortest < 4 or (left in PLACE_OF and right in PLACE_OF) or left[0] != right[0]:
        return False
    common = common_words()
    if left in common and right in common:
        return (
            left[:4] == right[:4] and left[: shortest // 2] == right[: shortest // 2]
        )  # electoral, election
    allowed = 1 if longest < 7 else 2 if longest < 10 else 3
    if longest - shortest > allowed:
        return False
    return OSA.distance(left, right, score_cutoff=allowed) <= allowed


def find_names(text: Text, capitals: frozenset[str], taken: frozenset[int]) -> list[Name]:
    """List the names of a passage. `capitals`: words known to be names from inside some sentence."""
    tokens = text.tokens
    common = common_words()
    shouting = _is_headline(tokens)
    names: list[Name] = []
    after = 0
    for index in text.capitals:
        if (
            index < after
            or index in taken
            or not _starts_name(tokens[index], capitals, common, shouting=shouting)
        ):
            continue
        at = index + 1
        while at < len(tokens) and at not in taken and not _owns(text, tokens[at - 1]):
            token = tokens[at]
            if (
                token.shape is WORD
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
                and tokens[joint].shape is WORD
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
            if token.shape is WORD
            and token.lower not in HONORIFICS
            and token.lower not in TITLES
            and token.lower not in FUNCTION_WORDS
            and token.lower not in _NOT_NAMES
            and len(token.lower) > 1
        )
        if words:
            names.append(Name(index, at, words))
        after = at
    return names


def _owns(text: Text, token: Token) -> bool:
    """Say whether a possessive ends a word: *Canada's Transportation Safety Board* are two names."""
    return text.text[token.end : token.end + 1] in ("'", "’")


def _starts_name(token: Token, capitals: frozenset[str], common: frozenset[str], *, shouting: bool) -> bool:
    if token.shape is not WORD or token.lower in _NOT_NAMES:
        return False
    if token.opens or shouting:
        return token.lower in capitals or not (
            token.lower in common or token.lower in FUNCTION_WORDS or token.stem in common
        )
    return token.lower not in FUNCTION_WORDS


def _is_headline(tokens: list[Token]) -> bool:
    capital = [token.capital for token in tokens if token.shape is WORD and len(token.lower) > 3]
    return len(capital) >= 4 and sum(capital) > 0.6 * len(capital)


def name_differences(
    source: Text,
    copy: Text,
    *,
    taken: tuple[frozenset[int], frozenset[int]],
    background: Background | None,
) -> Iterator[Difference]:
    """Yield what the copy's names say otherwise."""
    capitals = source.inner_capitals | copy.inner_capitals
    if background is not None:
        capitals |= background.capitals & (source.words | copy.words)
    here = NamedText(copy, capitals, taken[1])
    if not here.names:
        return
    there = NamedText(source, capitals, taken[0])
    free_here = [(name, missing) for name in here.names if (missing := _missing(name, copy, there))]
    if not free_here:
        return
    free_there = [(name, missing) for name in there.names if (missing := _missing(name, source, here))]
    used: set[int] = set()
    for name, missing in free_here:
        known = background is not None and all(word in background.words for word in missing)
        best, best_lost, best_fit, same = None, missing, -1.0, False
        for other, other_missing in free_there:
            if other.first in used:
                continue
            score = fit(source, (other.first, other.after), copy, (name.first, name.after))
            if set(other.words) & set(name.words):
                if _two_forms(other_missing, missing):
                    same = True
                    break
                score += 1.5
            if score > best_fit:
                best, best_lost, best_fit = other, other_missing, score
        if same:
            continue
        if best is not None and best_fit >= _NEAR_FIT:
            used.add(best.first)
            change = _Change(old=best, new=name, lost=best_lost, fresh=missing)
            yield _replaced(source, copy, change, score=best_fit, known=known, article=background is not None)
        elif not known and not common_words().issuperset(missing):
            yield _added(copy, name, missing, _grade(copy, name, missing, background, bool(free_there)))


def _grade(
    copy: Text, name: Name, missing: tuple[str, ...], background: Background | None, others: bool
) -> str:
    """Choose the rule for a name that stands in the place of no other."""
    if len(missing) < len(name.words):
        return "name.altered.unsure" if background is None else "name.altered"
    # A country may be inferred, and a single word at the start of a sentence may be no name at all.
    inferred = all(word in PLACE_OF for word in missing)
    doubtful = name.after - name.first == 1 and copy.tokens[name.first].opens
    if background is not None and not inferred and not doubtful:
        return "name.invented"
    return "name.unmatched" if others else "name.added"


def _two_forms(lost: tuple[str, ...], fresh: tuple[str, ...]) -> bool:
    """Say whether two names that share a word differ in the form of another only: *Artjom*, *Artem*; *Economy*."""
    return len(lost) == len(fresh) and all(
        left[:5] == right[:5] if len(left) > 6 else skeleton(left)[:2] == skeleton(right)[:2]
        for left, right in zip(lost, fresh, strict=True)
    )


class _Change(NamedTuple):
    old: Name
    new: Name
    lost: tuple[str, ...]
    """Words of the old name that the copy does not know."""
    fresh: tuple[str, ...]
    """Words of the new name that the source does not know."""


def _missing(name: Name, text: Text, other: NamedText) -> tuple[str, ...]:
    unseen = [word for word in name.words if word not in other.text.words]
    if not unseen:
        return ()
    caps = {
        token.lower
        for token in text.tokens[name.first : name.after]
        if token.shape is WORD and _all_caps(token)
    }
    missing = tuple(word for word in unseen if not other.knows(word, all_caps=word in caps))
    if missing and other.knows_as_acronym(_initials(name, text)):
        return ()
    unplaced = [word for word in missing if word not in PLACE_OF]
    if 1 < len(unplaced) < len(name.words) and other.knows_as_acronym("".join(word[0] for word in unplaced)):
        return ()  # the "UK Motor Neurone Association" is the "MND Association"
    if missing and _governs(name, text, other):
        return ()
    if missing and len(name.words) > 1:
        for left, right in pairwise(name.words):
            place = PHRASES.get((left, right))
            if place in other.places:
                missing = tuple(word for word in missing if word not in (left, right))
    return missing


def _governs(name: Name, text: Text, other: NamedText) -> bool:
    """Say whether a name is the seat of a government that the other passage names (*Moscow*), or its country."""
    before = text.tokens[name.first - 1].lower if name.first else ""
    if len(name.words) > 1 or before in _PLACED:
        return False
    [word] = name.words
    place = PLACE_OF.get(word, word)
    return SEAT_OF.get(place) in other.places or any(
        SEAT_OF[seat] == place for seat in SEAT_OF.keys() & other.text.words
    )


def _initials(name: Name, text: Text) -> str:
    return "".join(
        token.lower[0]
        for token in text.tokens[name.first : name.after]
        if token.shape is WORD and token.capital and token.lower not in HONORIFICS
    )


def _replaced(
    source: Text, copy: Text, change: _Change, *, score: float, known: bool, article: bool
) -> Difference:
    old, new = change.old, change.new
    common = common_words()
    # "Internet" for "Web", "District Court" for "Magistrates": generic words are translated, names are not.
    generic = common.issuperset(change.lost) and common.issuperset(change.fresh)
    short_for = _is_acronym(source, old) != _is_acronym(copy, new) and len(old.words) + len(new.words) > 3
    plain = not generic and not short_for
    sure = plain and score >= _SURE_FIT
    grade = "" if sure else ".near" if plain and article and not known else ".unsure"
    before, after = source.quote(old.first, old.after), copy.quote(new.first, new.after)
    return Difference(
        kind=Kind.NAME,
        rule=("name.exchanged" if known else "name.replaced") + grade,
        contradicts=sure,
        explanation=f"The source names “{before}”, the copy “{after}”.",
        source=source.stretch(*_only(source, old, change.lost)),
        republished=copy.stretch(*_only(copy, new, change.fresh)),
    )


def _is_acronym(text: Text, name: Name) -> bool:
    return name.after - name.first == 1 and _all_caps(text.tokens[name.first])


def _only(text: Text, name: Name, words: tuple[str, ...]) -> tuple[int, int]:
    """Narrow a name to the words that differ."""
    at = [index for index in range(name.first, name.after) if text.tokens[index].lower in words]
    return (at[0], at[-1] + 1) if at else (name.first, name.after)


def _added(copy: Text, name: Name, missing: tuple[str, ...], rule: str) -> Difference:
    return Difference(
        kind=Kind.NAME,
        rule=rule,
        contradicts=False,
        explanation=f"The copy names “{copy.quote(name.first, name.after)}”; the source does not.",
        republished=copy.stretch(*_only(copy, name, missing)),
    )
