"""The part of a page that a script writes: between `<!-- measured -->` and `<!-- end -->`."""

import re
from collections.abc import Sequence

_BLOCK = re.compile(r"(?<=<!-- measured -->\n).*(?=<!-- end -->)", re.DOTALL)


def replaced(page: str, lines: Sequence[str]) -> str:
    """Return a page with these lines as its measured part.

    Raises:
        ValueError: The page has no place for them.
    """
    text, count = _BLOCK.subn(lambda _: "\n" + "\n".join(lines) + "\n\n", page)
    if count != 1:
        raise ValueError("the page has no <!-- measured --> ... <!-- end -->")
    return text
