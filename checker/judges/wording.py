"""Names the words for which the network flags a sentence: its word head points, the word view says what changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checker.domain import Kind
from checker.facts import Difference
from checker.judges.network import Reading, Side, TokenScore
from checker.words import Relation, WordChange, WordView

_MOST = 2
"""Differences named per sentence: the network's further guesses are rarely right."""
_NEARLY_AS_SURE = 1.5
"""How far in log-odds a second difference may stay behind the first."""

_KINDS: Mapping[Relation, Kind] = {
    Relation.NUMBER: Kind.NUMBER,
    Relation.NAME: Kind.NAME,
    Relation.NAME_COMMON: Kind.NAME,
    Relation.OFFICE: Kind.ROLE,
    Relation.REPORTING: Kind.ATTRIBUTION,
    Relation.NEGATION: Kind.NEGATION,
    Relation.MODALITY: Kind.MODALITY,
    Relation.QUANTIFIER: Kind.QUANTIFIER,
    Relation.CONNECTIVE: Kind.CAUSALITY,
    Relation.EXCHANGED: Kind.EXCHANGE,
    Relation.INSERTED: Kind.ADDITION,
    Relation.DROPPED: Kind.OMISSION,
}
"""Every other relation is a matter of wording."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    change: WordChange
    score: float


def wording_differences(
    view: WordView, reading: Reading, source: str, republished: str
) -> tuple[Difference, ...]:
    """Name one or two differences for a sentence that the network flags, the surest first.

    Args:
        view: The word view of the two texts.
        reading: The network's reading of them; its offsets point into the same two texts.
    """
    there, here = reading.tokens(Side.SOURCE), reading.tokens(Side.REPUBLISHED)
    candidates = sorted(
        (_Candidate(change, _score(change, there, here)) for change in view.changes),
        key=lambda candidate: -candidate.score,
    )
    if not candidates:
        return _bare(here, republished)
    floor = candidates[0].score - _NEARLY_AS_SURE
    chosen = [candidate.change for candidate in candidates if candidate.score >= floor]
    return tuple(_difference(change, source, republished) for change in _apart(chosen)[:_MOST])


def _score(change: WordChange, there: Sequence[TokenScore], here: Sequence[TokenScore]) -> float:
    return max(
        *_within(there, change.source_span),
        *_within(here, change.republished_span),
    ) - (1.0 if change.harmless else 0.0)


def _within(tokens: Sequence[TokenScore], span: tuple[int, int] | None) -> list[float]:
    if span is None:
        return [-20.0]
    return [token.log_odds for token in tokens if token.start < span[1] and span[0] < token.end] or [-20.0]


def _apart(changes: Iterable[WordChange]) -> list[WordChange]:
    """Drop a change whose words a surer one names already."""
    kept: list[WordChange] = []
    for change in changes:
        if not any(
            _overlap(change.source_span, other.source_span)
            or _overlap(change.republished_span, other.republished_span)
            for other in kept
        ):
            kept.append(change)
    return kept


def _overlap(one: tuple[int, int] | None, other: tuple[int, int] | None) -> bool:
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


def _difference(change: WordChange, source: str, republished: str) -> Difference:
    there, here = change.source_span, change.republished_span
    old = f"“{source[slice(*there)]}”" if there else ""
    new = f"“{republished[slice(*here)]}”" if here else ""
    if change.relation is Relation.EXCHANGED:
        explanation = f"{new} stands where the source has {old}, though both are still there."
    elif not old:
        explanation = f"The copy adds {new}."
    elif not new:
        explanation = f"The copy leaves out {old}."
    else:
        explanation = f"The source says {old}, the copy {new}."
    return Difference(
        kind=_KINDS.get(change.relation, Kind.WORDING),
        rule=f"wording.{change.relation.value}",
        contradicts=False,
        explanation=explanation,
        source=there,
        republished=here,
    )


def _bare(here: Sequence[TokenScore], republished: str) -> tuple[Difference, ...]:
    """Where the word view sees no difference, name the word that the network doubts most."""
    letters = [token for token in here if republished[token.start : token.end].isalnum()]
    if not letters:
        return (_whole(republished),)
    top = max(letters, key=lambda token: token.log_odds)
    start, end = _word_around(republished, top.start, top.end)
    return (
        Difference(
            kind=Kind.WORDING,
            rule="wording.unclear",
            contradicts=False,
            explanation=f"“{republished[start:end]}” reads differently here than in the source.",
            republished=(start, end),
        ),
    )


def _whole(republished: str) -> Difference:
    return Difference(
        kind=Kind.WORDING,
        rule="wording.unclear",
        contradicts=False,
        explanation="Nothing here corresponds to words of the source.",
        republished=(0, len(republished)),
    )


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end
