"""Decides whether two quantities can be the same one: conversion, rounding, ranges, *about* and *more than*."""

from checker.facts.quantities import Quantity
from checker.facts.vocabulary import word_set

_LOOSE = word_set("percent part points count")
_EXACT = word_set("score ordinal")
_KILOGRAMS = 0.45359
"""In a pound of weight, which a text writes like a pound of money."""
_HALF_DAY = 43200.0
_CONVERTED_SLACK = 0.06
"""How far a converted figure may be off: news copies turn 100 miles into 160 km, 5 kg into 11 lb."""
_ABOUT_SLACK = 0.1
_NEARLY_SLACK = 0.03
_IMPLIED = 1.25
"""How much weaker a bound of the copy may be: more than a dozen, more than ten."""


def same(source: Quantity, copy: Quantity) -> bool:
    """Say whether two quantities can be the same one, allowing for conversion and honest rounding.

    The order matters: a copy may round what its source gives, and not the reverse.
    """
    if source.dimension != copy.dimension:
        return _same_across(source, copy)
    if source.dimension == "money" and source.unit != copy.unit:
        return False
    if source.dimension == "clock":
        return _same_time(source, copy)
    if source.dimension in _EXACT:
        return source.value == copy.value and source.second == copy.second
    return _same_amount(source, copy)


def _same_across(source: Quantity, copy: Quantity) -> bool:
    pair = {source.dimension, copy.dimension}
    if pair == {"money", "mass"} and "pound" in (source.unit, copy.unit):
        money, mass = (source, copy) if source.dimension == "money" else (copy, source)
        return _near(money.value * _KILOGRAMS, mass.value, _CONVERTED_SLACK * mass.value)
    if pair in ({"percent", "part"}, {"clock", "score"}, {"degrees", "temperature"}):
        return _same_amount(source, copy)
    if pair == {"count", "score"}:
        return (source.value, source.second) == (copy.value, copy.second)
    if pair == {"part", "count"}:
        return _near(source.given, copy.given, 0.0)  # "a quarter of a point", "0.25 points"
    if "count" in pair and not pair & {"ordinal", "clock", "percent", "points", "part", "score"}:
        # "the two-hour talks" beside "talks that lasted two": a bare number has no unit to differ in.
        return _near(source.given, copy.given, 0.0)
    return False


def _same_time(source: Quantity, copy: Quantity) -> bool:
    if source.value == copy.value:
        return True
    units = (source.unit, copy.unit)
    if abs(source.value - copy.value) == _HALF_DAY:
        return "24h" in units or "o'clock" in units
    return False


def _same_amount(source: Quantity, copy: Quantity) -> bool:
    if (source.second is None) != (copy.second is None):
        ranged, single = (source, copy) if source.second is not None else (copy, source)
        ends = (ranged.value, ranged.second or 0.0)
        return single.value in ends or (bool(single.bound) and min(ends) <= single.value <= max(ends))
    if _implied(source, copy):
        return True
    slack = _slack(source, copy)
    if source.second is not None and copy.second is not None and not _near(source.second, copy.second, slack):
        return False
    return (
        _near(source.value, copy.value, slack)
        # 1.500 is a thousand and a half on the continent, and one and a half elsewhere.
        or (source.thousands and _near(source.value * 1000.0, copy.value, slack))
        or (copy.thousands and _near(source.value, copy.value * 1000.0, slack))
    )


def _implied(source: Quantity, copy: Quantity) -> bool:
    """Say whether the copy has *more than ten* for *more than a dozen*: words, less exact, and still true."""
    if not (source.bound == copy.bound == "over" and source.spelled and copy.spelled and copy.value % 5 == 0):
        return False
    return copy.value <= source.value <= _IMPLIED * copy.value


def _slack(source: Quantity, copy: Quantity) -> float:
    """Return how far apart the two values may be and still be one."""
    largest = max(abs(source.value), abs(copy.value))
    if source.unit != copy.unit and source.dimension not in ("count", "money"):
        return max(max(source.step, copy.step) * 0.5, _CONVERTED_SLACK * largest)
    if copy.step <= source.step:
        # A copy cannot know more exactly than its source, save for what "nearly 2,000" leaves open.
        return _NEARLY_SLACK * largest if source.bound and copy.step < source.step and largest > 100 else 0.0
    if copy.bound and not (copy.step <= 1 and largest < 10 and source.dimension == "count"):
        return max(copy.step * 0.5, _ABOUT_SLACK * largest)
    whole = source.value == int(source.value) and copy.value == int(copy.value)
    # 5 for 4.7 is rounding, 10 for 14 is not; neither is 1 for 1.5.
    return 0.0 if whole and largest < copy.step * 10 else copy.step * 0.49


def _near(left: float, right: float, slack: float) -> bool:
    return abs(left - right) <= slack + 1e-9 * max(abs(left), abs(right))
