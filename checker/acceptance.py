"""Applies waivers and a baseline to a report: what somebody accepted, or what was there before, fails nothing."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from checker.aggregate import verdict_of
from checker.domain import Acceptance, AuditedPair, Label, Report
from checker.waivers import Waiver

_LISTED = frozenset(Label) - {Label.CONSISTENT, Label.IGNORED, Label.UNDETERMINED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What is accepted, by the fingerprints of pairs."""

    today: date
    waivers: Mapping[str, Waiver] = field(default_factory=dict)
    baseline: Collection[str] = ()
    """Fingerprints of the findings that an earlier report lists."""

    def applied(self, report: Report) -> Report:
        """Return the report with accepted pairs marked, its verdict worked out anew."""
        pairs = tuple(self._pair(pair) for pair in report.pairs)
        if pairs == report.pairs:
            return report
        return replace(report, pairs=pairs, verdict=verdict_of(pairs))

    def _pair(self, pair: AuditedPair) -> AuditedPair:
        open_ = pair.fails or pair.label is Label.UNDETERMINED
        waiver = self.waivers.get(pair.fingerprint)
        if open_ and waiver and waiver.holds(self.today):
            return replace(
                pair,
                fails=False,
                accepted=Acceptance(
                    by="waiver", reason=waiver.reason, author=waiver.author, until=waiver.until.isoformat()
                ),
            )
        # What could not be judged is no finding: that it could not be judged before, either, settles nothing.
        if pair.fails and pair.fingerprint in self.baseline:
            known = Acceptance(by="baseline", reason="an earlier report lists it")
            return replace(pair, fails=False, accepted=known)
        return pair

    def warnings(self, reports: Iterable[Report], *, complete: bool) -> Iterator[str]:
        """Say which waivers have expired, and which are about nothing that is still there.

        Args:
            complete: Whether the reports are all that the waivers can be about.
        """
        present = {pair.fingerprint for report in reports for pair in report.pairs}
        for waiver in self.waivers.values():
            if complete and waiver.fingerprint not in present:
                yield (
                    f"The waiver of {waiver.fingerprint} is stale: no passage has this fingerprint any more. "
                    f"Delete it (“{waiver.reason}”, {waiver.author})."
                )
            elif not waiver.holds(self.today) and (complete or waiver.fingerprint in present):
                yield (
                    f"The waiver of {waiver.fingerprint} expired on {waiver.until.isoformat()}: correct the text, "
                    f"or renew it with checker waive (“{waiver.reason}”, {waiver.author})."
                )


def listed_in(reports: Iterable[Report]) -> frozenset[str]:
    """Return the fingerprints of all findings that reports list, whether they failed or were to review."""
    return frozenset(pair.fingerprint for report in reports for pair in report.pairs if pair.label in _LISTED)
