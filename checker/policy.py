"""Which pairs fail an audit, and how grave each is.

Two bars: a pair's label is the judge's best guess; whether it *fails* the audit is stricter. See
docs/decisions/review-and-gate.md.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

from checker.domain import BlockKind, Finding, Kind, Label, Pair, Severity
from checker.errors import UsageError

GATES: Mapping[str, float] = {"embedded": 0.995, "rules": 0.965}
"""Judge -> the confidence from which on its flags fail an audit.

Set so that at most 5 % of faithful article-length rewrites fail as a whole. How each was fitted:
docs/decisions/review-and-gate.md. Re-fit when the judge changes.
"""

_SCALE = (Severity.MINOR, Severity.MAJOR, Severity.CRITICAL)

SEVERITIES: Mapping[Kind, Severity] = {
    Kind.NUMBER: Severity.MAJOR,
    Kind.PERCENTAGE: Severity.MAJOR,
    Kind.MONEY: Severity.MAJOR,
    Kind.UNIT: Severity.MAJOR,
    Kind.DATE: Severity.MAJOR,
    Kind.NAME: Severity.MAJOR,
    Kind.ATTRIBUTION: Severity.MAJOR,
    Kind.QUOTATION: Severity.MAJOR,
    Kind.NEGATION: Severity.MAJOR,
    Kind.DIRECTION: Severity.MAJOR,
    Kind.EXCHANGE: Severity.MAJOR,
    Kind.ROLE: Severity.MINOR,
    Kind.MODALITY: Severity.MINOR,
    Kind.QUANTIFIER: Severity.MINOR,
    Kind.CAUSALITY: Severity.MINOR,
    Kind.WORDING: Severity.MINOR,
    Kind.ADDITION: Severity.MINOR,
    Kind.OMISSION: Severity.MINOR,
}
"""How grave a finding of each kind is before place and contradiction are counted in."""

_GRAVE_LOSSES = frozenset({Kind.NEGATION, Kind.ATTRIBUTION, Kind.OMISSION})
"""Kinds of findings about a passage left out that are graver than its facts: a denial, a source, a condition."""

FLAGGED = frozenset({Label.DISTORTED, Label.CONTRADICTORY})
"""Labels that say the copy does not say what its source says."""

FailOn = Literal["distorted", "contradictory", "unsupported", "omitted", "never"]
"""A level of `--fail-on`."""

_FAIL_ON: Mapping[str, frozenset[Label]] = {
    "distorted": FLAGGED,
    "contradictory": frozenset({Label.CONTRADICTORY}),
    "unsupported": frozenset({Label.UNSUPPORTED}),
    "omitted": frozenset({Label.OMITTED}),
    "never": frozenset(),
}


def labels_of(levels: Iterable[FailOn]) -> frozenset[Label]:
    """Return the labels that can fail an audit at these levels."""
    return frozenset().union(*(_FAIL_ON[level] for level in levels))


def parse_fail_on(value: str) -> frozenset[Label]:
    """Turn levels with commas between them into the labels that can fail an audit.

    Raises:
        UsageError: A word is not one of distorted, contradictory, unsupported, omitted, never.
    """
    labels: frozenset[Label] = frozenset()
    for word in (part.strip().lower() for part in value.split(",")):
        if word not in _FAIL_ON:
            close = get_close_matches(word, _FAIL_ON, n=1)
            hint = f"Did you mean {close[0]}?" if close else f"Choose from {', '.join(_FAIL_ON)}."
            raise UsageError(f"fail_on: there is no {word!r}.", hint=hint)
        labels |= _FAIL_ON[word]
    return labels


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What fails an audit."""

    fail_on: frozenset[Label] = FLAGGED
    strict: bool = False
    """Whether flagged pairs fail even when their confidence is below the gate."""
    gates: Mapping[str, float] = field(default_factory=lambda: GATES)
    min_confidence: float | None = None
    """Takes the place of every judge's gate."""
    fail_from: Severity = Severity.MINOR
    """Flagged pairs that are less grave fail nothing."""
    review_only: frozenset[Kind] = frozenset()
    """Kinds of which no finding fails anything; a pair fails if it has one of another kind, too."""
    severities: Mapping[Kind, Severity] = field(default_factory=lambda: SEVERITIES)
    """How grave a finding of each kind is by itself."""

    def fails(
        self,
        label: Label,
        *,
        confidence: float | None,
        judged_by: str,
        severity: Severity | None = None,
        kinds: Iterable[Kind] = (),
    ) -> bool:
        """Tell whether a pair with this label fails the audit.

        Args:
            confidence: In [0, 1]. A judge that gives none is taken at its word.
            judged_by: The judge's name, e.g. `rules@1`; its first word picks the gate.
            severity: How grave the pair is.
            kinds: Those of its findings.
        """
        if label not in self.fail_on:
            return False
        if label not in FLAGGED:
            return True
        if severity is not None and _SCALE.index(severity) < _SCALE.index(self.fail_from):
            return False
        if (found := set(kinds)) and found <= self.review_only:
            return False
        if self.strict or confidence is None:
            return True
        return confidence >= (self.gate(judged_by) or 0.0)

    def gate(self, judged_by: str) -> float | None:
        """Return the confidence from which on a judge's flags fail; None for a judge that is taken at its word."""
        if self.min_confidence is not None:
            return self.min_confidence
        return self.gates.get(family(judged_by))

    def severity(self, label: Label, findings: Sequence[Finding], pair: Pair) -> Severity | None:
        """Return how grave a pair is, or None for one that is not flagged.

        The gravest finding counts; a contradiction and a place in the headline or the first paragraph each
        raise it by one step. An addition weighs by what it brings in. An omission only weighs by what it takes away
        from the rest: that a shorter copy has fewer figures and names is what makes it shorter.
        """
        if label is Label.OMITTED:
            lost = any(finding.kind in _GRAVE_LOSSES for finding in findings)
            return Severity.MAJOR if lost else Severity.MINOR
        if label is Label.UNSUPPORTED and not findings:
            return Severity.MINOR
        if label is not Label.UNSUPPORTED and label not in FLAGGED:
            return None
        step = max((_SCALE.index(self.severities[finding.kind]) for finding in findings), default=0)
        step += (label is Label.CONTRADICTORY) + _leads(pair)
        return _SCALE[min(step, len(_SCALE) - 1)]


def family(judged_by: str) -> str:
    """Return the first word of a judge's name: `rules@1` -> `rules`."""
    return judged_by.partition("@")[0]


def _leads(pair: Pair) -> bool:
    return any(
        passage.paragraph == 0 or (passage.paragraph == 1 and passage.index <= 3)
        for passage in pair.republished
        if passage.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH}
    )
