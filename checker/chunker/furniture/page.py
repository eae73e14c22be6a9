"""Goes over the lines of a page and says of each why it is no part of the story, if it is none."""

import re

from checker.chunker.furniture.languages import languages_of
from checker.chunker.furniture.lines import Rule, matching, plain, rules
from checker.chunker.furniture.shapes import (
    SEAM,
    is_biography,
    is_dateline,
    is_name,
    is_name_with_role,
    is_press_release_end,
    is_source,
    names_in_byline,
    names_in_credit,
    says_who,
)
from checker.domain import Article, BlockKind

SENTENCE_END = re.compile(r"""[.!?…。！？।؟]["'”’»)\]』」]*$""")
STATEMENT_END = re.compile(r"""[.…。।:;,]["'”’»)\]』」]*$""")
COMMENT_SIGN = re.compile(
    r".{2,60} (?:says|said|wrote|commented|schrieb|sagt|dice|dit)\b.{0,40}:|reply|antworten|responder|répondre"
)
SMALL_AFTER_LABEL = re.compile(r"[A-Z][\w ]{2,30}: [a-z]+ ")
PROSE_LETTERS = 60
"""A line of this length that ends like a sentence is a part of the story when the zones are drawn."""
WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
"""Letters that count twice: a sentence of thirty of them is as long as one of sixty others."""
TITLE_WORDS = 22
HEADLINE_WORDS = 3
MOST_SECTIONS = 12
"""More short lines above a headline are not a menu but something else."""
OWN_TITLES = 2
"""So few titles between a heading such as "Local news" and the story are the story's own."""
MOST_LINKS = 12
"""Titles that a heading such as "Related stories" can have under it."""
AUTHOR_BLOCKS = 2
ZONED_LETTERS = 300
"""Longer lines are not asked where they stand: nothing that depends on it is as long."""
LINK = "link to another story"
BYLINE = "byline"
NO_WORDS = "no words"
TAIL = frozenset(
    {LINK, "share line", "comment form", "copyright", "newsletter", "advertising", "source line", BYLINE}
)
NEAR_NAMES = frozenset({BYLINE, "publication date", "share line", "photo credit"})


def reasons(article: Article) -> list[str | None]:
    """Return, for each block of an article, why it is furniture, or None."""
    return _Page(article).reasons()


class _Page:
    """The lines of one page, and what is known about each so far."""

    def __init__(self, article: Article) -> None:
        self._blocks = article.blocks
        self._lines = [" ".join(article.text[block.start : block.end].split()) for block in article.blocks]
        self._why: list[str | None] = [block.furniture for block in article.blocks]
        self._opens = [""] * len(self._lines)
        self._asked = rules(languages_of(article.text, article.language))
        self._found = [self._rule(line) for line in self._lines]
        self._names: set[str] = set()
        prose = [place for place in range(len(self._lines)) if self._is_prose(place)]
        self._first = prose[0] if prose else len(self._lines)
        """Where the story's first paragraph stands."""
        self._last = prose[-1] if prose else -1

    def reasons(self) -> list[str | None]:
        for place, line in enumerate(self._lines):
            if self._why[place] is None:
                self._why[place] = self._by_itself(place, line)
        self._mark_sections()
        self._mark_names()
        self._mark_comments()
        headlines = [place for place in range(self._first) if self._is_headline(place)]
        for place, what in enumerate(self._opens):
            if what == "links":
                # Above the story the last title is its own headline.
                self._mark_links(place, spare=self._own(place, headlines))
            elif what == "author":
                self._mark_author(place)
        self._mark_tail()
        return self._why

    def _is_prose(self, place: int) -> bool:
        line = self._lines[place]
        long_enough = len(line) + len(WIDE.findall(line)) >= PROSE_LETTERS and SENTENCE_END.search(line)
        if self._why[place] is not None or not long_enough:
            return False
        return self._blocks[place].kind is not BlockKind.CAPTION and self._found[place] is None

    def _rule(self, line: str, zones: frozenset[str] = frozenset()) -> Rule | None:
        rule = matching(plain(line), self._asked, zones)
        if rule is None or says_who(line):
            return None
        # `Graphic: how it happened` heads a part of the story; `Graphic: Jane Doe` does not.
        label = SMALL_AFTER_LABEL.match(line) and (rule.zones or rule.reason == "photo credit")
        return None if label else rule

    def _zones(self, place: int) -> frozenset[str]:
        zones = {"top"} if place < self._first else set[str]()
        if place > self._last:
            zones.add("end")
        return frozenset(zones or {"inside"})

    def _by_itself(self, place: int, line: str) -> str | None:
        zones = self._zones(place)
        rule = self._found[place] or (self._rule(line, zones) if len(line) < ZONED_LETTERS else None)
        if rule is not None:
            self._opens[place] = rule.opens
            return rule.reason
        if not any(map(str.isalnum, line)):
            return NO_WORDS
        if self._blocks[place].kind is BlockKind.CAPTION:
            return "photo caption"
        return self._by_shape(line, zones)

    def _by_shape(self, line: str, zones: frozenset[str]) -> str | None:
        if is_dateline(line):
            return "dateline"
        if is_source(line) or ("end" in zones and is_press_release_end(line)):
            return "source line"
        names = names_in_byline(line) if "inside" not in zones else names_in_credit(line)
        self._names.update(names)
        return BYLINE if names else None

    def _mark_names(self) -> None:
        """Mark names that stand alone under the headline, and below the story what is said of their bearers."""
        headline = next((place for place in range(self._first) if self._is_headline(place)), self._first)
        for place, line in enumerate(self._lines):
            if self._why[place] is not None or "inside" in self._zones(place) or place == headline:
                continue
            beside = {self._why[near] for near in (place - 1, place + 1) if 0 <= near < len(self._lines)}
            below_headline = headline < place < self._first
            if (is_name(line) and beside & NEAR_NAMES) or (below_headline and is_name_with_role(line)):
                self._why[place] = BYLINE
                self._names.add(SEAM.split(line, maxsplit=1)[0].strip())
        names = frozenset(self._names)
        for place in range(self._first + 1, len(self._lines)):
            if self._why[place] is None and is_biography(self._lines[place], names):
                self._why[place] = BYLINE

    def _mark_sections(self) -> None:
        """Mark the short lines of a menu, or of the section that the story is in, above the headline."""
        headline = next((place for place in range(self._first) if self._is_headline(place)), 0)
        if self._last < 0 or headline > MOST_SECTIONS:
            return
        short = [place for place in range(headline) if len(self._lines[place].split()) <= 3]
        if len(short) > 1:
            for place in short:
                self._why[place] = self._why[place] or "navigation"

    def _own(self, opening: int, headlines: list[int]) -> list[int]:
        """Return the titles below an opening that are the story's own: with two, a headline and what explains it."""
        if opening > self._first:
            return []
        return headlines if len(self._titles_after(opening)) <= OWN_TITLES else headlines[-1:]

    def _mark_links(self, opening: int, spare: list[int]) -> None:
        for place in self._titles_after(opening):
            if place not in spare:
                self._why[place] = LINK

    def _titles_after(self, opening: int) -> list[int]:
        places: list[int] = []
        for place in range(opening + 1, min(opening + 1 + 2 * MOST_LINKS, len(self._lines))):
            if self._why[place] is not None:
                continue
            if not self._is_title(place) or len(places) == MOST_LINKS:
                break
            places.append(place)
        return places

    def _is_title(self, place: int) -> bool:
        line = self._lines[place]
        return len(line.split()) <= TITLE_WORDS and not STATEMENT_END.search(line)

    def _is_headline(self, place: int) -> bool:
        return (
            self._why[place] is None
            and self._is_title(place)
            and len(self._lines[place].split()) > HEADLINE_WORDS
        )

    def _mark_author(self, opening: int) -> None:
        if opening > self._first:
            for place in range(opening + 1, min(opening + 1 + AUTHOR_BLOCKS, len(self._lines))):
                self._why[place] = self._why[place] or BYLINE

    def _mark_comments(self) -> None:
        """Mark what readers wrote: from a heading below the story to the end, if it looks like comments at all."""
        openings = (
            place for place, what in enumerate(self._opens) if what == "comments" and place > self._first
        )
        opening = next(openings, len(self._lines))
        after = range(opening + 1, len(self._lines))
        signs = sum(COMMENT_SIGN.fullmatch(plain(self._lines[place])) is not None for place in after)
        if signs >= 2:
            for place in after:
                self._why[place] = self._why[place] or "reader comment"

    def _mark_tail(self) -> None:
        """Mark titles that stand below the story behind other furniture."""
        behind = False
        for place in range(self._last + 1, len(self._lines)):
            if self._why[place] is not None:
                behind = behind or self._why[place] in TAIL
            elif behind and self._blocks[place].kind is not BlockKind.LIST_ITEM and self._is_title(place):
                self._why[place] = "after the story"
