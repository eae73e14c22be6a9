"""Short ways to build reports for tests."""

from typing import TypedDict

from checker.domain import (
    ArticleInfo,
    AuditedPair,
    Evidence,
    Kind,
    Label,
    Place,
    Quote,
    Report,
    Severity,
)


class Sides(TypedDict):
    """The passages of a pair, as arguments of `audited`."""

    source: tuple[Place, ...]
    republished: tuple[Place, ...]


def place(text: str, *, start: int = 0, line: int = 1) -> Place:
    """A passage that stands in one line of its file, as it is."""
    return Place(
        text=text,
        start=start,
        end=start + len(text),
        line=line,
        column=1,
        end_line=line,
        end_column=len(text) + 1,
    )


def quote(text: str, *, at: Place) -> Quote:
    """Words of that passage."""
    inner = at.text.index(text)
    return Quote(
        quote=text,
        start=at.start + inner,
        end=at.start + inner + len(text),
        line=at.line,
        column=at.column + inner,
        end_line=at.line,
        end_column=at.column + inner + len(text),
    )


def finding(
    kind: Kind = Kind.NUMBER,
    explanation: str = "seven became nine",
    *,
    source: Quote | None = None,
    republished: Quote | None = None,
) -> Evidence:
    """A finding."""
    return Evidence(kind=kind, explanation=explanation, source=source, republished=republished)


def audited(
    label: Label = Label.CONSISTENT,
    *findings: Evidence,
    id_: str = "p1",
    source: tuple[Place, ...] = (),
    republished: tuple[Place, ...] = (),
    severity: Severity | None = None,
    confidence: float | None = None,
    fails: bool = False,
    reason: str | None = None,
    fingerprint: str = "",
) -> AuditedPair:
    """A pair of a report."""
    return AuditedPair(
        id=id_,
        fingerprint=fingerprint or f"print-{id_}",
        label=label,
        confidence=confidence,
        p_consistent=None,
        severity=severity,
        fails=fails,
        judged_by="rules@1",
        moved=False,
        reason=reason,
        source=source,
        republished=republished,
        findings=findings,
    )


def report_of(
    *pairs: AuditedPair,
    source: str = "source.md",
    republished: str = "copy.md",
    notes: tuple[str, ...] = (),
) -> Report:
    """A report of these pairs, its verdict and counts worked out."""
    labels = [pair.label for pair in pairs]
    fails = any(pair.fails for pair in pairs)
    unknown = Label.UNDETERMINED in labels or not any(p.source and p.republished for p in pairs)
    return Report(
        schema_version=1,
        verdict="fail" if fails else "undetermined" if unknown else "pass",
        tool={"name": "checker"},
        source=ArticleInfo(name=source, sha256="0" * 64, characters=100),
        republished=ArticleInfo(name=republished, sha256="1" * 64, characters=100),
        pairs=pairs,
        counts={label.value: labels.count(label) for label in Label},
        usage={"seconds": 0.25},
        notes=notes,
    )


def gaps() -> list[AuditedPair]:
    """Seven additions: a minor one, one with two findings, the rest with one."""
    norway = finding(Kind.NAME, "“Norway” stands nowhere.")
    year = finding(Kind.DATE, "“1874” stands nowhere.")
    return [
        audited(
            Label.UNSUPPORTED,
            *([norway, year] if number == 4 else [norway]),
            id_=f"p{number}",
            severity=Severity.MINOR if number == 3 else Severity.MAJOR,
            republished=(place("new", line=number),),
        )
        for number in range(1, 8)
    ]


def every_label(words: str = "nine ships sank") -> Report:
    """One pair of each label; the contradictory one fails, the distorted one is to review."""
    there, here = place("seven ships sank", line=3), place(words, line=5)
    both = Sides(source=(there,), republished=(here,))
    numbers = finding(
        explanation=f"seven became {words}",
        source=quote("seven", at=there),
        republished=quote(words, at=here),
    )
    name = finding(Kind.NAME, f"The copy names {words}", republished=quote(words, at=here))
    return report_of(
        audited(
            Label.CONTRADICTORY,
            numbers,
            numbers,
            id_="p1",
            severity=Severity.CRITICAL,
            confidence=0.95,
            fails=True,
            **both,
        ),
        audited(Label.DISTORTED, name, id_="p2", severity=Severity.MAJOR, confidence=0.5, **both),
        audited(Label.UNDETERMINED, id_="p3", reason=f"refusal: {words}", **both),
        audited(Label.UNSUPPORTED, id_="p4", severity=Severity.MINOR, republished=(here,)),
        audited(Label.OMITTED, id_="p5", severity=Severity.MINOR, source=(there,)),
        audited(Label.IGNORED, id_="p6", reason="menu", republished=(here,)),
        audited(Label.CONSISTENT, id_="p7", **both),
        source=words,
        republished=words,
        notes=(words,),
    )
