"""Audits many pairs of files, several at a time, and returns their reports in the order asked for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from checker import stopping
from checker.ci.listing import Comparison
from checker.domain import SCHEMA_VERSION, Article, ArticleInfo, Label, Report
from checker.errors import CheckerError
from checker.exits import Exit
from checker.policy import Policy
from checker.ports import Judge
from checker.processes import ProcessError, available_cores, shared_out
from checker.wiring import build_judge

_WORTH_A_PROCESS = 16
"""Audits for which another process pays: it takes 0.7 s to start, an audit by rules 0.04 s.

The embedded judge reads on all cores anyway; the processes share out the seventh of its work that is not reading.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Audits:
    """How each pair of files is audited, by a judge that computes here or by one that is given for each."""

    judge: str
    policy: Policy = field(default_factory=Policy)
    read: Callable[[str], Article]
    """Reads a path or an address."""

    def report(self, comparison: Comparison, judge: Judge) -> Report:
        """Audit one pair; one that cannot be read gives a report that says so and is undetermined."""
        from checker.pipeline import run_audit

        if stopping.asked():
            return unreached(comparison, stopping.STOPPED)
        try:
            if comparison.problem:
                return unread(comparison, comparison.problem)
            source, republished = self.read(comparison.source), self.read(comparison.republished)
            return run_audit(source, republished, judge=judge, policy=self.policy)
        except CheckerError as error:
            if (
                error.exit is Exit.UNDETERMINED
            ):  # no further audit can succeed: the key is refused, nobody answers
                raise
            return unread(comparison, f"{str(error).removesuffix('.')}. {error.hint}".strip())


_UNREACHED = "Not compared: "


def unreached(comparison: Comparison, why: str) -> Report:
    """Return the report of two texts that nothing is wrong with, but that were not got to."""
    return unread(comparison, _UNREACHED + why)


def was_unread(report: Report) -> bool:
    """Tell whether one of the two texts could not be read."""
    return not report.pairs and not any(note.startswith(_UNREACHED) for note in report.notes)


def unread(comparison: Comparison, problem: str) -> Report:
    """Return the report of two texts that could not be compared."""
    return Report(
        schema_version=SCHEMA_VERSION,
        verdict="undetermined",
        tool={"name": "checker"},
        source=ArticleInfo(name=comparison.source, sha256="", characters=0),
        republished=ArticleInfo(name=comparison.republished, sha256="", characters=0),
        pairs=(),
        counts={label.value: 0 for label in Label},
        usage={"seconds": 0},
        notes=(problem,),
    )


def run(
    comparisons: Sequence[Comparison], audits: Audits, *, jobs: int, done: Callable[[int], None]
) -> tuple[Report, ...]:
    """Audit all; reports come in the order of the comparisons, however many run at a time.

    Args:
        jobs: How many processes; 0 for as many as there are cores and work for.
        done: Told after each audit how many there are.
    """
    workers = min(jobs or _processes_for(len(comparisons)), len(comparisons))
    reports = []
    for report in (
        _one_by_one(comparisons, audits) if workers <= 1 else _at_once(comparisons, audits, workers)
    ):
        reports.append(report)
        done(len(reports))
    return tuple(reports)


def _processes_for(audits: int) -> int:
    return max(1, min(available_cores(), audits // _WORTH_A_PROCESS))


def _one_by_one(comparisons: Sequence[Comparison], audits: Audits) -> Iterator[Report]:
    judge = build_judge(audits.judge)
    for comparison in comparisons:
        yield audits.report(comparison, judge)


def _at_once(comparisons: Sequence[Comparison], audits: Audits, workers: int) -> Iterator[Report]:
    done = 0
    try:
        for report in shared_out(comparisons, _report, jobs=workers, begin=_begin, arguments=(audits,)):
            yield report
            done += 1
    except ProcessError as error:
        build_judge(audits.judge)  # says why, if no process could begin
        why = stopping.STOPPED if stopping.asked() else f"{error} {error.hint}"
        yield from (unreached(comparison, why) for comparison in comparisons[done:])


_worker: tuple[Audits, Judge]
"""What a process needs for every audit, built once."""


def _begin(audits: Audits) -> None:
    global _worker  # noqa: PLW0603  # the pool gives no other way to keep something between calls
    stopping.heed_always()
    _worker = audits, build_judge(audits.judge)


def _report(comparison: Comparison) -> Report:
    audits, judge = _worker
    return audits.report(comparison, judge)
