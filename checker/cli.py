"""The command line: maps arguments, calls one function, prints, exits."""

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker import __version__
from checker.errors import CheckerError, UsageError
from checker.exits import Exit
from checker.wiring import DEFAULT_JUDGE, JudgeName

if TYPE_CHECKING:
    from checker.domain import Article, Report
    from checker.output import Target

app = typer.Typer(
    help="Tell whether a republished text still says what its source says.",
    invoke_without_command=True,
    # Plain help and one-line errors: they are read by scripts and in logs, and start twice as fast.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

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

_MAX_BYTES = 50_000_000
_MAX_REPORT_BYTES = 500_000_000


def main() -> None:
    """Run the program and exit: 0-3 as documented, 130 when interrupted, 70 with a traceback for a bug."""
    sys.exit(run())


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program on the given arguments, or on those of the process, and return its exit code."""
    try:
        code = int(app(arguments, standalone_mode=False) or 0)
        # typer turns Ctrl-C into this code without a word.
        return _fail("interrupted", Exit.INTERRUPTED) if code == Exit.INTERRUPTED else code
    except CheckerError as error:
        return _fail(f"{str(error).removesuffix('.')}. {error.hint}", error.exit)
    except typer.TyperException as error:
        return _fail(error.format_message(), Exit.USAGE)
    except Exception:  # a bug must not exit 1, which means findings
        traceback.print_exc()
        return Exit.BUG


def _fail(message: str, code: Exit) -> int:
    line = " ".join(message.split())
    if line:
        sys.stderr.write(f"checker: {line}\n")
    return code


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"checker {__version__}")
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Options that stand before every command."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(Exit.USAGE)


@app.command()
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
    max_bytes: MaxBytes = _MAX_BYTES,
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
    articles = _read_both(source, republished, language=language, max_bytes=max_bytes)
    report = run_audit(*articles, judge=build_judge(judge), policy=policy)
    _write_all(report, targets, in_color=in_color, verbose=verbose)
    code = {"pass": Exit.OK, "fail": Exit.FINDINGS, "undetermined": Exit.UNDETERMINED}[report.verdict]
    raise typer.Exit(code)


@app.command()
def pair(
    source: SourceName,
    republished: CopyName,
    formats: PairFormats = None,
    language: Language = "en",
    max_bytes: MaxBytes = _MAX_BYTES,
) -> None:
    """Show which passages of two texts correspond, without judging them."""
    from checker.output import parse_targets, write
    from checker.pipeline import run_pairing
    from checker.reports.pairing import FORMATS, render

    targets = parse_targets(formats or [], formats=FORMATS)
    articles = _read_both(source, republished, language=language, max_bytes=max_bytes)
    pairs = run_pairing(*articles)
    for target in targets:
        write(target, render(*articles, pairs, target.format))


@app.command()
def judge(
    pairs: Annotated[str, typer.Argument(metavar="PAIRS", help="A JSONL file of ready-made pairs, or -.")],
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", "-f", metavar="jsonl[:PATH]", help="The only format is jsonl."),
    ] = None,
    judge: JudgeOption = DEFAULT_JUDGE,
    language: Language = "en",
) -> None:
    """Judge ready-made pairs: a line {"id","source","republished"} in, a line with its label out."""
    from checker.judging import judge_lines, open_lines
    from checker.output import line_writer, parse_targets
    from checker.wiring import build_judge

    [target] = parse_targets(formats or [], formats=("jsonl",))
    undetermined = False
    with open_lines(pairs) as lines, line_writer(target) as emit:
        for row in judge_lines(lines, build_judge(judge), language=language):
            undetermined |= row["label"] == "undetermined"
            if not emit(row):
                raise typer.Exit(Exit.UNDETERMINED)
    raise typer.Exit(Exit.UNDETERMINED if undetermined else Exit.OK)


@app.command()
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
    _write_all(
        load(run, load_bytes(run, limit_bytes=_MAX_REPORT_BYTES)),
        targets,
        in_color=in_color,
        verbose=verbose,
    )


@app.command()
def explain(
    word: Annotated[
        str, typer.Argument(metavar="KIND", help="A kind of finding, such as number, or a label.")
    ],
) -> None:
    """Say what a kind of finding or a label means, with an example."""
    from checker.kinds import explain as describe

    typer.echo(describe(word), nl=False)


def _read_both(source: str, republished: str, *, language: str, max_bytes: int) -> "tuple[Article, Article]":
    from checker.reading import read

    if source == republished == "-":
        raise UsageError("Both texts cannot come from standard input.", hint="Give one of them as a file.")
    if source == republished or _same_file(source, republished):
        sys.stderr.write(f"checker: warning: {source} is compared with itself.\n")
    return (
        read(source, limit_bytes=max_bytes, language=language),
        read(republished, limit_bytes=max_bytes, language=language),
    )


def _write_all(report: "Report", targets: "Sequence[Target]", *, in_color: bool, verbose: bool) -> None:
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
