"""Where this program was installed from, so that a job can install the same."""

import json
import re
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from checker.starter import git

_SSH = re.compile(r"(?:ssh://)?git@(?P<host>[^:/]+)[:/](?P<path>.+)")
_ON_GITHUB = re.compile(r"https://github\.com/(?P<repository>[\w.-]+/[\w.-]+?)(?:\.git)?/?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """How others get this program; empty where that is not known."""

    package: str = ""
    """What pip installs it from."""
    action: str = ""
    """What `uses:` names in a workflow on GitHub."""


def origin() -> Origin:
    """Find out from what the installer has written down: a repository, a file, a folder or an index."""
    try:
        installed = metadata.distribution("checker")
    except metadata.PackageNotFoundError:
        return Origin()
    written = installed.read_text("direct_url.json")
    if written is None:
        return Origin(package=f"checker=={installed.version}")
    return origin_of(json.loads(written))


def origin_of(written: dict[str, Any]) -> Origin:
    """Read a `direct_url.json`, as the packaging standards describe it."""
    url = str(written.get("url", ""))
    match written:
        case {"vcs_info": {"vcs": "git", "commit_id": str(commit)}}:
            return _at(url, commit)
        case {"dir_info": _}:
            folder = unquote(urlsplit(url).path)
            return _at(_git(folder, "remote", "get-url", "origin"), _git(folder, "rev-parse", "HEAD"))
        case _:
            return Origin(package=_public(url))


def _at(url: str, commit: str) -> Origin:
    if known := _SSH.fullmatch(url):
        url = f"https://{known['host']}/{known['path']}"
    url = _public(url)
    if not url or not commit:
        return Origin()
    on_github = _ON_GITHUB.fullmatch(url)
    return Origin(
        package=f"git+{url}@{commit}", action=f"{on_github['repository']}@{commit}" if on_github else ""
    )


def _public(url: str) -> str:
    """Return an address on the web without what may be secret in it; nothing for an address on this machine."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"}:
        return ""
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()


def _git(folder: str, *arguments: str) -> str:
    # A repository around the folder would be another project.
    return git.answer(folder, *arguments) if (Path(folder) / ".git").exists() else ""
