"""A source and its copies in one text: `[a|b]` reworded, `{a|b}` planted, `<a|b>` split or merged."""

import re
from collections.abc import Collection
from dataclasses import dataclass

_MARK = re.compile(r"([\[{<])([^\[\]{}<>|]*)\|([^\[\]{}<>|]*)[\]}>]")
_STRAY = re.compile(r"[\[\]{}<>|]")
_CLOSING = {"[": "]", "{": "}", "<": ">"}


@dataclass(frozen=True, slots=True)
class _Mark:
    sort: str
    """The bracket that opens it."""
    source: str
    copy: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with marks, read."""

    parts: tuple[str | _Mark, ...]

    @property
    def source(self) -> str:
        """The text before anybody changed it."""
        return "".join(part if isinstance(part, str) else part.source for part in self.parts)

    @property
    def planted(self) -> int:
        """How many changes can be planted."""
        return sum(isinstance(part, _Mark) and part.sort == "{" for part in self.parts)

    def copy(self, planted: Collection[int] = (), *, reworded: bool = True, split: bool = False) -> str:
        """Return a copy.

        Args:
            planted: Positions of the changes of meaning to make, counted from 0.
            reworded: Whether it is reworded in its harmless ways.
            split: Whether sentences are split and merged.
        """
        text, number = [], 0
        for part in self.parts:
            if isinstance(part, str):
                text.append(part)
                continue
            made = {"[": reworded, "<": split, "{": number in planted}[part.sort]
            number += part.sort == "{"
            text.append(part.copy if made else part.source)
        return "".join(text)

    def places(self, planted: Collection[int]) -> tuple[str, ...]:
        """Return, for each of these changes, the paragraph of a copy with all of them that holds it."""
        found = []
        for one in sorted(planted):
            before = self.copy([p for p in planted if p != one]).split("\n\n")
            after = self.copy(planted).split("\n\n")
            found += [new for old, new in zip(before, after, strict=True) if old != new]
        return tuple(found)


def read(text: str) -> Marked:
    """Read a text with marks.

    Raises:
        ValueError: A bracket has no partner or no bar; says where.
    """
    parts: list[str | _Mark] = []
    position = 0
    for match in _MARK.finditer(text):
        if match[0][-1] != _CLOSING[match[1]]:
            raise ValueError(f"a mark is not closed as it was opened: {match[0]}")
        parts += [_plain(text[position : match.start()]), _Mark(match[1], match[2], match[3])]
        position = match.end()
    return Marked((*parts, _plain(text[position:])))


def _plain(text: str) -> str:
    if stray := _STRAY.search(text):
        raise ValueError(f"a stray {stray[0]!r} in: {text[max(stray.start() - 30, 0) :][:60]!r}")
    return text
