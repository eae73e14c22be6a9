"""What every engine does with a block of rows: one function from entries to judgements, the same everywhere."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from checker.batch.entries import Entry
from checker.domain import Article
from checker.errors import CheckerError
from checker.exits import Exit
from checker.judging import Question, Row, answers, pairs_within, undetermined
from checker.pipeline import comparable, run_pairing
from checker.ports import Judge
from checker.reading import read
from checker.reports import encodable

Block = tuple[Entry, ...]
"""Rows that are judged together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What was found about a row, independent of where and under which id it stands."""

    texts: bytes
    label: str
    p_consistent: float | None = None
    confidence: float | None = None
    kinds: str = ""
    """Of its findings, each once, with commas."""
    reason: str | None = None
    row: str
    """The row as JSON, without its id."""


Engine = Callable[[Iterable[Block]], Iterator[Sequence[Judgement]]]
"""Judges blocks, in whatever order, and hands over what it has as soon as it has it."""

_BLOCK_ROWS, _BLOCK_CHARACTERS = 128, 400_000
"""Enough for a judge to work on, few enough that little is lost when a run is broken off."""


def blocks(entries: Iterable[Entry], *, rows: int = _BLOCK_ROWS) -> Iterator[Block]:
    """Put rows together, in their order."""
    block: list[Entry] = []
    size = 0
    for entry in entries:
        block.append(entry)
        size += len(entry.source) + len(entry.republished)
        if len(block) >= rows or size >= _BLOCK_CHARACTERS:
            yield tuple(block)
            block, size = [], 0
    if block:
        yield tuple(block)


def judged(block: Sequence[Entry], judge: Judge, language: str) -> list[Judgement]:
    """Judge the rows of a block. One that the program stumbles over is undetermined, and the others are not.

    Raises:
        CheckerError: No further row can be judged: the key is refused, nobody answers.
    """
    try:
        return _judged(block, judge, language)
    except Exception as error:
        # A run of days does not end because of one row; which one it is, is found out below.
        if isinstance(error, CheckerError) and error.exit is Exit.UNDETERMINED:
            raise
    return [_alone(entry, judge, language) for entry in block]


def _alone(entry: Entry, judge: Judge, language: str) -> Judgement:
    try:
        [judgement] = _judged([entry], judge, language)
    except CheckerError as error:
        if error.exit is Exit.UNDETERMINED:
            raise
        return _failed(entry, f"{str(error).removesuffix('.')}. {error.hint}".strip())
    except Exception as error:
        return _failed(entry, f"a bug of checker: {type(error).__name__}: {error}")
    return judgement


def _judged(block: Sequence[Entry], judge: Judge, language: str) -> list[Judgement]:
    asked = [_asked(entry, language) for entry in block]
    rows = answers([question for question, _ in asked], judge)
    return [
        _judgement(entry, row if articles is None else _in_files(row, articles))
        for entry, (_, articles), row in zip(block, asked, rows, strict=True)
    ]


_Articles = tuple[Article, Article]


def _asked(entry: Entry, language: str) -> tuple[Question, _Articles | None]:
    if not entry.files:
        return Question(None, pairs_within(entry.source, entry.republished, language=language)), None
    republished = read(entry.republished, language=language)
    source = comparable(read(entry.source, language=language), republished)
    # Files are paired as in an audit: furniture is set aside, and what only one text has is no distortion.
    pairs = tuple(pair for pair in run_pairing(source, republished) if pair.source and pair.republished)
    problem = "" if pairs else "no passage of the one text corresponds to a passage of the other"
    return Question(None, pairs, problem), (source, republished)


def _in_files(row: Row, articles: _Articles) -> Row:
    """Lead offsets from the readable texts back to the files."""
    findings: list[dict[str, object]] = []
    for finding in row["findings"]:
        placed = {
            side: _placed(finding[side], article)
            for side, article in zip(("source", "republished"), articles, strict=True)
        }
        findings.append({**finding, **placed})
    return {**row, "findings": findings}


def _placed(span: Any, article: Article) -> dict[str, object] | None:
    if span is None:
        return None
    start, end = article.in_file(span["start"], span["end"])
    return {"quote": article.raw[start:end], "start": start, "end": end}


def _judgement(entry: Entry, row: Row) -> Judgement:
    kept = {name: value for name, value in row.items() if name != "id"}
    return Judgement(
        texts=entry.texts,
        label=row["label"],
        p_consistent=row["p_consistent"],
        confidence=row["confidence"],
        kinds=",".join(sorted({str(finding["kind"]) for finding in row["findings"]})),
        reason=None if row["reason"] is None else encodable(row["reason"]),
        row=encodable(json.dumps(kept, ensure_ascii=False)),
    )


def _failed(entry: Entry, reason: str) -> Judgement:
    return _judgement(entry, undetermined(None, reason))
