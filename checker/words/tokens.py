"""Cuts a text into words with their offsets, and gives each word the keys by which it can be found again."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from checker.words.classes import FUNCTION_WORDS, NUMBER_VALUES
from checker.words.lexicon import UNKNOWN, WordFacts, lexicon

# One alternative per kind, none with nested repetition: initials (U.S.), numbers (1,000.5), words with an
# apostrophe inside, percent signs, quotation marks. Accents may follow their letter as characters of their own.
_LETTERS = r"[^\W\d_][^\W\d_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W\d_\u0300-\u036f]*)*"
_WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,12}}|\d[\d.,]*\d|\d|{_LETTERS}(?:['’](?=[^\W\d_]){_LETTERS})?|%|[\"“”„«»‘’]"
)
_QUOTES = frozenset('"“”„«»‘’')
_OPENING = frozenset("“„«‘")
_LONGEST_NUMBER = 24
_SUFFIXES = {"re": "are", "ve": "have", "ll": "will", "d": "would", "m": "am"}
_CUT_SHORT = {"wo": "will", "ca": "can", "sha": "shall"}
_NO_APOSTROPHE = frozenset(
    f"{verb}nt" for verb in ("do", "does", "did", "is", "was", "are", "were", "ca", "wo", "could", "would", "should",
                             "has", "have", "had")
)  # fmt: skip
"""Contractions as texts write them that lost their apostrophes; only those that are no other word."""
_ALIASES = {
    ("united", "states"): "@us",
    ("united", "kingdom"): "@uk",
    ("united", "nations"): "@un",
    ("european", "union"): "@eu",
    ("per", "cent"): "percent",
}
_INITIALS = {
    "US": "@us",
    "U.S.": "@us",
    "USA": "@us",
    "UK": "@uk",
    "U.K.": "@uk",
    "UN": "@un",
    "U.N.": "@un",
    "EU": "@eu",
    "E.U.": "@eu",
}
_UNITS = {"m": "million", "mn": "million", "bn": "billion", "k": "thousand", "tn": "trillion"}
"""Units as newspapers write them right behind a number."""
_SPELLINGS = (
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ises", "izes"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("our", "or"),
    ("ours", "ors"),
    ("oured", "ored"),
    ("ouring", "oring"),
    ("tre", "ter"),
    ("ogue", "og"),
    ("lled", "led"),
    ("lling", "ling"),
)


_BRITISH = tuple(british for british, _ in _SPELLINGS)

_LEAST_SHARE = 0.05
"""Share of a word's use from which on a meaning counts for finding its kin."""


@dataclass(frozen=True, eq=False)
class Word:
    """What is known of a word wherever it stands, at the start of a sentence or inside one."""

    key: str
    """What it is compared by: lower case, American spelling, aliases resolved."""
    facts: WordFacts
    value: float | None
    """Its number, for digits and number words."""
    function: bool
    """A word of grammar rather than of content."""
    stem: str
    """Crude root for words that the lexicon lacks."""
    name: bool
    """Written like a name: a capital that the start of a sentence does not explain."""

    # Strings, as their hash is kept. No word has a space in it, so these cannot be mistaken for one.

    @cached_property
    def keys(self) -> frozenset[str | int]:
        """Everything under which the same word may be found: its spelling, dictionary words, root, number."""
        number = (f"value {self.value}",) if self.value is not None else ()
        return frozenset((self.key, f"stem {self.stem}", *self.facts.lemmas, *number))

    @cached_property
    def kin_keys(self) -> frozenset[str | int]:
        """Everything under which a related word may be found: families, meanings, the first letters."""
        keys: set[str | int] = {self.key, *self.facts.lemmas}
        keys.update(f"family {family}" for family in self.facts.families)
        keys.update(f"meaning {meaning}" for meaning, share in self.facts.senses if share >= _LEAST_SHARE)
        keys.add(f"begins {self.key[:4]}")
        if self.key.startswith("@") or self.key in ("american", "americans", "british", "european"):
            keys.add("@")
        return frozenset(keys)


class Token(NamedTuple):
    """A word of a text, from code point `start` to `end`; the fields of its `Word` are its own."""

    start: int
    end: int
    quoted: bool
    """Between quotation marks."""
    sentence: int
    """Which sentence of the text it stands in, from 0."""
    text: str
    key: str
    facts: WordFacts
    value: float | None
    function: bool
    stem: str
    name: bool
    word: Word


@lru_cache(maxsize=60_000)
def key_of(lower: str) -> str:
    """The form by which spellings of one word meet: accents stripped, American endings."""
    if not lower.isascii():
        lower = "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))
    for british, american in _SPELLINGS if len(lower) > 5 and lower.endswith(_BRITISH) else ():
        if lower.endswith(british):
            other = lower[: -len(british)] + american
            # "advise" is no misspelled "advize": only a spelling that WordNet knows counts.
            return lower if lexicon().look_up(other) is UNKNOWN else other
    return lower


def stem_of(key: str) -> str:
    """Cut a plural or a past ending from a word, for names and words outside the lexicon."""
    for ending in ("ies", "es", "s", "ed", "ing"):
        if key.endswith(ending) and len(key) - len(ending) >= 4:
            return key[: -len(ending)]
    return key


def tokenize(text: str, offset: int = 0, sentence: int = 0) -> list[Token]:
    """Cut `text` into words, in order; `offset` is added to the offsets, sentences count from `sentence`.

    Punctuation is dropped; possessive endings belong to no word. Contractions come apart ("don't" is "do" and
    "not"), and the tokens keep the offsets of their own letters.
    """
    tokens: list[Token] = []
    opened = ""
    ends = mergeable = False
    at = offset
    for chunk in text.split(" "):
        pieces, tail_ends, tail_breaks = _cut(chunk) if len(chunk) <= _LONGEST_KEPT else _cut_anew(chunk)
        for mark, ends_before, breaks, at_first, inside in pieces:
            first = ends or ends_before or not tokens
            if first and tokens:
                sentence += 1
            if breaks and tokens:
                # A quotation mark that was never closed must not swallow the rest of the text.
                opened = ""
            ends = False
            if mark:
                opened = _quotation(mark, opened)
                continue
            for start, end, known in at_first if first else inside:
                tokens.append(Token(at + start, at + end, opened != "", sentence, *known))
                mergeable = mergeable or known[1] in _SECOND_OF_TWO
        ends = ends or tail_ends
        if tail_breaks and tokens:
            opened = ""
        at += len(chunk) + 1
    return _merge_aliases(tokens) if mergeable else tokens


_Known = tuple[str, str, WordFacts, float | None, bool, str, bool, Word]
"""The fields of a `Token` that do not depend on the text around it."""
_Placed = tuple[int, int, _Known]
"""Start, end and what is known of a word."""


class _Piece(NamedTuple):
    """A word with what belongs to it, or a quotation mark, and what stands right before it."""

    mark: str
    """The quotation mark that it is; empty for a word."""
    ends: bool
    """Whether what stands before it ends a sentence."""
    breaks: bool
    """Whether a line break stands before it."""
    at_first: tuple[_Placed, ...]
    """Each word, if a sentence begins here."""
    inside: tuple[_Placed, ...]


def _cut_anew(chunk: str) -> tuple[tuple[_Piece, ...], bool, bool]:
    """Cut what stands between two spaces.

    Returns:
        The pieces, and of what follows the last one: whether it ends a sentence, whether it breaks the line.
    """
    pieces: list[_Piece] = []
    after, end_of_word = 0, -1
    value: float | None = None
    for match in _WORD.finditer(chunk):
        piece, (start, end) = match.group(), match.span()
        between, after = chunk[after:start], end
        ends, breaks = not _SENTENCE_ENDS.isdisjoint(between), "\n" in between
        if piece in _QUOTES:
            pieces.append(_Piece(piece, ends, breaks, (), ()))
            continue
        touching = end_of_word == start
        at_first, inside = [], []
        for letters, begin, expanded in _parts(piece, start):
            meant = (_UNITS.get(letters) if touching and value is not None else None) or expanded
            word = _word(letters, meant, False)
            end_of_word, value = begin + len(letters), word.value
            inside.append((begin, end_of_word, _known(letters, word)))
            at_first.append(inside[-1])
            if letters[0].isupper():  # which means something else at the start of a sentence
                at_first[-1] = begin, end_of_word, _known(letters, _word(letters, meant, True))
        pieces.append(_Piece("", ends, breaks, tuple(at_first), tuple(inside)))
    tail = chunk[after:]
    return tuple(pieces), not _SENTENCE_ENDS.isdisjoint(tail), "\n" in tail


_cut = lru_cache(maxsize=60_000)(_cut_anew)
_LONGEST_KEPT = 40
"""Characters between two spaces up to which the words are remembered."""


_SENTENCE_ENDS = frozenset(".!?\n:")
_SECOND_OF_TWO = frozenset({"%", *(second for _, second in _ALIASES)})
"""Keys of the words for which `_merge_aliases` has to look at a text."""


def _quotation(mark: str, opened: str) -> str:
    """The mark that is open after `mark`. A lone apostrophe closes only what its own kind opened."""
    if mark in _OPENING:
        return mark
    if mark == "’":
        return "" if opened == "‘" else opened
    return mark if mark == '"' and not opened else ""


def _parts(piece: str, start: int) -> list[tuple[str, int, str | None]]:  # noqa: PLR0911  a list of cases
    """(letters, offset, what it stands for if not itself) for a word with or without an apostrophe."""
    if "'" not in piece and "’" not in piece:
        lower = piece.lower()
        if lower == "cannot":
            return [(piece[:3], start, None), (piece[3:], start + 3, None)]
        if lower in _NO_APOSTROPHE:
            verb = piece[:-2]
            return [(verb, start, _CUT_SHORT.get(verb.lower())), (piece[-2:], start + len(verb), "not")]
        return [(piece, start, None)]
    at = piece.find("'") if "'" in piece else piece.find("’")
    head, lower = piece[:at], piece[at + 1 :].lower()
    if lower == "t" and head[-1:] in "nN" and len(head) > 1:
        verb = head[:-1]
        return [(verb, start, _CUT_SHORT.get(verb.lower())), (piece[len(verb) :], start + len(verb), "not")]
    if lower == "s":
        return [(head, start, None)]
    if lower in _SUFFIXES:
        return [(head, start, None), (piece[at:], start + at, _SUFFIXES[lower])]
    return [(piece, start, None)]


@lru_cache(maxsize=60_000)
def _word(text: str, expanded: str | None, first: bool) -> Word:
    lower = (expanded or text).lower()
    key = _INITIALS.get(text) or key_of(lower)
    facts = lexicon().look_up(lower)
    if facts is UNKNOWN and key != lower:
        facts = lexicon().look_up(key)
    capital = text[0].isupper() and expanded is None
    month = capital and not first and key == "may"
    function = lower in FUNCTION_WORDS and not key.startswith("@") and not month
    # A capital at the start of a sentence tells nothing, unless no such common word exists.
    shouted = len(text) > 1 and text.isupper()
    name = capital and not function and (not first or not facts.common or shouted)
    return Word(key, facts, _value(lower), function, stem_of(key), name or key.startswith("@"))


def _known(text: str, word: Word) -> _Known:
    return text, word.key, word.facts, word.value, word.function, word.stem, word.name, word


def _value(lower: str) -> float | None:
    if lower[0].isdigit():
        # Longer runs of digits are no quantity that a text speaks of.
        digits = lower.replace(",", "").rstrip(".") if len(lower) <= _LONGEST_NUMBER else ""
        return float(digits) if digits.isascii() and digits.count(".") <= 1 and digits else None
    return NUMBER_VALUES.get(lower)


def _merge_aliases(tokens: list[Token]) -> list[Token]:
    """Make one token of "United States", so that it meets "US"; a percent sign is the word."""
    merged: list[Token] = []
    for token in tokens:
        if merged and (alias := _ALIASES.get((merged[-1].key, token.key))):
            before = merged.pop()
            known = _known(f"{before.text} {token.text}", _alias(alias, token.word))
            merged.append(Token(before.start, token.end, token.quoted, token.sentence, *known))
        elif token.text == "%":
            known = _known("%", _word("%", "percent", False))
            merged.append(Token(token.start, token.end, token.quoted, token.sentence, *known))
        else:
            merged.append(token)
    return merged


@lru_cache(maxsize=1_000)
def _alias(alias: str, second: Word) -> Word:
    """What is known of two words under one name."""
    return Word(alias, second.facts, second.value, False, alias, alias.startswith("@"))
