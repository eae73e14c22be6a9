"""What a comparison finds."""

from dataclasses import dataclass

from checker.domain import Kind

Stretch = tuple[int, int]
"""Start and end of some words, as code point offsets into the text that they stand in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that the republished passage says otherwise. At least one side names words."""

    kind: Kind
    rule: str
    """Which rule found it, e.g. `number.changed`. How far each can be relied on: `precision.py`."""
    contradicts: bool
    """Whether the two sides cannot both be true, as far as this rule can tell."""
    explanation: str
    """One plain sentence for an editor, naming the words."""
    source: Stretch | None = None
    """The shortest differing words of the source passage."""
    republished: Stretch | None = None
    """The shortest differing words of the republished passage."""
