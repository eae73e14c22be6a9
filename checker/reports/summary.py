"""What many reports come to, in words."""

from collections import Counter
from collections.abc import Sequence

from checker.domain import Report, Run


def summary(run: Run) -> str:
    """Return one line: how many copies there are, and what became of them."""
    verdicts = Counter(report.verdict for report in run.reports)
    total = len(run.reports)
    parts = []
    if number := verdicts["fail"]:
        parts.append(f"{number:,} {'fails' if number == 1 else 'fail'}")
    if number := verdicts["undetermined"]:
        parts.append(f"{number:,} undetermined")
    if number := verdicts["pass"]:
        parts.append(f"{number:,} {'passes' if number == 1 else 'pass'}")
    return f"{total:,} {'copy' if total == 1 else 'copies'}: {', '.join(parts) or 'nothing was compared'}"


def accepted_in(reports: Sequence[Report]) -> list[str]:
    """Return a line that counts what waivers and the baseline keep from failing, if there is anything."""
    by: Counter[str] = Counter(
        pair.accepted.by for report in reports for pair in report.pairs if pair.accepted
    )
    parts = [f"{by[kind]:,} {words}" for kind, words in _ACCEPTED.items() if by[kind]]
    return [f"Accepted, so that they fail nothing: {', '.join(parts)}"] if parts else []


_ACCEPTED = {"waiver": "waived", "baseline": "in the baseline"}
