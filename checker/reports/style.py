"""How a terminal report marks words: with colour, or with brackets where there is none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from checker.reports.spans import merged

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_OPEN, _CLOSE = "\ue000", "\ue001"
"""Stand for the marks while text is folded, so that escape codes count no columns."""


def printable(text: str) -> str:
    """Replace what could steer a terminal (escape codes, direction overrides) by a visible sign."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)


_COMMAND = re.compile(r"^([^\S\n]*):(?=:)|#(?=#\[)", re.MULTILINE)


def inert(text: str) -> str:
    """Keep the runner of a job on GitHub from taking a line of a log for a command.

    It obeys `::name::` at the beginning of a line, behind white space, too, and `##[name]` anywhere.
    """
    return _COMMAND.sub("\\g<1>\N{REPLACEMENT CHARACTER}", text)


def one_plain_line(text: str) -> str:
    """Return a message as one line that steers neither a terminal nor a job."""
    return inert(printable(" ".join(text.split())))


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Marks with ANSI colours if `color`, with brackets otherwise."""

    color: bool

    def strong(self, text: str) -> str:
        return self._code("1", text)

    def dim(self, text: str) -> str:
        return self._code("2", text)

    def bad(self, text: str) -> str:
        return self._code("1;31", text)

    def good(self, text: str) -> str:
        return self._code("1;32", text)

    def warn(self, text: str) -> str:
        return self._code("1;33", text)

    def marked(self, text: str, spans: Sequence[tuple[int, int]]) -> str:
        """Put marks around stretches of a text; overlapping ones become one. `wrap` shows them."""
        pieces, position = [], 0
        for start, end in merged(spans):
            pieces += [_plain(text[position:start]), _OPEN, _plain(text[start:end]), _CLOSE]
            position = end
        return "".join([*pieces, _plain(text[position:])])

    def wrap(self, text: str, width: int, *, indent: str) -> list[str]:
        """Fold a marked text into lines; a mark that runs over a line's end is closed and opened again."""
        lines, inside = [], False
        for line in wrap(text, width, initial_indent=indent, subsequent_indent=indent):
            body = line[len(indent) :]
            shown = (_OPEN if inside else "") + body
            inside = shown.rfind(_OPEN) > shown.rfind(_CLOSE)
            lines.append(indent + self._show(shown + (_CLOSE if inside else "")))
        return lines

    def _show(self, text: str) -> str:
        opened, closed = ("\x1b[1;4;31m", "\x1b[0m") if self.color else ("[[", "]]")
        return text.replace(_OPEN, opened).replace(_CLOSE, closed)

    def _code(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.color else text


def _plain(text: str) -> str:
    return (
        printable(text)
        .replace(_OPEN, "\N{REPLACEMENT CHARACTER}")
        .replace(_CLOSE, "\N{REPLACEMENT CHARACTER}")
    )
