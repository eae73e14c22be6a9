"""`checker audit SOURCE REPUBLISHED`: two texts in, report and exit code out."""

from typing import Annotated

import typer

from checker.commands.llm_options import with_llm_options
from checker.commands.options import (
    MAX_BYTES,
    Color,
    CopyName,
    Formats,
    JudgeOption,
    Language,
    MaxBytes,
    SourceName,
    Verbose,
    colored,
    read_both,
    write_all,
)
from checker.exits import Exit
from checker.llm.settings import LlmSettings
from checker.wiring import DEFAULT_JUDGE


@with_llm_options
def audit(
    source: SourceName,
    republished: CopyName,
    formats: Formats = None,
    judge: JudgeOption = DEFAULT_JUDGE,
    fail_on: Annotated[
        str,
        typer.Option(
            "--fail-on",
            help="What fails: distorted (and contradictory), contradictory, unsupported, omitted, never; "
            "several with commas.",
        ),
    ] = "distorted",
    strict: Annotated[bool, typer.Option("--strict", help="Pairs to review fail, too.")] = False,
    verbose: Verbose = False,
    color: Color = "auto",
    language: Language = "en",
    max_bytes: MaxBytes = MAX_BYTES,
    *,
    llm: LlmSettings,
) -> None:
    """Compare two texts; exit 0 if they agree, 1 if not, 3 if that could not be determined."""
    from checker.output import parse_targets
    from checker.pipeline import run_audit
    from checker.policy import Policy, parse_fail_on
    from checker.reports import FORMATS
    from checker.wiring import build_judge

    targets = parse_targets(formats or [], formats=FORMATS)
    policy = Policy(fail_on=parse_fail_on(fail_on), strict=strict)
    in_color = colored(color)
    articles = read_both(source, republished, language=language, max_bytes=max_bytes)
    report = run_audit(*articles, judge=build_judge(judge, llm), policy=policy)
    write_all(report, targets, in_color=in_color, verbose=verbose)
    code = {"pass": Exit.OK, "fail": Exit.FINDINGS, "undetermined": Exit.UNDETERMINED}[report.verdict]
    raise typer.Exit(code)
