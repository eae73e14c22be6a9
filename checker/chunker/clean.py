"""Marks the passages that are page furniture and not part of the story. Nothing is deleted."""

from collections.abc import Sequence
from dataclasses import replace

from checker.chunker.furniture.lines import reason_for
from checker.domain import Article, Passage


def clean(passages: Sequence[Passage], article: Article) -> tuple[Passage, ...]:
    """Return the same passages, those of the page's furniture with the reason why they are.

    The unit is the whole line or block, never a sentence of a paragraph.
    """
    reasons = {
        passage.paragraph: reason_for(_block_text(article, passage.paragraph))
        for passage in passages
        if passage.furniture is None
    }
    return tuple(
        passage
        if passage.furniture is not None or reasons[passage.paragraph] is None
        else replace(passage, furniture=reasons[passage.paragraph])
        for passage in passages
    )


def _block_text(article: Article, paragraph: int) -> str:
    block = article.blocks[paragraph]
    return article.text[block.start : block.end]
