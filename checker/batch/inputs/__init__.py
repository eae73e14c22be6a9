"""Corpora as they come: one file per kind, each a stream of entries whose length is known."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from checker.batch.entries import Entry
from checker.errors import InputError, UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Rows that can be read from the beginning as often as wanted."""

    rows: int
    read: Callable[[], Iterator[Entry]]


def corpus_of(pairs: str, *, sources: str | None, paths: bool) -> Corpus:
    """Find out what kind of corpus this is.

    Args:
        pairs: A JSONL or Parquet file; or a folder or a pattern of copies, if `sources` is given.
        sources: The folder of the sources, or the pattern that leads from a copy to its source.
        paths: Whether a file's rows hold the names of files and not texts.

    Raises:
        CheckerError: There is no such corpus, or it cannot be read.
    """
    if sources is not None:
        from checker.batch.inputs.copies import mapped

        if paths:
            raise UsageError("--paths is for a file of pairs, --source for files.", hint="Leave one out.")
        return mapped(pairs, sources)
    path = Path(pairs)
    if path.is_dir() or "*" in pairs or "{" in pairs:
        raise UsageError(
            f"{pairs} names copies; where are their sources?",
            hint="Add --source with the folder or the pattern of the sources.",
        )
    if not path.is_file():
        raise InputError(pairs, "no such file", hint="Give a JSONL or Parquet file.")
    try:
        if path.suffix.lower() in {".parquet", ".pq"}:
            from checker.batch.inputs.parquet import table

            corpus = table(path)
        else:
            from checker.batch.inputs.jsonl import lines

            corpus = lines(path)
    except OSError as error:
        raise InputError(pairs, error.strerror or str(error), hint="Give a JSONL or Parquet file.") from error
    if not paths:
        return corpus
    from checker.batch.inputs.copies import named

    return Corpus(rows=corpus.rows, read=lambda: named(corpus.read(), path.parent))
