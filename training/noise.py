"""Changes of the letters alone, as copies and corpora come: lost accents and quotes, lower case, spaced marks."""

import random
import unicodedata
from dataclasses import replace

from training.data import Example

PART = 0.08
"""Share of the examples that are disturbed."""


def disturbed(example: Example, rng: random.Random) -> Example:
    """The example as it is, or one or both of its texts written in another way, always as long as before.

    Length is kept so that spans stay right. What is consistent stays so: none of this changes what a text says.
    """
    if rng.random() >= PART:
        return example
    change = rng.choice((_plain, _plain, str.lower, _lower_but_first))
    both = rng.random() < 0.5
    source = change(example.source) if both else example.source
    copy = change(example.copy)
    if len(source) != len(example.source) or len(copy) != len(example.copy):
        return example
    return replace(example, source=source, copy=copy)


def _plain(text: str) -> str:
    """The text in ASCII: accents, typographic quotes and dashes replaced one for one."""
    marks = str.maketrans("“”„‘’‚–—−…\u00a0", "\"\"\"'''---. ")
    letters = (unicodedata.normalize("NFD", letter)[0] for letter in text.translate(marks))
    return "".join(letter if letter.isascii() else " " for letter in letters)


def _lower_but_first(text: str) -> str:
    return text[:1] + text[1:].lower()
