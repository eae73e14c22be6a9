"""`checker batch summary RUN`: what a run found, and what changed since another one."""

from pathlib import Path
from typing import Annotated

import typer

Run = Annotated[Path, typer.Argument(metavar="RUN", help="The folder of a run, OUT.run.")]


def summary(
    run: Run,
    against: Annotated[
        Path | None, typer.Option("--against", metavar="RUN", help="An earlier run to compare with.")
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", "-f", metavar="FORMAT[:PATH]", help="terminal, json or html; repeatable."),
    ] = None,
    worst: Annotated[
        int, typer.Option("--worst", min=0, help="How many of the worst pairs are listed.")
    ] = 20,
) -> None:
    """Count what a run found by label, kind and site, list the worst pairs, and say what changed."""
    from checker.batch.figures import FORMATS, render
    from checker.batch.summary import summarized
    from checker.output import parse_targets, write
    from checker.reports import encodable

    targets = parse_targets(formats or [], formats=FORMATS)
    found = summarized(run, worst=worst, against=against)
    for target in targets:
        write(target, encodable(render(found, target.format)))
