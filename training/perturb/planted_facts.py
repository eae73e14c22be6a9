# ruff: noqa: E501 - tables and patterns read better unbroken
"""Planted changes of figures, times, places and names."""

import re
from collections.abc import Sequence
from random import Random

from training.perturb import lexicon
from training.perturb.change import Edit
from training.perturb.context import Context, Kind, Table
from training.perturb.scan import Name

_NUMBER = re.compile(
    r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w])|(?<![\w.,-])\d+(?:\.\d+)?(?![\w-]|,\d|\.\d)"
)
_YEAR = re.compile(r"(?<![\w.,$£€-])(?:1[5-9]|20)\d\d(?=(?:s)?(?![\w%]|,\d))")
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)(?= ?(?:%|percent\b|per cent\b|percentage points))")
_MONEY_UNIT = re.compile(
    r"[$£€](?=\d)|(?<=\d) ?(?:million|billion|trillion|bn|m|thousand|hundred)\b|\b(?:million|billion|thousand)\b"
)
_UNITS = Table(
    (
        ("kilometers", "miles", "meters"), ("kilometres", "miles", "metres"), ("km", "miles", "meters"),
        ("miles", "kilometers", "yards"), ("meters", "miles", "centimeters"), ("metres", "miles", "centimetres"),
        ("feet", "meters", "inches"), ("inches", "feet"), ("tonnes", "kilograms"), ("tons", "kilograms", "pounds"),
        ("kg", "tonnes", "grams"), ("kilograms", "tonnes"), ("grams", "kilograms"), ("pounds", "dollars", "ounces"),
        ("dollars", "euros", "pounds"), ("euros", "dollars"), ("liters", "gallons", "milliliters"), ("degrees", "percent"),
        ("acres", "square miles"), ("hectares", "square kilometers"), ("mph", "kph"), ("cents", "dollars"), ("yen", "dollars"),
        ("percent", "percentage points"), ("barrels", "tankers"), ("gallons", "barrels"),
    )
)  # fmt: skip
_CARDINALS = (
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
    "fifteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NUMBER_WORDS = Table([(w, *(o for o in row if o != w)) for row in (_CARDINALS, _ORDINALS) for w in row]
                      + [("one", "two", "three", "four"), ("hundred", "thousand"), ("thousand", "hundred", "million"),
                         ("dozen", "hundred"), ("million", "billion", "thousand")])  # fmt: skip
_WEEKDAYS = Table([(d, *(o for o in lexicon.WEEKDAYS if o != d)) for d in lexicon.WEEKDAYS])
_MONTHS = Table([(m, *(o for o in lexicon.MONTHS if o != m)) for m in lexicon.MONTHS if m != "May"])
_DURATIONS = Table(lexicon.DURATIONS)
_NATIONALITIES = Table(
    [(n, *(o for o in lexicon.NATIONALITY_LIST if o != n)) for n in lexicon.NATIONALITY_LIST]
)


def other_number(text: str, rng: Random) -> str:
    """A different number in the same style: one digit changed, moved nearby, doubled or ten times as much."""
    digits = [i for i, c in enumerate(text) if c.isdigit()]
    for _ in range(20):
        way = rng.random()
        if way < 0.6 or "." in text or "," in text:
            at = rng.choice(digits[: max(1, len(digits) - 1)] if len(digits) > 2 else digits)
            lowest = 1 if at == digits[0] else 0
            new = text[:at] + str(rng.randint(lowest, 9)) + text[at + 1 :]
        elif way < 0.8:
            new = str(max(1, int(text) + rng.choice((-3, -2, -1, 1, 2, 3, 5, 10))))
        elif way < 0.9 and len(digits) > 1:
            new = text[::-1] if text[-1] != "0" else text + "0"
        else:
            new = str(int(text) * rng.choice((2, 3, 10)))
        if new != text and len(new) <= len(text) + 1:
            return new
    return str(int((digits and text[digits[0]]) or 1) + 1)


def number(context: Context, rng: Random) -> Sequence[Edit] | None:
    years = {match.start() for match in _YEAR.finditer(context.text)}
    found = [m for m in _NUMBER.finditer(context.text) if m.start() not in years]
    if not found:
        return None
    match = rng.choice(found)
    return [Edit(*match.span(), other_number(match.group(), rng))]


def number_word(context: Context, rng: Random) -> Sequence[Edit] | None:
    return _NUMBER_WORDS.edits(context, rng)


def percentage(context: Context, rng: Random) -> Sequence[Edit] | None:
    found = list(_PERCENT.finditer(context.text))
    if not found:
        return None
    match = rng.choice(found)
    return [Edit(*match.span(1), other_number(match.group(1), rng))]


def date(context: Context, rng: Random) -> Sequence[Edit] | None:
    years = list(_YEAR.finditer(context.text))
    options: list[list[Edit]] = []
    if years:
        match = rng.choice(years)
        year = int(match.group())
        options.append(
            [Edit(*match.span(), str(year + rng.choice((-20, -11, -10, -5, -3, -2, -1, 1, 2, 3, 7, 10))))]
        )
    for table in (_WEEKDAYS, _MONTHS):
        edits = table.edits(context, rng, needs_source=False)
        if edits:
            options.append(edits)
    return rng.choice(options) if options else None


def unit(context: Context, rng: Random) -> Sequence[Edit] | None:
    found = list(_MONEY_UNIT.finditer(context.text))
    edits = _UNITS.edits(context, rng)
    if edits and (not found or rng.random() < 0.5):
        return edits
    if not found:
        return None
    match = rng.choice(found)
    old = match.group()
    bare = old.strip()
    swap = {"$": "£€", "£": "$€", "€": "$£"}
    if bare in swap:
        new = rng.choice(swap[bare])
    else:
        scale = {"million": "billion", "billion": "million", "trillion": "billion", "bn": "m", "m": "bn", "thousand": "million",
                 "hundred": "thousand"}  # fmt: skip
        new = scale[bare]
    return [Edit(match.start() + len(old) - len(bare), match.end(), new)]


def duration(context: Context, rng: Random) -> Sequence[Edit] | None:
    return _DURATIONS.edits(context, rng)


def place(context: Context, rng: Random) -> Sequence[Edit] | None:
    found = [name for name in context.names if name.kind == "place"]
    if not found:
        return None
    name = rng.choice(found)
    if name.text in lexicon.CITIES:
        pool: tuple[str, ...] = lexicon.CITIES
    elif name.text in lexicon.WIDER_PLACES:
        pool = ("Canada", "China", "Russia", "Europe", "India", "Australia")
    else:
        pool = lexicon.COUNTRIES if name.text in lexicon.COUNTRIES else lexicon.REGIONS
    near = [other.text for other in context.source_names if other.kind == "place"]
    return _put(context, name, [n for n in near if n not in context.text] * 3 + rng.sample(pool, 5), rng)


def nationality(context: Context, rng: Random) -> Sequence[Edit] | None:
    return _NATIONALITIES.edits(context, rng, needs_source=False)


def name_foreign(context: Context, rng: Random) -> Sequence[Edit] | None:
    found = [name for name in context.names if name.kind in ("person", "other")]
    if not found:
        return None
    name = rng.choice(found)
    words = name.text.split()
    if name.kind == "person" or (len(words) == 2 and rng.random() < 0.6):
        surname = rng.choice(lexicon.SURNAMES)
        first = words[0].lower()
        if len(words) == 1:
            new = surname if first not in lexicon.FIRST_NAMES else _first_name(first, rng)
        else:
            new = f"{_first_name(first, rng)} {surname}"
    else:
        new = rng.choice(lexicon.ORGANISATIONS) if rng.random() < 0.6 else rng.choice(lexicon.SURNAMES)
        before = context.text[max(0, name.start - 5) : name.start].lower()
        if new.startswith("the ") and re.search(r"\b(?:the|an?|its|his|her|their|our) $", before):
            new = new.removeprefix("the ")
        if name.start == 0:
            new = new[0].upper() + new[1:]
    return _put(context, name, [new], rng)


def name_part(context: Context, rng: Random) -> Sequence[Edit] | None:
    """One part of a name of several words changes: the first name, the surname, the middle of an organisation."""
    found = [name for name in context.names if " " in name.text and name.kind in ("person", "other")]
    if not found:
        return None
    name = rng.choice(found)
    words = name.text.split(" ")
    at = rng.randrange(len(words))
    old = words[at]
    if at == 0 and (name.kind == "person" or rng.random() < 0.3):
        new = _first_name(old.lower(), rng)
    else:
        others = [
            w
            for other in context.source_names
            for w in other.text.split()
            if w not in name.text and len(w) > 3
        ]
        new = rng.choice(others) if others and rng.random() < 0.5 else rng.choice(lexicon.SURNAMES)
    start = name.start + len(" ".join(words[:at])) + (1 if at else 0)
    if new == old or not old[0].isalpha():
        return None
    return [Edit(start, start + len(old), new)]


def name_swap(context: Context, rng: Random) -> Sequence[Edit] | None:
    """A name gives way to another one that the source has and the sentence has not."""
    found = [name for name in context.names if name.kind != "time"]
    rng.shuffle(found)
    for name in found:
        pool = [
            other.text
            for other in context.source_names
            if other.text not in context.text
            and name.text not in other.text
            and (other.kind == name.kind or {other.kind, name.kind} == {"person", "other"})
            and not set(other.text.split()) & set(name.text.split())
        ]
        if pool:
            return _put(context, name, pool, rng)
    return None


def roles(context: Context, rng: Random) -> Sequence[Edit] | None:
    """Two names in one sentence trade places, unless they stand in one list."""
    pairs = [
        (a, b)
        for i, a in enumerate(context.names)
        for b in context.names[i + 1 :]
        if a.text != b.text
        and {a.kind, b.kind} <= {"person", "other", "place"}
        and (a.kind == b.kind or "place" not in (a.kind, b.kind))
        and a.text not in b.text
        and b.text not in a.text
        and _asymmetric(context.text[a.end : b.start])
    ]
    if not pairs:
        return None
    a, b = rng.choice(pairs)
    return [Edit(a.start, a.end, b.text), Edit(b.start, b.end, a.text)]


_SYMMETRIC = re.compile(r"^[\s,]*(?:(?:and|or|&|/|-|–|vs\.?|with)?(?:\s+the)?)?\s*$")
_MUTUAL = re.compile(
    r"\b(?:between|met|meets|married|neighbou?rs?|both|together|talks with|versus|against|played)\b"
)


def _asymmetric(between: str) -> bool:
    """Whether exchanging what stands around these words changes the sense: there is a verb, and not a mutual one."""
    if (
        _SYMMETRIC.match(between)
        or _MUTUAL.search(between)
        or len(between) > 120
        or re.search(r"[.!?;]\s", between)
    ):
        return False
    listed = re.fullmatch(r"(?:, [^,]{1,40})*,? (?:and|or) (?:the )?", between)
    words = between.split()
    return listed is None and (
        len(words) > 1 or (words[0].isalpha() and words[0] not in lexicon.FUNCTION_WORDS)
    )


def _first_name(old: str, rng: Random) -> str:
    pool = lexicon.FEMALE_NAMES if old in lexicon.FEMALE_NAMES else lexicon.MALE_NAMES
    return rng.choice([name for name in pool if name != old]).capitalize()


def _put(context: Context, name: Name, pool: Sequence[str], rng: Random) -> Sequence[Edit] | None:
    fitting = [new for new in pool if new.lower() != name.text.lower()]
    if not fitting:
        return None
    new = rng.choice(fitting)
    # The same name later in the text would give the exchange away or contradict it: all of them change.
    return [Edit(other.start, other.end, new) for other in context.names if other.text == name.text]


KINDS: dict[str, Kind] = {
    "number": number,
    "number_word": number_word,
    "percentage": percentage,
    "date": date,
    "unit": unit,
    "duration": duration,
    "place": place,
    "nationality": nationality,
    "name_foreign": name_foreign,
    "name_part": name_part,
    "name_swap": name_swap,
    "roles": roles,
}
