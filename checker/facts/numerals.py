"""Reads a number from digits or words: `1.5 million`, `two dozen`, `twenty-one`, `two-thirds`, `half a million`."""

from typing import NamedTuple

from checker.facts.tokens import NUMBER, WORD, Token
from checker.facts.vocabulary import words

_ONES = {
    word: float(value)
    for value, word in enumerate(
        words(
            """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
    """
        )
    )
}
_TENS = {
    word: float(10 * value)
    for value, word in enumerate(words("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
FIGURES = {word: str(int(value)) for word, value in (_ONES | _TENS).items()}
"""Number word -> the same in digits."""
DECADES = {f"{word.removesuffix('y')}ies": value for word, value in _TENS.items()}
"""What the years of a life or of a century are called in words."""
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
    "dozen": 12.0,
    "score": 20.0,
}
_SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}
_ORDINAL_ONES = {
    word: float(value)
    for value, word in enumerate(
        words(
            """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
    """
        ),
        start=1,
    )
} | {"thirtieth": 30.0, "fortieth": 40.0, "fiftieth": 50.0, "sixtieth": 60.0, "seventieth": 70.0}
_ORDINAL_ONES |= {"eightieth": 80.0, "ninetieth": 90.0, "hundredth": 100.0, "thousandth": 1000.0}
_PARTS = {
    "half": 2.0,
    "halves": 2.0,
    "third": 3.0,
    "thirds": 3.0,
    "quarter": 4.0,
    "quarters": 4.0,
    "fourth": 4.0,
    "fourths": 4.0,
    "fifth": 5.0,
    "fifths": 5.0,
    "sixth": 6.0,
    "sixths": 6.0,
    "seventh": 7.0,
    "sevenths": 7.0,
    "eighth": 8.0,
    "eighths": 8.0,
    "tenth": 10.0,
    "tenths": 10.0,
}
_FRACTION_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125, "⅕": 0.2}
_SEPARATORS = "\u00a0\u202f\u2009"
STARTERS = frozenset(
    {*_ONES, *_TENS, *_ORDINAL_ONES, *_FRACTION_SIGNS, "half", "hundred", "dozen", "quarter"}
)
"""Lower-case words that a number can start with; `a` counts only before a scale or a part."""
FIRST_WORDS = STARTERS | {"a", "an"}


class Numeral(NamedTuple):
    """A number and where it ends: the tokens from its first one up to, not including, `after`."""

    value: float
    after: int
    form: str
    """`plain`, `part` (a fraction), `ordinal`."""
    step: float
    """What the last digit given stands for: 0.1 in *1.5*, 1e5 in *1.5 million*, 1 in *seven*."""


def digits(text: str) -> float | None:
    """Read digits with separators, English or continental; None for what is no one number (`15:00`, `1.2.3`)."""
    for sign in _SEPARATORS:
        text = text.replace(sign, ",")
    plain = _plain_digits(text)
    return float(plain) if plain is not None and len(plain) < 40 else None


def _plain_digits(text: str) -> str | None:
    commas, stops = text.count(","), text.count(".")
    plain: str | None = None
    if ":" in text:
        return None
    if not commas and stops <= 1:
        plain = text
    elif commas and stops:
        if text.rindex(",") < text.index(".") and stops == 1:
            plain = text.replace(",", "")
        elif commas == 1 and text.rindex(".") < text.index(","):
            plain = text.replace(".", "").replace(",", ".")
    else:
        groups = text.replace(".", ",").split(",")
        threes = all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3
        lakhs = len(groups) > 2 and len(groups[-1]) == 3 and all(len(group) == 2 for group in groups[1:-1])
        if threes or lakhs:
            plain = "".join(groups)
        elif commas == 1:
            plain = ".".join(groups)
    return plain


def _step_of_digits(text: str, value: float) -> float:
    cut = max(text.rfind("."), text.rfind(","))
    if cut >= 0 and value != int(value):
        return 10.0 ** -(len(text) - cut - 1)
    step = 1.0
    while value and value % (step * 10) == 0 and step < value:
        step *= 10
    return step


def numeral(tokens: list[Token], index: int) -> Numeral | None:
    """Read the number that starts at a token, or None if none does."""
    found = _one_numeral(tokens, index)
    return None if found is None else _proportion(tokens, found) or found


def _one_numeral(tokens: list[Token], index: int) -> Numeral | None:
    token = tokens[index]
    if token.shape is NUMBER:
        return _from_digits(tokens, index)
    if token.shape is WORD and token.lower in FIRST_WORDS:
        return _from_words(tokens, index)
    return None


def _proportion(tokens: list[Token], some: Numeral) -> Numeral | None:
    """Read on from *one* in *one in four*, from *nine* in *nine in ten*: a part; *one in three years* is none."""
    at = some.after
    if some.form != "plain" or at + 1 >= len(tokens) or tokens[at].lower != "in":
        return None
    every = _one_numeral(tokens, at + 1)
    if every is None or every.form != "plain" or not some.value < every.value <= _MOST_IN:
        return None
    time = every.after < len(tokens) and tokens[every.after].lower in _TIMES
    if (some.value != 1 and every.value not in _EVERY) or time:
        return None
    return Numeral(some.value / every.value, every.after, "part", _PROPORTION_STEP * some.value / every.value)


_MOST_IN = 1000.0
"""What follows *in* and is more may be a year."""
_EVERY = frozenset({3.0, 4.0, 5.0, 10.0})
"""What *two in three* and the like are given in; *five in seven* may be five persons in seven places."""
_PROPORTION_STEP = 0.02
"""How exact a proportion is, as a share of it: *one in three* is 33 %."""
_TIMES = frozenset(
    words(
        "seconds minutes hours days weeks months years decades centuries second minute hour day week month year"
    )
)


def _from_digits(tokens: list[Token], index: int) -> Numeral | None:
    token = tokens[index]
    value = digits(token.text)
    if value is None or value > 1e18:
        return None
    step = _step_of_digits(token.text, value)
    index += 1
    if index < len(tokens) and _is_group(token, tokens[index]):
        value, step = value * 1000 + float(tokens[index].text), 1.0  # 12 500
        index += 1
    if index < len(tokens):
        following = tokens[index]
        word = following.lower
        glued = following.start == token.end
        if glued and word in ("st", "nd", "rd", "th"):
            return Numeral(value, index + 1, "ordinal", 1.0)
        if glued and word in _FRACTION_SIGNS:
            return Numeral(value + _FRACTION_SIGNS[word], index + 1, "plain", 0.1)
        if (
            following.text == "/"
            and glued
            and index + 1 < len(tokens)
            and tokens[index + 1].shape is NUMBER
            and tokens[index + 1].start == following.end
        ):
            below = digits(tokens[index + 1].text)
            if below and value < below <= 16 and (index + 2 >= len(tokens) or tokens[index + 2].text != "/"):
                return Numeral(value / below, index + 2, "part", 0.01)
        scale, after = _scale(tokens, index, glued=glued)
        if after > index:
            small = step if token.text[-1:] == "0" and value == int(value) else min(step, 1.0)
            return Numeral(value * scale, after, "plain", (small if value >= 10 else min(small, 1.0)) * scale)
    return Numeral(value, index, "plain", step)


def _is_group(token: Token, following: Token) -> bool:
    """Say whether two numbers are one whose thousands are set off by a space."""
    return (
        following.shape is NUMBER
        and following.start == token.end + 1
        and len(following.text) == 3
        and len(token.text) <= 3
        and token.text.isdecimal()
        and following.text.isdecimal()
    )


def _scale(tokens: list[Token], index: int, *, glued: bool) -> tuple[float, int]:
    scale = 1.0
    hyphen = index + 1 < len(tokens) and tokens[index].text == "-"
    at = index + 1 if hyphen else index
    while at < len(tokens) and tokens[at].lower in SCALES and tokens[at].lower != "score":
        scale *= SCALES[tokens[at].lower]
        at += 1
        index = at
    if scale == 1.0 and at < len(tokens) and tokens[at].lower in _SHORT_SCALES and glued and not hyphen:
        word = tokens[at].lower
        return _SHORT_SCALES[word], at + 1
    return scale, index


def _from_words(tokens: list[Token], start: int) -> Numeral | None:  # noqa: PLR0911, PLR0912, PLR0915
    """Add up number words: ones and tens, times scales, with *and*, hyphens and a half in between."""
    index = start
    count = len(tokens)
    first = tokens[index].lower
    if first in ("a", "an"):
        following = tokens[index + 1].lower if index + 1 < count else ""
        if following in ("hundred", "thousand", "million", "billion", "trillion", "dozen"):
            scale, after = _scale(tokens, index + 1, glued=False)
            return Numeral(scale, after, "plain", scale)
        if following in ("third", "quarter", "fifth", "tenth") and (
            index + 2 < count and tokens[index + 2].lower == "of"
        ):
            if (
                index + 4 < count
                and tokens[index + 3].lower in ("a", "one")
                and tokens[index + 4].lower in SCALES
            ):
                scale, after = _scale(tokens, index + 4, glued=False)
                return Numeral(scale / _PARTS[following], after, "plain", scale / _PARTS[following])
            return Numeral(1 / _PARTS[following], index + 2, "part", 0.01)
        return None
    if first in _FRACTION_SIGNS:
        return Numeral(_FRACTION_SIGNS[first], index + 1, "part", 0.01)
    if first == "half":
        at = index + 1
        if (at < count and tokens[at].lower in ("a", "an")) or (at < count and tokens[at].text == "-"):
            at += 1
        if at < count and tokens[at].lower in SCALES:
            scale, after = _scale(tokens, at, glued=False)
            return Numeral(scale / 2, after, "plain", scale / 2)
        return Numeral(0.5, index + 1, "part", 0.01)
    if first in ("hundred", "dozen", "quarter"):
        return None
    total, current, found, step = 0.0, 0.0, False, 1.0
    at = index
    while at < count:
        token = tokens[at]
        word = token.lower
        if token.shape is NUMBER:
            break
        if word in _ONES:
            if (
                found
                and current % 10
                and current % 100 > 0
                and not (current % 100 >= 20 and current % 10 == 0)
            ):
                break
            if found and current and (current % 100 < 20 and current % 100 > 0):
                break
            current += _ONES[word]
            found, step = True, 1.0
        elif word in _TENS:
            if found and current % 100:
                break
            current += _TENS[word]
            found, step = True, 10.0
        elif found and word in SCALES and word != "score":
            scale = SCALES[word]
            if scale == 100.0:
                current *= scale
            else:
                total += (current or 1.0) * scale
                current = 0.0
            step = scale
        elif found and word in _PARTS and current and not total and word not in ("second", "half"):
            plural = word.endswith("s")
            if plural or (current == 1 and tokens[at - 1].text != "-"):
                return Numeral(current / _PARTS[word], at + 1, "part", 0.01)
            if word in _ORDINAL_ONES and current % 10 == 0:
                return Numeral(current + _ORDINAL_ONES[word], at + 1, "ordinal", 1.0)
            break
        elif word in _ORDINAL_ONES:
            if not found:
                return Numeral(_ORDINAL_ONES[word], at + 1, "ordinal", 1.0)
            if current % 10 == 0 and _ORDINAL_ONES[word] < 10:
                return Numeral(total + current + _ORDINAL_ONES[word], at + 1, "ordinal", 1.0)
            break
        elif found and word == "and" and at + 2 < count and tokens[at + 1].lower == "a":
            if tokens[at + 2].lower != "half":
                break
            current += 0.5
            step = 0.5
            at += 2
        elif found and word in ("and", "-"):
            following = tokens[at + 1].lower if at + 1 < count else ""
            joins = (
                following in _ONES or following in _TENS or following in _ORDINAL_ONES or following in _PARTS
            )
            if word == "and":
                joins = (following in _ONES or following in _TENS) and bool(
                    (total and not current) or (current and current % 100 == 0)
                )
            elif following in SCALES:
                joins = True
            if not joins:
                break
        else:
            break
        at += 1
    if not found:
        return None
    return Numeral(total + current, at, "plain", step)
