"""Compares the quantities of two passages: counts, percentages, money, units, scores, times of day."""

from collections.abc import Iterator

from checker.domain import Kind
from checker.facts.difference import Difference
from checker.facts.quantities import Quantity, quantities
from checker.facts.tokens import Background, Shape, Text, fit

_KIND = {"percent": Kind.PERCENTAGE, "points": Kind.PERCENTAGE, "money": Kind.MONEY}
_PLAIN = frozenset({"count", "ordinal", "score", "part", "clock"})
_SURE_FIT = 1.5
_NEAR_FIT = 0.75


def number_differences(
    source: Text,
    copy: Text,
    *,
    taken: tuple[frozenset[int], frozenset[int]],
    background: Background | None,
) -> Iterator[Difference]:
    """Yield what the copy's quantities say otherwise. `taken`: tokens of either side that belong to dates."""
    there = quantities(source, taken[0])
    here = quantities(copy, taken[1])
    if not here:
        return
    free_here = [item for item in here if not any(same(other, item) for other in there)]
    free_there = [item for item in there if not any(same(item, other) for other in here)]
    bare = _bare_numbers(source)
    used: set[int] = set()
    yield from _bounds(source, copy, there, here)
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
            yield _changed(
                source, copy, best, item, sure=best_fit >= _SURE_FIT and alone, background=background
            )
        elif not _trivial(item) and copy.tokens[item.first].lower not in bare:
            yield from _added(copy, item, bool(free_there), background)


def _bare_numbers(text: Text) -> frozenset[str]:
    return frozenset(token.lower for token in text.tokens if token.shape == Shape.NUMBER)


def _trivial(item: Quantity) -> bool:
    """*one*, *two men*, *first*: little number words come and go in a rewrite without changing what it says."""
    if item.dimension == "ordinal":
        return item.value <= 3
    if item.dimension == "part":
        return item.spelled
    return item.spelled and item.value <= 3 and item.dimension == "count"


def _comparable(left: Quantity, right: Quantity) -> bool:
    if left.dimension == right.dimension:
        return True
    pair = {left.dimension, right.dimension}
    return pair <= {"percent", "part", "points"} or (
        "count" in pair and not pair & {"ordinal", "clock", "score"}
    )


def same(source: Quantity, copy: Quantity) -> bool:
    """Say whether two quantities can be the same one, allowing for conversion and honest rounding."""
    pair = {source.dimension, copy.dimension}
    if source.dimension != copy.dimension:
        if pair in ({"percent", "part"}, {"clock", "score"}, {"degrees", "temperature"}):
            pass
        elif "count" in pair and not pair & {"ordinal", "clock", "percent", "points", "part"}:
            # "the two-hour talks" beside "talks that lasted two": a bare number has no unit to differ in.
            return _near(source.given, copy.given, 0.0)
        else:
            return False
    elif source.dimension == "money" and source.unit != copy.unit:
        return False
    elif source.dimension == "clock":
        return (
            source.value == copy.value
            or (abs(source.value - copy.value) == 43200 and "24h" in (source.unit, copy.unit))
            or (source.given == copy.given and "o'clock" in (source.unit, copy.unit))
        )
    if (source.second is None) != (copy.second is None):
        ranged, single = (source, copy) if source.second is not None else (copy, source)
        if ranged.dimension == "score":
            return False
        ends = (ranged.value, ranged.second or 0.0)
        return single.value in ends or (bool(single.bound) and min(ends) <= single.value <= max(ends))
    if (
        source.second is not None
        and copy.second is not None
        and not _near(source.second, copy.second, copy.step)
    ):
        return False
    if source.dimension == "score" or copy.dimension == "score" or source.dimension == "ordinal":
        return source.value == copy.value
    converted = source.unit != copy.unit and source.dimension not in ("count", "money")
    coarse = max(source.step, copy.step)
    slack = coarse * 0.5
    if source.bound or copy.bound:
        slack = max(slack, 0.1 * max(abs(source.value), abs(copy.value)))
        if coarse <= 1 and max(abs(source.value), abs(copy.value)) < 10 and source.dimension == "count":
            slack = 0.0
        if source.step == copy.step and source.bound == copy.bound:
            slack = 0.0
    elif converted:
        slack = max(slack, 0.06 * max(abs(source.value), abs(copy.value)))
    elif source.step == copy.step:
        slack = 0.0
    elif max(abs(source.value), abs(copy.value)) < coarse * 10:
        slack = 0.0  # 5 for 4.7 is rounding, 10 for 14 is not
        if source.value != int(source.value) or copy.value != int(copy.value):
            slack = coarse * 0.5
    return _near(source.value, copy.value, slack)


def _near(left: float, right: float, slack: float) -> bool:
    return abs(left - right) <= slack + 1e-9 * max(abs(left), abs(right))


def _bounds(source: Text, copy: Text, there: list[Quantity], here: list[Quantity]) -> Iterator[Difference]:
    """*more than 100* beside *less than 100*."""
    for item in here:
        twins = [other for other in there if other.value == item.value and other.dimension == item.dimension]
        if len(twins) != 1 or {item.bound, twins[0].bound} != {"over", "under"}:
            continue
        first = max(item.first - 3, 0)
        other = twins[0]
        yield Difference(
            kind=Kind.QUANTIFIER,
            rule="number.bound",
            contradicts=True,
            explanation=f"The source gives “{source.quote(max(other.first - 3, 0), other.after)}”, "
            f"the copy “{copy.quote(first, item.after)}”.",
            source=source.stretch(max(other.first - 3, 0), other.after),
            republished=copy.stretch(first, item.after),
        )


def _changed(
    source: Text, copy: Text, old: Quantity, new: Quantity, *, sure: bool, background: Background | None
) -> Difference:
    kind = _kind(old, new)
    before, after = source.quote(old.first, old.after), copy.quote(new.first, new.after)
    if old.dimension != new.dimension and {old.dimension, new.dimension} == {"percent", "points"}:
        rule, why = "percentage.points", f"“{before}” became “{after}”: percent and percentage points differ."
    elif old.dimension == new.dimension == "money" and old.unit != new.unit and old.given == new.given:
        rule, why = "money.currency", f"The currency changed: “{before}” became “{after}”."
    elif old.given == new.given and old.unit != new.unit and old.dimension not in _PLAIN:
        rule, why = "unit.changed", f"The unit changed: “{before}” became “{after}”."
        kind = Kind.UNIT
    else:
        rule = f"{kind.value}.changed"
        why = f"The source says “{before}”, the copy “{after}”."
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


def _added(copy: Text, item: Quantity, others: bool, background: Background | None) -> Iterator[Difference]:
    words = [token.lower for token in copy.tokens[item.first : item.after] if token.shape != Shape.MARK]
    if background is not None and background.has_all(words):
        return
    kind = _kind(item, item)
    quote = copy.quote(item.first, item.after)
    yield Difference(
        kind=kind,
        rule=f"{kind.value}.{'unmatched' if others else 'added'}",
        contradicts=False,
        explanation=f"The copy says “{quote}”; the source passage does not give this figure.",
        republished=copy.stretch(item.first, item.after),
    )
