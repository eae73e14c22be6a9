"""One line that says what became of a pair in the pairing."""

from checker.domain import Pair


def heading(pair: Pair) -> str:
    """Say in a line which pair this is and what became of it."""
    if furniture := furniture_of(pair):
        return f"{pair.id}  page furniture: {furniture}"
    if not pair.source:
        return f"{pair.id}  not in the source"
    if not pair.republished:
        return f"{pair.id}  left out"
    return f"{pair.id}  score {pair.score:.2f}{'  moved' if pair.moved else ''}"


def furniture_of(pair: Pair) -> str | None:
    """Return what kind of page furniture a pair is, or None for a part of the story."""
    return next((p.furniture for p in (*pair.republished, *pair.source) if p.furniture), None)
