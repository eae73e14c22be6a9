"""Where quotations begin and end, so that a full stop inside one does not end a passage.

The sentence splitter pairs quotation marks blindly: one that never closes, as in a quotation over several
paragraphs, or an apostrophe, hides every sentence end up to the next mark from it. So it gets the text without
the marks, and what it may not cut is found here.
"""

import re

MARK = re.compile("[\"'“”„‟‘’‚«»「」『』]")
CLOSINGS = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    '"': '"',
    "”": "”",
    "‘": "’",
    "'": "'’",
    "‚": "‘’",
}
SINGLE = "‘’'‚"
LONGEST = 2000
"""Characters after which a mark is taken to have no partner."""


def without_marks(text: str) -> str:
    """Return the text, as long as before, with spaces for quotation marks and letters for apostrophes."""
    return MARK.sub(lambda mark: _neutral(text, mark), text)


def _neutral(text: str, mark: re.Match[str]) -> str:
    at = mark.start()
    apostrophe = mark[0] in "'’" and at > 0 and text[at - 1].isalnum()
    return "ʼ" if apostrophe else " "  # a letter, so that the word stays one


def quotations(text: str) -> list[tuple[int, int]]:
    """Return the stretches from an opening mark to just behind its closing one, in order, none inside another.

    An opening mark that meets another of its kind before a closing one does not count.
    """
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in MARK.finditer(text):
        at, sign = mark.start(), mark[0]
        if opened is not None and at - opened > LONGEST:
            opened = None
        if opened is not None and sign in CLOSINGS[text[opened]] and _may_close(text, at):
            found.append((opened, at + 1))
            opened = None
        elif sign in CLOSINGS and _may_open(text, at) and (opened is None or _replaces(sign, text[opened])):
            opened = at
    return found


def _replaces(sign: str, opened: str) -> bool:
    """Whether a new opening mark shows that the one before it has no partner, and is no quotation in it."""
    return sign == opened or (opened in SINGLE and sign not in SINGLE)


def _may_open(text: str, at: int) -> bool:
    sign, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if sign in "„«「『“":
        return True
    at_edge = not before or before.isspace() or before in "([{—–-\"'“‘"
    return at_edge and bool(after) and not after.isspace()


def _may_close(text: str, at: int) -> bool:
    sign, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if sign in SINGLE:  # not the apostrophe of `the boys' dog`
        return not after.isalnum() and (before in ".,!?…" or after in ".,!?…;:")
    if sign == '"':
        return not before.isspace() and not after.isalnum()
    return True
