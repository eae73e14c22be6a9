"""Where the words, names, quotations and sentence starts of a text are."""

import re
from dataclasses import dataclass

from training.perturb import lexicon
from training.perturb.morphology import Form, forms
from training.perturb.wordnet import wordnet

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_QUOTED = re.compile(r"[“\"]([^“”\"]{8,400})[”\"]")
_CAPITAL = re.compile(r"[A-ZÀ-Þ][^\W_]*(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its place."""

    text: str
    start: int
    end: int
    starts_sentence: bool

    @property
    def lower(self) -> str:
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words."""

    text: str
    start: int
    end: int
    kind: str
    """person, place, nationality, time, or other."""


def tokens(text: str) -> list[Token]:
    """All words in order."""
    out: list[Token] = []
    last = 0
    for match in WORD.finditer(text):
        gap = text[last : match.start()]
        begins = not out or (
            any(mark in gap for mark in '.!?:\n“"') and not (gap == ". " and out[-1].text in lexicon.DOTTED)
        )
        out.append(Token(match.group(), match.start(), match.end(), begins))
        last = match.end()
    return out


def quoted(text: str) -> list[tuple[int, int]]:
    """Insides of double quotation marks."""
    return [match.span(1) for match in _QUOTED.finditer(text)]


def within(position: int, ranges: list[tuple[int, int]]) -> bool:
    """Whether a position lies in one of the ranges."""
    return any(start <= position < end for start, end in ranges)


def names(text: str) -> list[Name]:
    """Capitalised runs that are likely proper names; a capital at a sentence start counts only for unknown words."""
    out: list[Name] = []
    run: list[Token] = []
    words = tokens(text)
    for token in [*words, Token("", len(text) + 2, len(text) + 2, True)]:
        joined = bool(run) and text[run[-1].end : token.start] in (" ", "-")
        if not joined and run:
            _close(out, text, run)
            run = []
        if _CAPITAL.fullmatch(token.text) and _may_be_name(token):
            run.append(token)
        elif run:
            _close(out, text, run)
            run = []
    return out


def _may_be_name(token: Token) -> bool:
    if (
        token.text in lexicon.DOTTED
        or token.lower in lexicon.NOT_NAMES
        or token.lower in lexicon.FUNCTION_WORDS
    ):
        return False
    if token.lower in lexicon.TIME_NAMES or token.text in lexicon.TITLES_BEFORE:
        return False
    if not token.starts_sentence:
        return True
    if (
        token.lower in lexicon.FIRST_NAMES
        or token.text in lexicon.PLACES
        or token.text in lexicon.NATIONALITIES
    ):
        return True
    net = wordnet()
    if net is None:
        return False
    return not forms(token.lower) or (len(token.text) > 1 and token.text.isupper())


def _close(out: list[Name], text: str, run: list[Token]) -> None:
    start, end = run[0].start, run[-1].end
    name = text[start:end]
    if name.endswith(("'s", "’s")):
        end -= 2
        name = text[start:end]
    if len(name) < 2 or name.isdigit():
        return
    before = text[max(0, start - 24) : start].rstrip(". ").rsplit(" ", 1)[-1].lstrip('("“')
    after = text[end : end + 16]
    if name in lexicon.PLACES:
        kind = "place"
    elif name in lexicon.NATIONALITIES:
        kind = "nationality"
    elif (
        run[0].lower in lexicon.FIRST_NAMES
        or before in lexicon.TITLES_BEFORE
        or (re.match(r",? (?:said|says|told|added)\b", after) and len(run) <= 3)
    ):
        kind = "person"
    else:
        kind = "other"
    out.append(Name(name, start, end, kind))


def reading(words: list[Token], index: int) -> Form | None:
    """The likely part of speech and form of a word in its place; None when unsure."""
    token = words[index]
    word = token.lower
    if word in lexicon.FUNCTION_WORDS or len(word) < 3 or not word.isalpha():
        return None
    if token.text[0].isupper() and not token.starts_sentence:
        return None
    net = wordnet()
    found = forms(word)
    if net is None or not found:
        return None
    before = words[index - 1].lower if index else ""
    before2 = words[index - 2].lower if index > 1 else ""
    after = words[index + 1].lower if index + 1 < len(words) else ""
    scores: dict[str, float] = {}
    for form in found:
        scores[form.pos] = max(scores.get(form.pos, 0.0), net.frequency(form.lemma, form.pos) + 0.3)
    noun_place = before in lexicon.DETERMINERS or before in lexicon.PREPOSITIONS
    if noun_place or before2 in lexicon.DETERMINERS:
        scores["v"] = scores.get("v", 0.0) * (0.02 if before in lexicon.DETERMINERS else 0.4)
    if before in lexicon.DETERMINERS and (after in lexicon.FUNCTION_WORDS or not after):
        scores["a"] = scores.get("a", 0.0) * 0.05
        scores["n"] = scores.get("n", 0.0) * 3
    if before in lexicon.MODALS or before == "to":
        scores = {pos: value * (20 if pos == "v" else 0.2) for pos, value in scores.items()}
    if before in lexicon.SUBJECT_PRONOUNS:
        scores = {pos: value * (20 if pos in "vr" else 0.1) for pos, value in scores.items()}
    best = max(scores, key=lambda pos: scores[pos])
    if scores[best] < 3 * sum(value for pos, value in scores.items() if pos != best):
        return None
    options = [form for form in found if form.pos == best]
    slots = {form.slot for form in options}
    return (
        options[0] if len(slots) == 1 else max(options, key=lambda form: net.frequency(form.lemma, form.pos))
    )
