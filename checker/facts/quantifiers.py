"""Compares quantifiers: *some* beside *all*, *often* beside *always*, *millions* beside *billions* and the like."""

from collections import Counter
from collections.abc import Iterator

from checker.domain import Kind
from checker.facts.difference import Difference
from checker.facts.numerals import STARTERS
from checker.facts.tokens import NUMBER, WORD, Text, Token, alike_words

_AMOUNT = {
    word: group
    for group, words in {
        "all": "all every each entire whole everyone everybody everything",
        "most": "most majority mostly",
        "many": "many numerous several lots multiple countless various",
        "some": "some certain",
        "few": "few handful",
        "none": "no none nobody neither",
        "half": "half",
        "both": "both",
    }.items()
    for word in words.split()
}
_FREQUENCY = {
    word: group
    for group, words in {
        "always": "always constantly invariably",
        "usually": "usually generally normally typically routinely",
        "often": "often frequently regularly",
        "sometimes": "sometimes occasionally",
        "rarely": "rarely seldom hardly",
        "never": "never",
    }.items()
    for word in words.split()
}
_SCALE = {word: word for word in ("dozens", "hundreds", "thousands", "millions", "billions", "trillions")}
_SPAN = {
    word: word
    for word in ("seconds", "minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries")
}
_TABLES = (
    (_AMOUNT, "quantifier.changed"),
    (_FREQUENCY, "quantifier.changed"),
    (_SCALE, "quantifier.size"),
    (_SPAN, "quantifier.size"),
)
"""What is compared with what, and the rule that finds it."""
_CLOSE = {
    frozenset(pair.split())
    for pair in ("many some", "usually often", "often sometimes", "both all", "many most", "few some", "none all",
                 "none some", "none many", "none few", "none most", "half some", "usually always", "years decades",
                 "years centuries")
}  # fmt: skip
"""Groups that a rewrite may exchange, or whose exchange negation.py reports."""


_MOST = 60


def quantifier_differences(source: Text, copy: Text) -> Iterator[Difference]:
    """Yield quantifiers that the copy exchanges for another one before the same words."""
    for table, rule in _TABLES:
        new = _free(copy, source, table)[:_MOST]
        if not new:
            continue
        old = _free(source, copy, table)[:_MOST]
        for at, token in new:
            for before, other in old:
                groups = frozenset((table[token.lower], table[other.lower]))
                if len(groups) == 1:
                    continue
                left = alike_words(source.before(before), copy.before(at))
                right = alike_words(_noun(source, before), _noun(copy, at))
                if right < 0.5 or left + right < 1.0:
                    continue
                if table is _FREQUENCY and _noun(source, before)[0] != _noun(copy, at)[0]:
                    continue  # "will always cherish", "will never forget"
                sure = groups not in _CLOSE and left + right >= 1.25
                yield Difference(
                    kind=Kind.QUANTIFIER,
                    rule=rule if sure else f"{rule}.unsure",
                    contradicts=False,
                    explanation=f"The source says “{other.text}”, the copy “{token.text}”.",
                    source=(other.start, other.end),
                    republished=(token.start, token.end),
                )
                break


def _free(text: Text, other: Text, table: dict[str, str]) -> list[tuple[int, Token]]:
    """Return the quantifiers whose group the other passage has fewer of."""
    here = text.places(table.keys())
    if not here:
        return []
    groups = Counter(table[other.tokens[index].lower] for index in other.places(table.keys()))
    free = []
    for index in here:
        token = text.tokens[index]
        if _is_figure(text, index):
            continue
        group = table[token.lower]
        if groups.get(group):
            groups[group] -= 1
        else:
            free.append((index, token))
    return free


def _is_figure(text: Text, index: int) -> bool:
    """Say whether the word is no quantifier of its own: *some 500 people*, *not many*, *the most*, *three hours*."""
    word, before = text.tokens[index].lower, text.tokens[index - 1].lower if index else ""
    if before == "not" or (before == "the" and word == "most"):
        return True
    if word in _SPAN:
        return before == "-" or before in STARTERS or (index > 0 and text.tokens[index - 1].shape is NUMBER)
    if index + 1 >= len(text.tokens):
        return False
    following = text.tokens[index + 1]
    return (
        following.shape is not WORD or following.lower in STARTERS or following.lower in ("as", "a", "dozen")
    )


def _noun(text: Text, index: int) -> list[str]:
    """Return the words after a quantifier, passing over *of*."""
    words = text.after(index + 1, 3)
    return (words[1:] if words[0] == "of" else words)[:2]
