"""How two words that stand in each other's place relate: from "the same" to "nothing in common"."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from checker.words.classes import (
    CLASS_OF,
    FUTURE,
    LIMITS,
    NECESSARY,
    OFFICES,
    PARTIAL,
    POSSIBLE,
    REPORTING,
    SAYING,
    UNIVERSAL,
)
from checker.words.lexicon import WordFacts, lexicon
from checker.words.tokens import Token


class Relation(StrEnum):
    """What became of a word. The first ones leave the meaning alone, the last ones do not."""

    SAME = "same"
    CASE = "case"
    """Same letters, other capitals."""
    SPELLING = "spelling"
    """Another spelling of the same word: colour, color; Kiev, Kyiv is a NAME."""
    INFLECTION = "inflection"
    """Another form of the same dictionary word."""
    DERIVATION = "derivation"
    """Another word of the same family: expand, expansion."""
    SAME_ROOT = "same_root"
    """Of the same family and part of speech, yet not the same thing: shipment, ship."""
    SYNONYM = "synonym"
    NAME_VARIANT = "name_variant"
    """Initials, a nationality for a country, a shortened name."""
    RELATED = "related"
    """No relation on record, but close in the encoder's space."""
    HYPERNYM = "hypernym"
    """The copy's word is more general."""
    HYPONYM = "hyponym"
    """The copy's word is more specific."""
    CO_HYPONYM = "co_hyponym"
    """Two kinds of the same thing: Monday, Tuesday."""
    ANTONYM = "antonym"
    LOOK_ALIKE = "look_alike"
    """Begins or sounds alike but is another word: logistical, logic."""
    NUMBER = "number"
    NAME = "name"
    """One name instead of another."""
    NAME_COMMON = "name_common"
    """A name for a common word or the other way round."""
    REPORTING = "reporting"
    """One verb of saying or thinking for another: said, claimed."""
    OFFICE = "office"
    """Another title or office."""
    FUNCTION = "function"
    """Words of grammar."""
    UNRELATED = "unrelated"
    NEGATION = "negation"
    MODALITY = "modality"
    """May, will, must, likely: how certain or necessary something is."""
    QUANTIFIER = "quantifier"
    CONNECTIVE = "connective"
    """Because, after, if, although: how two statements hang together."""
    PREPOSITION = "preposition"
    PRONOUN = "pronoun"
    EXCHANGED = "exchanged"
    """Stands where another word stood that is still there."""
    INSERTED = "inserted"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A relation, and how near the two words are."""

    relation: Relation
    nearness: float
    """1 for the same word, 0 for words with nothing in common; their cosine where nothing else is known."""


_SAME = Comparison(Relation.SAME, 1.0)
_CASE = Comparison(Relation.CASE, 1.0)
_SPELLING = Comparison(Relation.SPELLING, 1.0)
_NUMBER = Comparison(Relation.NUMBER, 0.0)
_SYNONYM_FLOOR = 0.05
"""Least share that a common sense has of either word: "cut" and "abridge" are synonyms, "put" and "set" in their
eighth sense are not."""
_NEAR_STEPS = 3
_BROAD_STEPS = {"n": 4, "v": 2}
"""A meaning with fewer steps above it than this (entity, object, act) unites everything. Verbs' trees are flat."""
_RELATED_FLOOR = 0.6
_SAME_OFFICE = 0.85
_LOOK_ALIKE = 0.7
_PREFIX = 4


def compare(source: Token, republished: Token) -> Comparison:  # noqa: PLR0911  a list of decisions
    """Name the relation of two words, from the source's to the copy's."""
    if source.key == republished.key:
        if source.text == republished.text or source.name == republished.name:
            return _SAME
        return _CASE
    if source.value is not None and republished.value is not None:
        return _SPELLING if source.value == republished.value else _NUMBER
    if source.function and republished.function:
        return _grammar(source.key, republished.key)
    if source.name != republished.name:
        return _name_and_word(source, republished)
    if source.name:
        return _names(source, republished)
    return compare_words(source.key, republished.key, source.facts, republished.facts)


CLASS_RELATION = {
    "negation": Relation.NEGATION,
    "modality": Relation.MODALITY,
    "quantifier": Relation.QUANTIFIER,
    "conditional": Relation.CONNECTIVE,
    "causal": Relation.CONNECTIVE,
    "contrast": Relation.CONNECTIVE,
    "temporal": Relation.CONNECTIVE,
    "preposition": Relation.PREPOSITION,
    "pronoun": Relation.PRONOUN,
}
"""Class of a word of grammar -> what a change of it is called. Articles and auxiliaries are FUNCTION."""


_ALIKE_GRAMMAR = (POSSIBLE, NECESSARY, FUTURE, UNIVERSAL, PARTIAL, LIMITS)


@lru_cache(maxsize=20_000)
def _grammar(source: str, republished: str) -> Comparison:
    there, here = CLASS_OF.get(source, ""), CLASS_OF.get(republished, "")
    if there != here:
        graver = min(
            (c for c in (there, here) if c in CLASS_RELATION), key=list(CLASS_RELATION).index, default=""
        )
        return Comparison(CLASS_RELATION.get(graver, Relation.FUNCTION), 0.2)
    alike = there not in CLASS_RELATION or any(
        source in group and republished in group for group in _ALIKE_GRAMMAR
    )
    return Comparison(CLASS_RELATION.get(there, Relation.FUNCTION), 0.9 if alike else 0.3)


@lru_cache(maxsize=200_000)
def compare_words(  # noqa: PLR0911  a list of decisions, most certain first
    source: str, republished: str, there: WordFacts, here: WordFacts
) -> Comparison:
    """Compare two common words by their keys and what the lexicon knows of them."""
    if there.lemmas & here.lemmas:
        return Comparison(Relation.INFLECTION, 0.98)
    near = lexicon().similarity(there.row, here.row) if there.row >= 0 and here.row >= 0 else 0.0
    if there.antonyms & here.lemmas or here.antonyms & there.lemmas:
        return Comparison(Relation.ANTONYM, 0.1)
    if source.replace("-", "") == republished.replace("-", ""):
        return _SPELLING
    shared = _shared_sense(there, here)
    if shared >= _SYNONYM_FLOOR:
        return Comparison(Relation.SYNONYM, 0.6 + 0.4 * min(1.0, max(near, shared)))
    if there.families & here.families:
        crossed = not there.main_parts & here.main_parts
        return (
            Comparison(Relation.DERIVATION, 0.9)
            if crossed
            else Comparison(Relation.SAME_ROOT, max(0.3, near))
        )
    if _opposed_through_similar(there, here):
        return Comparison(Relation.ANTONYM, 0.1)
    if source in OFFICES and republished in OFFICES:
        # A spokesman is a spokesperson, but a minister is no secretary.
        return Comparison(Relation.RELATED if near >= _SAME_OFFICE else Relation.OFFICE, max(0.0, near))
    if source in REPORTING and republished in REPORTING:
        return Comparison(Relation.REPORTING, 0.9 if {source, republished} <= SAYING else max(0.3, near))
    alike = looks_alike(source, republished)
    if alike and (not there.lemmas or not here.lemmas) and _one_slip(source, republished):
        return Comparison(Relation.SPELLING, 0.8)
    kinship = _kinship(there, here)
    if near >= _RELATED_FLOOR and kinship is not Relation.CO_HYPONYM and not alike:
        return Comparison(kinship or Relation.RELATED, near)
    if kinship is not None:
        return Comparison(kinship, max(near, 0.3 if kinship is not Relation.CO_HYPONYM else 0.0))
    if alike:
        return Comparison(Relation.LOOK_ALIKE, max(0.0, near) / 2)
    return Comparison(Relation.UNRELATED, max(0.0, near))


def looks_alike(a: str, b: str) -> bool:
    """Whether two words could be mistaken for each other by their letters."""
    shared = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        shared += 1
    if shared >= _PREFIX and shared >= 0.5 * min(len(a), len(b)):
        return True
    if min(len(a), len(b)) < _PREFIX:
        return False
    return Levenshtein.normalized_similarity(a, b, score_cutoff=_LOOK_ALIKE) >= _LOOK_ALIKE


def _one_slip(a: str, b: str) -> bool:
    return min(len(a), len(b)) > _PREFIX and Levenshtein.distance(a, b, score_cutoff=2) <= 2


def _shared_sense(there: WordFacts, here: WordFacts) -> float:
    """How likely both words are used in a meaning that they share, or in two that WordNet calls similar."""
    best = 0.0
    other = dict(here.senses)
    similar_meanings = lexicon().similar_meanings
    for meaning, share in there.senses:
        if meaning in other:
            best = max(best, min(share, other[meaning]))
        for similar in similar_meanings(meaning):
            if similar in other:
                best = max(best, 0.7 * min(share, other[similar]))
    return best


def _opposed_through_similar(there: WordFacts, here: WordFacts) -> bool:
    """Whether a main sense of one is similar to a meaning whose word the other's antonym is: rapid and slow."""
    if not (there.antonyms or here.antonyms):
        return False
    return _opposed_one_way(there, here) or _opposed_one_way(here, there)


def _opposed_one_way(opposed: WordFacts, word: WordFacts) -> bool:
    heads = {m for meaning, share in word.senses if share >= 0.3 for m in lexicon().similar_meanings(meaning)}
    if not heads or not opposed.antonyms:
        return False
    return any(
        meaning in heads
        for number in opposed.antonyms
        for meaning, share in lexicon().look_up(lexicon().word(number)).senses
        if share >= 0.3
    )


def _kinship(there: WordFacts, here: WordFacts) -> Relation | None:
    """More general, more specific, a sibling, or nothing, judged by the words' main senses."""
    best: tuple[int, Relation] | None = None
    part, ancestors = lexicon().part, lexicon().ancestors
    for meaning in there.main_senses:
        broad = _BROAD_STEPS.get(part(meaning))
        if broad is None:
            continue
        up = ancestors(meaning)
        for other in here.main_senses:
            above = ancestors(other)
            if other in up and len(above) >= broad and up[other] <= _NEAR_STEPS:
                found = (up[other], Relation.HYPERNYM)
            elif meaning in above and len(up) >= broad and above[meaning] <= _NEAR_STEPS:
                found = (above[meaning], Relation.HYPONYM)
            else:
                steps = [
                    step + above[m]
                    for m, step in up.items()
                    if step <= 2 and above.get(m, 3) <= 2 and len(ancestors(m)) >= broad
                ]
                if not steps:
                    continue
                found = (min(steps) + 1, Relation.CO_HYPONYM)
            if best is None or found[0] < best[0]:
                best = found
    return best[1] if best else None


def _names(source: Token, republished: Token) -> Comparison:
    a, b = source.key, republished.key
    if source.stem == republished.stem or source.facts.lemmas & republished.facts.lemmas:
        return Comparison(Relation.INFLECTION, 0.95)
    if source.facts.families & republished.facts.families or _demonym(a, b):
        return Comparison(Relation.NAME_VARIANT, 0.9)
    if _shared_sense(source.facts, republished.facts) >= 0.3:
        return Comparison(Relation.NAME_VARIANT, 0.9)
    if len(a) > 3 and len(b) > 3 and (_one_slip(a, b) or a.startswith(b) or b.startswith(a)):
        return Comparison(Relation.NAME_VARIANT, 0.7)
    if a in OFFICES and b in OFFICES:
        return Comparison(Relation.OFFICE, 0.2)
    return Comparison(Relation.NAME, 0.1 if looks_alike(a, b) else 0.0)


def _demonym(a: str, b: str) -> bool:
    """Nationality and country outside WordNet's list, by a common start: Ukraine, Ukrainian; also @us, american."""
    if {a, b} & {"@us"}:
        return bool({a, b} & {"american", "americans", "america"})
    if {a, b} & {"@uk"}:
        return bool({a, b} & {"british", "britain", "britons"})
    if {a, b} & {"@eu"}:
        return bool({a, b} & {"european", "europe"})
    shared = min(len(a), len(b), 5)
    return shared >= _PREFIX and a[:shared] == b[:shared] and abs(len(a) - len(b)) <= 4


def _name_and_word(source: Token, republished: Token) -> Comparison:
    """A capital may also be a headline's or an office's, so the words themselves decide first."""
    plain = compare_words(source.key, republished.key, source.facts, republished.facts)
    if plain.relation in (Relation.UNRELATED, Relation.LOOK_ALIKE, Relation.RELATED, Relation.CO_HYPONYM):
        return Comparison(Relation.NAME_COMMON, plain.nearness)
    return plain
