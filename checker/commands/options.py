"""Options that several commands share, and what all of them do with files and standard output."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.domain import Severity
from checker.errors import UsageError
from checker.wiring import JudgeName

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.config import Settings
    from checker.domain import Article, Report
    from checker.output import Target


def _formats(incomplete: str) -> list[str]:
    """Complete the name of a format for the shell."""
    from checker.reports import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete)]


SourceName = Annotated[
    str, typer.Argument(metavar="SOURCE", help="The source: a path, a URL, or - for standard input.")
]
CopyName = Annotated[
    str, typer.Argument(metavar="REPUBLISHED", help="The republished text: a path, a URL, or -.")
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT[:PATH]",
        help="terminal, json, jsonl, sarif, junit, github, gitlab, markdown or html, to a file if PATH is given; "
        "repeatable.",
        autocompletion=_formats,
    ),
]
PairFormats = Annotated[
    list[str] | None,
    typer.Option(
        "--format", "-f", metavar="FORMAT[:PATH]", help="terminal, json or svg, to a file if PATH is given."
    ),
]
ExplainPair = Annotated[
    str | None,
    typer.Option(
        "--explain", metavar="ID", help="Why the passages of this pair were paired, and the next candidates."
    ),
]
# An option that is not given is None: what counts then is what the configuration says.
JudgeOption = Annotated[
    JudgeName | None, typer.Option("--judge", help="Who judges the pairs (default: embedded).")
]
FailOn = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        help="What fails: distorted (and contradictory), contradictory, unsupported, omitted, never; "
        "several with commas (default: distorted).",
    ),
]
FailFrom = Annotated[
    Severity | None,
    typer.Option("--fail-from", help="How grave a flagged pair must be to fail (default: minor)."),
]
ReviewOnly = Annotated[
    str | None,
    typer.Option("--review-only", metavar="KINDS", help="Kinds of findings that fail nothing; with commas."),
]
Strict = Annotated[bool | None, typer.Option("--strict/--no-strict", help="Pairs to review fail, too.")]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        min=0,
        max=1,
        help="How sure a flag must be to fail, in place of the judge's own gate (docs/calibration.md).",
    ),
]
MaxBytes = Annotated[
    int | None,
    typer.Option("--max-bytes", min=1, help="Refuse larger files and pages (default: 50,000,000)."),
]
Language = Annotated[
    str | None,
    typer.Option(
        "--language",
        metavar="CODE",
        help="Language of both texts, for splitting sentences (default: auto, found out for each).",
    ),
]
FetchTimeout = Annotated[
    float | None,
    typer.Option(
        "--fetch-timeout", min=0.1, metavar="SECONDS", help="Time for fetching a URL (default: 30)."
    ),
]
AllowPrivateHosts = Annotated[
    bool | None,
    typer.Option(
        "--allow-private-hosts/--no-allow-private-hosts",
        help="Also fetch URLs from this machine and its network; without it only public hosts are asked.",
    ),
]
Baseline = Annotated[
    str | None,
    typer.Option(
        "--baseline", metavar="RUN.json", help="An earlier JSON report: what it lists fails nothing."
    ),
]
Waivers = Annotated[
    str | None,
    typer.Option(
        "--waivers", metavar="FILE", help="Findings that are accepted (default: checker.waivers.toml)."
    ),
]
Config = Annotated[
    str | None,
    typer.Option("--config", metavar="FILE", help="Read this instead of checker.toml and pyproject.toml."),
]
Color = Annotated[
    str, typer.Option("--color", metavar="auto|always|never", help="When to colour the report.")
]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Also list what is consistent, added or left out.")
]


def read_both(source: str, republished: str, settings: "Settings") -> "tuple[Article, Article]":
    if source == republished == "-":
        raise UsageError("Both texts cannot come from standard input.", hint="Give one of them as a file.")
    if source == republished or _same_file(source, republished):
        warn([f"{source} is compared with itself."])
    return read_one(source, settings), read_one(republished, settings)


def read_one(name: str, settings: "Settings") -> "Article":
    from checker.reading import read

    return read(
        name,
        limit_bytes=settings.max_bytes,
        language=settings.language,
        seconds=settings.fetch_timeout,
        allow_private_hosts=settings.allow_private_hosts,
    )


def write_all(report: "Report", targets: "Sequence[Target]", *, in_color: bool, verbose: bool) -> None:
    from checker.commands.writing import summarize
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
    summarize(report, targets)


def warn(messages: "Iterable[str]") -> None:
    from checker.reports.style import one_plain_line

    for message in messages:
        sys.stderr.write(f"checker: warning: {one_plain_line(message)}\n")


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
