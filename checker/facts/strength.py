"""Compares how much is claimed of two things: that they go together, or that one changes the other.

The scale is the one by which studies of science news tell exaggeration (Sumner et al., BMJ 2014; Wright and Augenstein,
"Semi-Supervised Exaggeration Detection of Health Science Press Releases", EMNLP 2021).
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from checker.domain import Kind
from checker.facts.difference import Difference
from checker.facts.stems import stem_set
from checker.facts.tokens import Text
from checker.facts.vocabulary import word_set


class Claim(NamedTuple):
    """The words that claim something: tokens from `first` up to, not including, `after`."""

    causes: bool
    soft: bool
    """Whether *may* or the like stands before them."""
    first: int
    after: int


_TOGETHER = {
    **dict.fromkeys(
        stem_set("associated association correlated correlation"), word_set("with between of to")
    ),
    **dict.fromkeys(stem_set("linked connected connection tied relationship"), word_set("to with between")),
    **dict.fromkeys(("inversely", "positively", "negatively"), word_set("related correlated associated")),
    **dict.fromkeys(("more", "less"), word_set("likely prone")),
    "risk": word_set("factor factors"),
}
"""Stem of a word that puts two things side by side -> the words of which one has to follow."""
_RISKS = stem_set("risk odds incidence rate chance probability likelihood prevalence mortality")
_GRADED = word_set("higher lower increased reduced greater elevated raised decreased")
_CAUSES = stem_set(
    """
    cause increase raise reduce lower decrease improve prevent protect boost cut influence trigger induce promote
    enhance inhibit block slow harm cure suppress stimulate weaken strengthen worsen shrink lengthen shorten accelerate
    """
)
_CAUSES_WITH = {
    "lead": word_set("to"),
    "result": word_set("in"),
    "due": word_set("to"),
    "because": word_set("of"),
    "help": word_set("to prevent reduce lower protect improve"),
}
_CAUSING = _CAUSES | _CAUSES_WITH.keys()
_SOFT = word_set(
    """
    may might could can possibly possible perhaps potential potentially appear appears appeared seem seems seemed
    likely probably suggest suggests suggested suggesting believed thought whether if promising
    """
)
_REACH = 7
"""Tokens that a soft word may stand before the verb that it softens."""
_LONGEST = 90
"""Tokens of a passage of which it is plain what its claim is; a longer one makes several."""
_NOT = word_set("not no neither nor never without none nobody nothing unable unlikely unclear unknown")


def strength_differences(source: Text, copy: Text) -> Iterator[Difference]:
    """Yield where the copy makes a cause of what the source finds together, or the other way round.

    Passages that deny something are left out, for less of a denial is more of a claim.
    """
    if source.words & _NOT or copy.words & _NOT or max(len(source.tokens), len(copy.tokens)) > _LONGEST:
        return
    there = _claim(source)
    here = _claim(copy) if there else None
    if there is None or here is None or there.causes == here.causes:
        return
    rule = f"causality.{'stronger' if here.causes else 'weaker'}"
    yield Difference(
        kind=Kind.CAUSALITY,
        rule=f"{rule}.unsure" if here.soft or there.soft else rule,
        contradicts=False,
        explanation=f"The copy claims {'more' if here.causes else 'less'}: the source says "
        f"“{source.quote(there.first, there.after)}”, the copy “{copy.quote(here.first, here.after)}”.",
        source=source.stretch(there.first, there.after),
        republished=copy.stretch(here.first, here.after),
    )


def _claim(text: Text) -> Claim | None:
    """Return what a passage says of going together, if it does, else the first and firmest of its causes."""
    together = next(_together(text), None)
    return together or min(_causes(text), key=lambda claim: (claim.soft, claim.first), default=None)


def _together(text: Text) -> Iterator[Claim]:
    if _GRADED.isdisjoint(text.words) and _TOGETHER.keys().isdisjoint(text.stems):
        return
    for index, (token, following) in enumerate(pairwise(text.tokens)):
        graded = token.lower in _GRADED and following.stem in _RISKS and not _after_verb(text, index)
        if graded or following.lower in _TOGETHER.get(token.stem, ()):
            yield Claim(causes=False, soft=False, first=index, after=index + 2)


def _after_verb(text: Text, index: int) -> bool:
    """*to lower rates* is a cause, *a lower rate* is not."""
    return index > 0 and text.tokens[index - 1].lower in (
        "to",
        "can",
        "may",
        "could",
        "might",
        "will",
        "helped",
    )


def _causes(text: Text) -> Iterator[Claim]:
    tokens = text.tokens
    for index in text.places_of_stems(_CAUSING):
        token = tokens[index]
        following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        pair = following in _CAUSES_WITH.get(token.stem, ())
        verb = token.stem in _CAUSES and (token.lower not in _GRADED or _after_verb(text, index))
        if pair or (verb and not token.lower.endswith("ing")):
            soft = any(before.lower in _SOFT for before in tokens[max(0, index - _REACH) : index])
            yield Claim(causes=True, soft=soft, first=index, after=index + 1 + pair)
