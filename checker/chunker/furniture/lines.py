"""Tells by its wording alone whether a line is page furniture."""

import re
from functools import cache

from checker.chunker.furniture import english

LONGEST_LINE = 600
"""Longer lines are prose: no piece of furniture that is known by its wording is as long."""
TABLES = (english.LINES,)
STRAIGHT = str.maketrans("‘’‚“”„\xa0\u202f", "'''\"\"\"  ")


LONGEST_CREDIT = 120


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """One pattern a reason and language: reasons in the order of the tables."""
    return tuple(
        (reason, re.compile("|".join(f"(?:{alternative})" for alternative in alternatives)))
        for table in TABLES
        for reason, alternatives in table.items()
    )


@cache
def _endings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (reason, re.compile("(?:" + "|".join(alternatives) + r")\Z"))
        for reason, alternatives in english.ENDINGS.items()
    )


def reason_for(line: str) -> str | None:
    """Return why a whole line is furniture, or None."""
    if len(line) > LONGEST_LINE:
        return None
    plain = " ".join(line.translate(STRAIGHT).split()).lower()
    if not any(map(str.isalnum, plain)):
        return "no words"
    for reason, pattern in _patterns():
        if pattern.fullmatch(plain):
            return reason
    for reason, pattern in _endings():
        if pattern.search(plain, max(0, len(plain) - LONGEST_CREDIT)):
            return reason
    return None
