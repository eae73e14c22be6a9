"""Finds who did what to whom turned around: *the captain thanked the coach* beside *the coach thanked the captain*.

Words that stayed together between two that changed places are what tells: a list or a clause can be told in another
order and mean the same, but not a verb with its two sides exchanged around it.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from checker.domain import Kind
from checker.facts.difference import Difference
from checker.facts.places import PLACE_OF
from checker.facts.stems import FUNCTION_WORDS, stem_set
from checker.facts.tokens import MARK, NUMBER, WORD, Text, Token, fit
from checker.facts.vocabulary import word_set

_DIRECTED = word_set("to from than over by before after above below under into behind for without toward")
"""Little words whose two sides cannot change places."""
_MUTUAL = stem_set(
    """
    be become remain mean equal meet met marry married wed face play border resemble match agree disagree talk
    negotiate quarrel argue discuss debate differ clash collide draw tie share divorce accompany date cooperate
    """
)
"""Stems between two sides that can change places: whom she marries, marries her."""
_ADJUNCT = word_set(
    """
    on in at by for from with without to into during since until till before after when while because although though
    if unless as of about against amid despite through under over within near around between along across
    today yesterday tomorrow tonight now then here there meanwhile however also later earlier again still and or but
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december last next this that who which where
    """
)
"""Words that begin what can stand on either side of a clause: *on Monday*, *in Lund*."""
_ENGLISH = word_set("the of and its his their with from has have were been this that who which by")
"""Where none of these stands, the text may be in a language in which the order of words says less."""
_JOINING = word_set("and or nor")
_BREAK = frozenset(".,!?;:…()[]–—")
_SAME_PLACE = 1.5
"""How alike the words around two names are (see `fit`) where one stands in the place of the other ..."""
_SURELY_SAME_PLACE = 2.0
_HOME = 1.0
"""... and from which on a name may as well stand in its own place."""
_BESIDE = 10
"""Tokens from one name to another that it may describe."""
_LONGEST_SIDE = 5
_LONGEST = 120
"""Words of a passage that are looked at."""


_Run = tuple[int, int, tuple[str, ...]]
"""A stretch of tokens, from the first up to, not including, the last, and its words in lower case."""


class _Turn(NamedTuple):
    """Where two sides stand around what stayed between them: words, from and up to, in the source and in the copy."""

    source: tuple[int, int]
    copy: tuple[int, int]


def exchange_differences(source: Text, copy: Text) -> Iterator[Difference]:
    """Yield the first two sides of a verb, or of a word like *to* or *than*, that changed places in the copy."""
    if not (_ENGLISH & source.words and _ENGLISH & copy.words):
        return
    there, here = _words(source), _words(copy)
    stems_there, stems_here = _stems(source, there), _stems(copy, here)
    in_order = _same_order(stems_there, stems_here)
    turn = None if in_order else _turn(source, there, stems_there, stems_here)
    if turn is None:
        yield from _renamed(source, copy)
        return
    first, last = there[turn.source[0]], there[turn.source[1] - 1] + 1
    new_first, new_last = here[turn.copy[0]], here[turn.copy[1] - 1] + 1
    yield Difference(
        kind=Kind.EXCHANGE,
        rule="exchange.sides",
        contradicts=True,
        explanation=f"Turned around: “{source.quote(first, last)}” in the source, "
        f"“{copy.quote(new_first, new_last)}” in the copy.",
        source=source.stretch(first, last),
        republished=copy.stretch(new_first, new_last),
    )


_ARTICLES = word_set("a an the")


def _words(text: Text) -> list[int]:
    """Return the tokens that are compared: words, numbers and the marks over which nothing is exchanged."""
    return [
        index
        for index, token in enumerate(text.tokens)
        if token.text in _BREAK or (token.shape is not MARK and token.lower not in _ARTICLES)
    ][:_LONGEST]


def _stems(text: Text, words: list[int]) -> list[str]:
    return [text.tokens[index].stem for index in words]


def _same_order(source: list[str], copy: list[str]) -> bool:
    """Tell whether the words that both have once stand in the same order: then nothing was exchanged."""
    places = {stem: index for index, stem in enumerate(source)}
    once = [places[stem] for stem in copy if stem in places]
    return all(left < right for left, right in pairwise(once))


def _turn(source: Text, words: list[int], old: list[str], new: list[str]) -> _Turn | None:
    at: dict[str, list[int]] = {}
    for index, stem in enumerate(new):
        at.setdefault(stem, []).append(index)
    for i, stem in enumerate(old):
        for j in at.get(stem, ()):
            if not i or not j or stem in _BREAK or old[i - 1] == new[j - 1]:
                continue
            length = 1
            while (
                i + length < len(old)
                and j + length < len(new)
                and old[i + length] == new[j + length]
                and old[i + length] not in _BREAK
            ):
                length += 1
            left = _common(old, i, new, j + length)
            right = _common(new, j, old, i + length) if left else 0
            if not right:
                continue
            once = _once(old) & _once(new)
            alone = (
                once.intersection(old[i - left : i]),
                once.intersection(old[i + length : i + length + right]),
            )
            if all(alone) and _turned(source, words, i, length, left, right):
                return _Turn((i - left, i + length + right), (j - right, j + length + left))
    return None


def _once(stems: list[str]) -> set[str]:
    return {stem for stem, count in Counter(stems).items() if count == 1}


def _common(ending: list[str], end: int, starting: list[str], start: int) -> int:
    """Return how many words before `end` in one text are those from `start` on in the other one."""
    last = ending[end - 1]
    for count in range(min(_LONGEST_SIDE, end, len(starting) - start), 0, -1):
        if starting[start + count - 1] != last:
            continue
        some = ending[end - count : end]
        if some == starting[start : start + count] and _BREAK.isdisjoint(some):
            return count
    return 0


def _turned(source: Text, words: list[int], first: int, length: int, left: int, right: int) -> bool:
    tokens = [source.tokens[index] for index in words[first - left : first + length + right]]
    sides = tokens[:left], tokens[left + length :]
    between = tokens[left : left + length]
    if between[-1].lower == "of" or all(map(_goes_both_ways, between)):
        return False
    for side in sides:
        if side[0].lower in _ADJUNCT or side[0].lower.endswith("ly"):
            return False
        if all(token.lower in FUNCTION_WORDS or token.shape is NUMBER for token in side):
            return False
    return True


def _goes_both_ways(token: Token) -> bool:
    """Say whether the two sides of a word can change places."""
    return token.lower not in _DIRECTED and (token.stem in _MUTUAL or token.lower in FUNCTION_WORDS)


class _Named(NamedTuple):
    """A name in its place: the tokens from `first` up to, not including, `after`."""

    first: int
    after: int
    words: tuple[str, ...]
    around: tuple[str, str]
    """The nearest word on either side."""


def _renamed(source: Text, copy: Text) -> Iterator[Difference]:
    """Yield names that both texts have, where they changed places, or else where one stands in another's place."""
    there, here = _runs(source), _runs(copy)
    if {words for *_, words in there}.isdisjoint(words for *_, words in here):
        return
    old, new = _named(source, there), _named(copy, here)
    yield from list(_names(source, copy, old, new)) or _name(source, copy, old, new, there)


def _names(source: Text, copy: Text, there: list[_Named], here: list[_Named]) -> Iterator[Difference]:
    """Yield two names each of which stands where the source has the other one."""
    places: dict[tuple[str, str], list[_Named]] = {}
    for name in there:
        places.setdefault(name.around, []).append(name)
    moved: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[_Named, _Named]] = {}
    for new in here:
        at = places.get(new.around, [])
        if len(at) != 1 or at[0].words == new.words:
            continue
        old = at[0]
        moved[old.words, new.words] = old, new
        back = moved.get((new.words, old.words))
        if back is None or _listed(source, old, back[0]):
            continue
        yield Difference(
            kind=Kind.EXCHANGE,
            rule="exchange.names",
            contradicts=True,
            explanation=f"Two names changed places: “{source.quote(old.first, old.after)}” and "
            f"“{copy.quote(new.first, new.after)}”.",
            source=source.stretch(old.first, old.after),
            republished=copy.stretch(new.first, new.after),
        )
        return


def _name(
    source: Text, copy: Text, there: list[_Named], here: list[_Named], runs: list[_Run]
) -> Iterator[Difference]:
    """Yield a name that stands where the source has another one."""
    homes: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for first, after, words in runs[:_LONGEST]:
        homes.setdefault(words, []).append((first, after))
    for new in here:
        place = new.first, new.after
        home = homes.get(new.words, [])
        if not home or max(fit(source, own, copy, place) for own in home) >= _HOME:
            continue
        score, old = max(
            ((fit(source, (name.first, name.after), copy, place), name) for name in there),
            default=(0.0, new),
        )
        if score < _SAME_PLACE or _may_be_one(old, new) or _described(source, old, home):
            continue
        yield Difference(
            kind=Kind.EXCHANGE,
            rule="exchange.name" if score >= _SURELY_SAME_PLACE else "exchange.name.unsure",
            contradicts=True,
            explanation=f"Where the source has “{source.quote(old.first, old.after)}”, the copy has "
            f"“{copy.quote(new.first, new.after)}”.",
            source=source.stretch(old.first, old.after),
            republished=copy.stretch(new.first, new.after),
        )


def _described(source: Text, old: _Named, home: list[tuple[int, int]]) -> bool:
    """Say whether a name may describe another one beside it: *the Ghanaian artist Akosua Boakye*."""
    return any(
        abs(first - old.first) <= _BESIDE and source.sentence(first) == source.sentence(old.first)
        for first, _ in home
    )


def _may_be_one(old: _Named, new: _Named) -> bool:
    """Say whether two names may mean the same: they share a word, or one is the acronym or the people of the other."""
    if set(old.words) & set(new.words):
        return True
    places = [{PLACE_OF.get(word, word) for word in name.words} for name in (old, new)]
    initials = ["".join(word[0] for word in name.words) for name in (old, new)]
    return bool(places[0] & places[1]) or initials[0] in new.words or initials[1] in old.words


def _runs(text: Text) -> list[_Run]:
    """Return the stretches of words with a capital letter: *When Kestrel* is *Kestrel*."""
    tokens = text.tokens
    bounds: list[list[int]] = []
    for index in text.capitals:
        token = tokens[index]
        if token.shape is not WORD:
            continue
        if bounds and bounds[-1][1] == index:
            bounds[-1][1] = index + 1
        elif token.lower not in FUNCTION_WORDS:
            bounds.append([index, index + 1])
    return [(first, after, tuple(token.lower for token in tokens[first:after])) for first, after in bounds]


def _named(text: Text, runs: list[_Run]) -> list[_Named]:
    found = []
    for first, after, words in runs[:_LONGEST]:
        around = text.before(first, 1)[0], text.after(after, 1)[0]
        if around[0] not in _JOINING and around[1] not in _JOINING:
            found.append(_Named(first, after, words, around))
    return found


def _listed(text: Text, one: _Named, other: _Named) -> bool:
    """Tell whether only other names and *and* stand between two names, or a verb that goes both ways."""
    first, last = sorted((one, other))
    return all(
        token.shape is MARK or token.capital or _goes_both_ways(token)
        for token in text.tokens[first.after : last.first]
    ) and not any(token.text in _BREAK - {","} for token in text.tokens[first.after : last.first])
