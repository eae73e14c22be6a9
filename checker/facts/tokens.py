"""Cuts a text into words, numbers and marks with offsets: what every comparison here works on."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property, lru_cache
from typing import NamedTuple

from checker.facts.stems import FUNCTION_WORDS, stem_of
from checker.facts.vocabulary import word_set


class Shape(IntEnum):
    """What a token is made of."""

    WORD = 0
    NUMBER = 1
    MARK = 2


# Read off the class, a member costs ten times as much, and every comparison asks about every token.
WORD, NUMBER, MARK = Shape


class Token(NamedTuple):
    """A word, a number or a mark: `text[start:end]`."""

    start: int
    end: int
    text: str
    lower: str
    """Lower case, with a straight apostrophe and without the full stops of an abbreviation."""
    stem: str
    """What forms of a word share: *said*, *says* -> *say*; *organisation* -> *organiz*."""
    shape: Shape
    opens: bool
    """Whether it is the first word of a sentence, so that its capital letter means nothing."""
    capital: bool
    """Whether it starts with a capital letter."""


# Every alternative starts with another class of characters and no quantifier is nested over the same class, so
# matching is linear. An apostrophe may stand inside a word, a hyphen never: "seven-hour" is two words and a mark.
_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,:\u00a0\u202f\u2009]\d+)*)"
    r"|(?P<word>(?:[^\W\d_]\.){2,}|(?:[A-Za-z\u00c0-\u024f][0-9A-Za-z\u00c0-\u024f\u0300-\u036f]*"
    r"|[^\W\d_\u0000-\u024f][^\W\d_]*)(?:['’][^\W\d_]+)*)"
    r"|(?P<mark>[^\w\s]|_|\w)"
)
_ENDS_SENTENCE = frozenset(".!?…。！？")
_OPENING_QUOTES = frozenset("\"“‘'«„‹")
_ABBREVIATIONS = word_set(
    """
    mr mrs ms dr prof gen sen rep gov lt col sgt capt cpl maj adm st jr sr rev hon pres vs no inc ltd
    corp co fr jan feb mar apr jun jul aug sep sept oct nov dec
    """
)
_CLIPPED = {"can't": "can", "won't": "will", "shan't": "shall", "ain't": "is"}
_AFTER_APOSTROPHE = frozenset({"s", "re", "ve", "ll", "d", "m"})


def tokenize(text: str) -> list[Token]:
    """Cut `text` into tokens, in order. White space and the possessive *'s* are left out."""
    tokens: list[Token] = []
    opens, breaks = True, False
    at = 0
    # No token goes over a space, and most of what stands between two comes again and again.
    for chunk in text.split(" "):
        cut = _cut if len(chunk) <= _LONGEST_KEPT else _cut_anew
        pieces, opens, breaks = cut(chunk, opens, breaks)
        for start, end, letters, lower, stem, shape, begins, capital in pieces:
            tokens.append(Token(at + start, at + end, letters, lower, stem, shape, begins, capital))
        at += len(chunk) + 1
    return tokens


def _cut_anew(chunk: str, opens: bool, breaks: bool) -> tuple[tuple[Token, ...], bool, bool]:
    """Cut what stands between two spaces.

    Args:
        opens: Whether a sentence begins here.
        breaks: Whether a line break stands between the last token and this.

    Returns:
        The tokens, with offsets into this piece, and the same two of what follows.
    """
    tokens: list[Token] = []
    last_end = 0
    for match in _TOKEN.finditer(chunk):
        start, end = match.span()
        if match.lastgroup == "word":
            opens = opens or breaks or "\n" in chunk[last_end:start]
            tokens.extend(_words(match.group(), start, opens))
            opens = False
        elif match.lastgroup == "number":
            digits = match.group()
            tokens.append(Token(start, end, digits, digits, digits, NUMBER, opens, False))
            opens = False
        else:
            mark = match.group()
            if mark in _ENDS_SENTENCE:
                before = tokens[-1] if tokens else None
                if not (mark == "." and before and before.end == start and _is_abbreviation(before)):
                    opens = True
            elif mark == ":" or (mark in _OPENING_QUOTES and (start == 0 or not chunk[start - 1].isalnum())):
                opens = True
            tokens.append(Token(start, end, mark, mark, mark, MARK, False, mark.isupper()))
        last_end, breaks = end, False
    return tuple(tokens), opens, breaks or "\n" in chunk[last_end:]


_cut = lru_cache(maxsize=32_768)(_cut_anew)
_LONGEST_KEPT = 40
"""Characters between two spaces up to which the tokens are remembered."""


def _is_abbreviation(token: Token) -> bool:
    return token.lower in _ABBREVIATIONS or (len(token.text) == 1 and token.capital)


def _words(word: str, start: int, opens: bool) -> Iterator[Token]:
    for first, last, lower, stem in _parts_of(word):
        letters = word[first:last]
        # A *not* that was cut off a verb opens nothing.
        begins = opens and first == 0 and (stem != "not" or word.isalpha())
        yield Token(start + first, start + last, letters, lower, stem, WORD, begins, letters[:1].isupper())


def _parts_of(word: str) -> tuple[tuple[int, int, str, str], ...]:  # noqa: PLR0911  a list of cases
    """Return (start, end, lower case, stem) of the words in a run of letters."""
    lower = word.lower()
    if word.isalpha() and word != "US" and lower != "cannot" and len(lower) == len(word):
        return ((0, len(word), lower, stem_of(lower)),)
    if "’" in lower:
        lower = lower.replace("’", "'")
    end = len(word)
    if len(lower) != end:  # a few letters grow when lowered, and offsets must not move
        lower = word
    if "." in lower:
        lower = lower.replace(".", "")
        # "U.S." is not the pronoun "us".
        lower = "usa" if lower == "us" else lower
        return ((0, end, lower, stem_of(lower)),)
    if word == "US":
        return ((0, end, "usa", "usa"),)
    if "'" in lower:
        if lower.endswith("n't"):
            cut = len(lower) - 3
            verb = _CLIPPED.get(lower, lower[:cut])
            negation = (cut, end, "not", "not")
            return ((0, cut, verb, stem_of(verb)), negation) if cut else (negation,)
        head, _, tail = lower.rpartition("'")
        if tail in _AFTER_APOSTROPHE and head:
            cut = len(head)
            short = (0, cut, head, stem_of(head))
            return (short, (cut, cut + 3, "will", "will")) if tail == "ll" else (short,)
    if lower == "cannot":
        return ((0, 3, "can", "can"), (3, end, "not", "not"))
    return ((0, end, lower, stem_of(lower)),)


@dataclass(frozen=True, eq=False)
class Text:
    """A passage and its tokens. Equal to itself only, so that what is found in it can be remembered."""

    text: str
    tokens: list[Token] = field(repr=False)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words and numbers."""
        return frozenset([token.stem for token in self.tokens if token.shape is not MARK])

    @cached_property
    def words(self) -> frozenset[str]:
        """All words and numbers in lower case."""
        return frozenset([token.lower for token in self.tokens if token.shape is not MARK])

    @cached_property
    def capitals(self) -> list[int]:
        """The tokens that start with a capital letter."""
        return [index for index, token in enumerate(self.tokens) if token.capital]

    @cached_property
    def inner_capitals(self) -> frozenset[str]:
        """The words with a capital letter inside sentences, in lower case."""
        capitals = [self.tokens[index] for index in self.capitals]
        return frozenset([token.lower for token in capitals if not token.opens and token.shape is WORD])

    def places(self, wanted: Set[str]) -> list[int]:
        """Return the tokens that are one of these lower-case words: most often none, which costs next to nothing."""
        found = wanted & self.words
        return [index for index, token in enumerate(self.tokens) if token.lower in found] if found else []

    def places_of_stems(self, wanted: Set[str]) -> list[int]:
        """Return the tokens whose stem is one of these."""
        found = wanted & self.stems
        return [index for index, token in enumerate(self.tokens) if token.stem in found] if found else []

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def token_at(self, offset: int) -> int:
        """Return the index of the token that holds `offset`, or of the last one before it."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def stretch(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets of the tokens from `first` up to, not including, `last`."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def quote(self, first: int, last: int) -> str:
        """Return the words of the tokens from `first` up to, not including, `last`."""
        start, end = self.stretch(first, last)
        return self.text[start:end]

    def sentence(self, index: int) -> tuple[int, int]:
        """Return the tokens of the sentence around a token, from the first up to, not including, its end mark."""
        tokens = self.tokens
        first = last = index
        while first > 0 and tokens[first - 1].text not in (".", "!", "?"):
            first -= 1
        while last < len(tokens) and tokens[last].text not in (".", "!", "?"):
            last += 1
        return first, last

    def content(self, first: int, last: int) -> set[str]:
        """Return the stems of the words from `first` up to, not including, `last` that are no little words."""
        return {
            token.stem
            for token in self.tokens[first:last]
            if token.shape is not MARK
            and token.lower not in FUNCTION_WORDS
            and token.stem not in FUNCTION_WORDS
        }

    def before(self, index: int, count: int = 2) -> list[str]:
        """Return the stems of the nearest words before a token, nearest first; "^" is the sentence start."""
        found: list[str] = []
        while index > 0 and len(found) < count:
            index -= 1
            token = self.tokens[index]
            if token.shape is MARK:
                if token.text in ".!?;":
                    break
                continue
            if token.stem not in _SKIPPED:
                found.append(token.stem)
        return found if len(found) == count else [*found, "^"]

    def after(self, index: int, count: int = 2) -> list[str]:
        """Return the stems of the nearest words from a token on, nearest first; "$" is the sentence end."""
        found: list[str] = []
        tokens = self.tokens
        while index < len(tokens) and len(found) < count:
            token = tokens[index]
            index += 1
            if token.shape is MARK:
                if token.text in ".!?;":
                    break
                continue
            if token.stem not in _SKIPPED:
                found.append(token.stem)
        return found if len(found) == count else [*found, "$"]


_SKIPPED = word_set(
    """
    a an the its their his her this that these those about around nearly almost approximately roughly just only some
    """
)


def fit(source: Text, source_at: tuple[int, int], copy: Text, copy_at: tuple[int, int]) -> float:
    """Say how alike the surroundings of two stretches of tokens are, from 0 to 3.

    The two nearest words on each side count, the nearer one more, and little words less.
    """
    return alike_words(source.before(source_at[0]), copy.before(copy_at[0])) + alike_words(
        source.after(source_at[1]), copy.after(copy_at[1])
    )


def alike_words(left: list[str], right: list[str]) -> float:
    score = 0.0
    if left[0] == right[0]:
        score += _weight(left[0])
        if len(left) > 1 and len(right) > 1 and left[1] == right[1]:
            score += 0.5 * _weight(left[1])
    elif len(left) > 1 and len(right) > 1:
        if left[1] == right[1]:
            score += 0.5 * _weight(left[1])
        elif left[0] == right[1]:
            score += 0.5 * _weight(left[0])
        elif left[1] == right[0]:
            score += 0.5 * _weight(left[1])
    return score


def _weight(stem: str) -> float:
    return 0.5 if stem in FUNCTION_WORDS or stem in "^$" else 1.0


_ALIKE = 0.9


def alike_apart_from(source: Text, source_at: tuple[int, int], copy: Text, copy_at: tuple[int, int]) -> bool:
    """Say whether the copy's words outside a stretch are those of the source's sentence outside another stretch.

    Little words do not count; up to a tenth may be missing, and a tenth new.
    """
    first, last = source.sentence(source_at[0])
    there = source.content(first, source_at[0]) | source.content(source_at[1], last)
    here = copy.content(0, copy_at[0]) | copy.content(copy_at[1], len(copy.tokens))
    return (
        len(there) > 1
        and len(here & source.stems) >= _ALIKE * len(here)
        and len(there & here) >= _ALIKE * len(there)
    )


_DAMAGED = re.compile(r"(?<=[A-Za-z])Õ(?=[a-z])|Ò(?=[A-Za-z])|(?<=[.,?!])Ó")
_MENDED = str.maketrans("ÒÓÔÕÐ", "“”‘’–")


def mended(text: str) -> str:
    """Put typographic quotes back where an old Macintosh text was decoded as Latin-1; lengths stay the same."""
    return text if text.isascii() or not _DAMAGED.search(text) else text.translate(_MENDED)


@lru_cache(maxsize=8)
def read(text: str) -> Text:
    """Cut `text` into tokens and index them; a source is kept for the next sentences that are compared with it."""
    return Text(text, tokenize(text))


class Background:
    """What the whole source article names, for telling a neighbouring fact from an invented one."""

    def __init__(self, text: str) -> None:
        self._whole = read(mended(text))

    @property
    def words(self) -> frozenset[str]:
        """All words and numbers in lower case."""
        return self._whole.words

    @property
    def stems(self) -> frozenset[str]:
        """The stems of all words and numbers."""
        return self._whole.stems

    @property
    def capitals(self) -> frozenset[str]:
        """The words with a capital letter inside sentences, in lower case."""
        return self._whole.inner_capitals

    @cached_property
    def squeezed(self) -> str:
        """The words of the article with one space between them: finds a run of words whatever the marks."""
        return " ".join(token.lower for token in self._whole.tokens if token.shape is not MARK)

    def has_all(self, words: Iterable[str]) -> bool:
        """Say whether every one of these lower-case words occurs."""
        return all(word in self.words for word in words)


@lru_cache(maxsize=4)
def background_of(text: str) -> Background:
    """Index a whole article; the same string is indexed once for all its pairs."""
    return Background(text)
