"""What a kind of change gets to see of a text, worked out once."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from random import Random

from training.perturb.change import Edit
from training.perturb.morphology import like
from training.perturb.scan import Name, Token, names, quoted, tokens

Kind = Callable[["Context", Random], Sequence[Edit] | None]
"""Proposes edits, or None where the text gives no occasion."""


class Context:
    """A copy's text and its source (the same text when there is only one)."""

    def __init__(self, source: str, text: str) -> None:
        self.source = source
        self.text = text

    @cached_property
    def tokens(self) -> list[Token]:
        return tokens(self.text)

    @cached_property
    def names(self) -> list[Name]:
        return names(self.text)

    @cached_property
    def source_names(self) -> list[Name]:
        return self.names if self.source == self.text else names(self.source)

    @cached_property
    def quoted(self) -> list[tuple[int, int]]:
        return quoted(self.text)

    @cached_property
    def source_lower(self) -> str:
        return self.source.lower()

    def in_source(self, words: str) -> bool:
        """Whether the source has these words too; then a change of them contradicts or garbles something it says."""
        return re.search(r"(?<!\w)" + re.escape(words.lower()) + r"(?!\w)", self.source_lower) is not None


class Table:
    """Replacements looked up by their first words, longest first, whole words only."""

    def __init__(self, rows: Iterable[Sequence[str]]) -> None:
        self._options: dict[str, tuple[str, ...]] = {}
        for first, *others in rows:
            self._options[first.lower()] = tuple(others)
        longest_first = sorted(self._options, key=len, reverse=True)
        self._pattern = re.compile(
            r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])", re.IGNORECASE
        )

    def places(self, text: str) -> list[tuple[int, int, tuple[str, ...]]]:
        """(start, end, options) of each occurrence, not overlapping."""
        return [
            (*match.span(), self._options[match.group().lower()]) for match in self._pattern.finditer(text)
        ]

    def edits(self, context: Context, rng: Random, *, needs_source: bool = True) -> list[Edit] | None:
        """One replacement at random; with `needs_source`, only of words that the source has as well."""
        found = [place for place in self.places(context.text) if not self._part_of_name(context, place)]
        rng.shuffle(found)
        for start, end, options in found:
            old = context.text[start:end]
            if needs_source and not context.in_source(old):
                continue
            fitting = [
                new for new in options if not (needs_source and context.in_source(new) and rng.random() < 0.8)
            ]
            if fitting:
                return [Edit(start, end, like(old, rng.choice(fitting)))]
        return None

    @staticmethod
    def _part_of_name(context: Context, place: tuple[int, int, tuple[str, ...]]) -> bool:
        start, end, _ = place
        return any(
            name.start <= start and end <= name.end and len(name.text) > end - start for name in context.names
        )
