"""Writes the reports of many audits, and the summary of a step on GitHub."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import OutputError, UsageError
from checker.output import Target, write

if TYPE_CHECKING:
    from checker.domain import Report, Run

_SUMMARY = "GITHUB_STEP_SUMMARY"


def refuse_many_pages(targets: Sequence[Target]) -> None:
    """Refuse what cannot be written, before the work begins.

    Raises:
        UsageError: The HTML report of many copies, which is many pages, is to go to standard output.
    """
    if any(target.format == "html" and target.path is None for target in targets):
        raise UsageError(
            "The HTML report of many copies is many pages.",
            hint="Give the first a file: -f html:report.html.",
        )


def write_run(run: "Run", targets: Sequence[Target], *, in_color: bool, verbose: bool) -> None:
    """Write the reports of many audits: one document for all, but for HTML an index and a page for each."""
    from checker.reports import render_run

    for target in targets:
        if target.format == "html" and target.path is not None:
            _write_pages(run, target.path)
            continue
        text = render_run(
            run,
            target.format,
            color=in_color and target.path is None,
            verbose=verbose,
            interactive=target.path is None and sys.stdout.isatty(),
        )
        write(target, text)
    summarize(run, targets)


def _write_pages(run: "Run", index: Path) -> None:
    from checker.reports import encodable
    from checker.reports.html import render_pages

    folder = index.parent / f"{index.stem}-pages"
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(str(folder), error.strerror or str(error)) from error
    for name, page in render_pages(run, folder.name):
        write(Target(format="html", path=index.parent / name if name else index), encodable(page))


def summarize(found: "Report | Run", targets: Sequence[Target]) -> None:
    """Append the Markdown report to the summary of the GitHub step, where annotations go to the runner.

    Raises:
        OutputError: It cannot be written.
    """
    path = os.environ.get(_SUMMARY)
    annotates = any(target.format == "github" and target.path is None for target in targets)
    if not path or not annotates or any(target.path == Path(path) for target in targets):
        return
    from checker.domain import Run
    from checker.reports import encodable
    from checker.reports.markdown import MOST_BYTES, render, render_run

    try:
        # The whole summary has one limit, and an earlier command of the step may have begun it.
        room = max(MOST_BYTES - (Path(path).stat().st_size if Path(path).exists() else 0), 0)
        text = render_run(found, most=room) if isinstance(found, Run) else render(found, most=room)
        with Path(path).open("ab") as file:
            file.write(encodable(text + "\n").encode())
    except OSError as error:
        raise OutputError(path, error.strerror or str(error)) from error
