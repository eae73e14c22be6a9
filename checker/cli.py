"""The command line: the program as a whole; each command has a file in `commands/`."""

import sys
import traceback
from collections.abc import Sequence
from typing import Annotated

import typer

from checker import __version__
from checker.commands.audit import audit
from checker.commands.batch import batch
from checker.commands.cache import cache
from checker.commands.ci import ci
from checker.commands.doctor import doctor
from checker.commands.explain import explain
from checker.commands.init import init
from checker.commands.judge import judge
from checker.commands.pair import pair
from checker.commands.prompts import prompts
from checker.commands.report import report
from checker.commands.selftest import selftest
from checker.commands.waive import waive
from checker.errors import CheckerError
from checker.exits import Exit

app = typer.Typer(
    help="Tell whether a republished text still says what its source says.",
    invoke_without_command=True,
    # Plain help and one-line errors: they are read by scripts and in logs, and start twice as fast.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


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
    except typer.Abort:  # Ctrl-C or the end of the input at a question
        return _fail("interrupted", Exit.INTERRUPTED)
    except Exception:  # a bug must not exit 1, which means findings
        traceback.print_exc()
        return Exit.BUG


def _fail(message: str, code: Exit) -> int:
    from checker.reports.style import one_plain_line

    if line := one_plain_line(message):
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


for command in (audit, ci, waive, pair, judge, report, explain, init, doctor, selftest):
    app.command()(command)
app.add_typer(batch)
app.add_typer(cache)
app.add_typer(prompts)
