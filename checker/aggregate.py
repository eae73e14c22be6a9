"""Turns checked outcomes into the report: labels, fingerprints, severities, places in the files."""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from checker.domain import (
    SCHEMA_VERSION,
    Article,
    ArticleInfo,
    AuditedPair,
    Evidence,
    Finding,
    Label,
    Outcome,
    Pair,
    Passage,
    Place,
    Quote,
    Report,
    ReportVerdict,
    Run,
    Span,
    Undetermined,
)
from checker.policy import Policy


def aggregate(
    source: Article,
    republished: Article,
    pairs: Sequence[Pair],
    outcomes: Sequence[Outcome],
    *,
    policy: Policy,
    tool: Mapping[str, object],
    usage: Mapping[str, int | float],
    notes: Sequence[str] = (),
    gaps: Mapping[str, tuple[Finding, ...]] = MappingProxyType({}),
) -> Report:
    """Build the report of one audit.

    Args:
        pairs: Every passage of both articles in exactly one of them.
        outcomes: One for each pair that has both sides, already validated.
        gaps: Pair id -> what makes it matter that this passage has no counterpart.
    """
    by_id = {outcome.pair.id: outcome for outcome in outcomes}
    seen: Counter[str] = Counter()
    audited = []
    for pair in pairs:
        print_ = fingerprint(pair)
        seen[print_] += 1
        unique = print_ if seen[print_] == 1 else f"{print_}-{seen[print_]}"
        audited.append(
            _audited(pair, by_id.get(pair.id), gaps.get(pair.id, ()), unique, source, republished, policy)
        )
    counts = Counter(pair.label for pair in audited)
    return Report(
        schema_version=SCHEMA_VERSION,
        verdict=verdict_of(audited),
        tool=tool,
        source=_info(source),
        republished=_info(republished),
        pairs=tuple(audited),
        counts={label.value: counts[label] for label in Label},
        usage=usage,
        notes=tuple(notes),
    )


def fingerprint(pair: Pair) -> str:
    """Return 16 hexadecimal digits that name what is compared, whoever judges it and wherever it stands.

    White space, case and the style of quotation marks do not count, so that a reflowed file keeps its
    fingerprints; a changed word does.
    """
    sides = (" ".join(_plain(passage.text) for passage in side) for side in (pair.source, pair.republished))
    return hashlib.sha256("\x1f".join(sides).encode()).hexdigest()[:16]


_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'"})


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).translate(_QUOTES).casefold().split())


def _audited(
    pair: Pair,
    outcome: Outcome | None,
    gap: tuple[Finding, ...],
    print_: str,
    source: Article,
    republished: Article,
    policy: Policy,
) -> AuditedPair:
    label, reason = label_of(pair, outcome)
    findings = gap
    confidence = p_consistent = None
    judged_by = "pairing"
    if outcome is not None:
        judged_by = outcome.judged_by
        if not isinstance(outcome, Undetermined):
            findings, confidence, p_consistent = outcome.findings, outcome.confidence, outcome.p_consistent
    severity = policy.severity(label, findings, pair)
    return AuditedPair(
        id=pair.id,
        fingerprint=print_,
        label=label,
        confidence=_rounded(confidence),
        p_consistent=_rounded(p_consistent),
        severity=severity,
        fails=policy.fails(
            label,
            confidence=confidence,
            judged_by=judged_by,
            severity=severity,
            kinds=(finding.kind for finding in findings),
        ),
        judged_by=judged_by,
        moved=pair.moved,
        reason=reason,
        source=tuple(place(source, passage) for passage in pair.source),
        republished=tuple(place(republished, passage) for passage in pair.republished),
        findings=tuple(
            Evidence(
                kind=finding.kind,
                explanation=finding.explanation,
                source=_quote(source, finding.source),
                republished=_quote(republished, finding.republished),
            )
            for finding in findings
        ),
    )


def label_of(pair: Pair, outcome: Outcome | None) -> tuple[Label, str | None]:
    """Return the label of a pair with this outcome, and why it was ignored or is undetermined."""
    furniture = next((p.furniture for p in (*pair.republished, *pair.source) if p.furniture), None)
    if furniture:
        return Label.IGNORED, furniture
    if not pair.source:
        return Label.UNSUPPORTED, None
    if not pair.republished:
        return Label.OMITTED, None
    if outcome is None or isinstance(outcome, Undetermined):
        reason = "missing" if outcome is None else f"{outcome.reason}: {outcome.detail}".removesuffix(": ")
        return Label.UNDETERMINED, reason
    return outcome.label, None


def verdict_of(pairs: Sequence[AuditedPair]) -> ReportVerdict:
    """Return what pairs come to as a whole."""
    if any(pair.fails for pair in pairs):
        return "fail"
    compared = [pair for pair in pairs if pair.source and pair.republished]
    if not compared or any(pair.label is Label.UNDETERMINED and not pair.accepted for pair in compared):
        return "undetermined"
    return "pass"


def run_of(reports: Sequence[Report], notes: Sequence[str] = ()) -> Run:
    """Put reports together; the whole is as bad as its worst part."""
    verdicts = {report.verdict for report in reports}
    worst: tuple[ReportVerdict, ...] = ("fail", "undetermined", "pass")
    verdict: ReportVerdict = next((verdict for verdict in worst if verdict in verdicts), "pass")
    return Run(schema_version=SCHEMA_VERSION, verdict=verdict, reports=tuple(reports), notes=tuple(notes))


def _info(article: Article) -> ArticleInfo:
    return ArticleInfo(name=article.name, sha256=article.sha256, characters=len(article.raw))


def place(article: Article, passage: Passage) -> Place:
    """Lead a passage back to its file."""
    start, end = article.in_file(passage.start, passage.end)
    line, column = article.position(start)
    end_line, end_column = article.position(end)
    return Place(
        text=passage.text,
        start=start,
        end=end,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
    )


def _quote(article: Article, span: Span | None) -> Quote | None:
    if span is None:
        return None
    start, end = article.in_file(span.start, span.end)
    line, column = article.position(start)
    end_line, end_column = article.position(end)
    return Quote(
        quote=article.raw[start:end],
        start=start,
        end=end,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
    )


def _rounded(share: float | None) -> float | None:
    # Four digits are more than any judge knows, and they are the same on every machine.
    return None if share is None else round(share, 4)
