"""`checker doctor`: what is configured, where that was said, and whether everything works."""

import platform
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import typer

from checker.commands.llm_options import LlmOptions, with_llm_options
from checker.commands.options import Config, JudgeOption

if TYPE_CHECKING:
    from checker.doctor import Check, Setting


@with_llm_options
def doctor(judge: JudgeOption = None, config: Config = None, *, llm: LlmOptions) -> None:
    """Show the settings in effect and where each came from, and check everything that an audit needs.

    A language model is asked only if the judge is one, as with --judge llm. Exit 2 if the configuration or a file is
    broken, 3 if the language model does not answer.
    """
    from checker import __version__
    from checker.doctor import examine, exit_of, settings_of

    configuration, checks = examine({"judge": judge, **llm.keys}, file=config)
    typer.echo(
        f"checker {__version__}, Python {platform.python_version()}, {platform.platform(terse=True)}\n"
    )
    if configuration is not None:
        typer.echo("\n".join(_table(list(settings_of(configuration)))) + "\n")
    typer.echo("\n".join(_lines(checks)))
    raise typer.Exit(exit_of(checks))


def _table(settings: "Sequence[Setting]") -> Iterator[str]:
    wide = max(len(setting.key) for setting in settings)
    for setting in settings:
        yield f"{setting.key:{wide}}  {_plain(setting.value)}  ({_plain(setting.place)})"


def _lines(checks: "Sequence[Check]") -> Iterator[str]:
    wide = max(len(check.name) for check in checks)
    for check in checks:
        yield f"{check.state:4}  {check.name:{wide}}  {_plain(check.says)}"


def _plain(text: str) -> str:
    """Keep what a server or a file says from steering the terminal."""
    return "".join(character if character.isprintable() else "�" for character in text)
