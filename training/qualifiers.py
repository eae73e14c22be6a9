"""Leaves out a phrase that holds a claim back.

Not among the planted kinds of `training.perturb`, because these make up the articles of the quality gate.
"""

import re

from checker.facts.qualifiers import QUALIFIERS

_QUALIFIER = re.compile(rf" (?:{'|'.join(QUALIFIERS)})(?= )")


def without_qualifier(text: str) -> str | None:
    """Return the text without its first qualifying phrase; `None` if it has none."""
    shorter = _QUALIFIER.sub("", text, count=1)
    return shorter if shorter != text else None
