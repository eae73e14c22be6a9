# ruff: noqa: E501 - patterns read better unbroken
"""Harmless rewrites of the order and make-up of sentences, and omissions that leave the rest true."""

import re
from collections.abc import Sequence
from random import Random

from training.perturb import lexicon
from training.perturb.change import Edit
from training.perturb.context import Context, Kind
from training.perturb.morphology import forms
from training.perturb.scan import Name

_DAYS = "|".join(lexicon.WEEKDAYS)
_MONTHS = "|".join(lexicon.MONTHS)
_TIME = (
    rf"(?:on (?:{_DAYS})(?: (?:morning|afternoon|evening|night))?|in (?:{_MONTHS})(?: \d{{4}})?|in (?:1[89]|20)\d\d"
    rf"|last (?:week|month|year|night|{_DAYS})|earlier this (?:week|month|year)|this (?:week|month|year)|next (?:week|month|year)"
    r"|yesterday|in recent (?:weeks|months|years)|at the (?:time|weekend|moment)|in the (?:past|last) (?:decade|year|month|week)"
    r"|a year ago|(?:two|three|four|five|ten) (?:years|months|weeks|days) (?:ago|later|earlier)|since then|over the years)"
)
_TIME_END = re.compile(rf",? ({_TIME})(?=[.]$)")
_TIME_FRONT = re.compile(rf"^({_TIME}),? (?=[A-Za-z0-9])", re.IGNORECASE)
_TIME_MIDDLE = re.compile(rf",? ({_TIME})(?=,? (?:that|to|in|at|for|with|after|by|and)\b|[.,]|$)")

_SAID_VERBS = ("said", "told reporters", "stated", "added", "explained", "commented", "remarked", "noted")
_SAID_AFTER = re.compile(
    r"(?<=[,”\"] )([A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3}|he|she|they) (said|says|added|explained|told reporters)(?=[.,]|$)"
)
_SAID_SWAPPED = re.compile(
    r"(?<=[,”\"] )(said|says|added|explained) ([A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3})(?=[.,]|$)"
)
_SAID_THAT = re.compile(
    r"\b(said|says|believes?|thinks?|claims?|claimed|announced|argues?|argued|knows?|hopes?|showed|shows|suggests?|explained|added)( that)(?= (?:he|she|it|they|the|we|there|his|her|its|their|this|these|a|an|[A-Z][a-z]+)\b)"
)
_SAID_BARE = re.compile(
    r"\b(said|says|believes?|thinks?|claims|claimed|announced|argues|argued|added|suggests)(?= (?:he|she|it|they|the|we|there|his|her|its|their)\b(?! (?:day|time|year)))"
)
_END_ATTRIBUTION = re.compile(
    r"^([^“”\".?!]{25,260}), ((?:according to [^,.“\"]{3,70})|(?:(?:the |a |an )?[A-Za-z][^,.“\"]{2,60} (?:said|says|told reporters)))\.$"
)
_FRONT_ACCORDING = re.compile(r"^According to ([^,.“\"]{3,80}), ([^“”\"?!]{20,260})\.$")
_QUOTE_THEN_SPEAKER = re.compile(
    r"^([“\"][^“”\"]{8,300}?)([,.])([”\"]),? ((?:[A-Z]\w*|the|a)[^,.“\"]{0,60}? said|said [^,.“\"]{2,60}|he said|she said)\.$"
)
_SPEAKER_THEN_QUOTE = re.compile(r"^([A-Z][^,.:“\"]{1,60}) said[:,] ([“\"])([^“”\"]{8,300}?)[.]?([”\"])\.?$")
_SAID_CLAUSE = re.compile(
    r"^((?:The |A |An )?[A-Z][\w'’-]*(?: [\w'’-]+){0,5}?) (said|says)(?: that)? ((?:the|a|an|he|she|it|they|there|his|her|its|their)\b[^“”\"?!:;]{20,200})\.$"
)

_PARENTHESIS = re.compile(r" \((?![A-Z]{2,6}\))[^()]{2,80}\)")
_DASHED_ASIDE = re.compile(r" [–—-] [^–—]{4,90} [–—-] ")
_RELATIVE = re.compile(r", (?:who|which|where|whose) [^,.;“”\"]{5,110}(?=,|\.)")
_APPOSITION = re.compile(r"(?<=[a-z]), (?:a|an|the) (?:[a-z][\w-]* ?){2,10}, (?=[a-z])")
_PARTICIPLE_END = re.compile(
    r", (?:[a-z]+ing|including|such as|as well as|along with) [^,;“”\"]{5,110}(?=\.$)"
)
_SECOND_CLAUSE = re.compile(
    r"(?:,|;) (?:and|while|whereas) (?:the|he|she|it|they|there|his|her|[A-Z]\w+)\b[^“”\"]{10,140}(?=\.$)"
)
_WHO_WAS = re.compile(
    r"(?<=[a-z],)? (?:who|which|that) (?:is|are|was|were) (?=(?:\w+ed|based|known|born|held|made|built|found|written|given|taken|located|being|living|working|held)\b)"
)
_WHO_VERB = re.compile(
    r"(?<=[a-z]) (?:who|that) (live|work|come|play|stand|support|belong)(s)? (?=in|at|for|on|with|from|to|near|by)"
)
_SPLIT_AND = re.compile(
    r"(?<=[a-z0-9]),? (and|but) (?=(?:he|she|it|they|we|there|the|his|her|its|their|this|these|[A-Z]\w+) (?:\w+ ){0,3}(?:is|are|was|were|has|have|had|will|would|can|could|said|says|\w+ed)\b)"
)
_SPLIT_WHICH = re.compile(
    r"(?<=[a-z0-9]), (which|who) (is|are|was|were|has|have|had|will|can|could) (?=[^,“”\"]{8,120}\.$)"
)
_MERGE = re.compile(r"(?<=[a-z0-9])[.] (?=(?:He|She|It|They|The|This|There|His|Her|We|In|But) [a-z])")
_TITLED = re.compile(
    r"\b(?:(?:US |U\.S\. |French |German |British |Russian |former |Former )?(?:President|Prime Minister|Chancellor|Foreign Minister|Secretary of State|Senator|Sen\.|Governor|Gov\.|Mayor|Dr\.?|Professor|Prof\.?|Mr\.?|Mrs\.?|Ms\.?|Sir|Lord|General|Gen\.|Judge|Detective|Captain|Minister) )(?=[A-Z][a-z]+)"
)
_LIST = re.compile(
    r"\b([a-z]{4,}) and ([a-z]{4,})\b(?= (?:in|on|at|of|for|to|from|with|by|are|were|have|will|that|who)\b|[.,]|$)"
)
_OF_POSSESSIVE = re.compile(r"\bthe ([a-z]+) of ([A-Z][a-z]+)(?=[ .,](?![A-Z]))")
_POSSESSIVE_OF = re.compile(
    r"\b([A-Z][a-z]+)['’]s ([a-z]{4,})(?= (?:is|are|was|were|has|have|had|will|would|in|on|at|to|for)\b)"
)
_NUMBER_OF = re.compile(r"^There (?:is|are|was|were) (?=(?:an?|some|many|several|two|three|\d+) )")
_PASSIVE = re.compile(
    r"^((?:The|A|An|His|Her|Their|Its) [a-z][\w -]{2,40}|[A-Z]\w+(?: [A-Z]\w+)*) (was|were) ([a-z]+ed) by ((?:the|a|an|his|her|their) [a-z][\w -]{2,40}|[A-Z]\w+(?: [A-Z]\w+)*)\.$"
)
_ADJECTIVE_DROPPED = re.compile(
    r"(?<=\bthe |\bhis |\bher ) ?(?:famous|well-known|beautiful|great|beloved|popular|renowned|iconic|respected|sprawling|bustling|picturesque|leading|prominent|influential) (?=[a-z])"
)
_FILLER = re.compile(
    r"(?<=[a-z]) (?:"
    + "|".join(dict.fromkeys((*lexicon.INTENSIFIERS, *lexicon.EMPTY_ADVERBS)))
    + r") (?=[a-z])"
)
_MARKER = re.compile(
    r"^(?:"
    + "|".join(sorted(lexicon.MARKERS, key=len, reverse=True))
    + r"|But|And|So|Yet), ?|^(?:But|And|So|Yet) (?=[a-z])"
)
_BOTH = re.compile(r"\bboth (?=[\w' -]{2,40} and )")


def time_front(context: Context, rng: Random) -> Sequence[Edit] | None:
    """`... on Tuesday.` <-> `On Tuesday, ...`"""
    text = context.text
    match = _TIME_END.search(text)
    if match and not re.search(r"[.!?]\s|“|\"", text[:-1]):
        when = match.group(1)
        first = _lowered(text, context.names)
        return [Edit(0, 1, when[0].upper() + when[1:] + ", " + first), Edit(match.start(), match.end(), "")]
    match = _TIME_FRONT.match(text)
    if match and re.fullmatch(r"[^.!?:;“\"]+\.", text[match.end() :]):
        when = match.group(1)
        rest = text[match.end()]
        return [
            Edit(0, match.end() + 1, rest.upper()),
            Edit(len(text) - 1, len(text) - 1, " " + when[0].lower() + when[1:]),
        ]
    return None


def time_dropped(context: Context, rng: Random) -> Sequence[Edit] | None:
    """Leaves out when; what is left still holds."""
    match = _TIME_FRONT.match(context.text)
    if match:
        return [Edit(0, match.end() + 1, context.text[match.end()].upper())]
    match = _TIME_MIDDLE.search(context.text)
    return [Edit(*match.span(), "")] if match and match.start() > 15 else None


def _lowered(text: str, names: list[Name]) -> str:
    word = re.match(r"[A-Za-z]+", text)
    named = any(name.start == 0 for name in names) or (word is not None and word.group().isupper())
    common = word is not None and word.group().lower() in lexicon.FUNCTION_WORDS and word.group() != "I"
    return text[0].lower() if common and not named else text[0]


def reporting_verb(context: Context, rng: Random) -> Sequence[Edit] | None:
    found = list(_SAID_AFTER.finditer(context.text))
    if found:
        match = rng.choice(found)
        verbs = (
            [v for v in _SAID_VERBS if v != match.group(2)]
            if match.group(2) != "says"
            else ["said", "explains", "adds"]
        )
        return [Edit(*match.span(2), rng.choice(verbs))]
    bare = list(re.finditer(r"\bsaid(?= that\b|:)", context.text))
    if bare:
        return [Edit(*bare[0].span(), rng.choice(("stated", "explained", "noted", "pointed out", "added")))]
    return None


def said_order(context: Context, rng: Random) -> Sequence[Edit] | None:
    """`X said` <-> `said X`."""
    for match in _SAID_SWAPPED.finditer(context.text):
        return [Edit(*match.span(), f"{match.group(2)} {match.group(1)}")]
    for match in _SAID_AFTER.finditer(context.text):
        if match.group(1) not in ("he", "she", "they") and " " not in match.group(2):
            return [Edit(*match.span(), f"{match.group(2)} {match.group(1)}")]
    return None


def attribution_moved(context: Context, rng: Random) -> Sequence[Edit] | None:  # noqa: PLR0911 - one return per pattern
    """The speaker moves from the end to the front, or back."""
    text = context.text
    if match := _FRONT_ACCORDING.match(text):
        who, what = match.groups()
        style = rng.choice((f", according to {who}", f", {who} said"))
        return [Edit(0, len(text), what[0].upper() + what[1:] + style + ".")]
    if match := _END_ATTRIBUTION.match(text):
        what, who = match.groups()
        first = _lowered(what, context.names) + what[1:]
        if who.startswith("according to "):
            return [Edit(0, len(text), f"According to {who.removeprefix('according to ')}, {first}.")]
        speaker = who.rsplit(" said", 1)[0].rsplit(" says", 1)[0].rsplit(" told", 1)[0]
        return [
            Edit(
                0, len(text), speaker[0].upper() + speaker[1:] + f" said{rng.choice((' that', ''))} {first}."
            )
        ]
    if match := _QUOTE_THEN_SPEAKER.match(text):
        quote, _, close, who = match.groups()
        speaker = who.removesuffix(" said").removeprefix("said ")
        return [Edit(0, len(text), f"{speaker[0].upper() + speaker[1:]} said: {quote}.{close}")]
    if match := _SPEAKER_THEN_QUOTE.match(text):
        who, opening, quote, close = match.groups()
        return [
            Edit(0, len(text), f"{opening}{quote},{close} {_lowered(who, context.names) + who[1:]} said.")
        ]
    if match := _SAID_CLAUSE.match(text):
        who, verb, what = match.groups()
        return [
            Edit(
                0,
                len(text),
                f"{what[0].upper() + what[1:]}, {_lowered(who, context.names) + who[1:]} {verb}.",
            )
        ]
    return None


def that_dropped(context: Context, rng: Random) -> Sequence[Edit] | None:
    if found := list(_SAID_THAT.finditer(context.text)):
        return [Edit(*rng.choice(found).span(2), "")]
    if found := list(_SAID_BARE.finditer(context.text)):
        at = rng.choice(found).end()
        return [Edit(at, at, " that")]
    return None


def aside_dropped(context: Context, rng: Random) -> Sequence[Edit] | None:
    """A parenthesis, apposition or relative clause is left out."""
    text = context.text
    options = [Edit(*m.span(), "") for m in _PARENTHESIS.finditer(text)]
    options += [Edit(*m.span(), " ") for m in _DASHED_ASIDE.finditer(text)]
    options += [Edit(*m.span(), " ") for m in _APPOSITION.finditer(text)]
    for match in _RELATIVE.finditer(text):
        comma = text[match.end()] == ","
        options.append(Edit(match.start(), match.end() + comma, ""))
    return _outside_quotes(context, options, rng)


def clause_dropped(context: Context, rng: Random) -> Sequence[Edit] | None:
    """A further clause at the end is left out."""
    found = [m for pattern in (_PARTICIPLE_END, _SECOND_CLAUSE) for m in pattern.finditer(context.text)]
    options = [
        Edit(*m.span(), "")
        for m in found
        if m.start() > 25 and "not" not in context.text[: m.start()].split()
    ]
    return _outside_quotes(context, options, rng)


def filler_dropped(context: Context, rng: Random) -> Sequence[Edit] | None:
    """An intensifier or empty adverb is left out."""
    found = [*_FILLER.finditer(context.text), *_ADJECTIVE_DROPPED.finditer(context.text)]
    safe = [
        m
        for m in found
        if not re.search(r"\b(?:not|no|n't|as|more|than|just|is|are|was|were|be)$", context.text[: m.start()])
    ]
    options = [Edit(m.start(), m.end(), " " if m.group().startswith(" ") else "") for m in safe]
    return _outside_quotes(context, options, rng)


def _outside_quotes(context: Context, options: list[Edit], rng: Random) -> Sequence[Edit] | None:
    safe = [e for e in options if not any(s <= e.start < t or s < e.end <= t for s, t in context.quoted)]
    return [rng.choice(safe)] if safe else None


def relative_reduced(context: Context, rng: Random) -> Sequence[Edit] | None:
    """`who was born in` -> `born in`, `who live in` -> `living in`."""
    options = [Edit(*m.span(), " ") for m in _WHO_WAS.finditer(context.text)]
    for match in _WHO_VERB.finditer(context.text):
        stem = match.group(1)
        options.append(Edit(*match.span(), f" {stem.removesuffix('e')}ing "))
    return [rng.choice(options)] if options else None


def split(context: Context, rng: Random) -> Sequence[Edit] | None:
    """One sentence becomes two."""
    text = context.text
    options: list[Edit] = []
    for match in _SPLIT_AND.finditer(text):
        word = "But " if match.group(1) == "but" else ""
        first = text[match.end()]
        options.append(Edit(match.start(), match.end() + 1, f". {word}{first if word else first.upper()}"))
    for match in _SPLIT_WHICH.finditer(text):
        plural = match.group(2) in ("are", "were", "have")
        subject = "They" if plural else ("It" if match.group(1) == "which" else "")
        if subject:
            options.append(Edit(*match.span(), f". {subject} {match.group(2)} "))
    return _outside_quotes(context, options, rng)


def merge(context: Context, rng: Random) -> Sequence[Edit] | None:
    """Two sentences become one."""
    options: list[Edit] = []
    for match in _MERGE.finditer(context.text):
        first = context.text[match.end()]
        joint = rng.choice((", and ", "; ", " and "))
        if context.text[match.end() :].startswith("But "):
            joint = ", "
        options.append(Edit(match.start(), match.end() + 1, joint + first.lower()))
    return _outside_quotes(context, options, rng)


def title_dropped(context: Context, rng: Random) -> Sequence[Edit] | None:
    found = list(_TITLED.finditer(context.text))
    return [Edit(*m.span(), "") for m in found[:1]] or None


def name_shortened(context: Context, rng: Random) -> Sequence[Edit] | None:
    """A full name becomes a surname."""
    people = [
        n
        for n in context.names
        if n.kind == "person" and n.text.count(" ") == 1 and n.text.split()[0].lower() in lexicon.FIRST_NAMES
    ]
    if not people:
        return None
    name = rng.choice(people)
    return [Edit(name.start, name.end, name.text.split(" ", 1)[1])]


def list_order(context: Context, rng: Random) -> Sequence[Edit] | None:
    """`A and B` -> `B and A`, for plain plural nouns and for names."""
    options: list[Edit] = []
    for match in _LIST.finditer(context.text):
        a, b = match.groups()
        kinds = [{f.slot for f in forms(w) if f.pos == "n"} for w in (a, b)]
        if kinds[0] == kinds[1] == {"s"}:
            options.append(Edit(*match.span(), f"{b} and {a}"))
    for a_name, b_name in zip(context.names, context.names[1:], strict=False):
        before = context.text[: a_name.start].rstrip()
        if context.text[a_name.end : b_name.start] == " and " and not before.endswith(
            (",", " of", "between")
        ):
            options.append(Edit(a_name.start, b_name.end, f"{b_name.text} and {a_name.text}"))
    return [rng.choice(options)] if options else None


def possessive(context: Context, rng: Random) -> Sequence[Edit] | None:
    options = [
        Edit(*m.span(), f"{m.group(2)}'s {m.group(1)}")
        for m in _OF_POSSESSIVE.finditer(context.text)
        if m.group(1) in _OWNED and m.group(2) not in ("State", "Representatives")
    ]
    options += [
        Edit(*m.span(), f"the {m.group(2)} of {m.group(1)}")
        for m in _POSSESSIVE_OF.finditer(context.text)
        if m.group(2) in _OWNED
    ]
    chosen = [e if e.start else Edit(e.start, e.end, e.new[0].upper() + e.new[1:]) for e in options]
    return [rng.choice(chosen)] if chosen else None


_OWNED = frozenset(
    [
        "president",
        "capital",
        "government",
        "king",
        "queen",
        "economy",
        "population",
        "people",
        "army",
        "police",
        "mayor",
        "leader",
        "history",
        "culture",
        "city",
        "coast",
        "mother",
        "father",
        "brother",
        "sister",
        "son",
        "daughter",
        "wife",
        "husband",
        "family",
        "house",
        "home",
        "work",
        "name",
        "death",
        "life",
        "birth",
        "career",
        "parliament",
        "citizens",
        "role",
        "prime",
        "minister",
        "chairman",
        "head",
        "founder",
        "owner",
        "director",
        "author",
        "son",
        "residents",
        "borders",
        "forces",
        "north",
        "south",
        "east",
        "west",
        "center",
    ]
)


def passive(context: Context, rng: Random) -> Sequence[Edit] | None:
    """`The bridge was destroyed by the army.` -> `The army destroyed the bridge.`"""
    match = _PASSIVE.match(context.text)
    if not match:
        return None
    patient, _, verb, agent = match.groups()
    if re.search(
        r"\b(?:of|in|on|at|for|with|and|who|that|which|to|from)\b", patient + " " + agent
    ) or verb in ("followed",):
        return None
    patient = (
        patient[0].lower() + patient[1:]
        if patient.split()[0] in ("The", "A", "An", "His", "Her", "Their", "Its")
        else patient
    )
    return [Edit(0, len(context.text), f"{agent[0].upper() + agent[1:]} {verb} {patient}.")]


def marker(context: Context, rng: Random) -> Sequence[Edit] | None:
    """A discourse marker comes or goes."""
    text = context.text
    match = _MARKER.match(text)
    if match and len(text) > match.end() + 10:
        return [Edit(0, match.end() + 1, text[match.end()].upper())]
    if not text[:1].isupper() or text.startswith(lexicon.MARKERS):
        return None
    return [Edit(0, 1, rng.choice(lexicon.MARKERS) + ", " + _lowered(text, context.names))]


def headline(context: Context, rng: Random) -> Sequence[Edit] | None:
    """A short sentence in the letter case of a headline."""
    words = context.tokens
    if len(words) > 14 or "." in context.text[:-1] or any(c in context.text for c in '“"'):
        return None
    edits = [
        Edit(t.start, t.start + 1, t.text[0].upper())
        for t in words
        if t.text[0].islower() and (t.lower not in lexicon.FUNCTION_WORDS or t.start == 0)
    ]
    end = len(context.text)
    return [*edits, Edit(end - 1, end, "")] if context.text.endswith(".") and edits else None


def both_dropped(context: Context, rng: Random) -> Sequence[Edit] | None:
    found = list(_BOTH.finditer(context.text))
    return [Edit(*found[0].span(), "")] if found and found[0].start() else None


KINDS: dict[str, Kind] = {
    "time_front": time_front,
    "time_dropped": time_dropped,
    "reporting_verb": reporting_verb,
    "said_order": said_order,
    "attribution_moved": attribution_moved,
    "that_dropped": that_dropped,
    "aside_dropped": aside_dropped,
    "clause_dropped": clause_dropped,
    "filler_dropped": filler_dropped,
    "relative_reduced": relative_reduced,
    "split": split,
    "merge": merge,
    "title_dropped": title_dropped,
    "name_shortened": name_shortened,
    "list_order": list_order,
    "possessive": possessive,
    "passive": passive,
    "marker": marker,
    "headline": headline,
    "both_dropped": both_dropped,
}
