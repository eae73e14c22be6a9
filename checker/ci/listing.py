"""Which copy is compared with which source: the configuration's `pairs`, worked out on the files that are there."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from checker.ci.bounds import is_led_outside, is_outside, root_of
from checker.ci.front_matter import FrontMatterError, value_of
from checker.ci.pattern import PatternError, filled, found, names
from checker.config import ConfigError, PairRule, Place
from checker.errors import InputError
from checker.reading.decode import decode
from checker.reading.files import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A copy and its source, as paths from the current folder or addresses."""

    source: str
    republished: str
    problem: str = ""
    """Why they cannot be compared, if that is known already."""


def is_address(name: str) -> bool:
    """Tell whether a text is read from the web."""
    return name.startswith(("http://", "https://"))


def listed(rules: Iterable[PairRule], place: Place, *, limit_bytes: int) -> tuple[Comparison, ...]:
    """Return what the rules list, each comparison once, in order.

    Args:
        place: Where the rules were found; their paths count from its folder.
        limit_bytes: How much of a copy is read at most to find its front matter.

    Raises:
        ConfigError: There is no rule, or one matches no file, or cannot be understood. A check of nothing is no
            check.
    """
    rules = tuple(rules)
    if not rules:
        raise ConfigError(
            "The configuration lists no pairs",
            hint="Add [[pairs]] with republished and source to checker.toml: docs/configuration.md.",
        )
    seen: dict[Comparison, None] = {}
    for number, rule in enumerate(rules, start=1):
        where = f"{place.spell('pairs')}, entry {number}"
        unknown = sorted(names(rule.source or "") - names(rule.republished))
        if unknown:
            raise ConfigError(
                f"{where}: source has {{{unknown[0]}}}, which republished has not",
                hint=f"Write {{{unknown[0]}}} in both.",
            )
        try:
            copies = list(found(rule.republished, place.folder))
        except PatternError as error:
            raise ConfigError(f"{where}: {rule.republished!r}: {error}", hint="Write {name}.") from error
        if not copies:
            raise ConfigError(
                f"{where}: {rule.republished!r} matches no file",
                hint=f"Paths count from {place.folder.resolve()}.",
            )
        here = [
            comparison
            for path, values in copies
            for comparison in _of(rule, path, values, place.folder, limit_bytes)
        ]
        if not here:
            lacking = f"the key {rule.source_key!r}" if rule.source_key else "a source"
            raise ConfigError(
                f"{where}: no file that {rule.republished!r} matches has {lacking}",
                hint="Check the spelling.",
            )
        for comparison in here:
            if comparison.source == comparison.republished:
                raise ConfigError(
                    f"{where}: {comparison.republished} would be compared with itself",
                    hint="Check source and republished.",
                )
        seen.update(dict.fromkeys(here))
    return tuple(seen)


def _of(
    rule: PairRule, path: Path, values: Mapping[str, str], folder: Path, limit_bytes: int
) -> Iterator[Comparison]:
    copy, root = shown(path), root_of(folder)
    if is_led_outside(path, root):
        yield _refused(rule, copy, "is a link that leads out of the repository")
        return
    if rule.source is not None:
        source, base = filled(rule.source, values), folder
    else:
        try:
            named = _named(copy, rule.source_key or "", limit_bytes)
        except (FrontMatterError, InputError) as error:
            yield Comparison(source=rule.source_key or "", republished=copy, problem=str(error))
            return
        if named is None:  # an article of one's own
            return
        source, base = named, path.parent
        if not is_address(source) and is_outside(base / source, root):
            yield _refused(rule, copy, f"{rule.source_key} names a file outside the repository")
            return
    if not is_address(source):
        if is_led_outside(base / source, root):
            yield _refused(rule, copy, "its source is a link that leads out of the repository")
            return
        source = shown(base / source)
    if rule.missing_source == "skip" and not is_address(source) and not Path(source).exists():
        return
    yield Comparison(source=source, republished=copy)


def _refused(rule: PairRule, copy: str, why: str) -> Comparison:
    """Leave a comparison unmade, in a way that is reported as one that could not be read."""
    return Comparison(source=rule.source or rule.source_key or "", republished=copy, problem=f"{copy}: {why}")


def _named(copy: str, key: str, limit_bytes: int) -> str | None:
    """Return the source that a copy's own front matter names."""
    return value_of(decode(copy, load(copy, limit_bytes=limit_bytes), markup=False), key)


def shown(path: Path) -> str:
    """Return a path as seen from the current folder, the way that platforms expect it in reports."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()
