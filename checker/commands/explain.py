"""`checker explain WORD`: what a word of a report, or an exit code, means."""

from collections.abc import Iterator
from typing import Annotated

import typer


def _beginning(incomplete: str) -> Iterator[str]:
    """Complete a word for the shell."""
    from checker.explanations import words

    return (word for word in words() if word.startswith(incomplete.lower()))


def explain(
    word: Annotated[
        str | None,
        typer.Argument(
            metavar="[KIND|LABEL|REASON|SEVERITY|EXIT CODE]",
            help="Such as number, omitted, refusal, critical, exit-codes or 3; without it, everything is listed.",
            autocompletion=_beginning,
        ),
    ] = None,
) -> None:
    """Say what a kind of finding, a label, a reason, a severity or an exit code means."""
    from checker.explanations import contents
    from checker.explanations import explain as describe

    typer.echo(contents() if word is None else describe(word), nl=False)
