# ruff: noqa: E501 - tables read better unbroken
"""English inflection, small: which form a word has, and the same form of another word."""

import functools
import re
from dataclasses import dataclass

from training.perturb.wordnet import installed, wordnet

_VOWELS = "aeiou"
_DOUBLING = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprtvz]$")


@dataclass(frozen=True, slots=True)
class Form:
    """A word seen as a form of its dictionary word."""

    lemma: str
    pos: str
    slot: str
    """`base`, `s` (plural or third person), `ing`, `ed` (past or participle), `er`, `est`."""


def forms(word: str) -> list[Form]:
    """All readings of a lower-case word that WordNet knows."""
    net = wordnet()
    if net is None:
        return []
    return list(_forms(word))


@functools.lru_cache(maxsize=100_000)
def _forms(word: str) -> tuple[Form, ...]:
    net = installed()
    out: list[Form] = []
    for pos, endings in _ENDINGS.items():
        if net.known(word, pos):
            out.append(Form(word, pos, "base"))
        irregular = net.exceptions[pos].get(word)
        if irregular and irregular != word and net.known(irregular, pos):
            out.append(Form(irregular, pos, _irregular_slot(word, pos)))
            continue
        for ending, replacement, slot in endings:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                lemma = word[: -len(ending)] + replacement
                if net.known(lemma, pos) and inflect(lemma, pos, slot) == word:
                    out.append(Form(lemma, pos, slot))
        if pos == "v" and len(word) > 5:
            for ending, slot in (("ed", "ed"), ("ing", "ing")):
                stem = word.removesuffix(ending)
                if stem != word and stem[-1] == stem[-2] and net.known(stem[:-1], "v"):
                    out.append(Form(stem[:-1], "v", slot))
    return tuple(dict.fromkeys(out))


_ENDINGS = {
    "n": (("ies", "y", "s"), ("es", "", "s"), ("s", "", "s")),
    "v": (
        ("ies", "y", "s"), ("es", "", "s"), ("s", "", "s"),
        ("ied", "y", "ed"), ("ed", "", "ed"), ("ed", "e", "ed"),
        ("ing", "", "ing"), ("ing", "e", "ing"),
    ),
    "a": (("ier", "y", "er"), ("er", "", "er"), ("er", "e", "er"), ("iest", "y", "est"), ("est", "", "est"), ("est", "e", "est")),
    "r": (),
}  # fmt: skip


def _irregular_slot(word: str, pos: str) -> str:
    if pos == "n":
        return "s"
    if pos == "v":
        return "ing" if word.endswith("ing") else ("s" if word.endswith("s") else "ed")
    return "est" if word.endswith("est") else "er"


def regular(lemma: str, pos: str) -> bool:
    """Whether the word is inflected by rule alone, so that `inflect` can be trusted."""
    return (lemma, pos) not in _irregular_lemmas()


@functools.cache
def _irregular_lemmas() -> frozenset[tuple[str, str]]:
    net = wordnet()
    if net is None:
        return frozenset()
    found = set()
    for pos in ("n", "v", "a"):
        for form, lemma in net.exceptions[pos].items():
            if pos != "v" or _irregular_slot(form, pos) == "ed":
                found.add((lemma, pos))
    return frozenset(found)


def inflect(lemma: str, pos: str, slot: str) -> str:  # noqa: PLR0911 - one return per pattern
    """The form by rule."""
    ends_y = len(lemma) > 1 and lemma.endswith("y") and lemma[-2] not in _VOWELS
    if slot == "s":
        if ends_y:
            return lemma[:-1] + "ies"
        return lemma + (
            "es"
            if lemma.endswith(("s", "x", "z", "ch", "sh")) or (lemma.endswith("o") and pos == "v")
            else "s"
        )
    if slot in ("ed", "er", "est"):
        if ends_y:
            return lemma[:-1] + "i" + slot
        if lemma.endswith("e"):
            return lemma + slot[1:]
        return lemma + (lemma[-1] if _DOUBLING.match(lemma) else "") + slot
    if slot == "ing":
        if lemma.endswith("ie"):
            return lemma[:-2] + "ying"
        if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
            return lemma[:-1] + "ing"
        return lemma + (lemma[-1] if _DOUBLING.match(lemma) else "") + "ing"
    return lemma


def like(original: str, new: str) -> str:
    """`new` in the letter case of `original`."""
    if original.isupper() and len(original) > 1:
        return new.upper()
    if original[:1].isupper():
        return new[:1].upper() + new[1:]
    return new
