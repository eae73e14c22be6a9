"""`checker explain KIND`: what a kind of finding or a label means."""

from typing import Annotated

import typer


def explain(
    word: Annotated[
        str, typer.Argument(metavar="KIND", help="A kind of finding, such as number, or a label.")
    ],
) -> None:
    """Say what a kind of finding or a label means, with an example."""
    from checker.kinds import explain as describe

    typer.echo(describe(word), nl=False)
