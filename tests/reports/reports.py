"""Reports made by hand, for the tests of what is made of a report."""

from collections import Counter
from collections.abc import Sequence

from checker.domain import (
    ArticleInfo,
    AuditedPair,
    Evidence,
    Kind,
    Label,
    Place,
    Report,
    Severity,
)
from tests.reports import build


def place(text: str, line: int = 1) -> Place:
    """A passage that stands in its file as it is, 1,000 characters further on for each line."""
    return build.place(text, start=line * 1000, line=line)


def pair(
    label: Label,
    source: Sequence[Place] = (),
    republished: Sequence[Place] = (),
    *,
    words: Sequence[tuple[str | None, str | None]] = (),
    number: int = 1,
    fails: bool = False,
    moved: bool = False,
    confidence: float | None = None,
    severity: Severity | None = None,
    reason: str | None = None,
    explanation: str = "these words differ",
    judged_by: str = "rules@1",
    fingerprint: str | None = None,
) -> AuditedPair:
    """A pair whose findings name `words` in the first passage of each side."""
    return AuditedPair(
        id=f"p{number}",
        fingerprint=f"{number:016x}" if fingerprint is None else fingerprint,
        label=label,
        confidence=confidence,
        p_consistent=None,
        severity=severity,
        fails=fails,
        judged_by=judged_by,
        moved=moved,
        reason=reason,
        source=tuple(source),
        republished=tuple(republished),
        findings=tuple(
            Evidence(
                kind=Kind.NUMBER,
                explanation=explanation,
                source=None if left is None else build.quote(left, at=source[0]),
                republished=None if right is None else build.quote(right, at=republished[0]),
            )
            for left, right in words
        ),
    )


def report(
    pairs: Sequence[AuditedPair],
    *,
    source: str = "source.md",
    republished: str = "copy.md",
    notes: Sequence[str] = ("Sees numbers only.",),
    tool: dict[str, object] | None = None,
) -> Report:
    """A report of these pairs; it fails if one of them does."""
    counts = Counter(p.label for p in pairs)
    fails = any(p.fails for p in pairs)
    return Report(
        schema_version=1,
        verdict="fail" if fails else "undetermined" if counts[Label.UNDETERMINED] else "pass",
        tool={"name": "checker", "judge": "rules@1", "prompt": None} if tool is None else tool,
        source=ArticleInfo(name=source, sha256="0" * 64, characters=100),
        republished=ArticleInfo(name=republished, sha256="1" * 64, characters=90),
        pairs=tuple(pairs),
        counts={label.value: counts[label] for label in Label},
        usage={"model_calls": 0, "seconds": 0.1},
        notes=tuple(notes),
    )


def every_label() -> Report:
    """A report that has each label once or more, a moved pair, and furniture on both sides."""
    ships, copy = place("Seven ships sank off the cape.", 1), place("Nine ships sank off the cape.", 1)
    calm, quiet = place("The sea was calm.", 4), place("The sea was quiet, he said.", 3)
    return report(
        [
            pair(
                Label.CONTRADICTORY,
                [ships],
                [copy],
                words=[("Seven", "Nine")],
                number=1,
                fails=True,
                confidence=0.93,
                severity=Severity.CRITICAL,
                explanation="“Seven” became “Nine”.",
            ),
            pair(
                Label.DISTORTED,
                [calm],
                [quiet],
                words=[("calm", "quiet"), (None, "he said")],
                number=2,
                moved=True,
                confidence=0.5,
                severity=Severity.MAJOR,
            ),
            pair(Label.CONSISTENT, [place("Nobody was hurt.", 2)], [place("No one was hurt.", 5)], number=3),
            pair(Label.UNSUPPORTED, (), [place("The sea is blue.", 6)], number=4, severity=Severity.MINOR),
            pair(Label.OMITTED, [place("It rained.", 3)], (), number=5, severity=Severity.MINOR),
            pair(
                Label.UNDETERMINED,
                [place("Ask the harbor master.", 5)],
                [place("Ask the captain.", 7)],
                number=6,
                reason="refusal: no answer",
            ),
            pair(Label.IGNORED, (), [place("Share this story", 8)], number=7, reason="share line"),
            pair(Label.IGNORED, [place("By Ann Lee", 6)], (), number=8, reason="byline"),
        ]
    )
