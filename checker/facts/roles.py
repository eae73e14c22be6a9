"""Compares titles and offices: *State Department spokesperson* beside *Foreign Ministry spokesman*."""

from collections.abc import Iterator
from typing import NamedTuple

from checker.domain import Kind
from checker.facts.difference import Difference
from checker.facts.lexicon import HONORIFICS, TITLES
from checker.facts.places import PLACE_OF
from checker.facts.stems import FUNCTION_WORDS, stem_set
from checker.facts.tokens import WORD, Text, fit
from checker.facts.vocabulary import word_set

_OFFICES = stem_set(
    """
    foreign defense interior finance health house housing home justice education energy trade environment state treasury
    economy transport culture agriculture labor science security police army navy
    """
)
_MOST = 60
"""Roles and relatives of a passage that are compared at most."""
_RANKS = word_set(
    """
    former ex acting deputy vice assistant senior top chief new then current late outgoing
    """
)
_WEIGHTY = word_set("former ex acting deputy vice assistant")
_SAME_RANK = {"ex": "former"}
_BELOW = word_set("acting deputy vice assistant")
"""Who has this rank does not have the office: leaving it out promotes."""
_KIN = {
    form: kin
    for kin, forms in {
        "parent": "mother mum mom father dad mothers fathers parent parents",
        "child": "son daughter sons daughters child children kid kids",
        "sibling": "brother sister brothers sisters sibling siblings",
        "spouse": "husband wife spouse husbands wives",
        "grandparent": "grandmother grandfather",
        "grandchild": "grandson granddaughter grandsons granddaughters grandchildren",
        "aunt": "aunt uncle",
        "niece": "niece nephew",
        "cousin": "cousin",
        "partner": "boyfriend girlfriend fiance fiancee",
        "friend": "friend friends",
        "neighbor": "neighbor neighbour neighbors neighbours",
    }.items()
    for form in forms.split()
}
"""Word for a relative -> the relation, whatever the sex."""
_LOOSE = word_set(
    """
    leader official head officer executive chief person mp minister premier president director
    """
)


class Role(NamedTuple):
    """An office as named: the tokens from `first` up to, not including, `after`; its title is the last of them."""

    first: int
    after: int
    head: str
    modifiers: tuple[str, ...]
    """Stems of the words before the title: *foreign*, *state department*."""
    ranks: frozenset[str]
    person: str
    """Lower-case last word of the name that follows or precedes, or empty."""


def roles(text: Text) -> list[Role]:
    """List the offices named in a passage, in order."""
    tokens = text.tokens
    found: list[Role] = []
    for index in text.places(TITLES.keys()):
        token = tokens[index]
        head = TITLES[token.lower]
        if token.lower in ("general", "major") and not token.capital:
            continue
        if index + 1 < len(tokens) and tokens[index + 1].lower in TITLES and tokens[index + 1].shape is WORD:
            continue  # "chief executive": the last title is the head
        first = index
        while first and index - first < 5:
            left = tokens[first - 1]
            if left.text == "-" and first > 1 and tokens[first - 2].lower in _BELOW:
                first -= 2  # "vice-president"
                continue
            if left.shape is not WORD or left.lower in FUNCTION_WORDS or left.lower in HONORIFICS:
                break
            if left.lower.endswith(("ed", "ing")) and not left.capital:
                break
            first -= 1
        before = [other for other in tokens[first:index] if other.lower not in FUNCTION_WORDS]
        if head == "minister" and before and before[-1].lower == "prime":
            head = "premier"
            before.pop()
        elif head == "officer" and any(other.lower == "executive" for other in before):
            head = "executive"
            before.clear()
        found.append(
            Role(
                first,
                index + 1,
                head,
                tuple(PLACE_OF.get(word.lower, word.stem) for word in before if word.lower not in _RANKS),
                frozenset(
                    _SAME_RANK.get(word.lower, word.lower) for word in before if word.lower in _WEIGHTY
                ),
                _person(text, first, index + 1),
            )
        )
    return found


def _person(text: Text, first: int, after: int) -> str:
    tokens = text.tokens
    at, last = after, ""
    if at < len(tokens) and tokens[at].text == ",":
        at += 1  # "the spokesperson, Ned Price,"
    while at < len(tokens) and at - after < 5 and tokens[at].shape is WORD and tokens[at].capital:
        last = tokens[at].lower
        at += 1
    if last:
        return last
    at = first - 1
    while at >= 0 and tokens[at].lower in ("the", "a", "an", "its", "his", "her", "their"):
        at -= 1
    if at > 0 and tokens[at].text == "," and tokens[at - 1].shape is WORD and tokens[at - 1].capital:
        return tokens[at - 1].lower
    return ""


def role_differences(source: Text, copy: Text) -> Iterator[Difference]:
    """Yield offices and relatives that the copy gives otherwise for the same person or in the same place."""
    yield from _relatives(source, copy)
    here = roles(copy)[:_MOST]
    if not here:
        return
    there = roles(source)[:_MOST]
    heads_here = {role.head for role in here}
    heads_there = {role.head for role in there}
    for new in here:
        for old in there:
            named = bool(new.person) and new.person == old.person
            score = fit(source, (old.first, old.after), copy, (new.first, new.after))
            if new.head == old.head:
                if not (named or score >= 1.0 or (len(here) == len(there) == 1)):
                    continue
                alone = sum(role.head == new.head for role in (*here, *there)) == 2
                difference = _ranks(source, copy, old, new) or _modifiers(
                    source, copy, old, new, sure=named or alone or score >= 1.0
                )
            elif new.head in heads_there or old.head in heads_here or not (named or score >= 1.0):
                continue
            else:
                sure = (named or score >= 1.5) and not {new.head, old.head} <= _LOOSE
                difference = _title(source, copy, old, new, named=named, sure=sure)
            if difference is not None:
                yield difference
                break


def _relatives(source: Text, copy: Text) -> Iterator[Difference]:
    """Yield *her husband* in the place of *her brother*."""
    here = _kin(copy, source)
    if not here:
        return
    there = _kin(source, copy)
    for at in here:
        for before in there:
            old, new = source.tokens[before], copy.tokens[at]
            score = fit(source, (before, before + 1), copy, (at, at + 1))
            if _KIN[old.lower] == _KIN[new.lower] or score < 1.0:
                continue
            yield Difference(
                kind=Kind.ROLE,
                rule="role.relative" if score >= 1.5 else "role.relative.unsure",
                contradicts=True,
                explanation=f"The source says “{old.text}”, the copy “{new.text}”.",
                source=source.stretch(before, before + 1),
                republished=copy.stretch(at, at + 1),
            )
            break


def _kin(text: Text, other: Text) -> list[int]:
    """Return the tokens that name a relative whom the other passage does not name so."""
    here = text.places(_KIN.keys())
    if not here:
        return []
    others = {_KIN[word] for word in _KIN.keys() & other.words}
    return [index for index in here if _KIN[text.tokens[index].lower] not in others][:_MOST]


def _ranks(source: Text, copy: Text, old: Role, new: Role) -> Difference | None:
    if old.ranks == new.ranks or not (old.person and old.person == new.person):
        return None
    sure = (old.ranks and new.ranks) or (old.ranks | new.ranks) <= _BELOW
    return Difference(
        kind=Kind.ROLE,
        rule="role.rank" if sure else "role.rank.unsure",
        contradicts=False,
        explanation=f"The source says “{source.quote(old.first, old.after)}”, "
        f"the copy “{copy.quote(new.first, new.after)}”.",
        source=source.stretch(old.first, old.after),
        republished=copy.stretch(new.first, new.after),
    )


def _modifiers(source: Text, copy: Text, old: Role, new: Role, *, sure: bool) -> Difference | None:
    lost = [word for word in old.modifiers if word not in copy.stems and word not in new.modifiers]
    fresh = [word for word in new.modifiers if word not in source.stems and word not in old.modifiers]
    if not lost or not fresh or any(left[:4] == right[:4] for left in lost for right in fresh):
        return None
    before, after = source.quote(old.first, old.after), copy.quote(new.first, new.after)
    # A "poor farmer" may be a "subsistence farmer"; a foreign minister is no defense minister.
    weighty = _names_office(source, old, lost) and _names_office(copy, new, fresh)
    return Difference(
        kind=Kind.ROLE,
        rule="role.organization" if sure and weighty else "role.organization.unsure",
        contradicts=False,
        explanation=f"The office changed: “{before}” in the source, “{after}” in the copy.",
        source=source.stretch(*_up_to_title(source, old, lost)),
        republished=copy.stretch(*_up_to_title(copy, new, fresh)),
    )


def _names_office(text: Text, role: Role, words: list[str]) -> bool:
    return any(
        (token.capital and not token.opens) or token.stem in _OFFICES
        for token in text.tokens[role.first : role.after - 1]
        if PLACE_OF.get(token.lower, token.stem) in words
    )


def _up_to_title(text: Text, role: Role, words: list[str]) -> tuple[int, int]:
    """Narrow a role to the words from the first differing one to the last."""
    at = [
        index
        for index in range(role.first, role.after - 1)
        if PLACE_OF.get(text.tokens[index].lower, text.tokens[index].stem) in words
    ]
    if not at:
        return role.first, role.after
    first = at[0]
    while first > role.first and text.tokens[first - 1].capital and text.tokens[first].capital:
        first -= 1  # "State Department" is one name even if only "Department" differs
    return first, at[-1] + 1


def _title(source: Text, copy: Text, old: Role, new: Role, *, named: bool, sure: bool) -> Difference:
    before, after = source.quote(old.after - 1, old.after), copy.quote(new.after - 1, new.after)
    rule = "role.changed" if named else "role.replaced"
    return Difference(
        kind=Kind.ROLE,
        rule=rule if sure else f"{rule}.unsure",
        contradicts=False,
        explanation=f"The office changed: “{before}” in the source, “{after}” in the copy.",
        source=source.stretch(old.after - 1, old.after),
        republished=copy.stretch(new.after - 1, new.after),
    )
