# ruff: noqa: E501 - patterns read better unbroken
"""Harmless rewrites of single words and spellings."""

import functools
import re
from collections.abc import Sequence
from random import Random

from training.perturb import lexicon
from training.perturb.change import Edit
from training.perturb.context import Context, Kind, Table
from training.perturb.morphology import inflect, like, regular
from training.perturb.scan import reading, within
from training.perturb.wordnet import installed, wordnet

_SYNONYMS = Table(lexicon.SYNONYMS)
_SPELLINGS = Table([*lexicon.SPELLINGS, *(tuple(reversed(row)) for row in lexicon.SPELLINGS)])
_ABBREVIATIONS = Table(lexicon.ABBREVIATIONS)
_CONTRACTIONS = Table([*lexicon.CONTRACTIONS, *((b, a) for a, b, *_ in lexicon.CONTRACTIONS)])

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_SMALL_NUMBER = re.compile(r"(?<![\w.,$£€/:-])(?:[2-9]|1[0-2])(?![\w.,/%:-]|[.,]\d| ?(?:percent|per cent|January|February|March|April|May|June|July|August|September|October|November|December|am|pm|a\.m|p\.m)\b)|(?<![\w.,$£€/:-])(?:[2-9]|1[0-2])(?=[.,]?(?:\s|$))(?! ?(?:percent|per cent)\b)")  # fmt: skip
_NUMBER_NAME = re.compile(r"\b(?:" + "|".join(_ONES[2:]) + r")\b(?!-)", re.IGNORECASE)
_PERCENT = re.compile(r"(?<=\d)( ?%| percent\b| per cent\b)")
_MONEY = re.compile(r"([$£€])(\d+(?:\.\d+)?) ?(bn|m|billion|million)\b(?! (?:dollars|pounds|euros))")
_MONEY_WORDS = re.compile(r"\b(\d+(?:\.\d+)?) (million|billion) (dollars|pounds|euros)\b")
_UNIT = re.compile(r"(?<=\d)( ?)(km|kilometers|kilometres|kg|kilograms|cm|centimeters|mph|miles per hour)\b")
_UNIT_NAMES = {"km": "kilometers", "kilometers": "km", "kilometres": "km", "kg": "kilograms", "kilograms": "kg", "cm": "centimeters",
               "centimeters": "cm", "mph": "miles per hour", "miles per hour": "mph"}  # fmt: skip
_THOUSANDS = re.compile(r"(?<![\w.,$£€])(\d{1,3}),(\d{3})(?![\w,])")
_PLAIN_THOUSANDS = re.compile(r"(?<![\w.,-])([1-9]\d?)(\d{3})(?![\w,.-]|\.\d)")
_DATE_DMY = re.compile(r"\b(\d{1,2}) (" + "|".join(lexicon.MONTHS) + r")\b(?:,? (\d{4})\b)?")
_DATE_MDY = re.compile(r"\b(" + "|".join(lexicon.MONTHS) + r") (\d{1,2})\b(?!,\d)(?:, (\d{4})\b)?")
_MONTH_SHORT = re.compile(r"\b(January|February|August|September|October|November|December)\b(?= \d)")
_ON_WEEKDAY = re.compile(r"\bon (?=(?:" + "|".join(lexicon.WEEKDAYS) + r")\b)")
_HYPHENATED = re.compile(
    r"\b(long|short|well|so|high|low|part|full|large|small|self|co|non|anti|multi|semi|post|mid)-(?=[a-z]{3,})"
)
_DETERMINER = re.compile(r"\b(the) (?=(?:[a-z]+ )?[a-z]{4,}\b)")


def synonym(context: Context, rng: Random) -> Sequence[Edit] | None:
    places = [p for p in _SYNONYMS.places(context.text) if not within(p[0], context.quoted)]
    places = [p for p in places if not any(n.start <= p[0] and p[1] <= n.end for n in context.names)]
    if not places:
        return None
    start, end, options = rng.choice(places)
    old = context.text[start:end]
    return [Edit(start, end, like(old, rng.choice(options)))]


def synonym_wordnet(context: Context, rng: Random) -> Sequence[Edit] | None:
    """A word of one dominant meaning gives way to another whose dominant meaning is the same."""
    net = wordnet()
    if net is None:
        return None
    options: list[Edit] = []
    words = context.tokens
    for index, token in enumerate(words):
        if within(token.start, context.quoted):
            continue
        form = reading(words, index)
        if form is None:
            continue
        options.extend(
            Edit(token.start, token.end, like(token.text, inflect(word, form.pos, form.slot)))
            for word in _same_meaning(form.lemma, form.pos)
            if form.slot == "base" or regular(word, form.pos)
        )
    return [rng.choice(options)] if options else None


@functools.lru_cache(maxsize=20_000)
def _same_meaning(lemma: str, pos: str) -> tuple[str, ...]:
    net = installed()
    senses = net.senses(lemma, pos)
    if not senses or senses[0][1] < 0.7:
        return ()
    out = []
    for word in senses[0][0].words:
        if word == lemma or not word.isalpha() or not word.islower() or net.frequency(word, pos) < 4:
            continue
        theirs = net.senses(word, pos)
        if theirs[0][0] is senses[0][0] and theirs[0][1] >= 0.6:
            out.append(word)
    return tuple(out)


def hypernym(context: Context, rng: Random) -> Sequence[Edit] | None:
    """A simplifier's rewrite: a plainer, wider noun, outside negations and universal claims."""
    net = wordnet()
    if net is None or re.search(
        r"\b(?:not|no|never|every|all|each|any|only|without|few|most)\b|n['’]t\b", context.text
    ):
        return None
    options: list[Edit] = []
    words = context.tokens
    for index, token in enumerate(words):
        form = reading(words, index)
        if form is None or form.pos != "n" or token.text[0].isupper() or within(token.start, context.quoted):
            continue
        senses = net.senses(form.lemma, "n")
        if senses[0][1] < 0.7 or net.frequency(form.lemma, "n") > 60:
            continue
        for parent in net.related(senses[0][0], "@"):
            wider = parent.words[0]
            if (
                wider in _PLAIN_KINDS
                and wider not in context.text
                and (form.slot == "base" or wider == "person" or regular(wider, "n"))
            ):
                plain = "people" if (wider, form.slot) == ("person", "s") else inflect(wider, "n", form.slot)
                options.append(Edit(token.start, token.end, plain))
    return [rng.choice(options)] if options else None


_PLAIN_KINDS = frozenset(
    [
        "animal",
        "person",
        "child",
        "man",
        "woman",
        "vehicle",
        "building",
        "tool",
        "machine",
        "plant",
        "tree",
        "food",
        "drink",
        "illness",
        "disease",
        "weapon",
        "book",
        "place",
        "city",
        "road",
        "ship",
        "boat",
        "game",
        "sport",
        "fish",
        "bird",
        "dog",
        "insect",
        "group",
        "room",
        "document",
        "container",
        "fabric",
        "instrument",
        "leader",
        "worker",
        "scientist",
        "artist",
        "writer",
        "doctor",
        "teacher",
        "soldier",
        "officer",
        "official",
        "politician",
        "criminal",
        "crime",
        "fruit",
        "vegetable",
        "meal",
        "substance",
        "metal",
        "color",
        "country",
        "region",
        "area",
        "structure",
        "house",
        "store",
        "business",
        "company",
        "money",
        "payment",
        "fight",
        "war",
        "storm",
        "journey",
        "trip",
        "event",
        "ceremony",
    ]
)


def us_abbreviation(context: Context, rng: Random) -> Sequence[Edit] | None:  # noqa: PLR0911 - one return per pattern
    places = _ABBREVIATIONS.places(context.text)
    if not places:
        return None
    start, end, options = rng.choice(places)
    old = context.text[start:end]
    if old == "us" or (old.lower() in ("it", "who", "la", "ad")) or not _same_case(old, options):
        return None
    new = rng.choice(options)
    if new == "%":
        if not context.text[:start].rstrip()[-1:].isdigit():
            return None
        return [Edit(start - (context.text[start - 1] == " "), end, new)]
    before = context.text[:start].lower()
    if old in ("US", "U.S.", "UK", "EU", "UN", "NATO", "NHS", "FBI") and new in (
        "United States",
        "US",
        "American",
    ):
        article = before.endswith("the ")
        if new == "American" and (article and not re.match(r" [a-z]", context.text[end:])):
            return None
        if new != "American" and not article and new == "United States":
            return None
    if new.endswith(".") and context.text[end : end + 1] == ".":
        new = new[:-1]
    if new == "America" and re.match(r" [a-z]", context.text[end:]) is None and "the " not in old:
        return None
    return [Edit(start, end, new)]


def _same_case(old: str, options: Sequence[str]) -> bool:
    """Abbreviations are looked up without case, but `us` is not the US and `pm` is no minister."""
    return not (old.islower() and len(old) <= 3 and old not in ("km", "kg", "mph", "lab"))


def number_spelling(context: Context, rng: Random) -> Sequence[Edit] | None:
    options = [
        Edit(*m.span(), _ONES[int(m.group())]) for m in _SMALL_NUMBER.finditer(context.text) if m.start()
    ]
    options += [
        Edit(*m.span(), str(_ONES.index(m.group().lower())))
        for m in _NUMBER_NAME.finditer(context.text)
        if m.start()
    ]
    return [rng.choice(options)] if options else None


def percent_sign(context: Context, rng: Random) -> Sequence[Edit] | None:
    found = list(_PERCENT.finditer(context.text))
    if not found:
        return None
    choices = [new for new in ("%", " percent", " per cent") if new.strip() != found[0].group().strip()]
    new = rng.choice(choices)
    return [Edit(*m.span(), new) for m in found if m.group() != new]


def money_spelling(context: Context, rng: Random) -> Sequence[Edit] | None:
    options: list[Edit] = []
    names = {"$": "dollars", "£": "pounds", "€": "euros"}
    for match in _MONEY.finditer(context.text):
        sign, amount, scale = match.groups()
        long = {"m": "million", "bn": "billion"}.get(scale, scale)
        short = {"million": "m", "billion": "bn"}.get(long, long)
        styles = [f"{sign}{amount} {long}", f"{amount} {long} {names[sign]}", f"{sign}{amount}{short}"]
        options += [Edit(*match.span(), new) for new in styles if new != match.group()]
    for match in _MONEY_WORDS.finditer(context.text):
        amount, scale, currency = match.groups()
        sign = next(s for s, name in names.items() if name == currency)
        options += [
            Edit(*match.span(), f"{sign}{amount} {scale}"),
            Edit(*match.span(), f"{sign}{amount}{scale[0] + 'n' * (scale[0] == 'b')}"),
        ]
    return [rng.choice(options)] if options else None


def unit_spelling(context: Context, rng: Random) -> Sequence[Edit] | None:
    found = list(_UNIT.finditer(context.text))
    return [Edit(*m.span(), " " + _UNIT_NAMES[m.group(2)]) for m in found] or None


def thousands(context: Context, rng: Random) -> Sequence[Edit] | None:
    found = [Edit(*m.span(), m.group(1) + m.group(2)) for m in _THOUSANDS.finditer(context.text)]
    found += [
        Edit(*m.span(), f"{m.group(1)},{m.group(2)}")
        for m in _PLAIN_THOUSANDS.finditer(context.text)
        if not re.fullmatch(r"1[0-9]\d\d|20\d\d", m.group())
    ]
    return found or None


def quotes(context: Context, rng: Random) -> Sequence[Edit] | None:
    """Straight, curly or single marks: the words stay."""
    text = context.text
    if any(c in text for c in "“”’‘"):
        straight = {"“": '"', "”": '"', "’": "'", "‘": "'"}
        return [Edit(i, i + 1, straight[c]) for i, c in enumerate(text) if c in straight]
    edits: list[Edit] = []
    opening = True
    for i, c in enumerate(text):
        if c == '"':
            edits.append(Edit(i, i + 1, "“" if opening else "”"))
            opening = not opening
        elif c == "'" and i and text[i - 1].isalnum():
            edits.append(Edit(i, i + 1, "’"))
    return edits if edits and opening else None


def dashes(context: Context, rng: Random) -> Sequence[Edit] | None:
    found = list(re.finditer(r" (?:-|–|—|--) ", context.text))
    if not found:
        return None
    new = rng.choice((" – ", " — ", "—", " -- ", " - "))
    return [Edit(*m.span(), new) for m in found if m.group() != new] or None


def spelling(context: Context, rng: Random) -> Sequence[Edit] | None:
    places = [
        p for p in _SPELLINGS.places(context.text) if context.text[p[0] : p[1]] not in ("check", "Check")
    ]
    return [Edit(s, e, like(context.text[s:e], options[0])) for s, e, options in places] or None


def contraction(context: Context, rng: Random) -> Sequence[Edit] | None:
    places = _CONTRACTIONS.places(context.text)
    # It's gone may be it has gone: only the safe ends are written out.
    places = [
        p for p in places
        if not (context.text[p[0] : p[1]].lower().endswith("'s") and re.match(r" (?:been|\w+ed|gone|got|become)\b", context.text[p[1] :]))
        and context.text[p[1] : p[1] + 1] == " "
    ]  # fmt: skip
    if not places:
        return None
    start, end, options = rng.choice(places)
    return [Edit(start, end, like(context.text[start:end], options[0]))]


def date_format(context: Context, rng: Random) -> Sequence[Edit] | None:
    for match in _DATE_DMY.finditer(context.text):
        day, month, year = match.groups()
        return [Edit(*match.span(), f"{month} {day}" + (f", {year}" if year else ""))]
    for match in _DATE_MDY.finditer(context.text):
        month, day, year = match.groups()
        if int(day) <= 31:
            return [Edit(*match.span(), f"{day} {month}" + (f" {year}" if year else ""))]
    return None


def month_short(context: Context, rng: Random) -> Sequence[Edit] | None:
    found = list(_MONTH_SHORT.finditer(context.text))
    return [Edit(*m.span(), m.group()[:3] + ".") for m in found] or None


def weekday_bare(context: Context, rng: Random) -> Sequence[Edit] | None:
    found = [m for m in _ON_WEEKDAY.finditer(context.text) if m.start()]
    return [Edit(*m.span(), "") for m in found[:1]] or None


def hyphen(context: Context, rng: Random) -> Sequence[Edit] | None:
    found = list(_HYPHENATED.finditer(context.text))
    if not found:
        return None
    match = rng.choice(found)
    closed = match.group(1) in ("co", "non", "anti", "multi", "semi", "post")
    return [Edit(match.end() - 1, match.end(), "" if closed else " ")]


KINDS: dict[str, Kind] = {
    "synonym": synonym,
    "synonym_wordnet": synonym_wordnet,
    "hypernym": hypernym,
    "us_abbreviation": us_abbreviation,
    "number_spelling": number_spelling,
    "percent_sign": percent_sign,
    "money_spelling": money_spelling,
    "unit_spelling": unit_spelling,
    "thousands": thousands,
    "quotes": quotes,
    "dashes": dashes,
    "spelling": spelling,
    "contraction": contraction,
    "date_format": date_format,
    "month_short": month_short,
    "weekday_bare": weekday_bare,
    "hyphen": hyphen,
}
