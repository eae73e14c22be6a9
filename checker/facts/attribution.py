"""Compares who says it: *X said*, *said X*, *according to X*, *told Y*."""

from collections.abc import Iterator
from typing import NamedTuple

from checker.domain import Kind
from checker.facts.difference import Difference
from checker.facts.lexicon import HONORIFICS, TITLE_FORMS, TITLES
from checker.facts.names import alike
from checker.facts.places import PHRASES, PLACE_OF
from checker.facts.quotations import Quotation, quotations
from checker.facts.stems import FUNCTION_WORDS, stem_set
from checker.facts.tokens import MARK, WORD, Background, Text, Token
from checker.facts.vocabulary import word_set

SAYING = word_set(
    """
    said says say saying told tells tell added adds claimed claims announced announces reported
    explained explains
    warned warns argued argues insisted insists declared declares confirmed confirms admitted admits
    suggested suggests
    suggest wrote writes revealed reveals acknowledged denied denies complained complains predicted
    predicts testified
    commented remarked recalled recalls concluded concludes asserted asserts alleged stated states noted notes
    stressed believes believe think thinks estimated estimates
    """
)
_OPENERS = SAYING | {"according"}
_SKIP = word_set(
    "also later had has have been then repeatedly recently earlier previously once just who do does did not"
)
_PRONOUNS = word_set("he she they it we i you who that this which one some many people those others")
_PREPOSITIONS = word_set("of at in for from with on near by")
_STOP = word_set(
    """
    that to but or as if when while because after before about is was are were has have had be will
    would it there not
    so what how why who which whose where than then whether into over under
    """
)
_PEOPLE = frozenset(TITLES.values()) | stem_set(
    """
    source police authority government ministry department agency company firm group organization study
    report
    expert critic activist campaigner union party court bank council charity paper newspaper agency
    statement
    spokesperson mother father parent family friend neighbor student victim investigator researcher investor
    opponent supporter man woman boy girl driver survivor hospital university committee commission board
    panel
    military army rebel insider observer poll survey document memo rival protester employee worker staff
    ally
    prosecutor         regulator institute airline manufacturer campaign association federation club
    team office embassy
    """
)
_VAGUE = stem_set(
    "expert analyst company firm group staff source people scientist researcher specialist report"
)
"""Who may stand for people and bodies that the source calls by name."""
_ALIKE = {
    word: frozenset(row.split())
    for row in (
        "army military troops soldiers forces",
        "police officers officer detectives",
        "government ministers ministry administration",
        "airline carrier",
        "council authority authorities officials city town",
        "residents villagers locals inhabitants neighbors neighbours",
        "charity organization organisation foundation",
        "study survey research poll paper",
        "worker workers employees employee union",
        "court judge judges tribunal",
        "hospital clinic doctors",
        "university college institute academy",
        "students pupils",
    )
    for word in row.split()
}
"""Speakers that a rewrite may exchange."""
_SHARES = word_set(
    "one some many most lots plenty thousands hundreds dozens scores half none all each several both any few"
)
"""*Lots of the staff said*: who says it follows."""
_HEARSAY = word_set("reportedly allegedly reports reported apparently")
_FAR = 14


class Speaker(NamedTuple):
    """Who says something: the tokens from `first` up to, not including, `after`."""

    first: int
    after: int
    head: str
    """Stem of the word that names the speaker, or a pronoun as it is."""
    words: frozenset[str]
    """Stems of all its words, those of an apposition included."""
    verb: int
    """The token of the verb, or of *according*."""
    named: bool
    """Whether it is a name and no common noun."""

    @property
    def pronoun(self) -> bool:
        """Whether only the sentences around tell who it is."""
        return self.head in _PRONOUNS


def speakers(text: Text) -> list[Speaker]:
    """List who says something in a passage, in order."""
    tokens = text.tokens
    found: list[Speaker] = []
    for index in text.places(_OPENERS):
        token = tokens[index]
        if token.lower == "according" and index + 2 < len(tokens) and tokens[index + 1].lower == "to":
            speaker = _right(text, index + 2, index)
        elif token.lower in SAYING and not (token.capital and not token.opens):  # the United States
            speaker = _left(text, index)
            if speaker is None and index and tokens[index - 1].shape is MARK:
                speaker = _right(text, index + 1, index)
        else:
            continue
        if speaker is not None:
            found.append(speaker)
    return found


def _left(text: Text, verb: int) -> Speaker | None:
    """Read the subject before a verb: *a senior official said*, *Price, the spokesman, said*."""
    tokens = text.tokens
    at = verb - 1
    while at >= 0 and (tokens[at].lower in _SKIP or tokens[at].lower.endswith("ly")):
        at -= 1
    if at < 0:
        return None
    aside: tuple[int, int] | None = None
    if tokens[at].text == ",":
        back = at - 1
        while back >= 0 and at - back <= _FAR and tokens[back].text not in ',.!?"“”;:':
            back -= 1
        if back <= 0 or tokens[back].text != "," or not 2 <= at - back <= _FAR:
            return None
        aside = (back + 1, at)
        at = back - 1
        if tokens[at].shape is not WORD:
            return None
    end = at + 1
    while at >= 0 and end - at < _FAR and _in_phrase(tokens[at]):
        at -= 1
    start = at + 1
    if start < end - 1 and tokens[start].lower in ("and", "so", "still", "yet"):
        start += 1
    return _speaker(text, (start, end), verb, aside)


def _right(text: Text, first: int, verb: int) -> Speaker | None:
    """Read the speaker after *said* or *according to*, up to a mark or the end."""
    tokens = text.tokens
    at = first
    while at < len(tokens) and at - first < _FAR and _in_phrase(tokens[at]):
        at += 1
    if (
        at < len(tokens)
        and tokens[at].shape is not MARK
        and tokens[at].lower not in ("who", "that", "which", "to")
    ):
        return None
    return _speaker(text, (first, at), verb, None) if at > first else None


def _in_phrase(token: Token) -> bool:
    return (
        token.shape is WORD
        and token.lower not in _STOP
        and (token.lower not in SAYING or (token.capital and not token.opens))
    )


def _speaker(text: Text, at: tuple[int, int], verb: int, aside: tuple[int, int] | None) -> Speaker | None:
    tokens = text.tokens
    first, after = at
    core = after
    for index in range(first + 1, after):
        if tokens[index].lower in _PREPOSITIONS and tokens[index - 1].lower not in _SHARES:
            core = index  # "experts at the institute said": the head stands before the first preposition
            break
    last = tokens[core - 1].lower
    if last in _PRONOUNS:
        return Speaker(first, after, last, frozenset({last}), verb, named=False)
    words = [
        token
        for token in tokens[first:core]
        if token.lower not in HONORIFICS and token.lower not in FUNCTION_WORDS and token.shape is WORD
    ]
    if not words:
        return None
    head = words[-1]
    named = head.capital and not (head.opens and head.lower in TITLES)
    if not named and TITLES.get(head.lower, head.stem) not in _PEOPLE and head.stem not in _PEOPLE:
        return None
    everything = [*tokens[first:after], *(tokens[aside[0] : aside[1]] if aside else ())]
    stems = {token.stem for token in everything if token.lower not in FUNCTION_WORDS}
    name = PLACE_OF.get(head.lower, head.stem)
    if len(words) > 1:
        name = PHRASES.get((words[-2].lower, head.lower), name)  # the United States are the US
    stems.add(name)
    return Speaker(first, core, name, frozenset(stems), verb, named=named)


def attribution_differences(
    source: Text, copy: Text, *, background: Background | None = None
) -> Iterator[Difference]:
    """Yield speakers that the copy exchanges, adds or leaves out."""
    here = speakers(copy)[:_MOST]
    invented = [one for one in here if background and _nowhere(copy, one, background)]
    if invented:
        for one in invented:
            yield _invented(copy, one)
        return
    there = speakers(source)[:_MOST]
    if not here:
        if len(there) == 1 and not there[0].pronoun and len(source.tokens) < 60:
            yield _dropped(source, there[0])
        return
    changed = list(_quoted(source, copy, there, here))
    if changed:
        yield from changed
        return
    free_here = [one for one in here if not one.pronoun and not any(_same(one, other) for other in there)]
    free_there = [one for one in there if not one.pronoun and not any(_same(one, other) for other in here)]
    if len(free_there) == 1 and len(free_here) == 1:
        yield _changed(source, copy, free_there[0], free_here[0])
    elif not there and not source.words & _HEARSAY:
        for one in free_here:
            yield _added(copy, one, known=one.head in source.stems)


_MOST = 60


def _quoted(source: Text, copy: Text, there: list[Speaker], here: list[Speaker]) -> Iterator[Difference]:
    """Yield the speakers of one and the same quotation that cannot be one person."""
    if not there or not here:
        return
    quoted_there, quoted_here = quotations(source)[:_MOST], quotations(copy)[:_MOST]
    for new_quote in quoted_here:
        new = _beside(new_quote, here)
        if new is None or new.pronoun:
            continue
        stems = _content(copy, new_quote)
        for old_quote in quoted_there:
            old = _beside(old_quote, there)
            if old is None or old.pronoun or _same(old, new):
                continue
            others = _content(source, old_quote)
            if len(stems & others) >= 2 and 2 * len(stems & others) >= min(len(stems), len(others)):
                yield _changed(source, copy, old, new)
                break


def _beside(quote: Quotation, speakers: list[Speaker]) -> Speaker | None:
    for speaker in speakers:
        if quote.after <= speaker.verb <= quote.after + 3 or quote.first - 4 <= speaker.verb < quote.first:
            return speaker
        if speaker.after <= speaker.verb and quote.after <= speaker.first <= quote.after + 2:
            return speaker
    return None


def _content(text: Text, quote: Quotation) -> frozenset[str]:
    """Return the stems of the words of a quotation that say something."""
    return frozenset(
        token.stem
        for token in text.tokens[quote.first : quote.after]
        if token.shape is not MARK and token.stem not in FUNCTION_WORDS
    )


def _same(left: Speaker, right: Speaker) -> bool:
    return (
        left.pronoun
        or right.pronoun
        or left.head in right.words
        or right.head in left.words
        or TITLES.get(left.head, "") == TITLES.get(right.head, "-")
        or alike(left.head, right.head)
    )


def _changed(source: Text, copy: Text, old: Speaker, new: Speaker) -> Difference:
    before, after = source.quote(old.first, old.after), copy.quote(new.first, new.after)
    # "The minister" may be the "Price" of the sentence before; two names or two callings are two speakers.
    sure = old.named == new.named and (new.named or new.head not in source.stems)
    return Difference(
        kind=Kind.ATTRIBUTION,
        rule="attribution.speaker" if sure else "attribution.speaker.unsure",
        contradicts=False,
        explanation=f"In the source “{before}” says it, in the copy “{after}”.",
        source=source.stretch(old.first, old.after),
        republished=copy.stretch(new.first, new.after),
    )


def _added(copy: Text, speaker: Speaker, *, known: bool) -> Difference:
    rule = "attribution.added.unsure" if known else "attribution.added"
    return _new(copy, speaker, rule, "the source passage names no speaker")


def _nowhere(copy: Text, speaker: Speaker, background: Background) -> bool:
    """Say whether the whole source article has no word of this speaker."""
    words = {
        token.lower
        for token in copy.tokens[speaker.first : speaker.after]
        if token.lower not in FUNCTION_WORDS and token.lower not in HONORIFICS
    }
    last = copy.tokens[speaker.after - 1]
    words |= TITLE_FORMS.get(TITLES.get(last.lower, ""), frozenset()) | _ALIKE.get(last.lower, frozenset())
    vague = last.stem in _VAGUE
    return not speaker.pronoun and not vague and bool(words) and words.isdisjoint(background.words)


def _invented(copy: Text, speaker: Speaker) -> Difference:
    # "Experts" at the start of a sentence has a capital letter and is no name.
    sure = speaker.named and not copy.tokens[speaker.after - 1].opens
    rule = "attribution.invented" if sure else "attribution.invented.unsure"
    return _new(copy, speaker, rule, "the source article nowhere has this speaker")


def _new(copy: Text, speaker: Speaker, rule: str, lack: str) -> Difference:
    return Difference(
        kind=Kind.ATTRIBUTION,
        rule=rule,
        contradicts=False,
        explanation=f"The copy lets “{copy.quote(speaker.first, speaker.after)}” say it; {lack}.",
        republished=copy.stretch(speaker.first, speaker.after),
    )


def _dropped(source: Text, speaker: Speaker) -> Difference:
    return Difference(
        kind=Kind.ATTRIBUTION,
        rule="attribution.dropped",
        contradicts=False,
        explanation=f"In the source “{source.quote(speaker.first, speaker.after)}” says it; "
        "the copy states it without a speaker.",
        source=source.stretch(speaker.first, speaker.after),
    )
