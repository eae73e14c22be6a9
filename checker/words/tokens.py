"""Cuts a text into words with their offsets, and gives each word the keys by which it can be found again."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
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


@dataclass(frozen=True, slots=True)
class Word:
    """What is known of a word wherever it stands."""

    key: str
    """What it is compared by: lower case, American spelling, aliases resolved."""
    facts: WordFacts
    value: float | None
    """Its number, for digits and number words."""
    function: bool
    """A word of grammar rather than of content."""
    stem: str
    """Crude root for words that the lexicon lacks."""


class Token(NamedTuple):
    """A word of a text, from code point `start` to `end`; the fields of its `Word` are its own."""

    text: str
    start: int
    end: int
    key: str
    facts: WordFacts
    value: float | None
    function: bool
    stem: str
    name: bool
    """Written like a name: a capital that the start of a sentence does not explain."""
    quoted: bool
    """Between quotation marks."""
    sentence: int
    """Which sentence of the text it stands in, from 0."""


@lru_cache(maxsize=60_000)
def key_of(lower: str) -> str:
    """The form by which spellings of one word meet: accents stripped, American endings."""
    if not lower.isascii():
        lower = "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))
    for british, american in _SPELLINGS if len(lower) > 5 else ():
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
    after = 0
    for match in _WORD.finditer(text):
        piece, start, end = match.group(), match.start(), match.end()
        between = text[after:start]
        first = not tokens or _ends_sentence(between)
        if tokens and first:
            sentence += 1
            # A quotation mark that was never closed must not swallow the rest of the text.
            opened = "" if "\n" in between else opened
        after = end
        if piece in _QUOTES:
            opened = _quotation(piece, opened)
            continue
        touching = bool(tokens) and tokens[-1].end == start + offset
        for part, at, expanded in _parts(piece, start):
            unit = _UNITS.get(part) if touching and tokens[-1].value is not None else None
            tokens.append(_token(part, at + offset, unit or expanded, first, bool(opened), sentence))
    return _merge_aliases(tokens)


_SENTENCE_ENDS = frozenset(".!?\n:")


def _ends_sentence(between: str) -> bool:
    return between != " " and not _SENTENCE_ENDS.isdisjoint(between)


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
def _word(text: str, expanded: str | None) -> Word:
    lower = (expanded or text).lower()
    key = _INITIALS.get(text) or key_of(lower)
    facts = lexicon().look_up(lower)
    if facts is UNKNOWN and key != lower:
        facts = lexicon().look_up(key)
    function = lower in FUNCTION_WORDS and not key.startswith("@")
    return Word(key, facts, _value(lower), function, stem_of(key))


def _token(text: str, start: int, expanded: str | None, first: bool, quoted: bool, sentence: int) -> Token:
    word = _word(text, expanded)
    capital = text[0].isupper() and expanded is None
    month = capital and not first and word.key == "may"
    function = word.function and not month
    # A capital at the start of a sentence tells nothing, unless no such common word exists.
    shouted = len(text) > 1 and text.isupper()
    name = capital and not function and (not first or not word.facts.common or shouted)
    return Token(
        text,
        start,
        start + len(text),
        word.key,
        word.facts,
        word.value,
        function,
        word.stem,
        name or word.key.startswith("@"),
        quoted,
        sentence,
    )


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
            merged.append(
                token._replace(
                    text=f"{before.text} {token.text}",
                    start=before.start,
                    key=alias,
                    stem=alias,
                    name=alias.startswith("@"),
                    function=False,
                )
            )
        elif token.text == "%":
            merged.append(_token("%", token.start, "percent", False, token.quoted, token.sentence))
        else:
            merged.append(token)
    return merged
