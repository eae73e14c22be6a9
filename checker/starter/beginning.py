"""Looks at the repository that begins, and puts the files there."""

from collections.abc import Iterable
from pathlib import Path

from checker.config import FILE
from checker.errors import OutputError, UsageError
from checker.output import Target, write
from checker.parsing import read_toml
from checker.starter import git
from checker.starter.files import GITLAB, Platform


def refuse_another_beginning(root: Path) -> None:
    """Refuse to begin where a configuration is, and anywhere but at the root of a repository.

    Raises:
        UsageError: There is one, or this is a folder within a repository.
    """
    if (root / FILE).exists():
        raise UsageError(
            f"{FILE} is there already.", hint="Edit it, or remove it first; checker doctor looks it over."
        )
    try:
        project = read_toml((root / "pyproject.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        project = {}
    tools = project.get("tool")
    if isinstance(tools, dict) and "checker" in tools:
        raise UsageError(
            "pyproject.toml has a [tool.checker] already.", hint="Edit that; checker doctor looks it over."
        )
    top = git.answer(root, "rev-parse", "--show-toplevel")
    if top and Path(top).resolve() != root.resolve():
        raise UsageError("This is a folder within a repository.", hint=f"Run checker init at its root: {top}")


def platform_of(root: Path) -> Platform:
    """Guess who runs the checks of a repository."""
    on_gitlab = (root / GITLAB).exists() or "gitlab" in git.answer(root, "remote", "get-url", "origin")
    return Platform.GITLAB if on_gitlab and not (root / ".github").exists() else Platform.GITHUB


def branch_of(root: Path) -> str:
    """Return the default branch of a repository, as far as git knows it here."""
    main = git.answer(root, "symbolic-ref", "--short", "refs/remotes/origin/HEAD").partition("/")[2]
    return main or git.answer(root, "symbolic-ref", "--short", "HEAD") or "main"


def put(root: Path, texts: Iterable[tuple[str, str]]) -> tuple[list[str], list[str]]:
    """Write files that are not there yet; return the names of those written, and of those left as they are.

    Raises:
        OutputError: One cannot be written.
    """
    written, kept = [], []
    for name, text in texts:
        path = root / name
        if path.exists():
            kept.append(name)
            continue
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(name, error.strerror or str(error)) from error
        write(Target(format="text", path=path), text)
        written.append(name)
    return written, kept
