"""Compares what stands inside quotation marks: words changed, words that nobody said."""

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from checker.domain import Kind
from checker.facts.difference import Difference
from checker.facts.stems import FUNCTION_WORDS
from checker.facts.tokens import Background, Shape, Text, Token

_CLOSERS = {"“": '”“"', '"': '"”', "«": "»", "„": "“”", "‘": "’", "‹": "›", "”": "”"}
_LONGEST = 400
"""Tokens of a quotation that are compared at most: it bounds the work on a text that never closes its marks."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """The tokens inside quotation marks, from `first` up to, not including, `after`."""

    first: int
    after: int


def quotations(text: Text) -> list[Quotation]:
    """List the quotations of a passage that hold at least one word."""
    tokens = text.tokens
    found: list[Quotation] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        closers = _CLOSERS.get(token.text) if token.shape == Shape.MARK else None
        if closers is None or (token.text == "‘" and index and tokens[index - 1].end == token.start):
            index += 1
            continue
        at = index + 1
        while at < len(tokens) and at - index <= _LONGEST:
            if tokens[at].text in closers and (token.text != "‘" or not _inside_word(tokens, at)):
                break
            at += 1
        else:
            index += 1
            continue
        if any(tokens[inner].shape != Shape.MARK for inner in range(index + 1, at)):
            found.append(Quotation(index + 1, at))
        index = at + 1
    return found


def _inside_word(tokens: list[Token], at: int) -> bool:
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and following.start == tokens[at].end and following.shape != Shape.MARK


def quotation_differences(source: Text, copy: Text, *, background: Background | None) -> Iterator[Difference]:
    """Yield words changed inside quotation marks, and quotations that the source does not have."""
    here = quotations(copy)
    if not here:
        return
    there = quotations(source)
    squeezed = " ".join(token.stem for token in source.tokens if token.shape != Shape.MARK)
    for quote in here:
        words = _words(copy, quote)
        if f" {' '.join(stem for _, stem in words)} " in f" {squeezed} ":
            continue
        best, best_ratio = None, 0.0
        for other in there:
            others = _words(source, other)
            common = LCSseq.similarity([stem for _, stem in words], [stem for _, stem in others])
            ratio = common / min(len(words), len(others)) if common else 0.0
            if common >= 2 or common == len(words):
                ratio += 0.001 * common
                if ratio > best_ratio:
                    best, best_ratio = other, ratio
        if best is not None and best_ratio >= 0.5:
            yield from _reworded(source, best, copy, quote, sure=best_ratio >= 0.7)
        elif len(words) >= 3:
            yield from _invented(source, copy, quote, words, background, bool(there))


def _words(text: Text, quote: Quotation) -> list[tuple[int, str]]:
    return [
        (index, text.tokens[index].stem)
        for index in range(quote.first, quote.after)
        if text.tokens[index].shape != Shape.MARK
    ]


def _reworded(
    source: Text, old: Quotation, copy: Text, new: Quotation, *, sure: bool
) -> Iterator[Difference]:
    before, after = _words(source, old), _words(copy, new)
    whole = frozenset(source.stems)
    for op in LCSseq.opcodes([stem for _, stem in before], [stem for _, stem in after]):
        tag, a, b, c, d = op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end
        if tag in ("equal", "delete"):
            continue
        fresh = [stem for _, stem in after[c:d] if stem not in FUNCTION_WORDS]
        if not fresh or (tag == "insert" and all(stem in whole for stem in fresh)):
            continue
        if c >= 1 and d == len(after) and all(stem in whole for stem in fresh):
            continue  # the closing mark slipped: the words go on in the source after its quotation
        if tag == "insert" and a > 0 and b < len(before) and c > 0:
            spot = (before[a - 1][0], before[a][0] + 1)
        else:
            spot = (before[a][0], before[b - 1][0] + 1) if b > a else None  # type: ignore[assignment]
        here = (after[c][0], after[d - 1][0] + 1)
        new_words = copy.quote(*here)
        old_words = source.quote(*spot) if spot and tag != "insert" else ""
        yield Difference(
            kind=Kind.QUOTATION,
            rule="quotation.changed" if sure else "quotation.changed.unsure",
            contradicts=False,
            explanation=(
                f"Inside the quotation, “{old_words}” became “{new_words}”."
                if old_words
                else f"Inside the quotation, “{new_words}” was put in."
            ),
            source=source.stretch(*spot) if spot else source.stretch(old.first, old.after),
            republished=copy.stretch(*here),
        )


def _invented(
    source: Text,
    copy: Text,
    quote: Quotation,
    words: list[tuple[int, str]],
    background: Background | None,
    others: bool,
) -> Iterator[Difference]:
    stems = [stem for _, stem in words]
    content = [stem for stem in stems if stem not in FUNCTION_WORDS] or stems
    known = sum(stem in source.stems for stem in content) / len(content)
    if known >= 0.8 or (background is not None and all(stem in background.stems for stem in content)):
        return
    yield Difference(
        kind=Kind.QUOTATION,
        rule="quotation.invented" if known < 0.4 else "quotation.reworded",
        contradicts=False,
        explanation=f"The copy quotes “{copy.quote(quote.first, quote.after)}”; the source passage has no such words"
        + (" in quotation marks." if others else "."),
        republished=copy.stretch(quote.first, quote.after),
    )
