"""Tells by its wording whether a line is page furniture.

The wording is in the `.txt` files beside this one, a file for each language. There, a line in square brackets
names the reason that the patterns under it stand for, and after a colon where they hold:

- nothing: wherever the line stands,
- `top`, `inside`, `end`: only above the story, between its paragraphs, or at its end,
- `ending`: the pattern needs only match the end of a line,
- `opens links`, `opens author`, `opens comments`: wherever the line stands, and what follows it belongs to it.

Every other line is a regular expression for a whole line in small letters, with straight quotation marks,
single spaces and no marks of a list before it. In it, names in braces stand for what `WORDS` says.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "de", "es", "fr", "it", "nl", "pt", "ru", "ja")
LONGEST_LINE = 600
"""Longer lines are prose: no piece of furniture that is known by its wording is as long."""
LONGEST_CAPTION = 300
"""A longer line that ends in a credit is a paragraph with a caption run into it."""
LONGEST_ENDING = 120
ZONES = frozenset({"top", "inside", "end"})

AGENCY = (
    "(?:ap|afp|epa|upi|pti|ani|reuters|getty|getty images|shutterstock|istock|alamy|xinhua|bloomberg|pa wire|"
    "pa media|pool|anadolu(?: agency)?|zuma press|wikimedia(?: commons)?|unsplash|pexels|pixabay|flickr|handout|"
    "ap photo|nurphoto|tass|kyodo|imago|imago images|dpa|picture alliance|epa-efe|efe|ansa|anp|belga|lusa|npr|sipa|"
    "rex features|the new york times|the washington post|keystone|apa|afp via getty images|риа новости|тасс|時事|共同)"
)
MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}"
WEEKDAY = "(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?"
# Taken greedily and never given back: the pieces of a date can be cut in too many ways to try them all.
DATE = (
    rf"(?:(?>{MONTH}|{WEEKDAY}|[0-9]{{1,2}}[:.h][0-9]{{2}}|[0-9]{{1,4}}(?:st|nd|rd|th)?|[ap]\.?m\.?|gmt|utc|bst|cet|cest|"
    r"[ecmpi][sd]?t|hrs|at|on|local time|ago|hours?|minutes?|days?|weeks?|months?|years?|last|updated|published|"
    r"modified|posted)[ ,.|·•*/:()@–-]{0,4}){1,20}+"
)
WORDS = {
    "DATE": DATE,
    # A date somewhere, and no clause after a comma but a second date.
    "STAMP": (
        r"(?=.{0,40}[0-9])(?!.*, (?!mise? |actual|aggiorn|at?ual|aktual|bijge|обнов|à |um |às |alle |om |в )"
        r"[^\W\d]{2})[^!?]"
    ),
    "AGENCY": AGENCY,
    "CREDITED": rf"\W{{0,2}}(?:[a-z][\w.' -]{{1,40}} ?[/|,] ?)?{AGENCY}(?:(?:[ /|,]| via ){{1,3}}"
    rf"(?:{AGENCY}|files?|file photo|photo)){{0,2}}\W{{0,2}}",
    "MONTH": MONTH,
    "NETWORK": (
        r"facebook|twitter|x|x \(twitter\)|whatsapp|linkedin|reddit|pinterest|telegram|e-?mail|messenger|print|"
        "flipboard|copy link|copy url|tumblr|instagram|youtube|tiktok|threads|bluesky|mastodon|sms|pocket|viber|vk|"
        "rss|google news|xing|line|hatena|はてな|вконтакте|одноклассники|телеграм"
    ),
    # The title of another story carries no full stop, unless it is cut off.
    "TITLE": r".{0,300}(?:[^.]|\.\.\.|…)",
}
HEADING = re.compile(r"\[([a-z ]+)(?:: ([a-z, ]+))?\]")
WORD = re.compile(r"\{([A-Z]+)\}")
STRAIGHT = str.maketrans("‘’‚“”„\xa0\u202f", "'''\"\"\"  ")
LIST_MARK = re.compile(r"(?:[-*•·‣▪►▶→>|]{1,3}|[0-9]{1,2}[.)]) (?![^\W\d]{3,9}\.? [0-9]{4}\b)")
"""What stands before a line in a list; the day of `8. März 2025` is none."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Patterns that stand for one reason in one place."""

    reason: str
    zones: frozenset[str]
    """Where the line must stand; empty for anywhere."""
    opens: str
    """What begins with this line: `links`, `author`, `comments`, or nothing."""
    pattern: re.Pattern[str]
    ending: bool


def plain(line: str) -> str:
    """Return a line as the patterns want it."""
    single = " ".join(line.translate(STRAIGHT).split()).lower()
    mark = LIST_MARK.match(single)
    return single[mark.end() :] if mark else single


def matching(line: str, asked: Sequence[Rule], zones: frozenset[str] = frozenset()) -> Rule | None:
    """Return the first of the rules asked that a plain line fulfils where it stands."""
    if len(line) > LONGEST_LINE:
        return None
    bare = _without_brackets(line)
    return _matching(line, asked, zones) or (_matching(bare, asked, zones) if bare != line else None)


def _without_brackets(line: str) -> str:
    line = line.lstrip("*_….") if line[:1] in "*_…." else line
    return line[1:-1].strip() if line[:1] + line[-1:] in ("()", "[]") else line.lstrip()


def _matching(line: str, asked: Sequence[Rule], zones: frozenset[str]) -> Rule | None:
    for rule in asked:
        if rule.zones and not rule.zones & zones:
            continue
        if rule.ending:
            tail = max(0, len(line) - LONGEST_ENDING)
            found = rule.pattern.search(line, tail) if len(line) <= LONGEST_CAPTION else None
        else:
            found = rule.pattern.fullmatch(line)
        if found:
            return rule
    return None


@cache
def rules(languages: tuple[str, ...]) -> tuple[Rule, ...]:
    """Return the rules for these languages, those for every language first."""
    known = [language for language in languages if language in LANGUAGES]
    return tuple(rule for language in ("common", *known) for rule in _read(language))


def _read(language: str) -> Iterator[Rule]:
    reason, place, patterns = "", "", list[str]()
    table = Path(__file__).with_name(f"{language}.txt").read_text(encoding="utf-8")
    for line in (*table.splitlines(), "[end]"):
        heading = HEADING.fullmatch(line)
        if heading:
            if patterns:
                yield _rule(reason, place, patterns)
            reason, place, patterns = heading[1], heading[2] or "", []
        elif line and not line.startswith("#"):
            patterns.append(WORD.sub(lambda name: WORDS[name[1]], line))


def _rule(reason: str, place: str, patterns: list[str]) -> Rule:
    places = {each.strip() for each in place.split(",")}
    ending = "ending" in places
    opens = next((each.removeprefix("opens ") for each in places if each.startswith("opens ")), "")
    whole = "|".join(f"(?:{pattern})" for pattern in patterns)
    return Rule(
        reason, frozenset(places & ZONES), opens, re.compile(rf"(?:{whole})\Z" if ending else whole), ending
    )
