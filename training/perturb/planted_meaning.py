# ruff: noqa: E501 - tables and patterns read better unbroken
"""Planted changes of the words that carry the sense: negation, opposites, near words, causes, tense, additions."""

import difflib
import functools
import re
from collections.abc import Sequence
from random import Random

from training.perturb import lexicon
from training.perturb.change import Edit
from training.perturb.context import Context, Kind, Table
from training.perturb.morphology import Form, inflect, like, regular
from training.perturb.scan import Token, reading, within
from training.perturb.wordnet import installed, wordnet

_DIRECTIONS = Table(lexicon.DIRECTIONS)
_QUANTIFIERS = Table(lexicon.QUANTIFIERS)
_CAUSES = Table(lexicon.CAUSES)
_NEAR = Table(lexicon.NEAR)

_AUXILIARY = re.compile(
    r"\b(is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|did|does|do)\b(?! not\b|n['’]t)",
    re.I,
)
_NEGATED = re.compile(
    r"\b(is|are|was|were|has|have|had|will|would|could|should|may|might|must|did|does|do|ca|wo|can)( not|n['’]t|not)\b",
    re.IGNORECASE,
)
_NEVER = re.compile(r"\b(?:never|no longer|hardly|barely) ")
_PAST = re.compile(
    r"(?<=\w )([a-z]{2,}ed)\b(?= (?:the|a|an|his|her|its|their|to|in|on|at|by|that|for|from|with|into)\b)"
)
_CONDITION = re.compile(
    r"(?:, | )(?:if|unless|provided that|as long as|only if|on condition that|subject to|pending|until|except)\b[^,.;:”\"]{6,80}(?=[,.;])"
)
_CONDITION_FRONT = re.compile(r"^(?:If|Unless|As long as|Until) [^,.;”\"]{6,80}, ")
_CONDITION_WORDS = Table(
    (("if", "unless", "even if", "because"), ("unless", "if"), ("until", "after", "since"), ("only if", "even if"),
     ("except", "including"), ("without", "with"), ("even if", "only if"), ("pending", "after"))
)  # fmt: skip
_TENSES = (
    ("will be", ("was", "has been", "would have been")),
    ("will", ("did", "used to")),
    ("has been", ("will be", "had never been")),
    ("have been", ("will be",)),
    ("is being", ("has been", "will be")),
    ("are being", ("were", "will be")),
    ("was", ("will be", "is")),
    ("were", ("will be", "are")),
    ("is", ("was", "will be", "used to be")),
    ("are", ("were", "will be", "used to be")),
    ("has", ("had", "will have")),
    ("have", ("had", "will have")),
    ("had", ("has", "will have")),
    ("plans to", ("refused to", "once planned to")),
    ("began", ("will begin", "finished")),
    ("is expected to", ("was expected to",)),
)
_SCOPES = Table(
    (
        ("only", "even", "not only"), ("also", "only"), ("at least", "at most"), ("in the city", "across the country"),
        ("local", "national", "global"), ("national", "local", "international"), ("regional", "worldwide"),
        ("worldwide", "in the country"), ("around the world", "in Europe"), ("across the country", "in the capital"),
        ("part of", "all of"), ("all", "only some"), ("mainly", "only", "never"), ("mostly", "only", "never"),
        ("including", "except"), ("such as", "except"),
        ("first", "last", "only"), ("last", "first"), ("world's", "country's"), ("country's", "world's"),
        ("generally", "always"), ("largely", "entirely"), ("mainland", "overseas"), ("global", "European", "local"),
        ("federal", "state", "local"), ("international", "national"), ("entire", "northern part of the"), ("whole", "western"),
        ("everyone", "someone"), ("anyone", "everyone"), ("nobody", "everybody"), ("nothing", "everything"),
        ("everything", "something"), ("always", "once"), ("throughout", "in part of"),
        ("former", "current", "acting"), ("current", "former"), ("then", "now"), ("ex-", "current "), ("deputy", "chief"),
        ("new", "old", "former"), ("old", "new"), ("original", "later"), ("second", "first"), ("main", "only", "second"),
    )
)  # fmt: skip


def negation_in(context: Context, rng: Random) -> Sequence[Edit] | None:
    found = [m for m in _AUXILIARY.finditer(context.text) if context.text[m.end() : m.end() + 1] == " "]
    options: list[list[Edit]] = []
    for match in found:
        after = context.text[match.end() + 1 :].split(" ", 1)[0].lower().strip(".,;")
        if match.group()[0].isupper() or after in ("he", "she", "they", "it", "you", "we", "i", "only"):
            continue
        word = match.group().lower()
        if word in ("has", "have", "had", "did", "does", "do") and not after.endswith(
            ("ed", "en", "n", "t", "d", "e", "k")
        ):
            continue
        if word in ("has", "have", "had") and after in lexicon.DETERMINERS:
            continue
        joined = "not" if word == "can" else " not"
        options.append([Edit(match.end(), match.end(), joined if rng.random() < 0.8 else " never")])
    for match in _PAST.finditer(context.text):
        words = context.tokens
        at = next((i for i, t in enumerate(words) if t.start == match.start(1)), None)
        form = reading(words, at) if at is not None else None
        if at and form and form.pos == "v" and form.slot == "ed" and words[at - 1].lower in _SUBJECT_LIKE:
            options.append([Edit(*match.span(1), f"did not {form.lemma}")])
    return rng.choice(options) if options else None


_SUBJECT_LIKE = frozenset(
    [
        "he",
        "she",
        "they",
        "it",
        "we",
        "i",
        "who",
        "police",
        "officials",
        "people",
        "men",
        "women",
        "doctors",
        "scientists",
        "company",
        "government",
    ]
)


def negation_out(context: Context, rng: Random) -> Sequence[Edit] | None:
    options: list[list[Edit]] = []
    for match in _NEGATED.finditer(context.text):
        word = {"ca": "can", "wo": "will"}.get(match.group(1).lower(), match.group(1))
        if match.group(2).lower() == "not" and match.group(1).lower() != "can":
            continue
        options.append([Edit(*match.span(), like(match.group(1), word))])
    options += [[Edit(*m.span(), "")] for m in _NEVER.finditer(context.text)]
    for match in re.finditer(r"\b(?:no|neither) (?=[a-z]{3,})", context.text):
        if not re.match(r"(?:longer|matter|doubt|one|more|less|fewer|later)\b", context.text[match.end() :]):
            options.append([Edit(match.start(), match.end() - 1, rng.choice(("some", "the", "every")))])
    return rng.choice(options) if options else None


def antonym(context: Context, rng: Random) -> Sequence[Edit] | None:
    net = wordnet()
    if net is None:
        return None
    options: list[Edit] = []
    for token, form in _content(context):
        opposites = net.antonyms(form.lemma, form.pos)
        usual = [word for word in opposites if net.frequency(word.lower(), form.pos) and _can(word, form)]
        options.extend(_instead(token, form, word) for word in usual)
    return [rng.choice(options)] if options else None


def direction(context: Context, rng: Random) -> Sequence[Edit] | None:
    return _DIRECTIONS.edits(context, rng)


def quantifier(context: Context, rng: Random) -> Sequence[Edit] | None:
    return _QUANTIFIERS.edits(context, rng)


def cause(context: Context, rng: Random) -> Sequence[Edit] | None:
    return _CAUSES.edits(context, rng)


def scope(context: Context, rng: Random) -> Sequence[Edit] | None:
    return _SCOPES.edits(context, rng)


def tense(context: Context, rng: Random) -> Sequence[Edit] | None:
    options: list[Edit] = []
    for old, news in _TENSES:
        for match in re.finditer(rf"\b{old}\b(?! to\b)(?= [a-z])", context.text):
            after = context.text[match.end() + 1 :].split(" ", 1)[0]
            if old in ("has", "have", "had") and after in ("been", "to"):
                continue
            new = rng.choice(news)
            if old in ("has", "have", "had") and not after.endswith(("ed", "en", "ne", "de")):
                new = news[0]
            options.append(Edit(*match.span(), new))
    return [rng.choice(options)] if options else None


def condition(context: Context, rng: Random) -> Sequence[Edit] | None:
    """A condition or exception is left out or turned round."""
    dropped = [m for m in _CONDITION.finditer(context.text) if not within(m.start(), context.quoted)]
    front = _CONDITION_FRONT.match(context.text)
    if dropped and rng.random() < 0.5:
        match = rng.choice(dropped)
        return [Edit(*match.span(), "")]
    if front and rng.random() < 0.5:
        rest = context.text[front.end() :]
        return [Edit(0, front.end() + 1, rest[:1].upper())]
    return _CONDITION_WORDS.edits(context, rng)


def cohyponym(context: Context, rng: Random) -> Sequence[Edit] | None:
    """A noun gives way to another kind of the same thing: a doctor to a lawyer, March to a whistle is not."""
    net = wordnet()
    if net is None:
        return None
    options: list[Edit] = []
    for token, form in _content(context, "n"):
        options.extend(_instead(token, form, word) for word in _sisters(form.lemma, "n") if _can(word, form))
    return [rng.choice(options)] if options else None


def verb_sister(context: Context, rng: Random) -> Sequence[Edit] | None:
    """A verb gives way to another way of doing the same: hampered to blocked, walked to ran."""
    net = wordnet()
    if net is None:
        return None
    options: list[Edit] = []
    for token, form in _content(context, "v"):
        options.extend(_instead(token, form, word) for word in _sisters(form.lemma, "v") if _can(word, form))
    return [rng.choice(options)] if options else None


def near_word(context: Context, rng: Random) -> Sequence[Edit] | None:
    """A fluent but wrong word that looks like the right one."""
    listed = _NEAR.edits(context, rng)
    if listed and rng.random() < 0.6:
        return listed
    options: list[Edit] = []
    for token, form in _content(context):
        options.extend(
            _instead(token, form, word) for word in _lookalikes(form.lemma, form.pos) if _can(word, form)
        )
    return [rng.choice(options)] if options else listed


def random_word(context: Context, rng: Random) -> Sequence[Edit] | None:
    """A common word of the same class takes the place of one: the sentence stays fluent and loses its sense."""
    net = wordnet()
    if net is None:
        return None
    options: list[Edit] = []
    for token, form in _content(context, rng.choice("nva")):
        pool = _common(form.pos)
        other = rng.choice(pool)
        if other != form.lemma and _can(other, form) and not _close_in_meaning(form.lemma, other, form.pos):
            options.append(_instead(token, form, other))
    return [rng.choice(options)] if options else None


def addition(context: Context, rng: Random) -> Sequence[Edit] | None:
    """A clause that the source does not have, at the end of a sentence."""
    ends = [m.start() for m in re.finditer(r"(?<=[a-z0-9])[.](?=\s|$)", context.text)]
    ends = [end for end in ends if not within(end, context.quoted)]
    if not ends:
        return None
    at = rng.choice(ends)
    clause = rng.choice(lexicon.ADDITIONS)
    return [Edit(at, at, clause if clause.startswith(",") else " " + clause)]


def _content(context: Context, pos: str = "nva") -> list[tuple[Token, Form]]:
    words = context.tokens
    out = []
    for index, token in enumerate(words):
        form = reading(words, index)
        if form and form.pos in pos and context.in_source(token.text):
            out.append((token, form))
    return out


def _instead(token: Token, form: Form, lemma: str) -> Edit:
    """The other word in the form and letter case of the one it replaces."""
    return Edit(token.start, token.end, like(token.text, inflect(lemma, form.pos, form.slot)))


def _can(lemma: str, form: Form) -> bool:
    """Whether the word can be put into the form by rule and is one plain word."""
    return (
        lemma.isascii()
        and lemma.isalpha()
        and lemma.islower()
        and (form.slot == "base" or regular(lemma, form.pos))
    )


@functools.lru_cache(maxsize=20_000)
def _sisters(lemma: str, pos: str) -> tuple[str, ...]:
    net = installed()
    senses = net.senses(lemma, pos)
    if not senses or senses[0][1] < 0.5:
        return ()
    own = {word.lower() for synset, _ in senses for word in synset.words}
    found: list[str] = []
    for parent in net.related(senses[0][0], "@")[:1]:
        if len(net.related(parent, "~")) > 120:
            continue  # too general a parent: its children have little in common
        for child in net.related(parent, "~"):
            for word in child.words:
                first = net.senses(word.lower(), pos)
                if (
                    word.lower() not in own
                    and net.frequency(word.lower(), pos) >= 3
                    and first
                    and first[0][0] is child
                ):
                    found.append(word)
    return tuple(found)


@functools.lru_cache(maxsize=20_000)
def _lookalikes(lemma: str, pos: str) -> tuple[str, ...]:
    if len(lemma) < 5:
        return ()
    out = []
    for other in _by_start(pos).get(lemma[:3], ()):
        if other == lemma or abs(len(other) - len(lemma)) > 4:
            continue
        likeness = difflib.SequenceMatcher(None, lemma, other, autojunk=False).ratio()
        if likeness > 0.68 and not _close_in_meaning(lemma, other, pos):
            out.append(other)
    return tuple(out)


@functools.cache
def _by_start(pos: str) -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for lemma in _common(pos, 2):
        table.setdefault(lemma[:3], []).append(lemma)
    return table


@functools.cache
def _common(pos: str, least: int = 8) -> tuple[str, ...]:
    net = installed()
    return tuple(
        lemma
        for lemma in net.lemmas(pos)
        if len(lemma) > 3 and lemma.isalpha() and lemma.isascii() and net.frequency(lemma, pos) >= least
        and lemma not in lexicon.FUNCTION_WORDS
    )  # fmt: skip


def _close_in_meaning(lemma: str, other: str, pos: str) -> bool:
    """Whether the two share a meaning, or one is a kind of the other, in any of their meanings."""
    net = installed()
    mine = {s.offset for s, _ in net.senses(lemma, pos)}
    theirs = {s.offset for s, _ in net.senses(other, pos)}
    if mine & theirs:
        return True
    above = {
        p.offset for s, _ in net.senses(lemma, pos) for p in net.related(s, "@", "~", "&", "\\", "+", "=")
    }
    below = {
        p.offset for s, _ in net.senses(other, pos) for p in net.related(s, "@", "~", "&", "\\", "+", "=")
    }
    return bool(above & theirs or below & mine)


KINDS: dict[str, Kind] = {
    "negation_in": negation_in,
    "negation_out": negation_out,
    "antonym": antonym,
    "direction": direction,
    "quantifier": quantifier,
    "cause": cause,
    "scope": scope,
    "tense": tense,
    "condition": condition,
    "cohyponym": cohyponym,
    "verb_sister": verb_sister,
    "near_word": near_word,
    "random_word": random_word,
    "addition": addition,
}
