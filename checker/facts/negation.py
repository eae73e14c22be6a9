"""Compares negation: a *not* put in or left out, *failed to sign* beside *signed*, *likely* beside *unlikely*."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.domain import Kind
from checker.facts.antonyms import OPPOSITE, negated_form
from checker.facts.difference import Difference
from checker.facts.stems import FUNCTION_WORDS, stem_set
from checker.facts.tokens import MARK, WORD, Text, Token, alike_words
from checker.facts.vocabulary import word_set

HARD = word_set(
    """
    not never no none nobody nothing nowhere neither nor without dont doesnt didnt isnt arent
    wasnt werent
    hasnt havent hadnt couldnt wouldnt shouldnt
    """
)
"""Words that negate by themselves."""
_REFUSING = stem_set("fail refuse decline unable avoid neglect deny stop prevent ban forbid")
_SOFT = _REFUSING | stem_set(
    """
    reject lack impossible unlikely few little hard barely rarely seldom scarce scarcely hardly except unless miss
    prohibit block missing absence absent against wrong false difficult too instead rather only but empty free less end
    neither oppose disagree illegal quit former last until doubt object contrary yet exclude abandon reverse cancel
    scrap drop halt away far before than poor bad worse minimal least zero limit fewer short single ignore forget
    forgot lose lost loss abstain abstention differ dispute denial failure refusal unaware unknown unclear uncertain
    alone bar off dismiss rule cease struggle eliminate hesitate innocent immune exempt spare unnecessary
    forbidden forbade dislike hate deprive skip remain behind replace
    """
)
"""Stems that negate in some way: where one of them stands instead, a rewrite has kept the sense."""
_UNABLE = re.compile(r"(?:un|in|im|ir|il)[a-z]{4,}[ai]ble")
"""*undetectable*, *invisible*: what cannot be done."""
_NEAR = 10
"""How many tokens around a word such a stem must stand to count."""
_FAR = 20
"""How many tokens away another negation is surely not the same one, put elsewhere."""
_AUX = word_set(
    "do be have can could will would may might shall should must ever even yet really get to go also still"
)
_VERBAL = word_set(
    "do does did is are was were am be been has have had can could will would may might shall should must"
)
_BETWEEN = word_set("be been being ever yet even really still also always already")
"""What may stand between a negation and the verb that it negates, besides adverbs."""
_IDIOM_AFTER_NOT = word_set("only just merely simply solely least until")
_QUIET_AFTER_NOT = word_set("necessarily all always for so far even every")
_QUIET_AFTER_NOT_TO = word_set("mention say speak")
_IDIOM_AFTER_NO = word_set("doubt matter later wonder")


class Cue(NamedTuple):
    """A negating word and the word that it negates, as token indices."""

    at: int
    head: int
    """-1 where it negates no single word (*not all*, *not so much*)."""
    word: str
    refusing: bool
    verbal: bool
    """Whether it negates a verb (*has not signed*), not a part of a contrast (*Rome, not Paris*)."""


def cues(text: Text) -> list[Cue]:
    """List the negating words of a passage with what each negates."""
    if HARD.isdisjoint(text.words) and _REFUSING.isdisjoint(text.stems):
        return []
    tokens = text.tokens
    found: list[Cue] = []
    for index, token in enumerate(tokens):
        if token.shape is not WORD:
            continue
        if token.lower in HARD:
            following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
            before = tokens[index - 1].lower if index else ""
            if token.lower == "not" and (following in _IDIOM_AFTER_NOT or before in ("or", "why", "if")):
                continue
            later = tokens[index + 2].lower if index + 2 < len(tokens) else ""
            if token.lower == "no" and (
                following in _IDIOM_AFTER_NO or later == "than" or following in ("-", ".", ",")
            ):
                continue
            if token.lower in ("nothing", "none") and following in ("but", "other"):
                continue
            if token.lower == "nor" and found and found[-1].word == "neither":
                continue
            if token.lower == "not" and (
                following in _QUIET_AFTER_NOT or (following == "to" and later in _QUIET_AFTER_NOT_TO)
            ):
                found.append(Cue(index, -1, token.lower, refusing=False, verbal=False))
                continue
            head = _head(text, index + 1)
            verbal = token.lower in ("not", "never") and _after_verb(tokens, index)
            found.append(Cue(index, head, token.lower, refusing=False, verbal=verbal or "nt" in token.lower))
        elif (
            token.stem in _REFUSING
            and index + 2 < len(tokens)
            and (
                tokens[index + 1].lower == "to"
                or (token.stem in ("deny", "avoid", "stop") and tokens[index + 1].lower.endswith("ing"))
            )
        ):
            head = _head(text, index + 1)
            if head >= 0 and head - index <= 2:
                found.append(Cue(index, head, token.lower, refusing=True, verbal=False))
    return found


def _after_verb(tokens: list[Token], index: int) -> bool:
    return any(token.lower in _VERBAL for token in tokens[max(index - 2, 0) : index]) or (
        tokens[index].lower == "never" and index > 0 and tokens[index - 1].shape is WORD
    )


def _head(text: Text, index: int) -> int:
    """Return the first word with a meaning of its own from a token on, in the same clause; -1 without one."""
    tokens = text.tokens
    for at in range(index, min(index + 7, len(tokens))):
        token = tokens[at]
        if token.shape is MARK:
            if token.text in "-'\"“”’‘":
                continue
            break
        if (
            token.lower == "longer"
            or token.stem in FUNCTION_WORDS
            or token.stem in _AUX
            or token.lower in FUNCTION_WORDS
        ):
            continue
        if token.lower.endswith("ly") and at + 1 < len(tokens) and tokens[at + 1].shape is WORD:
            continue
        return at
    return -1


def negation_differences(source: Text, copy: Text) -> Iterator[Difference]:
    """Yield negations that the copy drops or puts in."""
    there, here = cues(source), cues(copy)
    yield from _prefixes(source, copy, bool(there) != bool(here))
    if not there and not here:
        return
    free_there, free_here = _unmatched(source, there, copy, here), _unmatched(copy, here, source, there)
    dropped = _lost(source, free_there, copy, bare_cues=bool(here), dropped=True)
    yield from dropped if len(free_there) > len(free_here) else _plainly(dropped, copy, free_here)
    inserted = _lost(copy, free_here, source, bare_cues=bool(there), dropped=False)
    yield from inserted if len(free_here) > len(free_there) else _plainly(inserted, source, free_there)


def _plainly(found: Iterator[Difference], bare: Text, free: list[Cue]) -> Iterator[Difference]:
    """Keep what is sure of negations where the other side has as many of its own, and none of those near."""
    for difference in found:
        side = difference.republished if difference.rule.startswith("negation.dropped") else difference.source
        if not difference.contradicts or side is None:
            continue
        place = bare.token_at(side[0])
        if all(abs(cue.at - place) > _FAR for cue in free):
            yield difference


def _unmatched(one: Text, ones: list[Cue], other: Text, others: list[Cue]) -> list[Cue]:
    """Return the cues whose word the other side does not negate; said twice or once is the same."""
    heads = {other.tokens[cue.head].stem for cue in others if cue.head >= 0}
    return [cue for cue in ones if cue.head < 0 or one.tokens[cue.head].stem not in heads]


def _lost(full: Text, free: list[Cue], bare: Text, *, bare_cues: bool, dropped: bool) -> Iterator[Difference]:
    """Yield the cues of `full` whose head stands in `bare` without one. `dropped`: `full` is the source."""
    for cue in free:
        if cue.head < 0 or (cue.word in ("nor", "neither") and bare_cues):
            continue  # the second half of a list: one negation in front of all of it is the same
        head = full.tokens[cue.head]
        if OPPOSITE.get(head.stem, frozenset()) & bare.stems - full.stems:
            continue
        places = [
            index
            for index, token in enumerate(bare.tokens)
            if token.stem == head.stem and token.shape == head.shape
        ][:50]
        if not places:
            if not dropped and cue.verbal and _same_otherwise(full, cue, bare):
                yield _difference(full, cue, bare, None, dropped=False, grade=".reworded.unsure")
            continue
        best = max(places, key=lambda place: _match(full, cue, bare, place))
        score = _match(full, cue, bare, best)
        if score < 0.5 or _softened(full, bare, best):
            continue
        if _undone(full, cue, free) or head.shape is not WORD:
            grade = ".unsure"
        elif score >= 1.5 and (cue.verbal or cue.word != "not"):
            grade = ""
        else:
            grade = ".near" if cue.verbal and _next_to_verb(full, cue) else ".unsure"
        yield _difference(full, cue, bare, best, dropped=dropped, grade=grade)


def _undone(full: Text, cue: Cue, free: list[Cue]) -> bool:
    """Say whether another negation that was lost, too, stands so near that the two cancel out."""
    return any(
        other is not cue
        and abs(other.at - cue.at) < _NEAR
        and not any(
            token.text in ".!?;" for token in full.tokens[min(cue.at, other.at) : max(cue.at, other.at)]
        )
        for other in free
    )


def _next_to_verb(full: Text, cue: Cue) -> bool:
    """Say whether the word is the verb itself (*not sign*), not what stands behind one (*not take the projector*)."""
    return all(
        token.lower in _BETWEEN or token.lower.endswith("ly") for token in full.tokens[cue.at + 1 : cue.head]
    )


def _softened(full: Text, bare: Text, place: int) -> bool:
    return any(
        (token.stem in _SOFT and token.stem not in full.stems)
        or _turned(token.lower, full)
        or (_UNABLE.fullmatch(token.lower) and token.lower not in full.words)
        for token in bare.tokens[max(place - _NEAR, 0) : place + _NEAR]
        if token.shape is WORD
    )


def _same_otherwise(full: Text, cue: Cue, bare: Text) -> bool:
    """Say whether the two passages share nearly all words that matter, and the shorter has nothing negative."""
    if len(full.tokens) > 80 or len(bare.tokens) > 80:
        return False
    if any(_softened(full, bare, place) for place in range(0, len(bare.tokens), _NEAR)):
        return False
    words = [stem for stem in full.stems if stem not in FUNCTION_WORDS]
    shared = sum(stem in bare.stems for stem in words)
    return shared >= 4 and shared >= 0.6 * len(words) and full.before(cue.at)[0] != "^"


def _difference(
    full: Text, cue: Cue, bare: Text, place: int | None, *, dropped: bool, grade: str
) -> Difference:
    first, last = _with_verb(full, cue)
    words = full.quote(first, last)
    side_full = full.stretch(first, last)
    side_bare = None if place is None else bare.stretch(place, place + 1)
    plain = "" if place is None else f"“{bare.quote(place, place + 1)}” "
    rule = ("negation.dropped" if dropped else "negation.inserted") + (".refusal" if cue.refusing else "")
    return Difference(
        kind=Kind.NEGATION,
        rule=f"{rule}{grade}",
        contradicts=not grade,
        explanation=(
            f"The source says “{words}”; the copy says {plain}without the negation."
            if dropped
            else f"The copy says “{words}”; the source says {plain}without a negation."
        ),
        source=side_full if dropped else side_bare,
        republished=side_bare if dropped else side_full,
    )


def _with_verb(text: Text, cue: Cue) -> tuple[int, int]:
    if 0 <= cue.head - cue.at <= 4:
        return cue.at, cue.head + 1
    return cue.at, cue.at + 1


def _match(full: Text, cue: Cue, bare: Text, place: int) -> float:
    left = _before_without_aux(full, cue.at)
    right = _before_without_aux(bare, place)
    return alike_words(left, right) + alike_words(full.after(cue.head + 1), bare.after(place + 1))


def _before_without_aux(text: Text, index: int) -> list[str]:
    words = [word for word in text.before(index, 5) if word not in _AUX]
    return (words or ["^"])[:2]


def _turned(word: str, other: Text) -> bool:
    """Say whether the word is a negated form of a word of the other passage."""
    return word[:2] in ("un", "in", "im", "il", "ir", "di", "no", "mi") and any(
        negated_form(base, word) for base in other.words if word.endswith(base)
    )


def _prefixes(source: Text, copy: Text, uneven: bool) -> Iterator[Difference]:
    """Yield *likely* -> *unlikely* and the reverse where neither side makes up for it with a *not*."""
    if uneven:
        return
    new = _only_in(copy, source)
    old = _only_in(source, copy) if new else []
    for at, token in new:
        for before, other in old:
            if negated_form(other.lower, token.lower) or negated_form(token.lower, other.lower):
                if denied(source, before) != denied(copy, at):
                    continue  # "not being able", "unable"
                score = alike_words(source.before(before), copy.before(at)) + alike_words(
                    source.after(before + 1), copy.after(at + 1)
                )
                yield Difference(
                    kind=Kind.NEGATION,
                    rule="negation.prefix" if score >= 0.75 else "negation.prefix.unsure",
                    contradicts=score >= 0.75,
                    explanation=f"“{other.text}” became its opposite “{token.text}”.",
                    source=(other.start, other.end),
                    republished=(token.start, token.end),
                )
                break


def denied(text: Text, index: int) -> bool:
    """Say whether a *not* or the like stands right before a token or one word further."""
    return any(token.lower in HARD for token in text.tokens[max(index - 2, 0) : index])


def _only_in(text: Text, other: Text) -> list[tuple[int, Token]]:
    stems = text.stems - other.stems
    return [
        (index, token)
        for index, token in enumerate(text.tokens)
        if token.stem in stems
        and token.shape is WORD
        and len(token.lower) > 3
        and not (index > 1 and text.tokens[index - 1].text == "-" and text.tokens[index - 2].lower == "non")
    ][:100]
