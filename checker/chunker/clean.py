"""Marks the passages that are page furniture and not part of the story. Nothing is deleted."""

from collections.abc import Sequence
from dataclasses import replace

from checker.chunker.furniture.page import reasons
from checker.domain import Article, Passage


def clean(passages: Sequence[Passage], article: Article) -> tuple[Passage, ...]:
    """Return the same passages, those of the page's furniture with the reason why they are.

    The unit is the whole line or block, never a sentence of a paragraph: by its wording, by its shape, and by
    what stands around it. What the markup already calls furniture stays so.
    """
    why = reasons(article)
    return tuple(
        passage
        if passage.furniture is not None or why[passage.paragraph] is None
        else replace(passage, furniture=why[passage.paragraph])
        for passage in passages
    )
