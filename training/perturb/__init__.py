"""Planted changes and harmless rewrites of a copy, deterministic by the random generator passed in.

Standard library only. WordNet's database files widen the choice of words; without them the kinds that need them
give None.
"""

from dataclasses import replace
from random import Random

from training.perturb import harmless_order, harmless_wording, planted_facts, planted_meaning, planted_speech
from training.perturb.change import Change, apply, find_in
from training.perturb.context import Context, Kind

_PLANTED: dict[str, Kind] = {**planted_facts.KINDS, **planted_speech.KINDS, **planted_meaning.KINDS}
_HARMLESS: dict[str, Kind] = {**harmless_wording.KINDS, **harmless_order.KINDS}

PLANTED = tuple(_PLANTED)
"""Kinds of changes after which the copy no longer says what its source says."""

HARMLESS = tuple(_HARMLESS)
"""Kinds of rewrites that a faithful copy may contain, omissions inside a sentence among them."""

HELD_BACK = ("condition", "relation", "nationality", "duration")
"""Planted kinds never used for training, so that what the judge makes of unknown changes can be measured."""

__all__ = ["HARMLESS", "HELD_BACK", "PLANTED", "Change", "plant", "rewrite"]


def plant(source: str, copy: str, kind: str, rng: Random) -> Change | None:
    """Plant one change of a kind of `PLANTED` in a faithful copy of `source`.

    The words changed are such as the source has too, where that matters, and their places there are given. Returns
    None when the text gives no occasion for this kind; then another kind, or another text, may do.
    Raises KeyError for an unknown kind.
    """
    context = Context(source, copy)
    edits = _PLANTED[kind](context, rng)
    change = apply(copy, list(edits), kind) if edits else None
    if change is None:
        return None
    places = {span for start, end in change.before for span in find_in(source, copy[start:end])}
    return replace(change, source=tuple(sorted(places)))


def rewrite(copy: str, kind: str, rng: Random) -> Change | None:
    """Rewrite a text harmlessly in one of the ways of `HARMLESS`; None where it gives no occasion.

    Raises KeyError for an unknown kind.
    """
    edits = _HARMLESS[kind](Context(copy, copy), rng)
    return apply(copy, list(edits), kind) if edits else None
