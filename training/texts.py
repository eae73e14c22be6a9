"""Reads the texts written for this project (`texts/*.txt`): sources with faithful and with planted rewrites.

A file holds blocks, one blank line between two of them:

    S: the source passage
    = a faithful rewrite of it or of a part of it
    ! kind: the rewrite above with one planted change, after which it says something else
    !! kind: the same, but now it cannot be true if the source is
    !~ kind: a faulty rewrite that is no small change of the one above (`!!~` likewise)
"""

import re
from collections.abc import Iterator
from pathlib import Path

from training.data import CONSISTENT, CONTRADICTORY, DISTORTED, Example, Spans, differing
from training.perturb.change import find_in

_PLANTED = re.compile(r"(!!?)(~?) ([a-z_ ]+): (.+)")
_LONGEST_CHANGE = 14
"""Words; a longer difference says that the line is no small change of the one above, whatever it claims."""


def read_texts(folder: Path) -> list[Example]:
    """All rewrites of all files of a folder, as examples of the set that each file's name begins with."""
    return [example for path in sorted(folder.glob("*.txt")) for example in read_file(path)]


def read_file(path: Path) -> Iterator[Example]:
    """The rewrites of one file.

    Raises:
        ValueError: A line is none of the five kinds, or stands before any source.
    """
    name = path.stem.rpartition("-")[0]
    for number, block in enumerate(path.read_text(encoding="utf-8").split("\n\n")):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        if not lines:
            continue
        if not lines[0].startswith("S: "):
            raise ValueError(f"{path.name}, block {number}: no source line before {lines[0][:60]!r}")
        source, faithful = lines[0][3:], ""
        for place, line in enumerate(lines[1:]):
            id_ = f"{path.stem}.{number}.{place}"
            if line.startswith("= "):
                faithful = line[2:]
                yield Example(
                    id=id_,
                    set=name,
                    source=source,
                    copy=faithful,
                    label=CONSISTENT,
                    copy_spans=(),
                    source_spans=(),
                )
                continue
            parts = _PLANTED.fullmatch(line)
            if parts is None:
                raise ValueError(f"{path.name}, block {number}: cannot read {line[:60]!r}")
            marks, loose, kind, copy = parts.groups()
            here, there = (None, None) if loose or not faithful else _spans(source, faithful, copy)
            yield Example(
                id=id_,
                set=name,
                source=source,
                copy=copy,
                label=CONTRADICTORY if marks == "!!" else DISTORTED,
                copy_spans=here,
                source_spans=there,
                kind=kind.strip().replace(" ", "_"),
            )


def _spans(source: str, faithful: str, copy: str) -> tuple[Spans | None, Spans | None]:
    """Where the planted words stand in the copy, and in the source those that they replaced."""
    here, before = differing(faithful, copy)
    if sum(len(copy[start:end].split()) for start, end in here) > _LONGEST_CHANGE:
        return None, None
    there = [span for start, end in before for span in find_in(source, faithful[start:end])]
    return here or None, tuple(sorted(there))
