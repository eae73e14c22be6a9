"""Keeps the sharpest of several differences over the same words."""

from collections.abc import Iterable

from checker.domain import Kind
from checker.facts.difference import Difference, Stretch

# Which kind explains the same words best: a changed figure is more telling than a reworded quotation around it.
_SHARPNESS = {
    kind: rank
    for rank, kind in enumerate(
        (
            Kind.MONEY,
            Kind.PERCENTAGE,
            Kind.UNIT,
            Kind.DATE,
            Kind.NUMBER,
            Kind.EXCHANGE,
            Kind.ROLE,
            Kind.NAME,
            Kind.NEGATION,
            Kind.QUANTIFIER,
            Kind.DIRECTION,
            Kind.MODALITY,
            Kind.CAUSALITY,
            Kind.ATTRIBUTION,
            Kind.QUOTATION,
            Kind.WORDING,
            Kind.ADDITION,
            Kind.OMISSION,
        )
    )
}
_LAST = len(_SHARPNESS)
# That a new speaker was put in says more than that his name is new; that another one speaks, more than his title.
_BY_RULE = {
    "name.added": _LAST,
    "name.unmatched": _LAST,
    "name.invented": _LAST,
    "attribution.invented": _SHARPNESS[Kind.ROLE],
    "role.replaced": _SHARPNESS[Kind.ATTRIBUTION] + 1,
}


def merged(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """Drop a difference whose words a sharper one covers; order the rest by where they stand."""
    kept: list[Difference] = []
    for item in sorted(differences, key=_rank):
        if not any(_covers(other, item) for other in kept):
            kept.append(item)
    return tuple(sorted(kept, key=_place))


def _rank(item: Difference) -> tuple[bool, int, int]:
    sharpness = _BY_RULE.get(item.rule.removesuffix(".unsure"), _SHARPNESS[item.kind])
    return item.rule.endswith(".unsure"), sharpness, _place(item)[0]


def _place(item: Difference) -> tuple[int, int]:
    here, there = item.republished, item.source
    return (here or there or (0, 0))[0], (there or (0, 0))[0]


def _covers(kept: Difference, item: Difference) -> bool:
    """Say whether the words of `item` are those of `kept`, on every side where `item` names some."""
    if Kind.QUOTATION in (kept.kind, item.kind):
        return kept.kind == item.kind and kept.republished == item.republished
    here = item.republished is None or _overlap(kept.republished, item.republished)
    there = item.source is None or _overlap(kept.source, item.source)
    return here and there


def _overlap(left: Stretch | None, right: Stretch | None) -> bool:
    return left is not None and right is not None and left[0] < right[1] and right[0] < left[1]
