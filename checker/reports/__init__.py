"""Renderers: one file per format, each a function from a report to text. The caller writes."""

import shutil
from collections.abc import Callable, Mapping
from importlib import import_module

from checker.domain import Report, Run

RENDERERS: Mapping[str, str] = {
    "terminal": "checker.reports.terminal",
    "json": "checker.reports.json",
    "jsonl": "checker.reports.jsonl",
    "sarif": "checker.reports.sarif",
    "junit": "checker.reports.junit",
    "github": "checker.reports.github",
    "gitlab": "checker.reports.gitlab",
    "markdown": "checker.reports.markdown",
    "html": "checker.reports.html",
}
"""Format -> the module whose `render` makes it; imported when it is asked for."""

FORMATS = tuple(RENDERERS)
"""What `--format` takes; the first is the default."""


def render(
    report: Report, format_: str, *, color: bool = False, verbose: bool = False, interactive: bool = False
) -> str:
    """Render a report in one of `FORMATS`, as text that can be encoded.

    Args:
        color: Whether the terminal format uses ANSI colours.
        verbose: Whether the terminal format lists every pair.
        interactive: Whether a person reads it in a terminal: folded to its width, closing with hints.
    """
    if format_ == "terminal":
        return encodable(_terminal(report, color=color, verbose=verbose, interactive=interactive))
    renderer: Callable[[Report], str] = import_module(RENDERERS[format_]).render
    return encodable(renderer(report))


def render_run(
    run: Run, format_: str, *, color: bool = False, verbose: bool = False, interactive: bool = False
) -> str:
    """Render many reports as one document, in any of `FORMATS` but HTML, which is many pages.

    Args:
        color: Whether the terminal format uses ANSI colours.
        verbose: Whether formats for people also give the reports that pass.
        interactive: Whether a person reads it in a terminal: folded to its width, closing with hints.
    """
    match format_:
        case "terminal":
            return encodable(_terminal(run, color=color, verbose=verbose, interactive=interactive))
        case "markdown":
            from checker.reports.markdown import render_run as render_markdown

            return encodable(render_markdown(run, verbose=verbose))
        case "json":
            from checker.reports.json import render as render_json

            return encodable(render_json(run))
        case _:
            renderer: Callable[..., str] = import_module(RENDERERS[format_]).render
            return encodable(renderer(*run.reports))


def _terminal(found: Report | Run, *, color: bool, verbose: bool, interactive: bool) -> str:
    from checker.reports import terminal
    from checker.reports.style import Style, inert

    write: Callable[..., str] = terminal.render_run if isinstance(found, Run) else terminal.render
    text = write(
        found,
        style=Style(color=color),
        width=min(shutil.get_terminal_size().columns, 120) if interactive else 100,
        verbose=verbose,
        hints=interactive,
    )
    return inert(text)


def encodable(text: str) -> str:
    """Replace lone surrogates, which a model's answer or a file name can hold but no UTF-8 file can."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
