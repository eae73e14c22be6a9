"""`checker report RUN.json`: an earlier JSON report in another format."""

from typing import Annotated

import typer

from checker.commands.options import Color, Formats, Verbose, colored, write_all

_MAX_REPORT_BYTES = 500_000_000


def report(
    run: Annotated[str, typer.Argument(metavar="RUN.json", help="A report made with -f json, or -.")],
    formats: Formats = None,
    verbose: Verbose = False,
    color: Color = "auto",
) -> None:
    """Render an earlier JSON report in other formats; exit 0 whatever its verdict was."""
    from checker.output import parse_targets
    from checker.reading.files import load as load_bytes
    from checker.reports import FORMATS
    from checker.reports.load import load

    targets = parse_targets(formats or [], formats=FORMATS)
    in_color = colored(color)
    write_all(
        load(run, load_bytes(run, limit_bytes=_MAX_REPORT_BYTES)),
        targets,
        in_color=in_color,
        verbose=verbose,
    )
