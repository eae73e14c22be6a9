"""`checker report RUN.json`: an earlier JSON report in another format."""

from typing import Annotated

import typer

from checker.commands.options import Color, Formats, Verbose, colored, write_all


def report(
    run: Annotated[str, typer.Argument(metavar="RUN.json", help="A report made with -f json, or -.")],
    formats: Formats = None,
    verbose: Verbose = False,
    color: Color = "auto",
) -> None:
    """Render the JSON report of an earlier audit or ci in other formats; exit 0 whatever its verdict was."""
    from checker.commands.writing import refuse_many_pages, write_run
    from checker.domain import Run
    from checker.output import parse_targets
    from checker.reading.files import load as load_bytes
    from checker.reports import FORMATS
    from checker.reports.load import load_any
    from checker.settled import MAX_REPORT_BYTES

    targets = parse_targets(formats or [], formats=FORMATS)
    in_color = colored(color)
    found = load_any(run, load_bytes(run, limit_bytes=MAX_REPORT_BYTES))
    if isinstance(found, Run):
        refuse_many_pages(targets)
        write_run(found, targets, in_color=in_color, verbose=verbose)
    else:
        write_all(found, targets, in_color=in_color, verbose=verbose)
