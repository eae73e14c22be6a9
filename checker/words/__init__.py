"""Word-level view: aligns the words of a source and its copy, and names what was substituted, exchanged or added."""

from checker.words.changes import HARMLESS, WordChange
from checker.words.features import FEATURES_VERSION, NAMES, features
from checker.words.relations import Relation
from checker.words.view import WordView, compare_words
from checker.words.window import WINDOW_WORDS, Windower

__all__ = [
    "FEATURES_VERSION", "HARMLESS", "NAMES", "WINDOW_WORDS", "Relation", "Windower", "WordChange", "WordView",
    "compare_words", "features",
]  # fmt: skip
