"""Tells furniture by its shape: names under a headline, a place and an agency alone on a line."""

import re

AGENCIES = frozenset(
    {"AP", "AFP", "BBC", "CNN", "DPA", "EFE", "ANSA", "ANP", "PTI", "Reuters", "Bloomberg", "Xinhua", "Lusa"}
)
NO_NAMES = frozenset(
    {
        *(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "january",
            "february",
        ),
        *("march", "april", "may", "june", "july", "august", "september", "october", "november", "december"),
        *("christmas", "easter", "the", "a", "an", "this", "that", "contrast", "law", "now", "then"),
        *(
            "by",
            "from",
            "in",
            "on",
            "at",
            "for",
            "as",
            "but",
            "and",
            "with",
            "after",
            "before",
            "if",
            "when",
            "how",
        ),
    }
)
CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĐĎĒĘĚĞĢĪİĶĹĽŁŃŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽА-ЯЁ"
NAME = re.compile(
    rf"(?:(?:[{CAPITAL}][\w'’.-]{{0,24}}|de|da|di|du|van|von|der|den|del|della|la|le|al|bin|el|dos|ter) ){{1,4}}"
    rf"[{CAPITAL}][\w'’.-]{{1,24}}"
)
TITLES = re.compile(r"(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame|Rev|Sr|Sra|Dott|Ing|M|Mme)\.? ")
BY = (
    "By|BY|by|Von|VON|von|Par|PAR|par|Por|POR|por|Di|DI|Door|DOOR|door|Автор|Текст|Interview|Text|Texte|Texto|Testo|"
    "Tekst|(?:Written|Words|Story|Text|Analysis|Opinion|Commentary|Comment|Review|Essay|Interview|Report|Column|"
    "Perspective|Photographs|Photos|Pictures|Video|Graphics|Illustrations?|Cartoon) by"
)
BYLINE = re.compile(rf"(?:{BY})[: ]{{1,2}}([^!?]{{3,160}})")
CREDIT = re.compile(
    r"\W?(?:(?:Additional|Further) )?(?:[Rr]eporting|Writing|Editing|Compiled|Edited|Translated|Translation|"
    r"Research|Produced|Reported|Fact-checked|Writing and editing|Reporting and writing)"
    r"(?: and (?:writing|editing))? by:? (.{3,300}?)\W?"
)
SOURCE = re.compile(rf"SOURCE [{CAPITAL}].{{1,60}}")
SOURCES = re.compile(
    r"\W?(?:Sources?|SOURCES?|Via|News source|Original source|Source link|Source URL|H/T|h/t)\s?[:|]\s?(.{2,120}?)\W?"
)
SMALL_WORDS = frozenset(
    {"of", "the", "and", "for", "via", "in", "on", "at", "with", "by", "from", "de", "du", "a", "&"}
)
SAYING = re.compile(
    r"[,\"”] (?:[\w'’.-]+ ){0,6}(?:said|says?|asked|asks?|told|tells?|urged|urges?|pleaded|pleads?|warned|warns?|"
    r"cried|wrote)\b[^,]{0,40}"
)
# Between the names, and between the names and what they are.
SEAM = re.compile(
    r"\s?[,;|/–—·•&]\s?| - | (?:and|AND|und|et|y|e|en|и|for|For|FOR|in|In|at|with|of|aus|in|pour|para|per|voor) "
)
BIOGRAPHY = re.compile(r"(?:is|was|has been|ist|war|est|es|è|é|writes|covers|reports|schreibt|berichtet) ")
DATELINE = re.compile(
    rf"[{CAPITAL}][{CAPITAL} .'’/-]{{2,40}}(?:, [\w. ]{{1,30}}){{0,3}}\s?"
    r"(?:\([\w ./&-]{2,40}\)\s?[-–—:]{0,2}|[-–—]{1,2})"
)


def names_in_byline(line: str) -> tuple[str, ...]:
    """Return the names in a line such as `By Jane Doe and John Roe, Reuters`; none if it is no byline."""
    byline = BYLINE.fullmatch(line.strip())
    return _authors(byline[1]) if byline else names_in_credit(line)


def names_in_credit(line: str) -> tuple[str, ...]:
    """Return the names in a line such as `(Reporting by Jane Doe; Editing by John Roe)`."""
    credit = CREDIT.fullmatch(line.strip())
    if credit is None or not all(_is_credit(part) for part in SEAM.split(credit[1]) if part.strip()):
        return ()
    return _authors(credit[1])


def _is_credit(part: str) -> bool:
    """Whether a part is a name, a place or another credit, and not the rest of a sentence."""
    bare = re.sub(r"^(?:[Aa]dditional )?\w+ by ", "", part.strip())
    return len(bare.split()) <= 5 and bare[:1].isupper()


def _authors(words: str) -> tuple[str, ...]:
    parts = [part.strip() for part in SEAM.split(words) if part.strip()]
    if not parts or not _is_author(parts[0]):
        return ()
    return tuple(part for part in parts if _is_author(part))


def _is_author(words: str) -> bool:
    return is_name(words) or words in AGENCIES or (words.isupper() and " " in words and _no_date(words))


def is_name_with_role(line: str) -> bool:
    """Whether a line is a name and, after a comma or the like, a few words on who or where that is."""
    name, *role = [part for part in SEAM.split(line, maxsplit=1) if part]
    return bool(role) and is_name(name.strip()) and len(role[0].split()) <= 8 and not line.endswith(".")


def is_source(line: str) -> bool:
    """Whether a line names nothing but where the text is from: `Source: The Herald`. Headlines have verbs."""
    sources = SOURCES.fullmatch(line)
    if sources is None:
        return False
    words = re.findall(r"[^\s,;/|]+", sources[1])
    return all(not word[0].islower() or word in SMALL_WORDS or "." in word[:-1] for word in words)


def is_press_release_end(line: str) -> bool:
    """Whether a line is the last one of a press release: `SOURCE Acorn Foods`."""
    return SOURCE.fullmatch(line) is not None


def says_who(line: str) -> bool:
    """Whether a line ends with who says so, which only a story does: `Support us, the mayor pleaded.`"""
    last = max(line.rfind(","), line.rfind("”"), line.rfind('"', 0, -1))
    return last >= 0 and SAYING.match(line, last) is not None


def is_name(line: str) -> bool:
    """Whether a line is two to five words that could be somebody's name."""
    return NAME.fullmatch(TITLES.sub("", line, count=1)) is not None and _no_date(line)


def _no_date(words: str) -> bool:
    return not NO_NAMES.intersection(words.lower().split())


def is_biography(line: str, names: frozenset[str]) -> bool:
    """Whether a line says who an author is: it begins with a name from the byline and `is`."""
    bare = TITLES.sub("", line, count=1)
    bare_names = (TITLES.sub("", name, count=1) for name in names)
    return any(
        bare.startswith(name) and BIOGRAPHY.match(bare[len(name) :].lstrip(" ,")) is not None
        for name in bare_names
    )


def is_dateline(line: str) -> bool:
    """Whether a line is nothing but a place and perhaps an agency: `ROME (Reuters) -`."""
    return DATELINE.fullmatch(line.strip()) is not None
