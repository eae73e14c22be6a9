"""Which of all comparisons are made this time."""

from collections.abc import Sequence
from pathlib import Path

from checker.ci.changed import changes_since
from checker.ci.listing import Comparison, is_address
from checker.config import Configuration


def selected(
    every: Sequence[Comparison], *, files: Sequence[str], ref: str | None, configuration: Configuration
) -> tuple[Comparison, ...]:
    """Return the comparisons that are about one of these files, and of which a side changed since `ref`.

    All are made if what decides over them changed: the configuration, the waivers or the baseline. An address
    changes unseen; its copy is compared when the copy changes.

    Raises:
        UsageError: git cannot tell what changed.
    """
    chosen = tuple(every)
    if files:
        wanted = {Path(file).resolve() for file in files}
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
