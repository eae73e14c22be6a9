"""The HTML report for editors: one file, no network, and nothing that the articles hold is ever executed.

Every text from outside passes through jinja2's automatic escaping. The policy in the page's head allows the
page's own style and script by their digests and nothing else: no other script, picture, font, form or
address.
"""

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from checker.domain import Label, Report, Run
from checker.kinds import KINDS
from checker.reports.page.digest import entries, headline, lists, name_of, overall, standfirst
from checker.reports.page.ribbons import BAR, WIDTH, draw
from checker.reports.page.rows import folded, rows
from checker.reports.page.text import counted, fit, ranges
from checker.reports.page.wording import WORDS


def render(report: Report) -> str:
    """Return the report as one HTML page."""
    shown = rows(report.pairs)
    return page(
        "report",
        report=report,
        headline=headline(report),
        standfirst=standfirst(report),
        source=name_of(report.source),
        copy=name_of(report.republished),
        language=_language(report),
        groups=folded(shown),
        rows=shown,
        lists=lists(shown),
        map=draw(report.pairs),
        map_width=WIDTH,
        bar_width=BAR,
        kinds={f.kind.value: KINDS[f.kind][0] for pair in report.pairs for f in pair.findings},
        present=[label for label in WORDS if report.counts.get(label)],
    )


def render_index(reports: Mapping[str, Report]) -> str:
    """Return a page that lists many reports, the worst first.

    Args:
        reports: Path of each report's own page, relative to the index -> the report.
    """
    every = list(reports.values())
    verdicts = [report.verdict for report in every]
    return page(
        "index",
        headline=overall(every),
        # The dot keeps a path that looks like an address, such as "javascript:...", a path.
        entries=entries({"./" + quote(fit(path)): report for path, report in reports.items()}),
        counts={verdict: verdicts.count(verdict) for verdict in ("fail", "undetermined", "pass")},
        columns=[label for label in WORDS if label not in {Label.CONSISTENT, Label.IGNORED}],
    )


def render_pages(run: Run, folder: str) -> Iterator[tuple[str, str]]:
    """Yield the pages of many reports: their paths, relative to the index, and the index itself under no name.

    Args:
        folder: Where the pages stand, beside the index.
    """
    names: dict[str, Report] = {}
    taken: set[str] = set()
    for report in run.reports:
        stem = (
            re.sub(r"[^\w.-]+", "-", fit(report.republished.name)).strip("-.")[-_NAME_CHARACTERS:] or "copy"
        )
        name, number = stem, 1
        while name.casefold() in taken:  # some file systems know no capitals
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.casefold())
        names[f"{folder}/{name}.html"] = report
    for path, report in names.items():
        yield path, render(report)
    yield "", render_index(names)


_NAME_CHARACTERS = 120
"""The longest that a page's name gets of its copy's: file systems have limits."""
_LANGUAGE = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def _language(report: Report) -> str | None:
    """Return the language of the texts, if the report tells it."""
    language = report.tool.get("language")
    return language if isinstance(language, str) and _LANGUAGE.fullmatch(language) else None


def page(name: str, *, script: str = "", **view: object) -> str:
    """Fill the template of that name.

    Args:
        script: Another script than the one of the template's name.
    """
    environment = _environment()
    style, code = _own("page.css"), _own(f"{script or name}.js")
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_digest(style)}'",
            f"script-src '{_digest(code)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    text = environment.get_template(f"{name}.html").render(
        # Templates take these two as they are: they are the project's own files.
        style=Markup(style),  # noqa: S704
        script=Markup(code),  # noqa: S704
        policy=policy,
        **view,
    )
    return text.rstrip() + "\n"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("checker.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(fit=fit, counted=counted, ranges=ranges)
    environment.globals.update(WORDS=WORDS, Label=Label)
    return environment


@cache
def _own(name: str) -> str:
    """Return one of the project's own files, with the line breaks over which a browser takes the digest."""
    text = files("checker.reports").joinpath("templates", name).read_text(encoding="utf-8")
    return "\n".join(text.splitlines())


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
