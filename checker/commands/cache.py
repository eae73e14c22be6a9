"""`checker cache info|clear`: the verdicts of language models that are remembered."""

from pathlib import Path
from typing import Annotated

import typer

from checker.commands.options import Config

cache = typer.Typer(
    name="cache",
    help="Look at the verdicts of language models that are remembered, or forget them.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

File = Annotated[
    Path | None, typer.Option("--cache", metavar="FILE", help="Another file than the usual one.")
]


def _path(file: Path | None, config: str | None) -> Path:
    from checker.config import load
    from checker.store import store_path

    return store_path(load({"cache": file}, file=config).path("cache"))


@cache.command()
def info(file: File = None, config: Config = None) -> None:
    """Say where the file is, how large, and what it holds."""
    from checker.store import Store

    path = _path(file, config)
    if not path.exists():
        typer.echo(f"file             {path} (not there yet)")
        return
    with Store(path) as store:
        found = store.contents()
    typer.echo(f"file             {found.path}")
    typer.echo(f"size             {found.size:,} bytes")
    typer.echo(f"verdicts         {found.verdicts:,}")
    typer.echo(f"unfinished runs  {found.unfinished:,}")


@cache.command()
def clear(file: File = None, config: Config = None) -> None:
    """Forget all verdicts and all unfinished runs."""
    from checker.store import clear as remove

    path = _path(file, config)
    typer.echo(f"removed {path}" if remove(path) else f"nothing to remove: {path} is not there")
