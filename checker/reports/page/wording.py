"""What each label is called on a page, in an editor's words."""

from collections.abc import Mapping
from dataclasses import dataclass

from checker.domain import Label, Severity


@dataclass(frozen=True, slots=True)
class Wording:
    """A label's name and what it means."""

    word: str
    meaning: str


WORDS: Mapping[Label, Wording] = {
    Label.CONTRADICTORY: Wording("Contradictory", "Source and copy cannot both be true."),
    Label.DISTORTED: Wording(
        "Distorted", "The copy garbles, exaggerates, weakens, misattributes or adds a fact."
    ),
    Label.UNDETERMINED: Wording(
        "Not judged", "The judge was asked and gave no usable answer. Never counted as consistent."
    ),
    Label.UNSUPPORTED: Wording("Not in the source", "The copy has a passage that nothing corresponds to."),
    Label.OMITTED: Wording("Left out", "The source has a passage that the copy leaves out."),
    Label.CONSISTENT: Wording("Consistent", "The copy says the same, in whatever words."),
    Label.IGNORED: Wording(
        "Page furniture", "Menus, bylines, links to other stories, comment forms. Not judged."
    ),
}
"""In the order in which a page lists them."""

STOPS = frozenset(WORDS) - {Label.CONSISTENT, Label.IGNORED}
"""Labels that a reader should look at."""

COMPARED = frozenset({Label.CONTRADICTORY, Label.DISTORTED, Label.UNDETERMINED, Label.CONSISTENT})
"""Labels of pairs that have both sides."""

GRAVITY: Mapping[Severity | None, int] = {
    Severity.CRITICAL: 0,
    Severity.MAJOR: 1,
    Severity.MINOR: 2,
    None: 3,
}
