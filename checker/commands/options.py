"""Options that several commands share, and what all of them do with files and standard output."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.errors import UsageError
from checker.wiring import JudgeName

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.domain import Article, Report
    from checker.output import Target

SourceName = Annotated[
    str, typer.Argument(metavar="SOURCE", help="The source: a path, or - for standard input.")
]
CopyName = Annotated[str, typer.Argument(metavar="REPUBLISHED", help="The republished text: a path, or -.")]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT[:PATH]",
        help="terminal, json, jsonl, sarif, junit, github, gitlab, markdown or html, to a file if PATH is given; "
        "repeatable.",
    ),
]
PairFormats = Annotated[
    list[str] | None,
    typer.Option(
        "--format", "-f", metavar="FORMAT[:PATH]", help="terminal or json, to a file if PATH is given."
    ),
]
JudgeOption = Annotated[JudgeName, typer.Option("--judge", help="Who judges the pairs.")]
MaxBytes = Annotated[int, typer.Option("--max-bytes", min=1, help="Refuse larger files.")]
Language = Annotated[str, typer.Option("--language", help="Language of both texts, for splitting sentences.")]
Color = Annotated[
    str, typer.Option("--color", metavar="auto|always|never", help="When to colour the report.")
]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Also list what is consistent, added or left out.")
]

MAX_BYTES = 50_000_000


def read_both(source: str, republished: str, *, language: str, max_bytes: int) -> "tuple[Article, Article]":
    from checker.reading import read

    if source == republished == "-":
        raise UsageError("Both texts cannot come from standard input.", hint="Give one of them as a file.")
    if source == republished or _same_file(source, republished):
        sys.stderr.write(f"checker: warning: {source} is compared with itself.\n")
    return (
        read(source, limit_bytes=max_bytes, language=language),
        read(republished, limit_bytes=max_bytes, language=language),
    )


def write_all(report: "Report", targets: "Sequence[Target]", *, in_color: bool, verbose: bool) -> None:
    from checker.output import write
    from checker.reports import render

    for target in targets:
        text = render(
            report,
            target.format,
            color=in_color and target.path is None,
            verbose=verbose,
            interactive=target.path is None and sys.stdout.isatty(),
        )
        write(target, text)


def _same_file(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except OSError:
        return False


def colored(choice: str) -> bool:
    match choice:
        case "always":
            return True
        case "never":
            return False
        case "auto":
            # https://no-color.org: set and not empty.
            return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        case _:
            raise UsageError(f"--color: there is no {choice!r}.", hint="Choose from auto, always, never.")
