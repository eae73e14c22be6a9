"""Patterns of paths: `content/{name}.md` from `upstream/{name}.md`.

`*` stands for anything within a folder's or file's name, `**` for any folders, `{name}` for what `*` does and is
remembered, `{name:path}` for that across folders. Brackets and question marks stand for themselves.
"""

import re
from collections.abc import Iterator, Mapping
from glob import escape, iglob
from pathlib import Path

_HOLE = re.compile(r"\{(\w+)(:path)?\}|(\*\*/?)|(\*)|([^*{}]+)|(.)", re.DOTALL)
_NAME = re.compile(r"\{(\w+)(?::path)?\}")


class PatternError(ValueError):
    """A pattern cannot be understood."""


def found(pattern: str, folder: Path) -> Iterator[tuple[Path, Mapping[str, str]]]:
    """Find the files that a pattern matches, in order, each with what its names stand for.

    Args:
        folder: Where a relative pattern begins.

    Raises:
        PatternError: It has a single brace, or a name that is none.
    """
    search, expression = _translated(pattern)
    root = None if Path(pattern).is_absolute() else str(folder)
    for path in sorted(iglob(search, root_dir=root, recursive=True)):  # noqa: PTH207  # Path.glob reads no `..` and raises on absolute ones
        if (match := expression.fullmatch(Path(path).as_posix())) and (folder / path).is_file():
            yield folder / path, match.groupdict()


def filled(pattern: str, values: Mapping[str, str]) -> str:
    """Put the values of its names into a pattern."""
    return _NAME.sub(lambda match: values[match[1]], pattern)


def names(pattern: str) -> set[str]:
    """Return the names in a pattern."""
    return set(_NAME.findall(pattern))


def _translated(pattern: str) -> tuple[str, re.Pattern[str]]:
    """Return what to search for, and what to read the names out of."""
    if "\0" in pattern:
        raise PatternError("it holds a character that no path can hold")
    search, expression, seen = "", "", set()
    for name, across, folders, star, text, other in _HOLE.findall(Path(pattern).as_posix()):
        if name:
            if not name.isidentifier():
                raise PatternError(f"{name!r} is no name: it begins with a digit")
            search += "**/*" if across else "*"
            inner = "[^/]+(?:/[^/]+)*" if across else "[^/]+"
            expression += f"(?P={name})" if name in seen else f"(?P<{name}>{inner})"
            seen.add(name)
        elif folders:
            search, expression = search + folders, expression + ("(?:[^/]+/)*" if folders == "**/" else ".*")
        elif star:
            search, expression = search + star, expression + "[^/]*"
        elif text:
            search, expression = search + escape(text), expression + re.escape(text)
        else:
            raise PatternError(f"{other!r} stands alone")
    return search, re.compile(expression)
