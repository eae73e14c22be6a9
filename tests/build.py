"""Short ways to build domain objects for tests."""

from checker.domain import (
    Article,
    Block,
    Finding,
    Kind,
    Label,
    Pair,
    Passage,
    Span,
    Verdict,
)


def article(text: str, name: str = "article.txt") -> Article:
    """An article of one paragraph a line, its text standing in the file as it is."""
    blocks, offset = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(start=offset, end=offset + len(line)))
        offset += len(line) + 1
    return Article(name=name, raw=text, text=text, blocks=tuple(blocks), sha256="0" * 64)


def passage_of(text: str, words: str, *, index: int = 0, paragraph: int = 5) -> Passage:
    """The passage that these words of the text form."""
    start = text.index(words)
    return Passage(index=index, text=words, start=start, end=start + len(words), paragraph=paragraph)


def pair_of(source: str, republished: str, *, id_: str = "p1") -> Pair:
    """A pair of two whole texts."""
    return Pair(
        id=id_,
        source=(passage_of(source, source),),
        republished=(passage_of(republished, republished),),
        score=0.9,
    )


def span_of(text: str, quote: str) -> Span:
    """The place of these words in the text."""
    start = text.index(quote)
    return Span(quote=quote, start=start, end=start + len(quote))


def flag(
    pair: Pair,
    *,
    kind: Kind = Kind.NUMBER,
    label: Label = Label.DISTORTED,
    source: str,
    republished: str,
    confidence: float | None = 0.99,
) -> Verdict:
    """A verdict that names one pair of differing words."""
    finding = Finding(
        kind=kind,
        explanation=f"{source} became {republished}",
        source=span_of(pair.source_text, source),
        republished=span_of(pair.republished_text, republished),
    )
    return Verdict(pair=pair, label=label, judged_by="rules@1", findings=(finding,), confidence=confidence)
