"""`checker batch PAIRS -o OUT`: a corpus of ready-made pairs, in a run that can be resumed."""

from pathlib import Path
from typing import Annotated

import typer

from checker.commands.options import Config, JudgeOption, Language
from checker.exits import Exit


def batch(
    pairs: Annotated[Path, typer.Argument(metavar="PAIRS", help="A JSONL file of ready-made pairs.")],
    out: Annotated[Path, typer.Option("--output", "-o", metavar="OUT", help="The JSONL file to write.")],
    judge: JudgeOption = None,
    language: Language = None,
    jobs: Annotated[int, typer.Option("--jobs", min=1, help="How many processes.")] = 1,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a run that broke off.")] = False,
    max_failures: Annotated[
        int | None, typer.Option("--max-failures", min=0, help="Stop when more rows than this fail.")
    ] = None,
    config: Config = None,
) -> None:
    """Judge a corpus; exit 3 if a row could not be judged. What failed, and why, is in OUT.run."""
    from checker.batch.run import run
    from checker.config import load
    from checker.errors import UsageError
    from checker.wiring import runs_here

    settings = load({"judge": judge, "language": language}, file=config).settings
    if not runs_here(settings.judge):
        raise UsageError("batch asks no language model yet.", hint="Use checker judge --judge llm.")
    state = run(
        pairs,
        out,
        judge=settings.judge,
        language=settings.language,
        jobs=jobs,
        resume=resume,
        most_failures=max_failures,
    )
    counts = ", ".join(f"{count:,} {label}" for label, count in sorted((state.labels or {}).items()))
    typer.echo(f"checker: {counts or 'nothing judged'}; {state.failed:,} failed", err=True)
    raise typer.Exit(Exit.UNDETERMINED if state.failed else Exit.OK)
