"""Compares the quantities of two passages: counts, percentages, money, units, scores, times of day."""

from collections.abc import Iterator
from itertools import combinations, pairwise
from math import isclose

from checker.domain import Kind
from checker.facts.difference import Difference
from checker.facts.numerals import DECADES
from checker.facts.quantities import Quantity, quantities
from checker.facts.sameness import same
from checker.facts.tokens import MARK, NUMBER, Background, Text, fit
from checker.facts.units import UNITS
from checker.facts.vocabulary import word_set

_KIND = {"percent": Kind.PERCENTAGE, "points": Kind.PERCENTAGE, "money": Kind.MONEY}
_PLAIN = frozenset({"count", "ordinal", "score", "part", "clock"})
_SURE_FIT = 1.5
_NEAR_FIT = 0.75
_FRACTIONS = {
    10: "tenth", 20: "fifth", 25: "quarter", 33: "third", 40: "fifths", 50: "half", 60: "fifths", 67: "thirds",
    75: "quarters", 80: "fifths",
}  # fmt: skip
"""Percent -> word for the same share."""
_COMPARING = word_set(
    """
    more less fewer higher lower longer shorter older younger larger smaller bigger heavier lighter taller faster slower
    up down by apart ahead behind difference gap margin rise fall rose fell
    """
)
"""Words beside a figure that is a difference."""
_PAIRED = 12
"""Figures of a source whose differences are looked at."""
_DIGITS = 4
"""Of two figures that were run together."""
_MOST = 200
"""Figures without an equal that are compared with each other at most; keeps a page of numbers affordable."""


def number_differences(
    source: Text,
    copy: Text,
    *,
    taken: tuple[frozenset[int], frozenset[int]],
    background: Background | None,
) -> Iterator[Difference]:
    """Yield what the copy's quantities say otherwise. `taken`: tokens of either side that belong to dates."""
    here = quantities(copy, taken[1])
    if not here:
        return
    there = quantities(source, taken[0])
    free_here, free_there = _without_twin(there, here)
    yield from _bounds(source, copy, there, here)
    if not free_here:
        return
    bare = frozenset(token.lower for token in source.tokens if token.shape is NUMBER)
    implied = _implied(source, there)
    free_here = [
        item
        for item in free_here
        if (item.dimension, item.value) not in implied and not _reckoned(copy, item, there)
    ]
    used: set[int] = set()
    for item in free_here:
        best, best_fit = None, -1.0
        for other in free_there:
            if other.first in used or not _comparable(other, item):
                continue
            score = fit(source, (other.first, other.after), copy, (item.first, item.after))
            score += 0.5 * (other.unit == item.unit and item.unit != "")
            if score > best_fit:
                best, best_fit = other, score
        if best is not None and best_fit >= _NEAR_FIT and not (_trivial(item) and best_fit < _SURE_FIT):
            used.add(best.first)
            alone = len(free_here) == 1 and sum(_comparable(other, item) for other in free_there) == 1
            sure = best_fit >= _SURE_FIT and (alone or best_fit >= 2.0)
            yield _changed(source, copy, best, item, sure=sure, background=background)
        elif not _trivial(item) and copy.tokens[item.first].lower not in bare:
            yield from _added(copy, item, bool(free_there), background)


def _without_twin(there: list[Quantity], here: list[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """Return the quantities of the copy and of the source that the other side does not have."""
    values_there = {(item.dimension, item.unit, item.value, item.second) for item in there}
    values_here = {(item.dimension, item.unit, item.value, item.second) for item in here}
    odd_here = [
        item for item in here if (item.dimension, item.unit, item.value, item.second) not in values_there
    ]
    odd_there = [
        item for item in there if (item.dimension, item.unit, item.value, item.second) not in values_here
    ]
    return (
        [item for item in odd_here[:_MOST] if not any(same(other, item) for other in there[: 5 * _MOST])],
        [item for item in odd_there[:_MOST] if not any(same(item, other) for other in here[: 5 * _MOST])],
    )


def _implied(source: Text, there: list[Quantity]) -> set[tuple[str, float]]:
    """Return what *a decade*, *daily*, *his fifties* or *one in 16* amount to; *10 centimetres* tells of no centimetre.

    Two short figures in a row lost the dash of a score or a range, and a copy may have lost the space as well.
    """
    counted = {index for item in there for index in range(item.first, item.after)}
    units = {
        UNITS[token.lower]
        for index, token in enumerate(source.tokens)
        if token.lower in UNITS and index not in counted
    }
    every = {("count", round(1 / item.value)) for item in there if item.dimension == "part" and item.value}
    decades = {("count", DECADES[word]) for word in DECADES.keys() & source.words}
    run_together = {
        ("count", float(left.text + right.text))
        for left, right in pairwise(source.tokens)
        if left.shape is right.shape is NUMBER
        and (left.text + right.text).isdecimal()
        and len(left.text + right.text) <= _DIGITS
    }
    return units | decades | every | run_together


def _reckoned(copy: Text, item: Quantity, there: list[Quantity]) -> bool:
    """Say whether a copy reckons how far two figures of its source are apart: *8cm more* for 73cm, once 81cm."""
    around = copy.tokens[max(item.lead - 2, 0) : item.after + 2]
    if not any(token.lower in _COMPARING for token in around):
        return False
    values = [
        other.value for other in there[:_MOST] if (other.dimension, other.unit) == (item.dimension, item.unit)
    ]
    return any(isclose(abs(left - right), item.value) for left, right in combinations(values[:_PAIRED], 2))


def _trivial(item: Quantity) -> bool:
    """*one*, *two men*, *first*: little number words come and go in a rewrite without changing what it says."""
    if item.dimension == "ordinal":
        return item.value <= 3
    if item.dimension == "part" or item.given < 1:
        return item.spelled  # "half an hour" is said of 25 minutes as well as of 35
    return item.spelled and item.value <= 3 and item.dimension == "count"


def _comparable(left: Quantity, right: Quantity) -> bool:
    if left.dimension == right.dimension:
        return True
    pair = {left.dimension, right.dimension}
    return pair <= {"percent", "part", "points"} or (
        "count" in pair and not pair & {"ordinal", "clock", "score"}
    )


def _bounds(source: Text, copy: Text, there: list[Quantity], here: list[Quantity]) -> Iterator[Difference]:
    """Yield *more than 100* beside *less than 100*."""
    bounded = [item for item in here if item.bound in ("over", "under")]
    for item in bounded[:_MOST]:
        twins = [other for other in there if other.value == item.value and other.dimension == item.dimension]
        if len(twins) != 1 or {item.bound, twins[0].bound} != {"over", "under"}:
            continue
        old_at, new_at = (twins[0].lead, twins[0].after), (item.lead, item.after)
        yield Difference(
            kind=Kind.QUANTIFIER,
            rule="number.bound",
            contradicts=True,
            explanation=f"The source gives “{source.quote(*old_at)}”, the copy “{copy.quote(*new_at)}”.",
            source=source.stretch(*old_at),
            republished=copy.stretch(*new_at),
        )


def _changed(
    source: Text, copy: Text, old: Quantity, new: Quantity, *, sure: bool, background: Background | None
) -> Difference:
    kind = _kind(old, new)
    before, after = source.quote(old.first, old.after), copy.quote(new.first, new.after)
    why = f"The source says “{before}”, the copy “{after}”."
    if old.dimension != new.dimension and {old.dimension, new.dimension} == {"percent", "points"}:
        rule, why = "percentage.points", f"“{before}” became “{after}”: percent and percentage points differ."
    elif old.dimension == new.dimension == "money" and old.unit != new.unit and old.given == new.given:
        rule, why = "money.currency", f"The currency changed: “{before}” became “{after}”."
    elif (
        old.given == new.given
        and old.unit != new.unit
        and {old.dimension, new.dimension} & {"money", "percent"}
    ):
        rule, why = f"{kind.value}.unit", f"“{before}” became “{after}”: another kind of figure."
    elif old.given == new.given and old.unit != new.unit and old.dimension not in _PLAIN:
        rule, why = "unit.replaced", f"The unit changed: “{before}” became “{after}”."
        kind = Kind.UNIT
    else:
        rule = f"{kind.value}.changed"
    known = background is not None and copy.tokens[new.first].lower in background.words and not new.spelled
    if not sure or known:
        rule += ".unsure"
    return Difference(
        kind=kind,
        rule=rule,
        contradicts=sure,
        explanation=why,
        source=source.stretch(old.first, old.after),
        republished=copy.stretch(new.first, new.after),
    )


def _kind(old: Quantity, new: Quantity) -> Kind:
    for item in (old, new):
        if item.dimension in _KIND:
            return _KIND[item.dimension]
    if old.dimension not in _PLAIN or new.dimension not in _PLAIN:
        return Kind.UNIT
    return Kind.NUMBER


def _as_fraction(item: Quantity) -> str:
    """Return the word by which an article may give a round share: a *quarter* for 25 %."""
    return _FRACTIONS.get(round(100 * item.value), "") if item.dimension == "percent" else ""


def _added(copy: Text, item: Quantity, others: bool, background: Background | None) -> Iterator[Difference]:
    words = [token.lower for token in copy.tokens[item.first : item.after] if token.shape is not MARK]
    if background is not None and (background.has_all(words) or _as_fraction(item) in background.words):
        return
    # A figure that the whole article lacks was made up; one that the passage lacks may stand next door.
    invented = background is not None and any(
        token.shape is NUMBER for token in copy.tokens[item.first : item.after]
    )
    kind = _kind(item, item)
    quote = copy.quote(item.first, item.after)
    yield Difference(
        kind=kind,
        rule=f"{kind.value}.{'invented' if invented else 'unmatched' if others else 'added'}",
        contradicts=False,
        explanation=f"The copy says “{quote}”; the source "
        f"{'article' if invented else 'passage'} does not give this figure.",
        republished=copy.stretch(item.first, item.after),
    )
