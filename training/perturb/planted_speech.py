"""Planted changes of who said it, in which office, how surely, and what stood between the quotation marks."""

import re
from collections.abc import Sequence
from random import Random

from training.perturb import lexicon
from training.perturb.change import Edit
from training.perturb.context import Context, Kind, Table
from training.perturb.morphology import like

_SAY = r"(?:said|says|told|added|explained|claimed|argued|warned|insisted|announced|admitted|stated|wrote|according to)"
_AFTER = re.compile(
    r"[,”\"] (?:said|says|added|explained|claimed|argued|warned|insisted|wrote) ([^,.;:“\"]{3,70})(?=[,.;:]|$)"
)
_BEFORE = re.compile(
    r"(?:^|(?<=[.!?] ))([A-Z][^,.;:“\"]{2,60}?) (?=" + _SAY.replace("|according to", "") + r"\b)"
)
_ACCORDING = re.compile(r"\b[Aa]ccording to ([^,.;:“\"]{3,60})(?=[,.;]|$)")
_QUOTE_OPENERS = '“"'

_TITLES = Table(lexicon.TITLES)
_RELATIONS = Table(lexicon.RELATIONS)
_GENDERED = Table(lexicon.GENDERED)
_MODALITY = Table(lexicon.MODALITY)
_EXAGGERATIONS = Table(lexicon.EXAGGERATIONS)
_HEDGE = re.compile(
    r"(?:, )?\b(?:" + "|".join(re.escape(h) for h in lexicon.HEDGES) + r")\b(?:, | |(?=[.,]))"
)
_BELIEVED = re.compile(r"\b(is|are) (?:believed|thought|said|reported|alleged|understood|expected) to be\b")
_BELIEVED_HAVE = re.compile(r"\b(?:is|are) (?:believed|thought|said|reported|alleged|understood) to have\b")
_ATTRIBUTED_END = re.compile(
    r", (?:according to [^,.]{3,60}|[A-Za-z][^,.]{2,40} (?:said|says)|(?:said|says) [^,.]{3,50})(?=\.$)"
)
_QUOTE_REWORDED = Table(
    (
        *lexicon.DIRECTIONS, *lexicon.EXAGGERATIONS, *lexicon.MODALITY, *lexicon.NEAR, *lexicon.SYNONYMS,
        ("I", "we"), ("we", "they"), ("our", "their"), ("my", "our"), ("great", "fairly good"), ("good", "acceptable"),
        ("very", "somewhat"), ("never", "seldom"), ("always", "usually"), ("love", "tolerate"), ("hate", "dislike"),
        ("want", "demand"), ("think", "know"), ("hope", "expect"), ("everyone", "someone"), ("nothing", "little"),
        ("terrible", "unpleasant"), ("wonderful", "decent"), ("must", "could"), ("important", "useful"),
    )
)  # fmt: skip


def attribution(context: Context, rng: Random) -> Sequence[Edit] | None:
    """Somebody else says it: another name of the source, or a speaker that the source does not have."""
    found = [m.span(1) for pattern in (_AFTER, _BEFORE, _ACCORDING) for m in pattern.finditer(context.text)]
    if not found:
        return None
    start, end = rng.choice(found)
    old = context.text[start:end]
    named = [
        other.text
        for other in context.source_names
        if other.kind in ("person", "other")
        and other.text not in old
        and old not in other.text
        and " " in other.text
    ]
    way = rng.random()
    if named and way < 0.45:
        new = rng.choice(named)
    elif way < 0.7:
        first = rng.choice(lexicon.MALE_NAMES + lexicon.FEMALE_NAMES).capitalize()
        new = f"{first} {rng.choice(lexicon.SURNAMES)}"
    else:
        new = rng.choice(lexicon.SPEAKERS)
    if new.lower() in old.lower():
        return None
    return [Edit(start, end, like(old, new) if old[0].isupper() and start == 0 else new)]


def attribution_dropped(context: Context, rng: Random) -> Sequence[Edit] | None:
    """A claim loses its speaker and stands as a fact."""
    found = [m for m in _ATTRIBUTED_END.finditer(context.text) if not context.quoted]
    if not found:
        return None
    match = rng.choice(found)
    return [Edit(*match.span(), "")]


def title(context: Context, rng: Random) -> Sequence[Edit] | None:
    return _TITLES.edits(context, rng)


def relation(context: Context, rng: Random) -> Sequence[Edit] | None:
    return _RELATIONS.edits(context, rng)


def gender(context: Context, rng: Random) -> Sequence[Edit] | None:
    """He turns she: all pronouns of the sentence with it."""
    text = context.text
    male = re.compile(r"\b(?:he|him|his|himself)\b", re.IGNORECASE)
    female = re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE)
    has_male, has_female = list(male.finditer(text)), list(female.finditer(text))
    if bool(has_male) == bool(has_female):
        return _GENDERED.edits(context, rng)
    edits = []
    for match in has_male or has_female:
        old = match.group().lower()
        if old == "her":
            after = text[match.end() : match.end() + 12]
            possessive = re.match(r" [a-z]{3,}", after) and not re.match(
                r" (?:to|and|the|that|for|from|with|in|on|at|as)\b", after
            )
            new = "his" if possessive else "him"
        else:
            new = {"he": "she", "him": "her", "his": "her", "himself": "herself", "she": "he", "hers": "his",
                   "herself": "himself"}[old]  # fmt: skip
        edits.append(Edit(*match.span(), like(match.group(), new)))
    return edits


def modality(context: Context, rng: Random) -> Sequence[Edit] | None:
    return _MODALITY.edits(context, rng)


def hedge(context: Context, rng: Random) -> Sequence[Edit] | None:
    """A reported or doubtful thing becomes a plain fact."""
    options: list[Edit] = []
    for match in _HEDGE.finditer(context.text):
        inner = match.group()
        options.append(Edit(*match.span(), " " if inner.startswith(", ") and inner.endswith(" ") else ""))
    options += [Edit(*m.span(), m.group(1)) for m in _BELIEVED.finditer(context.text)]
    options += [Edit(*m.span(), m.group().split()[0].replace("are", "have").replace("is", "has")) for m in
                _BELIEVED_HAVE.finditer(context.text)]  # fmt: skip
    if not options:
        return None
    chosen = rng.choice(options)
    if chosen.start == 0 and not chosen.new:
        rest = context.text[chosen.end :]
        return [Edit(0, chosen.end + 1, rest[:1].upper())] if rest else None
    return [chosen]


def quotation(context: Context, rng: Random) -> Sequence[Edit] | None:
    """Words inside quotation marks are no longer those that were spoken."""
    places = [
        p
        for p in _QUOTE_REWORDED.places(context.text)
        if any(s <= p[0] and p[1] <= e for s, e in context.quoted)
    ]
    if not places:
        return None
    start, end, options = rng.choice(places)
    old = context.text[start:end]
    if not context.in_source(old):
        return None
    return [Edit(start, end, like(old, rng.choice(options)) if old != "I" else rng.choice(options))]


def exaggeration(context: Context, rng: Random) -> Sequence[Edit] | None:
    return _EXAGGERATIONS.edits(context, rng)


KINDS: dict[str, Kind] = {
    "attribution": attribution,
    "attribution_dropped": attribution_dropped,
    "title": title,
    "relation": relation,
    "gender": gender,
    "modality": modality,
    "hedge": hedge,
    "quotation": quotation,
    "exaggeration": exaggeration,
}
