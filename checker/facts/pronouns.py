"""Compares the pronouns of two passages: *he* beside *she*."""

from collections.abc import Iterator

from checker.domain import Kind
from checker.facts.difference import Difference
from checker.facts.tokens import Text
from checker.facts.vocabulary import word_set

_PRONOUNS = (word_set("he him his himself"), word_set("she her hers herself"))
_PEOPLE = (
    word_set(
        """
        man men boy boys father dad son sons brother brothers husband uncle grandfather nephew king prince duke lord mr
        sir gentleman actor lad guy guys male males
        """
    ),
    word_set(
        """
        woman women girl girls mother mum mom daughter daughters sister sisters wife aunt grandmother niece queen
        princess duchess lady mrs ms miss madam actress female females
        """
    ),
)
"""Words for people whom the pronouns of the same place may mean."""
_SPEAKER = word_set("i me my mine myself we us our")
"""Words for whoever speaks, who is *she* or *he* where a copy reports what was said."""
_LONGEST = 80
"""Tokens of a passage that speaks of few people; a longer one has others for whom a pronoun may stand."""


def pronoun_differences(source: Text, copy: Text) -> Iterator[Difference]:
    """Yield the pronoun of a copy that makes a woman of a man or the other way round.

    Nothing is said of a passage with both, or with a word for somebody else whom the copy's pronoun may mean.
    """
    if max(len(source.tokens), len(copy.tokens)) > _LONGEST:
        return
    for old, new in ((0, 1), (1, 0)):
        if (
            source.words & _PRONOUNS[old]
            and copy.words & _PRONOUNS[new]
            and not source.words & (_PRONOUNS[new] | _PEOPLE[new] | _SPEAKER)
            and not copy.words & _PRONOUNS[old]
        ):
            there, here = _first(source, _PRONOUNS[old]), _first(copy, _PRONOUNS[new])
            yield Difference(
                kind=Kind.ROLE,
                rule="role.gender",
                contradicts=True,
                explanation=f"The source says “{source.tokens[there].text}”, the copy “{copy.tokens[here].text}”.",
                source=source.stretch(there, there + 1),
                republished=copy.stretch(here, here + 1),
            )


def _first(text: Text, words: frozenset[str]) -> int:
    return next(index for index, token in enumerate(text.tokens) if token.lower in words)
