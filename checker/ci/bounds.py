"""Keeps what is compared inside the repository: a text that a stranger sends in must not get another file shown.

A link in the repository, or a path in a copy's front matter, comes with the texts, while the configuration is the
user's own: where that says `../upstream/a.md`, it is meant.
"""

import os
from pathlib import Path


def root_of(folder: Path) -> Path:
    """Return the repository that a folder is in, or the folder itself where there is none."""
    here = folder.resolve()
    return next((path for path in (here, *here.parents) if (path / ".git").exists()), here)


def is_outside(path: Path, root: Path) -> bool:
    """Tell whether a path, with its links followed, leads out of the repository."""
    return not path.resolve().is_relative_to(root)


def is_led_outside(path: Path, root: Path) -> bool:
    """Tell whether a path that is written as one in the repository leads out of it by a link."""
    written = Path(os.path.abspath(path))  # noqa: PTH100 - the links must not be followed here
    return written.is_relative_to(root) and is_outside(path, root)
