"""What it means that a passage has no counterpart: which facts an addition brings in, what an omission takes away."""

from collections.abc import Iterator, Mapping, Sequence

from checker.domain import Article, Finding, Kind, Pair, Passage, Span
from checker.facts.alone import nowhere, spoken, weighty
from checker.facts.difference import Difference

MOST_FINDINGS = 5
"""Findings named of one passage; more of them would not make it weigh more."""
_LONGEST_QUOTE = 120
_CAPITALIZING = frozenset({"de"})
"""Languages that write every noun with a capital, so that names cannot be told."""


def gap_findings(
    pairs: Sequence[Pair], source: Article, republished: Article
) -> Mapping[str, tuple[Finding, ...]]:
    """Look at the passages that only one text has.

    Returns:
        Pair id -> what makes that pair matter, the gravest first; pairs that have nothing of the kind are left out.
    """
    found = {
        pair.id: tuple(_added(pair.republished, source, republished.language))
        if pair.republished
        else tuple(_left_out(pair.source, republished, source.language))
        for pair in pairs
        if not (pair.source and pair.republished) and not _is_furniture(pair)
    }
    return {id_: findings[:MOST_FINDINGS] for id_, findings in found.items() if findings}


def _is_furniture(pair: Pair) -> bool:
    return any(passage.furniture for passage in (*pair.source, *pair.republished))


def _added(passages: Sequence[Passage], source: Article, language: str) -> Iterator[Finding]:
    for passage in passages:
        for fact in _believed(nowhere(passage.text, source.text), language):
            quote = _span(passage, fact)
            what = "is quoted nowhere" if fact.kind is Kind.QUOTATION else "stands nowhere"
            yield Finding(
                kind=fact.kind,
                explanation=f"“{_short(quote.quote)}” {what} in the source.",
                republished=quote,
            )
        for fact in spoken(passage.text, source.text):
            quote = _span(passage, fact)
            yield Finding(
                kind=fact.kind,
                explanation=f"Only the copy lets “{_short(quote.quote)}” say this.",
                republished=quote,
            )


def _left_out(passages: Sequence[Passage], republished: Article, language: str) -> Iterator[Finding]:
    for passage in passages:
        for fact in weighty(passage.text, republished.text):
            quote = _span(passage, fact)
            yield Finding(
                kind=fact.kind, explanation=f"{_LOST[fact.rule]}: “{_short(quote.quote)}”.", source=quote
            )
        for fact in _believed(nowhere(passage.text, republished.text), language):
            quote = _span(passage, fact)
            what = "is quoted nowhere" if fact.kind is Kind.QUOTATION else "stands nowhere"
            yield Finding(
                kind=fact.kind, explanation=f"“{_short(quote.quote)}” {what} in the copy.", source=quote
            )


_LOST = {
    "alone.denial": "The copy leaves out a denial",
    "alone.condition": "The copy leaves out a condition",
    "alone.source": "The copy nowhere names who says so",
}


def _believed(facts: Sequence[Difference], language: str) -> Iterator[Difference]:
    for fact in facts:
        if not (fact.kind is Kind.NAME and language in _CAPITALIZING):
            yield fact


def _span(passage: Passage, fact: Difference) -> Span:
    start, end = fact.republished or (0, 0)
    return Span(quote=passage.text[start:end], start=passage.start + start, end=passage.start + end)


def _short(quote: str) -> str:
    single = " ".join(quote.split())
    return single if len(single) <= _LONGEST_QUOTE else f"{single[: _LONGEST_QUOTE - 1]}…"
