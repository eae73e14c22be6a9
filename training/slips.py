"""Plants the small slips that make a claim larger than it was: a phrase that held it back is left out or turned.

Not among the planted kinds of `training.perturb`, because these make up the articles of the quality gate.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from checker.facts.qualifiers import QUALIFIERS
from training.perturb.morphology import inflect

_QUALIFIER = re.compile(rf" (?:{'|'.join(QUALIFIERS)})(?= )")
_CONDITION = re.compile(r",? (?:if|unless|provided that|as long as) [^.,;:!?\"“”()]{12,90}(?=[.!?](?:\s|$))")
_BOUND = re.compile(
    r" (?:over|under|above|below|aged) \d+(?= (?!per|percent|million|billion|years|and|to|or)[a-z])"
)
_HEDGE = re.compile(r"\b(?:probably|possibly|perhaps|presumably|reportedly|allegedly)\b")
_PLAN = re.compile(r"\b(?:is|are) (?:expected|planned|due|likely) to be (?=\w+ed\b)")
_SEEMING = re.compile(r"\b(?:appears|seems) to (?=[a-z]{3,}\b)(?!be\b|have\b)")
_INTENT = re.compile(r"\b(?:plans|intends|hopes|aims|wants) to ([a-z]{4,})\b")
_LIMIT = re.compile(r" (?:within|until|only (?:if|when)) [^.,;:!?\"“”()]{6,60}(?=[.!?](?:\s|$))")
_ADJUNCT = re.compile(r" (?:as|for|during|on|at|in) [^.,;:!?\"“”()]{4,30}(?=[.!?](?:\s|$))")
_RANK = re.compile(r"\b(?:deputy|vice|assistant|acting)[ -](?=\w)", re.IGNORECASE)
_KIN = {"brother": "husband", "sister": "daughter", "wife": "sister", "husband": "brother", "son": "nephew",
        "daughter": "niece", "mother": "aunt", "father": "uncle", "uncle": "father", "aunt": "mother"}  # fmt: skip
_RELATIVE = re.compile(rf"\b(?:{'|'.join(_KIN)})\b")

_SLIPS: Mapping[str, Callable[[str], str]] = {
    "qualifier": lambda text: _QUALIFIER.sub("", text, count=1),
    "condition_dropped": lambda text: _CONDITION.sub("", text, count=1),
    "bound_dropped": lambda text: _BOUND.sub("", text, count=1),
    "made_certain": lambda text: _HEDGE.sub("certainly", text, count=1),
    "made_done": lambda text: _PLAN.sub("has been ", text, count=1),
    "made_past": lambda text: _INTENT.sub(lambda found: f"has {inflect(found[1], 'v', 'ed')}", text, count=1),
    "limit_lifted": lambda text: _LIMIT.sub(" at any time", text, count=1),
    "cause_invented": lambda text: _ADJUNCT.sub(" because of a technical fault", text, count=1),
    "made_plain": lambda text: _SEEMING.sub("does ", text, count=1),
    "promoted": lambda text: _RANK.sub("", text, count=1),
    "relative": lambda text: _RELATIVE.sub(lambda found: _KIN[found.group()], text, count=1),
}


def slips(text: str) -> Iterator[tuple[str, str]]:
    """Yield the kind of each slip that the text gives occasion to, and the text with it, once."""
    for kind, planted in _SLIPS.items():
        changed = planted(text)
        if changed != text:
            yield kind, changed
