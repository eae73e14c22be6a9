"""Compares what stands inside quotation marks: words changed, words that nobody said."""

from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from checker.domain import Kind
from checker.facts.difference import Difference
from checker.facts.numerals import FIGURES
from checker.facts.stems import FUNCTION_WORDS
from checker.facts.tokens import MARK, Background, Text, Token, fit

_CLOSERS = {"“": '”“"', '"': '"”', "«": "»", "„": "“”", "‘": "’", "‹": "›", "”": "”"}
_MOST = 40
"""Quotations of a passage that are compared at most."""
_LONGEST = 400
"""Tokens of a quotation that are compared at most: it bounds the work on a text that never closes its marks."""


class Quotation(NamedTuple):
    """The tokens inside quotation marks, from `first` up to, not including, `after`."""

    first: int
    after: int


def quotations(text: Text) -> list[Quotation]:
    """List the quotations of a passage that hold at least one word."""
    tokens = text.tokens
    found: list[Quotation] = []
    searched: dict[str, int] = {}
    index = 0
    while index < len(tokens):
        token = tokens[index]
        closers = _CLOSERS.get(token.text) if token.shape is MARK else None
        if closers is None or (token.text == "‘" and index and tokens[index - 1].end == token.start):
            index += 1
            continue
        at = max(index + 1, searched.get(token.text, 0))
        while at < len(tokens) and at - index <= _LONGEST:
            if tokens[at].text in closers and (token.text != "‘" or not _inside_word(tokens, at)):
                break
            at += 1
        else:
            searched[token.text] = at  # no closing mark up to there: a second opening one need not look again
            index += 1
            continue
        if any(tokens[inner].shape is not MARK for inner in range(index + 1, at)):
            found.append(Quotation(index + 1, at))
        index = at + 1
    return found


def _inside_word(tokens: list[Token], at: int) -> bool:
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and following.start == tokens[at].end and following.shape is not MARK


def quotation_differences(source: Text, copy: Text, *, background: Background | None) -> Iterator[Difference]:
    """Yield words changed inside quotation marks, and quotations that the source does not have."""
    here = quotations(copy)[:_MOST]
    if not here:
        return
    there = quotations(source)[:_MOST]
    squeezed = f" {' '.join(_said(token) for token in source.tokens if token.shape is not MARK)} "
    spoken = [_words(source, other) for other in there]
    for quote in here:
        words = _words(copy, quote)
        if f" {' '.join(words.stems)} " in squeezed:
            continue
        best, best_ratio = None, 0.0
        for others in spoken:
            common = LCSseq.similarity(words.stems, others.stems)
            ratio = common / min(len(words.stems), len(others.stems)) + 0.001 * common
            if common >= 2 and ratio > best_ratio:
                best, best_ratio = others, ratio
        if best is not None and best_ratio >= 0.5:
            yield from _reworded(source, best, copy, words, close=best_ratio >= 0.7)
        elif len(words.stems) >= 2:
            yield from _invented(source, copy, words, spoken, background)


class _Words(NamedTuple):
    at: list[int]
    """Token of each word."""
    stems: list[str]


def _words(text: Text, quote: Quotation) -> _Words:
    at = [index for index in range(quote.first, quote.after) if text.tokens[index].shape is not MARK]
    return _Words(at, [_said(text.tokens[index]) for index in at])


def _said(token: Token) -> str:
    """The stem of a word, so that *two* and *2* are said alike."""
    return FIGURES.get(token.lower, token.stem)


def _reworded(source: Text, old: _Words, copy: Text, new: _Words, *, close: bool) -> Iterator[Difference]:
    blocks = [
        block for block in _blocks(old.stems, new.stems) if _matters(source, old.stems, new.stems, block)
    ]
    if len(blocks) > 2:
        # Reworded throughout: one finding over everything from the first change to the last.
        blocks = [(blocks[0][0], blocks[-1][1], blocks[0][2], blocks[-1][3])]
        close = False
    for a, b, c, d in blocks:
        # Words put in have no counterpart: show the words around the place.
        first, last = (a, b) if b > a else (max(a - 1, 0), min(a + 1, len(old.at)))
        there = (old.at[first], old.at[last - 1] + 1)
        here = (new.at[c], new.at[d - 1] + 1)
        yield Difference(
            kind=Kind.QUOTATION,
            rule="quotation.changed" if close and d - c <= 3 and b - a <= 3 else "quotation.changed.unsure",
            contradicts=False,
            explanation=(
                f"Inside the quotation, “{source.quote(*there)}” became “{copy.quote(*here)}”."
                if b > a
                else f"Inside the quotation, “{copy.quote(*here)}” was put in."
            ),
            source=source.stretch(*there),
            republished=copy.stretch(*here),
        )


def _blocks(old: list[str], new: list[str]) -> list[tuple[int, int, int, int]]:
    """Return the stretches where two lists of words differ, as (old start, old end, new start, new end)."""
    blocks: list[tuple[int, int, int, int]] = []
    for op in LCSseq.opcodes(old, new):
        if op.tag == "equal":
            continue
        last = blocks[-1] if blocks else None
        if last is not None and last[1] == op.src_start and last[3] == op.dest_start:
            blocks[-1] = (last[0], op.src_end, last[2], op.dest_end)
        else:
            blocks.append((op.src_start, op.src_end, op.dest_start, op.dest_end))
    return blocks


def _matters(source: Text, old: list[str], new: list[str], block: tuple[int, int, int, int]) -> bool:
    """Say whether a changed stretch holds words that matter and that the source does not have elsewhere.

    Words left out are an ellipsis; words put in may stand in the source just outside its quotation marks.
    """
    a, b, c, d = block
    fresh = [stem for stem in new[c:d] if stem not in FUNCTION_WORDS]
    if not fresh:
        return False
    if b > a:
        return not all(stem in old for stem in fresh)
    return not all(stem in source.stems for stem in fresh)


def _invented(
    source: Text, copy: Text, words: _Words, spoken: list[_Words], background: Background | None
) -> Iterator[Difference]:
    """Yield a quotation that has no counterpart, or one with none of the words of the one in its place."""
    content = [stem for stem in words.stems if stem not in FUNCTION_WORDS] or words.stems
    known = sum(stem in source.stems for stem in content) / len(content)
    if known >= 0.8 or (background is not None and all(stem in background.stems for stem in content)):
        return
    here = (words.at[0], words.at[-1] + 1)
    quote = copy.quote(*here)
    for old in spoken:
        there = (old.at[0], old.at[-1] + 1)
        if fit(source, there, copy, here) >= 1.25:
            yield Difference(
                kind=Kind.QUOTATION,
                rule="quotation.replaced",
                contradicts=False,
                explanation=f"Where the source quotes “{source.quote(*there)}”, the copy quotes “{quote}”.",
                source=source.stretch(*there),
                republished=copy.stretch(*here),
            )
            return
    if len(words.stems) >= 3:
        yield Difference(
            kind=Kind.QUOTATION,
            rule="quotation.invented" if known < 0.4 else "quotation.reworded",
            contradicts=False,
            explanation=f"The copy quotes “{quote}”; the source passage has no such words.",
            republished=copy.stretch(*here),
        )
