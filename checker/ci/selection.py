"""Which of all comparisons are made this time."""

from collections.abc import Sequence
from pathlib import Path

from checker.ci.changed import changes_since
from checker.ci.listing import Comparison, is_address
from checker.config import Configuration
from checker.errors import InputError


def selected(
    every: Sequence[Comparison], *, files: Sequence[str], ref: str | None, configuration: Configuration
) -> tuple[Comparison, ...]:
    """Return the comparisons that are about one of these files, and of which a side changed since `ref`.

    All are made if what decides over them changed: the configuration, the waivers or the baseline. An address
    changes unseen; its copy is compared when the copy changes.

    Raises:
        InputError: One of the files is not there, and no copy's source, either.
        UsageError: git cannot tell what changed.
    """
    chosen = tuple(every)
    if files:
        wanted = {Path(file).resolve(): file for file in files}
        known = {Path(side).resolve() for comparison in every for side in _paths(comparison)}
        for path, file in wanted.items():
            if path not in known and not path.exists():
                raise InputError(file, "no such file", hint="Check the path.")
        chosen = tuple(c for c in chosen if any(Path(side).resolve() in wanted for side in _paths(c)))
    if ref is None:
        return chosen
    changes = changes_since(ref)
    rules = (*configuration.files, configuration.path("waivers"), configuration.path("baseline"))
    if any(path is not None and changes.has(path) for path in rules):
        return chosen
    return tuple(c for c in chosen if any(changes.has(side) for side in _paths(c)))


def _paths(comparison: Comparison) -> list[str]:
    return [side for side in (comparison.republished, comparison.source) if not is_address(side)]
