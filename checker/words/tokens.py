"""Cuts a text into words with their offsets, and gives each word the keys by which it can be found again."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from checker.words.classes import FUNCTION_WORDS, NUMBER_VALUES
from checker.words.lexicon import UNKNOWN, WordFacts, lexicon

# One alternative per kind, none with nested repetition: initials (U.S.), numbers (1,000.5), words, percent sign.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,12}|\d[\d.,]*\d|\d|[^\W\d_]+(?:['’](?=[^\W\d_])[^\W\d_]+)?|%|[\"“”„«»]")
_QUOTES = frozenset('"“”„«»')
_SUFFIXES = {"re": "are", "ve": "have", "ll": "will", "d": "would", "m": "am"}
_CUT_SHORT = {"wo": "will", "ca": "can", "sha": "shall"}
_ALIASES = {
    ("united", "states"): "@us",
    ("united", "kingdom"): "@uk",
    ("united", "nations"): "@un",
    ("european", "union"): "@eu",
    ("per", "cent"): "percent",
}
_INITIALS = {"US": "@us", "U.S.": "@us", "USA": "@us", "UK": "@uk", "U.K.": "@uk", "UN": "@un", "U.N.": "@un",
             "EU": "@eu", "E.U.": "@eu"}  # fmt: skip
_SPELLINGS = (("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ises", "izes"), ("ise", "ize"),
              ("yse", "yze"), ("our", "or"), ("ours", "ors"), ("oured", "ored"), ("ouring", "oring"),
              ("tre", "ter"), ("ogue", "og"), ("lled", "led"), ("lling", "ling"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: `text[start:end]`."""

    text: str
    start: int
    end: int
    key: str
    """What the word is compared by: lower case, American spelling, aliases resolved."""
    facts: WordFacts
    value: float | None
    """Its number, for digits and number words."""
    name: bool
    """Written like a name: a capital that the start of a sentence does not explain."""
    function: bool
    """A word of grammar rather than of content."""
    quoted: bool
    """Between quotation marks."""
    sentence: int
    """Which sentence of the text it stands in, from 0."""
    stem: str
    """Crude root for words that the lexicon lacks."""


@lru_cache(maxsize=60_000)
def key_of(lower: str) -> str:
    """The form by which spellings of one word meet: accents stripped, American endings."""
    if not lower.isascii():
        lower = "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))
    if len(lower) > 5:
        for british, american in _SPELLINGS:
            if lower.endswith(british):
                other = lower[: -len(british)] + american
                # "advise" is no misspelled "advize": only a spelling that WordNet knows counts.
                return other if other in lexicon() or lexicon().look_up(other) is not UNKNOWN else lower
    return lower


@lru_cache(maxsize=60_000)
def stem_of(key: str) -> str:
    """Cut a plural or a past ending from a word, for names and words outside the lexicon."""
    for ending in ("'s", "ies", "es", "s", "ed", "ing"):
        if key.endswith(ending) and len(key) - len(ending) >= 4:
            return key[: -len(ending)]
    return key


def tokenize(text: str, offset: int = 0, sentence: int = 0) -> list[Token]:
    """Cut `text` into words, in order; `offset` is added to the offsets, sentences count from `sentence`.

    Punctuation is dropped; possessive endings belong to no word.

    Contractions come apart ("don't" is "do" and "not"), and the tokens keep the offsets of their own letters.
    """
    tokens: list[Token] = []
    quoted = False
    after = 0
    for match in _WORD.finditer(text):
        piece, start, end = match.group(), match.start(), match.end()
        between = text[after:start]
        first = not tokens or _ends_sentence(between)
        if tokens and first:
            sentence += 1
            # A quotation mark that was never closed must not swallow the rest of the text.
            if "\n" in between:
                quoted = False
        after = end
        if piece in _QUOTES:
            quoted = piece in "“„«" or (piece == '"' and not quoted)
            continue
        for part, at, expanded in _parts(piece, start):
            tokens.append(_token(part, at + offset, expanded, first=first, quoted=quoted, sentence=sentence))
    return _merge_aliases(tokens)


def _ends_sentence(between: str) -> bool:
    return any(c in between for c in ".!?\n:")


def _parts(piece: str, start: int) -> list[tuple[str, int, str | None]]:
    """(letters, offset, what it stands for if not itself) for a word with or without an apostrophe."""
    if "'" not in piece and "’" not in piece:
        if piece.lower() == "cannot":
            return [(piece[:3], start, None), (piece[3:], start + 3, None)]
        return [(piece, start, None)]
    head, tail = re.split("['’]", piece, maxsplit=1)
    lower = tail.lower()
    if lower == "t" and head[-1:] in "nN" and len(head) > 1:
        verb = head[:-1]
        return [(verb, start, _CUT_SHORT.get(verb.lower())), (piece[len(verb) :], start + len(verb), "not")]
    if lower == "s":
        return [(head, start, None)]
    if lower in _SUFFIXES:
        return [(head, start, None), (piece[len(head) :], start + len(head), _SUFFIXES[lower])]
    return [(piece, start, None)]


def _token(text: str, start: int, expanded: str | None, *, first: bool, quoted: bool, sentence: int) -> Token:
    lower = (expanded or text).lower()
    key = _INITIALS.get(text) or key_of(lower)
    facts = lexicon().look_up(lower)
    if facts is UNKNOWN and key != lower:
        facts = lexicon().look_up(key)
    capital = text[0].isupper() and expanded is None
    month = capital and not first and lower == "may"
    function = lower in FUNCTION_WORDS and not key.startswith("@") and not month
    # A capital at the start of a sentence tells nothing, unless no such common word exists.
    name = capital and not function and (not first or not facts.common or (len(text) > 1 and text.isupper()))
    return Token(
        text=text,
        start=start,
        end=start + len(text),
        key=key,
        facts=facts,
        value=_value(lower),
        name=name or key.startswith("@"),
        function=function,
        quoted=quoted,
        sentence=sentence,
        stem=stem_of(key),
    )


def _value(lower: str) -> float | None:
    if lower[0].isdigit():
        try:
            return float(lower.replace(",", "").rstrip("."))
        except ValueError:
            return None
    return NUMBER_VALUES.get(lower)


def _merge_aliases(tokens: list[Token]) -> list[Token]:
    """Make one token of "United States", so that it meets "US"."""
    merged: list[Token] = []
    for token in tokens:
        if merged and (alias := _ALIASES.get((merged[-1].key, token.key))):
            before = merged.pop()
            merged.append(
                Token(
                    text=f"{before.text} {token.text}",
                    start=before.start,
                    end=token.end,
                    key=alias,
                    facts=token.facts,
                    value=None,
                    name=alias.startswith("@"),
                    function=False,
                    quoted=token.quoted,
                    sentence=token.sentence,
                    stem=alias,
                )
            )
        elif token.text == "%":
            merged.append(
                _token("%", token.start, "percent", first=False, quoted=token.quoted, sentence=token.sentence)
            )
        else:
            merged.append(token)
    return merged
