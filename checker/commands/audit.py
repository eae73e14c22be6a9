"""`checker audit SOURCE REPUBLISHED`: two texts in, report and exit code out."""

import typer

from checker.commands.llm_options import LlmOptions, show_tally, with_llm_options
from checker.commands.options import (
    AllowPrivateHosts,
    Baseline,
    Color,
    Config,
    CopyName,
    FailFrom,
    FailOn,
    FetchTimeout,
    Formats,
    JudgeOption,
    Language,
    MaxBytes,
    MinConfidence,
    ReviewOnly,
    SourceName,
    Strict,
    Verbose,
    Waivers,
    colored,
    read_both,
    warn,
    write_all,
)
from checker.exits import Exit


@with_llm_options
def audit(
    source: SourceName,
    republished: CopyName,
    formats: Formats = None,
    judge: JudgeOption = None,
    fail_on: FailOn = None,
    fail_from: FailFrom = None,
    review_only: ReviewOnly = None,
    strict: Strict = None,
    min_confidence: MinConfidence = None,
    baseline: Baseline = None,
    waivers: Waivers = None,
    verbose: Verbose = False,
    color: Color = "auto",
    language: Language = None,
    max_bytes: MaxBytes = None,
    fetch_timeout: FetchTimeout = None,
    allow_private_hosts: AllowPrivateHosts = None,
    config: Config = None,
    *,
    llm: LlmOptions,
) -> None:
    """Compare two texts; exit 0 if they agree, 1 if not, 3 if that could not be determined."""
    from checker import stopping
    from checker.config import load
    from checker.output import parse_targets
    from checker.pipeline import run_audit
    from checker.reports import FORMATS
    from checker.session import session
    from checker.settled import accepted

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
            **llm.keys,
        },
        file=config,
    )
    settings = configuration.settings
    targets = parse_targets(formats or [], formats=FORMATS)
    in_color = colored(color)
    known = accepted(configuration)
    articles = read_both(source, republished, settings)
    asking = llm.settings(configuration)
    with session(settings.judge, asking, what=("audit", *map(str, (source, republished)))) as ready:
        with stopping.heeded():
            found = run_audit(*articles, judge=ready.judge, policy=settings.policy())
        if ready.tally:
            show_tally(list(ready.tally.lines(asking.limits)))
            raise typer.Exit(Exit.OK)
        report = known.applied(found)
        write_all(report, targets, in_color=in_color, verbose=verbose)
    warn(known.warnings([report], complete=False))
    code = {"pass": Exit.OK, "fail": Exit.FINDINGS, "undetermined": Exit.UNDETERMINED}[report.verdict]
    raise typer.Exit(code)
