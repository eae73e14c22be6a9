"""The rows of the page: one for each pair, in the copy's order, with everything that it shows."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from checker.domain import AuditedPair, Evidence, Label, Place, Quote, Severity
from checker.kinds import KINDS
from checker.reports.accepted import acceptance
from checker.reports.page.marks import Stretch, marks_in, stretches
from checker.reports.page.text import fit, gist, percent, ranges
from checker.reports.page.wording import GRAVITY, STOPS, WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A passage as shown: its line in the file, and its words cut at the marks."""

    line: int
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A finding as told under the two passages."""

    number: int
    kind: str
    meaning: str
    explanation: str
    source: str | None
    """The source's words, where the explanation does not give them."""
    republished: str | None
    """The copy's words, where the explanation does not give them."""
    one_sided: bool
    """Whether only one of the two texts has the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A pair as shown."""

    number: int
    """Position on the page, from 1."""
    id: str
    anchor: str
    """Stable from run to run: made of the pair's fingerprint."""
    label: Label
    word: str
    status: str
    """`fails`, `review`, `accepted` or nothing."""
    severity: Severity | None
    confidence: str | None
    judged_by: str
    reason: str | None
    accepted: str | None
    """Why it fails nothing although it would."""
    moved: str | None
    """Which lines of the source a moved passage comes from."""
    moved_after: tuple[str, str] | None
    """Anchor and id of the row whose source passage stands just before it in the source."""
    opens_line: bool
    """Whether the copy begins a new line here: on most pages a new paragraph."""
    source: tuple[Shown, ...]
    republished: tuple[Shown, ...]
    notes: tuple[Note, ...]
    gist: str
    where: str
    previous: str | None
    """Anchor of the row to look at before this one."""
    next: str | None

    @property
    def stop(self) -> bool:
        """Whether a reader should look at it."""
        return self.label in STOPS

    @property
    def gap(self) -> bool:
        """Whether one of the texts has nothing here that a reader would miss."""
        return self.label in {Label.UNSUPPORTED, Label.OMITTED}

    def one_sided(self, number: int) -> bool:
        """Tell whether only one of the two texts has the words of a finding."""
        return self.notes[number - 1].one_sided

    def kind(self, number: int) -> str:
        """Return what a finding is about."""
        return self.notes[number - 1].kind


def rows(pairs: Sequence[AuditedPair]) -> tuple[Row, ...]:
    """Build one row for each pair, in the report's order."""
    anchors = [_anchor(pair) for pair in pairs]
    stops = [anchor for pair, anchor in zip(pairs, anchors, strict=True) if pair.label in STOPS]
    before = {later: earlier for earlier, later in pairwise(stops)}
    after = dict(pairwise(stops))
    predecessors = _predecessors(pairs)
    shown, last_line = [], None
    for index, (pair, anchor) in enumerate(zip(pairs, anchors, strict=True)):
        line = pair.republished[0].line if pair.republished else None
        previous_in_source = predecessors.get(index) if pair.moved else None
        shown.append(
            _row(
                pair,
                number=index + 1,
                anchor=anchor,
                moved_after=None
                if previous_in_source is None
                else (anchors[previous_in_source], fit(pairs[previous_in_source].id)),
                opens_line=line is None or line != last_line,
                previous=before.get(anchor),
                next_=after.get(anchor),
            )
        )
        last_line = line
    return tuple(shown)


def worst_first(found: Iterable[Row]) -> list[Row]:
    """Order rows by gravity, contradictions first among equals, then by confidence as shown."""
    return sorted(
        found,
        key=lambda row: (
            GRAVITY[row.severity],
            row.label is not Label.CONTRADICTORY,
            -int((row.confidence or "0%").rstrip("%")),
        ),
    )


def folded(shown: Sequence[Row]) -> list[tuple[bool, list[Row]]]:
    """Group rows so that neighbouring page furniture can be folded: (furniture?, rows)."""
    return [
        (furniture, list(group)) for furniture, group in groupby(shown, lambda r: r.label is Label.IGNORED)
    ]


def _anchor(pair: AuditedPair) -> str:
    return "f-" + re.sub(r"[^\w-]", "_", fit(pair.fingerprint))


def _predecessors(pairs: Sequence[AuditedPair]) -> dict[int, int]:
    """Map each pair to the one whose source passage stands just before its first one."""
    starts = sorted((place.start, index) for index, pair in enumerate(pairs) for place in pair.source)
    found: dict[int, int] = {}
    for (_, earlier), (_, later) in pairwise(starts):
        if earlier != later:
            found.setdefault(later, earlier)
    return found


def _row(
    pair: AuditedPair,
    *,
    number: int,
    anchor: str,
    moved_after: tuple[str, str] | None,
    opens_line: bool,
    previous: str | None,
    next_: str | None,
) -> Row:
    notes = tuple(_note(finding, n) for n, finding in enumerate(pair.findings, start=1))
    return Row(
        number=number,
        id=fit(pair.id),
        anchor=anchor,
        label=pair.label,
        word=WORDS[pair.label].word,
        status=_status(pair),
        severity=pair.severity,
        confidence=None if pair.confidence is None else percent(pair.confidence),
        judged_by=fit(pair.judged_by),
        reason=None if pair.reason is None else fit(pair.reason).replace("_", " "),
        accepted=None if pair.accepted is None else fit(acceptance(pair.accepted)),
        moved=ranges([place.line for place in pair.source]) if pair.moved else None,
        moved_after=moved_after,
        opens_line=opens_line,
        source=_shown(pair.source, [finding.source for finding in pair.findings]),
        republished=_shown(pair.republished, [finding.republished for finding in pair.findings]),
        notes=notes,
        gist=_gist(pair, notes),
        where=_where(pair),
        previous=previous,
        next=next_,
    )


def _status(pair: AuditedPair) -> str:
    if pair.fails:
        return "fails"
    if pair.accepted:
        return "accepted"
    return "review" if pair.label in {Label.CONTRADICTORY, Label.DISTORTED} else ""


def _shown(places: Sequence[Place], quotes: Sequence[Quote | None]) -> tuple[Shown, ...]:
    return tuple(
        Shown(line=place.line, stretches=stretches(fit(place.text), marks_in(place, quotes)))
        for place in places
    )


def _note(finding: Evidence, number: int) -> Note:
    explanation = " ".join(fit(finding.explanation).split())

    def unless_told(quote: Quote | None) -> str | None:
        if quote is None or " ".join(fit(quote.quote).split()) in explanation:
            return None
        return gist(quote.quote, 200)

    return Note(
        number=number,
        kind=finding.kind.value,
        meaning=KINDS[finding.kind][0],
        explanation=explanation,
        source=unless_told(finding.source),
        republished=unless_told(finding.republished),
        one_sided=finding.source is None or finding.republished is None,
    )


def _gist(pair: AuditedPair, notes: Sequence[Note]) -> str:
    if notes:
        return gist(notes[0].explanation, 160)
    place = next(iter((*pair.republished, *pair.source)), None)
    return gist(place.text) if place else ""


def _where(pair: AuditedPair) -> str:
    if pair.republished:
        return f"copy, {ranges([place.line for place in pair.republished])}"
    return f"source, {ranges([place.line for place in pair.source])}"
