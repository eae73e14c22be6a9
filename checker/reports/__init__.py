"""Renderers: one file per format, each a function from a report to text. The caller writes."""

import shutil

from checker.domain import Report

FORMATS = ("terminal", "json")
"""What `--format` takes; the first is the default."""


def render(
    report: Report, format_: str, *, color: bool = False, verbose: bool = False, interactive: bool = False
) -> str:
    """Render a report in one of `FORMATS`.

    Args:
        color: Whether the terminal format uses ANSI colours.
        verbose: Whether the terminal format lists every pair.
        interactive: Whether a person reads it in a terminal: folded to its width, closing with hints.
    """
    if format_ == "json":
        from checker.reports.json import render as render_json

        return render_json(report)
    from checker.reports.style import Style
    from checker.reports.terminal import render as render_terminal

    return render_terminal(
        report,
        style=Style(color=color),
        width=min(shutil.get_terminal_size().columns, 120) if interactive else 100,
        verbose=verbose,
        hints=interactive,
    )
