"""`checker ci`: every copy that the configuration lists, compared with its source."""

from contextlib import ExitStack
from functools import partial
from typing import Annotated

import typer

from checker.commands.llm_options import LlmOptions, show_tally, with_llm_options
from checker.commands.options import (
    AllowPrivateHosts,
    Baseline,
    Color,
    Config,
    FailFrom,
    FailOn,
    FetchTimeout,
    Formats,
    JudgeOption,
    Language,
    MaxBytes,
    MinConfidence,
    ReviewOnly,
    Strict,
    Waivers,
    colored,
    read_one,
    warn,
)
from checker.exits import Exit


@with_llm_options
def ci(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE]...", help="Only what is about these files, copies or sources."),
    ] = None,
    formats: Formats = None,
    judge: JudgeOption = None,
    fail_on: FailOn = None,
    fail_from: FailFrom = None,
    review_only: ReviewOnly = None,
    strict: Strict = None,
    min_confidence: MinConfidence = None,
    baseline: Baseline = None,
    waivers: Waivers = None,
    changed_since: Annotated[
        str | None,
        typer.Option("--changed-since", metavar="REF", help="Only what changed since the branch left REF."),
    ] = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Also give the copies that pass, and what is to review.")
    ] = False,
    color: Color = "auto",
    language: Language = None,
    max_bytes: MaxBytes = None,
    fetch_timeout: FetchTimeout = None,
    allow_private_hosts: AllowPrivateHosts = None,
    config: Config = None,
    *,
    llm: LlmOptions,
) -> None:
    """Compare every copy that the configuration lists with its source; exit 1 if one fails.

    A copy that cannot be read makes the exit code 2, one that cannot be judged 3.
    """
    from checker import stopping
    from checker.aggregate import run_of
    from checker.ci.listing import listed
    from checker.ci.run import Audits, was_unread
    from checker.ci.run import run as audit_all
    from checker.ci.selection import selected
    from checker.commands.writing import refuse_many_pages, write_run
    from checker.config import load
    from checker.output import parse_targets
    from checker.processes import tell_all_to_stop
    from checker.progress import counter
    from checker.reports import FORMATS
    from checker.session import session
    from checker.settled import accepted
    from checker.wiring import runs_here

    configuration = load(
        {
            "judge": judge,
            "fail_on": fail_on,
            "fail_from": fail_from,
            "review_only": review_only,
            "strict": strict,
            "min_confidence": min_confidence,
            "baseline": baseline,
            "waivers": waivers,
            "language": language,
            "max_bytes": max_bytes,
            "fetch_timeout": fetch_timeout,
            "allow_private_hosts": allow_private_hosts,
            "format": formats or None,
            **llm.keys,
        },
        file=config,
    )
    settings = configuration.settings
    targets = parse_targets(configuration.formats, formats=FORMATS)
    refuse_many_pages(targets)
    in_color = colored(color)
    known = accepted(configuration)
    every = listed(settings.pairs, configuration.origins["pairs"], limit_bytes=settings.max_bytes)
    chosen = selected(every, files=files or (), ref=changed_since, configuration=configuration)
    audits = Audits(
        judge=settings.judge,
        policy=settings.policy(),
        read=partial(read_one, settings=settings),
    )
    asking = llm.settings(configuration)
    inputs = ("ci", *(name for each in chosen for name in (each.source, each.republished)))
    with ExitStack() as until_written:
        if runs_here(settings.judge) and not asking.dry_run:
            with counter(0 if settings.quiet else len(chosen)) as done, stopping.heeded(tell_all_to_stop):
                found = audit_all(chosen, audits, jobs=settings.jobs, done=done)
        else:  # such a judge waits for others and has its own ways to ask many at once
            ready = until_written.enter_context(session(settings.judge, asking, what=inputs))
            with stopping.heeded():
                found = tuple(audits.report(each, ready.judge) for each in chosen)
            if ready.tally:
                show_tally(list(ready.tally.lines(asking.limits)))
                raise typer.Exit(Exit.OK)
        reports = [known.applied(report) for report in found]
        empty = [report for report in reports if not report.pairs]
        unread = [report for report in empty if was_unread(report)]
        complete = len(chosen) == len(every) and not empty
        notes = list(known.warnings(reports, complete=complete))
        if not chosen:
            notes.append(f"Nothing to compare: none of the {len(every):,} copies is concerned.")
        run = run_of(reports, notes)
        write_run(run, targets, in_color=in_color, verbose=verbose)
    if not any(target.path is None and target.format in _FOR_PEOPLE for target in targets):
        warn([*(note for report in empty for note in report.notes), *notes])
    raise typer.Exit(Exit.USAGE if unread else _EXITS[run.verdict])


_EXITS = {"pass": Exit.OK, "fail": Exit.FINDINGS, "undetermined": Exit.UNDETERMINED}
_FOR_PEOPLE = frozenset({"terminal", "markdown"})
"""Formats that say on standard output what would otherwise go to standard error."""
