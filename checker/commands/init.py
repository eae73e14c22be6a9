"""`checker init`: a configuration and a workflow, after three questions at most."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.errors import UsageError

if TYPE_CHECKING:
    from checker.config import PairRule
    from checker.starter.files import Platform


def init(
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing: take what is suggested.")] = False,
    republished: Annotated[
        str | None,
        typer.Option("--republished", metavar="PATTERN", help="The copies, such as content/{name}.md."),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="PATTERN", help="Their sources, such as upstream/{name}.md."),
    ] = None,
    source_key: Annotated[
        str | None,
        typer.Option(
            "--source-key", metavar="KEY", help="Instead: the key in their front matter that names it."
        ),
    ] = None,
    ci: Annotated[
        str | None,
        typer.Option("--ci", metavar="github|gitlab|none", help="Who runs the check on every change."),
    ] = None,
    package: Annotated[
        str | None,
        typer.Option(
            "--package",
            metavar="WHAT",
            help="What pip installs checker from in the job (default: where this one came from).",
        ),
    ] = None,
) -> None:
    """Write checker.toml and a workflow that compares every change. Files that are there stay as they are."""
    from checker.config import FILE
    from checker.starter.beginning import branch_of, put, refuse_another_beginning
    from checker.starter.files import configuration, for_platform
    from checker.starter.origin import Origin, origin

    root = Path()
    given = _platform(ci)
    refuse_another_beginning(root)
    if not yes and not sys.stdin.isatty():
        raise UsageError("There is nobody to ask.", hint="Add --yes to take what is suggested.")
    rules = _rules(root, republished, source, source_key, ask=not yes)
    platform = given or _asked_platform(root, ask=not yes)
    whence = origin() if package is None else Origin(package=package)
    texts = [(FILE, configuration(rules)), *for_platform(platform, whence, branch=branch_of(root))]
    written, kept = put(root, texts)
    for line in _told(written, kept, rules, knows_package=bool(whence.package)):
        _say(line, err=False)


def _say(text: str, *, err: bool = True) -> None:
    """Print a line; names of files are the repository's, and may hold anything."""
    from checker.reports.style import inert, printable

    typer.echo(inert(printable(text)), err=err)


def _platform(name: str | None) -> "Platform | None":
    from checker.starter.files import Platform

    if name is None:
        return None
    try:
        return Platform(name)
    except ValueError:
        raise UsageError(f"--ci: there is no {name!r}.", hint=f"Choose from {', '.join(Platform)}.") from None


def _asked_platform(root: Path, *, ask: bool) -> "Platform":
    from checker.starter.beginning import platform_of

    suggestion = platform_of(root)
    while ask:
        answer = typer.prompt(
            "Who runs the check: github, gitlab or none?", default=suggestion.value, err=True
        )
        try:
            return _platform(str(answer).strip().lower()) or suggestion
        except UsageError as error:
            _say(f"{error} {error.hint}")
    return suggestion


def _rules(
    root: Path, republished: str | None, source: str | None, source_key: str | None, *, ask: bool
) -> "Sequence[PairRule]":
    """Take the rules from the options, or suggest them and ask."""
    from checker.errors import CheckerError
    from checker.starter.suggestion import suggested

    if republished is not None or source is not None or source_key is not None:
        return [_checked(root, republished, source, source_key)]
    found = suggested(root)
    if not ask:
        return found
    first = found[0] if found else None
    for rule in found:
        _say(f"Found: {_spoken(rule)}")
    if found and typer.confirm("Compare these?", default=True, err=True):
        return found
    while True:
        typer.echo("{name} stands for the same name on both sides, * for any, ** for any folders.", err=True)
        copies = typer.prompt(
            "The copies", default=first.republished if first else "content/{name}.md", err=True
        )
        where = typer.prompt(
            "Their sources (a pattern, or key:NAME for a key in the copies' front matter)",
            default="upstream/{name}.md",
            err=True,
        )
        key = where.removeprefix("key:").strip() if where.startswith("key:") else None
        try:
            return [_checked(root, copies.strip(), None if key else where.strip(), key)]
        except CheckerError as error:
            _say(f"{error}. {error.hint}")


def _checked(root: Path, republished: str | None, source: str | None, source_key: str | None) -> "PairRule":
    """Return a rule that finds something.

    Raises:
        CheckerError: It does not, or it says only half of what it should.
    """
    from checker.ci.listing import listed
    from checker.config import PairRule, Place
    from checker.reading import DEFAULT_LIMIT_BYTES

    if not republished or (source is None) == (source_key is None):
        raise UsageError(
            "A rule needs --republished, and either --source or --source-key.", hint="Give both, or neither."
        )
    rule = PairRule(republished=republished, source=source or None, source_key=source_key or None)
    listed([rule], Place(name="checker.toml", folder=root), limit_bytes=DEFAULT_LIMIT_BYTES)
    return rule


def _spoken(rule: "PairRule") -> str:
    where = (
        rule.source if rule.source is not None else f"what {rule.source_key!r} in their front matter names"
    )
    return f"{rule.republished} from {where}"


def _told(
    written: Sequence[str], kept: Sequence[str], rules: "Sequence[PairRule]", *, knows_package: bool
) -> Iterator[str]:
    from checker.starter.files import GITLAB, GITLAB_INCLUDE, GITLAB_JOB

    yield from (f"wrote  {name}" for name in written)
    yield from (f"kept   {name}" for name in kept)
    yield from (f"pairs  {_spoken(rule)}" for rule in rules)
    if not rules:
        yield "todo   Say in checker.toml what is compared: nothing was found that looks like copies and sources."
    if GITLAB in kept:
        yield f"todo   Add to {GITLAB}: {' '.join(GITLAB_INCLUDE.split())}"
    job = next((name for name in written if name == GITLAB_JOB or name.startswith(".github/")), None)
    if job and not knows_package:
        yield f"todo   Fill in CHECKER_PACKAGE in {job}: where this program came from, a job cannot get it."
    yield "next   checker ci compares everything now, checker doctor looks over what is set."
