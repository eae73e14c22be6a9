"""Why the passages of one pair were paired, or not, and what their next candidates were."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from checker.aggregate import place
from checker.chunker.explanation import Candidate, candidates_of
from checker.domain import Article, Pair, Passage
from checker.errors import UsageError
from checker.reports.pair_heading import furniture_of, heading
from checker.reports.pairing import FORMATS
from checker.reports.style import inert, printable

EXPLAIN_FORMATS = tuple(name for name in FORMATS if name != "svg")
"""What `checker pair --explain --format` takes."""

_MATTERS = 0.05
"""Log odds that change no second digit of a probability are not worth a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A candidate with what it stands for."""

    candidate: Candidate
    source: Passage
    republished: Passage
    source_pair: str
    republished_pair: str


def render_reasons(
    source: Article, republished: Article, pairs: Sequence[Pair], id_: str, format_: str
) -> str:
    """Explain one pair in one of `EXPLAIN_FORMATS`.

    Raises:
        UsageError: There is no pair of that id.
    """
    pair = _find(pairs, id_)
    rows = () if furniture_of(pair) else tuple(_rows(pairs, pair))
    if format_ == "json":
        return _json(source, republished, pair, rows)
    return inert("\n".join(_lines(source, republished, pair, rows)) + "\n")


def _find(pairs: Sequence[Pair], id_: str) -> Pair:
    by_id = {pair.id: pair for pair in pairs}
    if id_ not in by_id:
        close = get_close_matches(id_, by_id, n=1)
        span = f"They go from {pairs[0].id} to {pairs[-1].id}"
        hint = f"Did you mean {close[0]}? {span}." if close else f"{span}; checker pair lists them."
        raise UsageError(f"--explain: there is no pair {id_!r}.", hint=hint)
    return by_id[id_]


def _rows(pairs: Sequence[Pair], pair: Pair) -> Iterator[_Row]:
    left = _story(passage for each in pairs for passage in each.source)
    right = _story(passage for each in pairs for passage in each.republished)
    ours = {passage.index: each.id for each in pairs for passage in each.source}
    theirs = {passage.index: each.id for each in pairs for passage in each.republished}
    found = candidates_of(
        [passage.text for passage in left],
        [passage.text for passage in right],
        sources=() if pair.republished else [left.index(passage) for passage in pair.source],
        copies=[right.index(passage) for passage in pair.republished],
    )
    for candidate in found:
        one, other = left[candidate.source], right[candidate.republished]
        yield _Row(
            candidate=candidate,
            source=one,
            republished=other,
            source_pair=ours[one.index],
            republished_pair=theirs[other.index],
        )


def _story(passages: Iterator[Passage]) -> list[Passage]:
    return sorted((p for p in passages if p.furniture is None), key=lambda passage: passage.index)


def _lines(source: Article, republished: Article, pair: Pair, rows: Sequence[_Row]) -> Iterator[str]:
    yield heading(pair)
    if furniture_of(pair):
        yield from (_passage(source, "source", passage) for passage in pair.source)
        yield from (_passage(republished, "republished", passage) for passage in pair.republished)
        yield "  Page furniture is left out before the passages are paired, so it has no candidates."
        return
    for passage in pair.republished or pair.source:
        article, side = (republished, "republished") if pair.republished else (source, "source")
        yield _passage(article, side, passage)
        mine = [row for row in rows if (row.republished if pair.republished else row.source) is passage]
        if not mine:
            yield "    nothing in the other text has a word, name or number in common with it"
        for row in mine:
            yield from _candidate(source, republished, pair, row)
        yield ""


def _candidate(source: Article, republished: Article, pair: Pair, row: _Row) -> Iterator[str]:
    other, there = (
        (row.source, row.source_pair) if pair.republished else (row.republished, row.republished_pair)
    )
    article = source if pair.republished else republished
    elsewhere = "" if there == pair.id else f"  (in {there})"
    bond = "linked" if row.candidate.linked else "not linked"
    yield f"    {row.candidate.score:.2f}  {bond:10}  {_where(article, other)}{elsewhere}"
    weights = {name: value for name, value in row.candidate.evidence.items() if abs(value) >= _MATTERS}
    ranked = sorted(weights.items(), key=lambda item: (-abs(item[1]), item[0]))
    if ranked:
        yield f"          {', '.join(f'{name} {value:+.1f}' for name, value in ranked)}"
    if row.candidate.words:
        yield f"          in common: {', '.join(map(printable, row.candidate.words))}"


def _passage(article: Article, side: str, passage: Passage) -> str:
    return f"  {side:12} {_where(article, passage)}"


def _where(article: Article, passage: Passage) -> str:
    text = printable(" ".join(passage.text.split()))
    return f"{printable(article.name)}:{place(article, passage).line}  {text}"


def _json(source: Article, republished: Article, pair: Pair, rows: Sequence[_Row]) -> str:
    document = {
        "schema_version": 1,
        "id": pair.id,
        "score": round(pair.score, 4) if pair.source and pair.republished else None,
        "moved": pair.moved,
        "furniture": furniture_of(pair),
        "candidates": [
            {
                "linked": row.candidate.linked,
                "score": round(row.candidate.score, 4),
                "alone": round(row.candidate.alone, 4),
                "evidence": {name: round(value, 4) for name, value in row.candidate.evidence.items()},
                "words": list(row.candidate.words),
                "source": _end(source, row.source, row.source_pair),
                "republished": _end(republished, row.republished, row.republished_pair),
            }
            for row in rows
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _end(article: Article, passage: Passage, pair: str) -> dict[str, object]:
    where = place(article, passage)
    return {"pair": pair, "text": where.text, "start": where.start, "end": where.end, "line": where.line}
