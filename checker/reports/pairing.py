"""The pairing of two articles, for a person or a program; no verdicts."""

import dataclasses
import json
from collections.abc import Sequence

from checker.aggregate import place
from checker.domain import Article, Pair, Passage
from checker.reports.pair_heading import furniture_of, heading
from checker.reports.picture import picture
from checker.reports.style import inert, printable

FORMATS = ("terminal", "json", "svg")
"""What `checker pair --format` takes; the first is the default."""


def render(source: Article, republished: Article, pairs: Sequence[Pair], format_: str) -> str:
    """Render a pairing in one of `FORMATS`."""
    if format_ == "json":
        return _json(source, republished, pairs)
    if format_ == "svg":
        return picture(source, republished, pairs)
    return inert("\n".join(line for pair in pairs for line in _lines(source, republished, pair)) + "\n")


def _json(source: Article, republished: Article, pairs: Sequence[Pair]) -> str:
    document = [
        {
            "id": pair.id,
            "score": round(pair.score, 4) if pair.source and pair.republished else None,
            "moved": pair.moved,
            "furniture": furniture_of(pair),
            "source": [dataclasses.asdict(place(source, passage)) for passage in pair.source],
            "republished": [dataclasses.asdict(place(republished, passage)) for passage in pair.republished],
        }
        for pair in pairs
    ]
    return json.dumps({"schema_version": 1, "pairs": document}, ensure_ascii=False, indent=2) + "\n"


def _lines(source: Article, republished: Article, pair: Pair) -> list[str]:
    return [
        heading(pair),
        *(_line(source, "source", passage) for passage in pair.source),
        *(_line(republished, "republished", passage) for passage in pair.republished),
        "",
    ]


def _line(article: Article, side: str, passage: Passage) -> str:
    where = place(article, passage)
    return f"  {side:12} {printable(article.name)}:{where.line}  {printable(' '.join(passage.text.split()))}"
