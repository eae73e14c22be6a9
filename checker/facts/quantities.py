"""Finds quantities: numbers with their unit, money, percentages, clock times, and how exactly they are meant."""

from functools import lru_cache
from typing import NamedTuple

from checker.facts.numerals import FIRST_WORDS, numeral
from checker.facts.tokens import MARK, NUMBER, WORD, Text, Token
from checker.facts.units import (
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    MINOR_MONEY,
    UNITS,
    is_temperature,
    to_celsius,
)
from checker.facts.vocabulary import word_set


class Quantity(NamedTuple):
    """A number as a text gives it: the tokens from `first` up to, not including, `after`."""

    first: int
    after: int
    lead: int
    """Where it starts with *more than* or *about* before it."""
    value: float
    """In the basic unit of its dimension; Celsius, seconds since midnight and fractions of 1 as they are."""
    given: float
    """As written, without conversion."""
    step: float = 1.0
    """What the last digit given stands for, in the same unit as `value`."""
    dimension: str = "count"
    """`count`, `percent`, `points`, `part`, `ordinal`, `money`, `clock`, `score`, `temperature` or one of units."""
    unit: str = ""
    """The currency or unit word; empty for a bare number."""
    bound: str = ""
    """`about`, `over`, `under` or empty."""
    second: float | None = None
    """The other end of a range or the other side of a score."""
    spelled: bool = False
    """Whether it was written in words."""
    thousands: bool = False
    """Whether its point may divide thousands: `1.500`."""


_ABOUT = word_set(
    """
    about around approximately roughly nearly almost some circa estimated approx close
    """
)
_OVER = frozenset({"over", "exceeding", "above"})
_UNDER = frozenset({"under", "below"})
_WITH_THAN = {
    "more": "over",
    "greater": "over",
    "larger": "over",
    "less": "under",
    "fewer": "under",
    "better": "over",
}
_TWO_WORDS = {
    ("close", "to"): "about",
    ("up", "to"): "under",
    ("at", "least"): "over",
    ("at", "most"): "under",
    ("excess", "of"): "over",
    ("minimum", "of"): "over",
    ("maximum", "of"): "under",
    ("as", "many"): "under",
    ("many", "as"): "under",
    ("much", "as"): "under",
}
_NO_THAN = {"more": "under", "less": "over", "fewer": "over", "later": "", "greater": "under"}


@lru_cache(maxsize=8)
def quantities(text: Text, taken: frozenset[int] = frozenset()) -> list[Quantity]:
    """List the quantities of a passage in order; tokens in `taken` (those of dates) are passed over.

    Asked again of the same passage, the same list.
    """
    tokens = text.tokens
    found: list[Quantity] = []
    index = 0
    count = len(tokens)
    while index < count:
        token = tokens[index]
        starts = token.shape is NUMBER or (token.shape is WORD and token.lower in FIRST_WORDS)
        if not starts or index in taken:
            index += 1
            continue
        item, index = _quantity_at(text, tokens, index)
        if item is not None:
            found.append(item)
    return found


def _quantity_at(text: Text, tokens: list[Token], index: int) -> tuple[Quantity | None, int]:
    token = tokens[index]
    if token.shape is NUMBER:
        skip = _not_a_quantity(text, tokens, index)
        if skip:
            return None, skip
        clock = _clock(tokens, index)
        if clock is not None:
            return clock, clock.after
    spoken = _spoken_clock(tokens, index)
    if spoken is not None:
        return spoken, spoken.after
    number = numeral(tokens, index)
    if number is None:
        return None, index + 1
    spelled = token.shape is WORD
    after, value, step, first = number.after, number.value, number.step, index
    second, dimension = None, "count"
    if number.form != "plain":
        bound, lead = _bound(tokens, index)
        unit, dimension, factor = "", number.form, 1.0
        of_unit = _part_of_unit(tokens, after) if number.form == "part" else None
        if of_unit is not None:
            unit, dimension, factor, after = of_unit
            step = _PART_STEP
        return (
            Quantity(
                first=index,
                after=after,
                lead=lead,
                value=value * factor,
                given=value,
                step=step * factor,
                dimension=dimension,
                unit=unit,
                bound=bound,
                spelled=spelled,
            ),
            after,
        )
    ranged = _range(tokens, after, value)
    if ranged is not None:
        second, after, dimension, scale, step2 = ranged
        value *= scale
        step = min(step * scale, step2)
    unit, dimension, factor, first, after = _unit(tokens, first, after, dimension)
    bound, lead = _bound(tokens, first)
    if not bound:
        bound = _bound_after(tokens, after)
    given = value
    if dimension == "temperature":
        value, factor = to_celsius(value, unit), 1.0
        second = None if second is None else to_celsius(second, unit)
        step = step if unit.startswith("c") else step / 1.8
    return (
        Quantity(
            first=first,
            after=after,
            lead=lead,
            value=value * factor,
            given=given,
            step=step * factor,
            dimension=dimension,
            unit=unit,
            bound=bound,
            second=None if second is None else second * factor,
            spelled=spelled,
            thousands=_may_be_thousands(token.text),
        ),
        after,
    )


def _part_of_unit(tokens: list[Token], at: int) -> tuple[str, str, float, int] | None:
    """Read the unit of *half an hour* and *a quarter of a mile*: its word, dimension, factor, and where it ends."""
    if at < len(tokens) and tokens[at].lower == "of":
        at += 1
    if at + 1 < len(tokens) and tokens[at].lower in ("a", "an") and tokens[at + 1].lower in UNITS:
        word = tokens[at + 1].lower
        dimension, factor = UNITS[word]
        return word, dimension, factor, at + 2
    return None


_PART_STEP = 0.2
"""How exact a part of a unit is: *half an hour* may be 34 minutes."""


def _may_be_thousands(text: str) -> bool:
    whole, point, rest = text.partition(".")
    return bool(point) and len(rest) == 3 and rest.isdecimal() and 1 <= len(whole) <= 3 and whole != "0"


def _not_a_quantity(text: Text, tokens: list[Token], index: int) -> int:
    """Return the token after something that only looks like a quantity, or 0.

    COVID-19 and F-16 are names, 555-123-4567 is a telephone number, "1." at the start of a line a list mark,
    and [3] a reference.
    """
    token = tokens[index]
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if (
        before is not None
        and before.text == "-"
        and before.end == token.start
        and index >= 2
        and tokens[index - 2].shape is WORD
        and tokens[index - 2].capital
        and tokens[index - 2].end == before.start
    ):
        return index + 1
    if before is not None and before.text in "[#" and before.end == token.start:
        return index + 1
    if (
        after is not None
        and after.text in ".)"
        and (index == 0 or "\n" in text.text[tokens[index - 1].end : token.start])
        and index + 2 < len(tokens)
        and "\n" not in text.text[after.end : tokens[index + 2].start]
        and tokens[index + 2].capital
        and tokens[index + 2].start > after.end
    ):
        return index + 2
    at, groups = index, 1
    while (
        at + 2 < len(tokens)
        and tokens[at + 1].text in "-–/"
        and tokens[at + 2].shape is NUMBER
        and tokens[at + 1].start == tokens[at].end
        and tokens[at + 2].start == tokens[at + 1].end
    ):
        at += 2
        groups += 1
    return at + 1 if groups >= 3 else 0


def _clock(tokens: list[Token], index: int) -> Quantity | None:
    """Read *3pm*, *3.30 in the afternoon*, *15:00*, *four o'clock* in digits; also a score with a colon, *3:1*."""
    text = tokens[index].text
    hours, colon, minutes = text.partition(":")
    half, after = _half_of_day(tokens, index + 1)
    if half and not colon:
        hours, colon, minutes = text.partition(".")
    if not colon and (not half or after > index + 2):
        return None  # "15 in the morning" are no hours
    if not hours.isdecimal() or len(hours) > 15 or (colon and not minutes.isdecimal()) or len(minutes) > 15:
        return None
    if not half and len(minutes) != 2:
        return Quantity(
            first=index,
            after=after,
            lead=index,
            value=float(hours),
            given=float(hours),
            dimension="score",
            second=float(minutes),
        )
    if int(hours) > 24 or (minutes and int(minutes) > 59):
        return None
    return _time(index, after, int(hours), 60 * int(minutes or 0), half or "24h")


def _spoken_clock(tokens: list[Token], index: int) -> Quantity | None:
    """Read *half past nine*, *a quarter to ten in the evening*."""
    at = index + 1 if tokens[index].lower == "a" else index
    if at + 2 >= len(tokens):
        return None
    seconds = _PAST.get((tokens[at].lower, tokens[at + 1].lower))
    hour = numeral(tokens, at + 2) if seconds is not None else None
    if seconds is None or hour is None or hour.value not in _HOURS:
        return None
    half, after = _half_of_day(tokens, hour.after)
    return _time(index, after, int(hour.value), seconds, half or "o'clock")


_PAST = {("half", "past"): 1800, ("quarter", "past"): 900, ("quarter", "to"): -900}
_HOURS = range(1, 13)


def _half_of_day(tokens: list[Token], at: int) -> tuple[str, int]:
    """Read *am*, *o'clock* or *in the evening*: the half of the day, empty for none, and where it ends."""
    words = tuple(token.lower for token in tokens[at : at + 3])
    if words[:1] and words[0] in ("am", "pm", "o'clock"):
        return words[0], at + 1
    if words[:2] == ("in", "the") and words[2:] in (("morning",), ("afternoon",), ("evening",)):
        return "am" if words[2] == "morning" else "pm", at + 3
    return "", at


def _time(first: int, after: int, hour: int, seconds: int, half: str) -> Quantity:
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return Quantity(
        first=first,
        after=after,
        lead=first,
        value=float(hour * 3600 + seconds),
        given=float(hour),
        step=60.0,
        dimension="clock",
        unit=half,
    )


def _range(tokens: list[Token], after: int, value: float) -> tuple[float, int, str, float, float] | None:
    """Read the second number of `5-10`, `5 to 10`, `between 5 and 10`, `3-1`."""
    if after + 1 >= len(tokens) or not _is_joint(tokens, after):
        return None
    follower = tokens[after + 1]
    if follower.shape is MARK or follower.lower in ("a", "an") or ":" in follower.text:
        return None
    other = numeral(tokens, after + 1)
    if other is None or other.form != "plain":
        return None
    # "5 to 10 million": the scale at the end counts for both.
    scale = 1.0
    if other.value > value * 50 and other.value >= 1e3 and value < 1000:
        scale = 1e9 if other.value >= 1e9 else 1e6 if other.value >= 1e6 else 1e3
    joint = tokens[after].lower
    score = value * scale >= other.value
    if score and (joint == "and" or (joint == "to" and max(value, other.value) > 200)):
        return None
    return other.value, other.after, "score" if score else "count", scale, other.step


def _is_joint(tokens: list[Token], at: int) -> bool:
    joint = tokens[at].lower
    if joint == "and":
        return any(token.lower == "between" for token in tokens[max(at - 6, 0) : at])
    if joint == "—":
        return tokens[at].start == tokens[at - 1].end
    return joint in ("-", "–", "to")


def _unit(tokens: list[Token], first: int, after: int, dimension: str) -> tuple[str, str, float, int, int]:  # noqa: PLR0911, PLR0912
    before = tokens[first - 1] if first else None
    if before is not None and before.text in CURRENCY_SIGNS:
        start = first - 1
        if (
            start
            and tokens[start - 1].end == before.start
            and tokens[start - 1].text in ("US", "A", "C", "HK", "NZ")
        ):
            start -= 1
        if after < len(tokens) and tokens[after].lower in CURRENCY_WORDS:
            after += 1
        return CURRENCY_SIGNS[before.text], "money", 1.0, start, after
    if (
        before is not None
        and before.shape is WORD
        and before.text.isupper()
        and before.lower in CURRENCY_WORDS
    ):
        return CURRENCY_WORDS[before.lower], "money", 1.0, first - 1, after
    at = after
    if at < len(tokens) and tokens[at].text in "-–" and at + 1 < len(tokens):
        at += 1
    if at >= len(tokens):
        return "", dimension, 1.0, first, after
    word = tokens[at].lower
    if word in CURRENCY_SIGNS:
        return CURRENCY_SIGNS[word], "money", 1.0, first, at + 1
    if word in ("%", "percent", "pc", "pct"):
        following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        if following in ("point", "points"):
            return "points", "points", 0.01, first, at + 2
        return "percent", "percent", 0.01, first, at + 1
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if word == "per" and following == "cent":
        return "percent", "percent", 0.01, first, at + 2
    if word == "percentage" and following in ("point", "points"):
        return "points", "points", 0.01, first, at + 2
    if word in ("us", "usa", "american", "canadian", "australian", "british") and following in CURRENCY_WORDS:
        return CURRENCY_WORDS[following], "money", 1.0, first, at + 2
    if word in CURRENCY_WORDS:
        return CURRENCY_WORDS[word], "money", 1.0, first, at + 1
    if word in MINOR_MONEY:
        return MINOR_MONEY[word], "money", 0.01, first, at + 1
    if word in ("square", "cubic", "sq") and following in UNITS:
        base, factor = UNITS[following]
        power = 2 if word != "cubic" else 3
        if base == "length":
            return f"{word} {following}", "area" if power == 2 else "volume3", factor**power, first, at + 2
    if word in ("c", "f") and at == after and tokens[at].capital and tokens[at].start == tokens[at - 1].end:
        return word, "temperature", 1.0, first, at + 1
    if word in ("degree", "degrees", "°"):
        scale = following if is_temperature(following) else ""
        return scale or "degrees", "temperature" if scale else "degrees", 1.0, first, at + (2 if scale else 1)
    if word in UNITS:
        base, factor = UNITS[word]
        if base == "length" and at + 2 < len(tokens) and tokens[at + 1].lower in ("per", "an", "a", "/"):
            if tokens[at + 2].lower in ("hour", "h"):
                return f"{word} per hour", "speed", factor / 1000.0, first, at + 3
            if tokens[at + 2].lower in ("second", "s"):
                return f"{word} per second", "speed", factor * 3.6, first, at + 3
        return word, base, factor, first, at + 1
    return "", dimension, 1.0, first, after


def _bound(tokens: list[Token], first: int) -> tuple[str, int]:
    """Read *about*, *more than*, *at least* and the like before a number: the bound and where it starts."""
    at = first
    while at >= 2 and tokens[at - 1].lower in ("just", "only", "a", "an", "the"):
        at -= 1
    bound, lead = _bound_right_before(tokens, at)
    return (bound, lead) if bound or at == first else ("", first)


def _bound_right_before(tokens: list[Token], first: int) -> tuple[str, int]:
    if not first:
        return "", first
    word = tokens[first - 1].lower
    earlier = tokens[first - 2].lower if first >= 2 else ""
    if word == "than":
        if first >= 3 and tokens[first - 3].lower in ("no", "not"):
            return _NO_THAN.get(earlier, ""), first - 3
        return _WITH_THAN.get(earlier, ""), first - 2
    pair = _TWO_WORDS.get((earlier, word))
    if pair is not None:
        return pair, first - 2
    single = "about" if word in _ABOUT else "over" if word in _OVER else "under" if word in _UNDER else ""
    return single, first - 1 if single else first


def _bound_after(tokens: list[Token], after: int) -> str:
    if after + 1 < len(tokens) and tokens[after].lower == "or":
        word = tokens[after + 1].lower
        if word in ("so", "thereabouts"):
            return "about"
        if word in ("more", "over", "above"):
            return "over"
        if word in ("less", "fewer", "under", "below"):
            return "under"
    return "over" if after < len(tokens) and tokens[after].text == "+" else ""
