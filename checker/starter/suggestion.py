"""Guesses from a repository's files which are copies, and where their sources lie.

Three customs are known: a key in the copies' front matter that names the source; a folder such as `upstream/` beside
one with files of the same names; a file `source` beside `republished` or `copy`.
"""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path, PurePosixPath

from checker.ci.front_matter import FrontMatterError, value_of
from checker.ci.listing import is_address
from checker.config import PairRule
from checker.reading.kinds import SUFFIXES

KEYS = ("source_url", "source", "original_url")
"""Keys in front matter that name a source; addresses of the copy itself are none."""
SOURCE_FOLDERS = ("upstream", "sources", "source", "originals", "original", "wire")
COPIES = ("republished", "copy")
_MOST_FILES = 20_000
_HEAD = 16_384
"""Bytes of a file in which front matter is looked for."""
_FOREIGN = frozenset({"node_modules", "venv", "vendor", "dist", "build", "__pycache__"})


def suggested(root: Path) -> tuple[PairRule, ...]:
    """Return the rules of the custom that fits most files below a folder; none if no custom fits."""
    files = list(islice(_texts(root), _MOST_FILES))
    found = [*_by_front_matter(root, files), *_by_folder(files)]
    if not found:
        found = _by_name(files)
    most = max((copies for copies, _ in found), default=0)
    return tuple(rule for copies, rule in found if copies * 10 >= most)


def _texts(root: Path) -> Iterator[PurePosixPath]:
    """Walk through the files that can be articles, as paths from the root, in order."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _FOREIGN)
        here = Path(folder).relative_to(root)
        yield from (
            PurePosixPath((here / name).as_posix())
            for name in sorted(names)
            if PurePosixPath(name).suffix.lower() in SUFFIXES
        )


def _by_front_matter(root: Path, files: Sequence[PurePosixPath]) -> list[tuple[int, PairRule]]:
    named: dict[str, list[PurePosixPath]] = {}
    for file in files:
        if SUFFIXES[file.suffix.lower()] == "markdown" and (key := _key_of(root, file)):
            named.setdefault(key, []).append(file)
    return [
        (len(copies), PairRule(republished=f"{_around(copies)}**/*{copies[0].suffix}", source_key=key))
        for key, copies in named.items()
    ]


def _key_of(root: Path, file: PurePosixPath) -> str | None:
    """Return the key by which a file names its source, if it leads anywhere."""
    path = root / file
    try:
        with path.open("rb") as opened:
            head = opened.read(_HEAD).decode(errors="replace")
    except OSError:
        return None
    for key in KEYS:
        try:
            value = value_of(head, key)
        except FrontMatterError:
            continue
        if value and (is_address(value) or (path.parent / value).is_file()):
            return key
    return None


def _around(files: Sequence[PurePosixPath]) -> str:
    """Return the folder that holds all of them, with a slash; nothing for the root."""
    common = os.path.commonpath([file.parent.as_posix() for file in files]) if files else ""
    return f"{common}/" if common not in {"", "."} else ""


def _by_folder(files: Sequence[PurePosixPath]) -> list[tuple[int, PairRule]]:
    inside: dict[PurePosixPath, set[PurePosixPath]] = {}
    for file in files:
        for folder in file.parents[:-1]:
            inside.setdefault(folder, set()).add(file.relative_to(folder))
    found = []
    for sources, theirs in inside.items():
        if sources.name.lower() not in SOURCE_FOLDERS:
            continue
        for copies, own in inside.items():
            both = own & theirs
            if copies.parent == sources.parent and copies != sources and both:
                hole = "{name:path}" if any(len(file.parts) > 1 for file in both) else "{name}"
                suffix = Counter(file.suffix for file in sorted(both)).most_common(1)[0][0]
                rule = PairRule(
                    republished=f"{copies}/{hole}{suffix}",
                    source=f"{sources}/{hole.replace(':path', '')}{suffix}",
                    # Articles of one's own may stand among the copies.
                    missing_source="skip" if own - theirs else "error",
                )
                found.append((len(both), rule))
    return found


def _by_name(files: Sequence[PurePosixPath]) -> list[tuple[int, PairRule]]:
    known = set(files)
    return [
        (1, PairRule(republished=str(file), source=str(source)))
        for file in files
        if file.stem in COPIES and (source := file.with_name(f"source{file.suffix}")) in known
    ]
