"""What changed since a commit, as git knows it."""

import subprocess
from pathlib import Path

from checker.errors import UsageError

_DEEPEN = "Fetch the history: git fetch --unshallow, or fetch-depth: 0 with actions/checkout."


class Changes:
    """The files of a repository that differ from a commit, whether committed or not."""

    def __init__(self, paths: frozenset[Path]) -> None:
        self._paths = paths

    def has(self, path: str | Path) -> bool:
        """Tell whether a file changed, or a folder around it that git knows as one thing: a submodule."""
        whole = Path(path).resolve()
        return any(part in self._paths for part in (whole, *whole.parents))


def changes_since(ref: str) -> Changes:
    """Compare the working tree with the commit where the current branch left `ref`.

    Raises:
        UsageError: This is no git repository, git does not know the commit, or its history is cut off here.
    """
    if ref.startswith("-"):
        raise UsageError(f"--changed-since: {ref!r} is no commit", hint="Give a branch, a tag or a commit.")
    top = _git("rev-parse", "--show-toplevel")
    if top.returncode:
        raise _failed(top)
    shallow = _git("rev-parse", "--is-shallow-repository").stdout == b"true\n"
    if _git("rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}").returncode:
        if shallow:
            raise UsageError(f"--changed-since: {ref!r} is not in this shallow clone", hint=_DEEPEN)
        raise UsageError(
            f"--changed-since: git knows no commit {ref!r}",
            hint=f"Check the name, or: git fetch origin {ref}",
        )
    base = _git("merge-base", ref, "HEAD")
    if base.returncode and shallow:
        raise UsageError(
            f"--changed-since: this shallow clone does not reach back to where the branch left {ref!r}",
            hint=_DEEPEN,
        )
    # Histories without a common commit are compared as they are.
    start = ref if base.returncode else base.stdout.decode().strip()
    listings = (
        ("diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", start, "--"),
        ("ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", ":/"),
    )
    root = Path(_text(top.stdout.removesuffix(b"\n")))
    paths: set[Path] = set()
    for listing in listings:
        done = _git(*listing)
        if done.returncode:
            raise _failed(done)
        paths.update((root / _text(name)).resolve() for name in done.stdout.split(b"\0") if name)
    return Changes(frozenset(paths))


def _text(name: bytes) -> str:
    return name.decode(errors="surrogateescape")


def _git(*arguments: str) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(["git", *arguments], capture_output=True, check=False)  # noqa: S603, S607
    except FileNotFoundError as error:
        raise UsageError("--changed-since: git is not installed", hint="Install it.") from error


def _failed(done: "subprocess.CompletedProcess[bytes]") -> UsageError:
    said = _text(done.stderr).strip().partition("\n")[0]
    return UsageError(f"--changed-since: {said}", hint="Run it in a git repository, or leave the option out.")
