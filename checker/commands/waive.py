"""`checker waive ID --reason ... --until ...`: accept a finding for a time."""

from typing import Annotated

import typer

from checker.commands.options import Config, Waivers


def waive(
    ids: Annotated[
        list[str], typer.Argument(metavar="ID...", help="The ids of findings, as reports give them.")
    ],
    reason: Annotated[str, typer.Option("--reason", help="Why the text may stay as it is.")],
    until: Annotated[
        str,
        typer.Option("--until", metavar="DATE", help="The last day on which this holds, such as 2027-01-31."),
    ],
    author: Annotated[
        str | None, typer.Option("--author", help="Who decides this (default: git's user.name).")
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Put the new waiver in the place of one that still holds.")
    ] = False,
    waivers: Waivers = None,
    config: Config = None,
) -> None:
    """Accept findings as they are until a day: checker ci and audit then let them pass.

    A waiver counts for the two passages as they are: a changed word ends it, a moved line does not.
    """
    from pathlib import Path

    from checker import clock
    from checker.config import load
    from checker.waivers import decided, save
    from checker.waivers import load as load_waivers

    path = load({"waivers": waivers}, file=config).path("waivers") or Path()
    new = decided(
        ids,
        reason=reason,
        author=_user() if author is None else author,
        until=until,
        today=clock.today(),
        existing=load_waivers(path) if path.exists() else {},
        replace=replace,
    )
    save(path, new)
    for waiver in new:
        typer.echo(f"{waiver.fingerprint} is waived until {waiver.until.isoformat()} ({path})")


def _user() -> str:
    """Return what git calls the user, or else the system; nothing if neither knows."""
    import getpass
    import subprocess

    try:
        done = subprocess.run(["git", "config", "user.name"], capture_output=True, check=False)  # noqa: S607
        if name := done.stdout.decode(errors="replace").strip():
            return name
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
