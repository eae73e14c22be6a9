"""Says why passages were paired or not: the likeliest partners of a passage and what speaks for each.

For a person who asks; the pairing itself does not need it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from checker.chunker.assignment import links_among
from checker.chunker.features import LOCAL
from checker.chunker.likelihood import Likelihood, likelihood, weights
from checker.chunker.terms import Terms

_WORDS = 8
"""Common words named, the rarest first."""

_FAMILIES = ("words", "phrases", "names", "numbers", "length", "meanings", "sense")
"""How the names of the measures begin: what speaks for a pair or against it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A source sentence and a republished sentence that might correspond."""

    source: int
    republished: int
    linked: bool
    score: float
    """Estimated probability that they do. A link may have a higher one by rule: see `Link.score`."""
    alone: float
    """The same by the two sentences themselves, before their neighbors and rivals have a say."""
    evidence: dict[str, float]
    """Log odds of `alone` by kind of evidence, and what neighbors and rivals add to it as `context`; the part that
    every pair has is `start`. They sum up to the log odds of `score`."""
    words: tuple[str, ...]
    """Words of the republished sentence that the source sentence has in some form, the rarest first."""


def candidates_of(
    source: Sequence[str],
    republished: Sequence[str],
    *,
    sources: Sequence[int] = (),
    copies: Sequence[int] = (),
    at_most: int = 5,
) -> tuple[Candidate, ...]:
    """List the partners of some sentences: all that they are linked to and the likeliest others.

    Args:
        source: All sentences of the source, as for `align`.
        republished: All those of the copy.
        sources: Positions of the source sentences asked about.
        copies: Positions of the republished sentences asked about.
        at_most: Candidates per sentence, unless it has more links.

    Returns:
        Links first, then by descending score, then by position; none twice.
    """
    if not source or not republished:
        return ()
    terms = Terms([*source, *republished])
    found = likelihood(terms, len(source))
    links = {(link.source, link.republished) for link in links_among(found, terms)}
    score = dict(
        zip(
            zip(found.grid.first.tolist(), found.grid.second.tolist(), strict=True),
            found.likely.tolist(),
            strict=True,
        )
    )
    # A sentence repeated word for word is linked even where the index of a long text did not propose it.
    ranked = sorted(score.keys() | links, key=lambda pair: (pair not in links, -score.get(pair, 1.0), pair))
    asked = {(0, i) for i in sources} | {(1, j) for j in copies}
    taken = dict.fromkeys(asked, 0)
    chosen: list[tuple[int, int]] = []
    for pair in ranked:
        ends = asked & {(0, pair[0]), (1, pair[1])}
        if any(pair in links or taken[end] < at_most for end in ends):
            chosen.append(pair)
        for end in ends:
            taken[end] += 1
    return tuple(_candidate(pair, pair in links, found, terms) for pair in chosen)


def _candidate(pair: tuple[int, int], linked: bool, found: Likelihood, terms: Terms) -> Candidate:
    i, j = pair
    at = np.flatnonzero((found.grid.first == i) & (found.grid.second == j))
    score, alone = (float(found.likely[at[0]]), float(found.alone[at[0]])) if len(at) else (1.0, 1.0)
    evidence = _evidence(found, int(at[0])) if len(at) else {}
    if evidence:
        evidence["context"] = _log_odds(score) - _log_odds(alone)
    return Candidate(
        source=i,
        republished=j,
        linked=linked,
        score=score,
        alone=alone,
        evidence=evidence,
        words=_common_words(terms, i, found.grid.sources + j),
    )


def _evidence(found: Likelihood, at: int) -> dict[str, float]:
    weight = weights()[0]
    summed = {"start": float(weight[-1])} | dict.fromkeys(_FAMILIES, 0.0)
    for name, value, factor in zip(LOCAL, found.measured[at].tolist(), weight.tolist(), strict=False):
        family = next(family for family in _FAMILIES if name.startswith(family))
        summed[family] += value * factor
    return summed


def _log_odds(probability: float) -> float:
    kept = min(max(probability, 1e-9), 1 - 1e-9)
    return float(np.log(kept / (1 - kept)))


def _common_words(terms: Terms, one: int, other: int) -> tuple[str, ...]:
    held = set(terms.prefix[terms.word[terms.owner == one]].tolist())
    words = {int(word) for word in terms.word[terms.owner == other] if int(terms.prefix[word]) in held}
    ranked = sorted(
        words, key=lambda word: (float(terms.prefix_share[terms.prefix[word]]), terms.words[word])
    )
    return tuple(terms.words[word] for word in ranked[:_WORDS])
