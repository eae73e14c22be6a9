"""Compares how much a claim claims: that two things go together, that one may change the other, that it does.

The scale is the one by which studies of science news tell exaggeration (Sumner et al., BMJ 2014; Wright and Augenstein,
"Semi-Supervised Exaggeration Detection of Health Science Press Releases", EMNLP 2021).
"""

from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from checker.domain import Kind
from checker.facts.difference import Difference
from checker.facts.stems import stem_set
from checker.facts.tokens import Shape, Text
from checker.facts.vocabulary import word_set


class Strength(IntEnum):
    """What is claimed of two things."""

    TOGETHER = 1
    """They go together."""
    MAY_CAUSE = 2
    """One may change the other."""
    CAUSES = 3
    """One changes the other."""


class Claim(NamedTuple):
    """The words that claim something: tokens from `first` up to, not including, `after`."""

    strength: Strength
    first: int
    after: int


_TOGETHER = stem_set(
    """
    associated association linked correlated correlation related relation relationship connected connection tied
    tie predict predictor predictive likelier odds coincide prone prevalence prevalent inversely
    """
)
_LIKELIER = frozenset(
    {("more", "likely"), ("less", "likely"), ("risk", "factor"), ("tend", "to"), ("hand", "in")}
)
_RISKS = stem_set("risk odds incidence rate rates chance chances probability likelihood prevalence mortality")
_GRADED = word_set("higher lower increased reduced greater elevated raised decreased smaller")
_CAUSES = stem_set(
    """
    cause increase raise reduce reduction lower decrease improve improvement prevent protect boost cut affect influence
    impact trigger induce promote enhance inhibit block regulate control drive slow harm cure effective ineffective
    responsible suppress stimulate activate alter modulate extend weaken strengthen worsen shrink lengthen shorten
    accelerate delay
    """
)
_CAUSES_TO = frozenset(
    {("lead", "to"), ("led", "to"), ("result", "in"), ("due", "to"), ("because", "of"), ("effect", "on"),
     ("contribut", "to"), ("help", "to")}
)  # fmt: skip
_SOFT = word_set(
    """
    may might could can possibly possible perhaps potential potentially appear appears appeared seem seems seemed
    likely probably suggest suggests suggested suggesting believed thought whether if hypothesized hypothesised
    promising
    """
)
_REACH = 7
"""Tokens that a soft word may stand before the verb that it softens."""
_LONGEST = 90
"""Tokens of a passage of which it is plain what its claim is; a longer one makes several."""
_NOT = word_set("not no neither nor never without none nobody nothing unable unlikely unclear cannot unknown")


def strength_differences(source: Text, copy: Text) -> Iterator[Difference]:
    """Yield where the copy claims more, or less, of two things than the source.

    Passages that deny something are left out, for less of a denial is more of a claim.
    """
    if source.words & _NOT or copy.words & _NOT or max(len(source.tokens), len(copy.tokens)) > _LONGEST:
        return
    there, here = _claim(source), _claim(copy)
    if there is None or here is None or there.strength == here.strength:
        return
    stronger = here.strength > there.strength
    causes = Strength.TOGETHER in (here.strength, there.strength)
    rule = f"{'causality' if causes else 'modality'}.{'stronger' if stronger else 'weaker'}"
    sure = abs(here.strength - there.strength) > 1
    yield Difference(
        kind=Kind.CAUSALITY if causes else Kind.MODALITY,
        rule=rule if sure or not causes else f"{rule}.unsure",
        contradicts=False,
        explanation=f"The copy claims {'more' if stronger else 'less'}: the source says "
        f"“{source.quote(there.first, there.after)}”, the copy “{copy.quote(here.first, here.after)}”.",
        source=source.stretch(there.first, there.after),
        republished=copy.stretch(here.first, here.after),
    )


def _claim(text: Text) -> Claim | None:
    """Return the claim of a passage: what it says of going together, if it does, else the firmest of its causes."""
    together = list(_together(text))
    if together:
        return together[0]
    causes = list(_causes(text))
    return max(causes, key=lambda claim: claim.strength) if causes else None


def _together(text: Text) -> Iterator[Claim]:
    tokens = text.tokens
    for index, token in enumerate(tokens):
        if token.shape != Shape.WORD:
            continue
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if token.stem in _TOGETHER:
            yield Claim(Strength.TOGETHER, index, index + 1)
        elif following and (
            (token.lower, following.lower) in _LIKELIER
            or (token.stem, following.lower) in _LIKELIER
            or (token.lower in _GRADED and following.stem in _RISKS and not _by_verb(text, index))
        ):
            yield Claim(Strength.TOGETHER, index, index + 2)


def _by_verb(text: Text, index: int) -> bool:
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
    for index, token in enumerate(tokens):
        if token.shape != Shape.WORD:
            continue
        following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        pair = (token.stem, following) in _CAUSES_TO or (token.lower, following) in _CAUSES_TO
        if not pair and (token.stem not in _CAUSES or (token.lower in _GRADED and not _by_verb(text, index))):
            continue
        soft = any(before.lower in _SOFT for before in tokens[max(0, index - _REACH) : index])
        yield Claim(Strength.MAY_CAUSE if soft else Strength.CAUSES, index, index + 1 + pair)
