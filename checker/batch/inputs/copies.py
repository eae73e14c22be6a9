"""Files: copies in a folder or by a pattern, each with its source, or names of files in the rows of a corpus."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from checker.batch.entries import Entry, digest_of, entry_of, site_of
from checker.batch.inputs import Corpus
from checker.ci.listing import shown
from checker.ci.pattern import PatternError, filled, found, names
from checker.errors import InputError, UsageError
from checker.judging import Texts
from checker.reading import DEFAULT_LIMIT_BYTES
from checker.reading.files import load


def mapped(copies: str, sources: str) -> Corpus:
    """List copies with the sources that they have the same names as.

    Raises:
        CheckerError: A pattern cannot be understood, or matches nothing.
    """
    if Path(copies).is_dir():
        if not Path(sources).is_dir():
            raise UsageError(
                f"{copies} is a folder, {sources} is none.", hint="Give two folders, or two patterns."
            )
        copies, sources = f"{copies}/{{name:path}}", f"{sources}/{{name:path}}"
    if unknown := sorted(names(sources) - names(copies)):
        raise UsageError(
            f"--source has {{{unknown[0]}}}, which PAIRS has not.", hint=f"Write {{{unknown[0]}}} in both."
        )
    try:
        listed = [
            (shown(path), shown(Path(filled(sources, values)))) for path, values in found(copies, Path())
        ]
    except PatternError as error:
        raise UsageError(f"{copies!r}: {error}.", hint="Write {name}.") from error
    if not listed:
        raise InputError(copies, "matches no file", hint="Paths count from the current folder.")
    shared = _shared([copy for copy, _ in listed])
    return Corpus(
        rows=len(listed),
        read=lambda: (
            _with_contents(entry_of(Texts(copy, source, copy, site=site_of(copy[shared:])), number))
            for number, (copy, source) in enumerate(listed, start=1)
        ),
    )


def named(entries: Iterator[Entry], folder: Path) -> Iterator[Entry]:
    """Take the texts of entries as names of files, which count from `folder`."""
    for entry in entries:
        if entry.problem:
            yield entry
            continue
        source, republished = (
            name if "://" in name else str(folder / name) for name in (entry.source, entry.republished)
        )
        yield _with_contents(
            replace(
                entry,
                source=source,
                republished=republished,
                site=entry.site or site_of(entry.republished),
            )
        )


def _with_contents(entry: Entry) -> Entry:
    """Know an entry by what its files hold, or say that they cannot be read."""
    for name in (entry.source, entry.republished):
        if "://" in name:
            return replace(
                entry, problem=f"{name}: is an address", source="", republished="", texts=b"", files=True
            )
    try:
        contents = [load(name, limit_bytes=DEFAULT_LIMIT_BYTES) for name in (entry.source, entry.republished)]
    except InputError as error:
        return replace(entry, problem=str(error), source="", republished="", texts=b"", files=True)
    kinds = (Path(name).suffix.encode() for name in (entry.source, entry.republished))
    source, republished = (kind + b"\0" + content for kind, content in zip(kinds, contents, strict=True))
    return replace(entry, texts=digest_of(source, republished), files=True)


def _shared(paths: list[str]) -> int:
    """Return the length of the folders that all paths begin with."""
    first, last = min(paths), max(paths)
    length = 0
    for at, (one, other) in enumerate(zip(first, last, strict=False)):
        if one != other:
            break
        if one == "/":
            length = at + 1
    return length
