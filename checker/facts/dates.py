"""Compares dates: days, months, years, decades, weekdays, and *yesterday* or *next week*."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from checker.domain import Kind
from checker.facts.difference import Difference
from checker.facts.numerals import DECADES
from checker.facts.tokens import MARK, NUMBER, WORD, Background, Text, Token, fit
from checker.facts.vocabulary import word_set

_FULL_STOPS = re.compile(r"(\d{1,2})\.(\d{1,2})\.([12]\d{3})")
_MONTHS = {
    form: number
    for number, forms in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for form in forms.split()
}
_WEEKDAYS = {
    form: number
    for number, forms in enumerate(
        (
            "monday mondays mon",
            "tuesday tuesdays tue",
            "wednesday wednesdays wed",
            "thursday thursdays thu",
            "friday fridays fri",
            "saturday saturdays sat",
            "sunday sundays sun",
        )
    )
    for form in forms.split()
}
_RELATIVE = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_SPANS = word_set(
    """
    day week month year decade century season summer winter spring autumn night weekend
    """
)
_TO_SPAN = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1}
_NEEDS_CAPITAL = frozenset({"may", "march", "mar", "sun", "sat", "mon", "wed", "jan", "jun", "dec", "august"})


class Date(NamedTuple):
    """A date as far as a text gives it: the tokens from `first` up to, not including, `after`."""

    first: int
    after: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    decade: int | None = None
    relative: int | None = None
    """-1 past, 0 now, 1 to come: *yesterday*, *next week*."""
    span: str = ""

    @property
    def loose(self) -> bool:
        """Whether it depends on the day of publication, so that *Monday* and *yesterday* can be the same day."""
        return self.relative is not None or self.weekday is not None


_STARTERS = frozenset({*_RELATIVE, *_TO_SPAN, *_WEEKDAYS, *_MONTHS})
"""Lower-case words that a date can start with."""


@lru_cache(maxsize=8)
def dates(text: Text) -> list[Date]:
    """List the dates of a passage, in order; asked again of the same passage, the same list."""
    tokens = text.tokens
    found: list[Date] = []
    index, count = 0, len(tokens)
    while index < count:
        token = tokens[index]
        if token.shape is not NUMBER and token.lower not in _STARTERS:
            index += 1
            continue
        item = _date_at(tokens, index)
        if item is None:
            index += 1
        else:
            found.append(item)
            index = item.after
    return found


def tokens_of(items: list[Date]) -> frozenset[int]:
    """Return the indices of all tokens that belong to dates."""
    return frozenset(index for item in items for index in range(item.first, item.after))


def _date_at(tokens: list[Token], index: int) -> Date | None:  # noqa: PLR0911
    token = tokens[index]
    if token.shape is NUMBER:
        return _continental(tokens, index) or _from_number(tokens, index)
    if token.shape is not WORD:
        return None
    word = token.lower
    if word in _RELATIVE:
        return Date(index, index + 1, relative=_RELATIVE[word], span="day")
    if word in _TO_SPAN and index + 1 < len(tokens) and tokens[index + 1].stem in _SPANS:
        return Date(index, index + 2, relative=_TO_SPAN[word], span=tokens[index + 1].stem)
    if (
        word in _WEEKDAYS
        and token.capital
        and (len(word) > 3 or word not in _NEEDS_CAPITAL or not token.opens)
    ):
        return Date(index, index + 1, weekday=_WEEKDAYS[word])
    if word in _MONTHS and token.capital:
        return _from_month(tokens, index)
    return None


def _from_month(tokens: list[Token], index: int) -> Date | None:
    """*March 5, 2024*, *March 2024*, *March*."""
    month = _MONTHS[tokens[index].lower]
    at = index + 1
    if (
        at < len(tokens)
        and tokens[at].text == "."
        and tokens[at].start == tokens[index].end
        and len(tokens[index].lower) < 5
    ):
        at += 1
    day = _day(tokens, at)
    if day is not None:
        value, at = day
        year_at = at + 1 if at < len(tokens) and tokens[at].text == "," else at
        year = _year(tokens, year_at)
        return Date(index, year_at + 1 if year else at, year=year, month=month, day=value)
    if at < len(tokens) and tokens[at].text in (",", "of") and _year(tokens, at + 1):
        return Date(index, at + 2, year=_year(tokens, at + 1), month=month)
    year = _year(tokens, at)
    if year:
        return Date(index, at + 1, year=year, month=month)
    if tokens[index].lower in _NEEDS_CAPITAL and (tokens[index].opens or not _reads_as_month(tokens, index)):
        return None
    return Date(index, at, month=month)


def _reads_as_month(tokens: list[Token], index: int) -> bool:
    """*May*, *March*: a month only after a word that months follow (Theresa May is a person)."""
    return index > 0 and tokens[index - 1].lower in (
        "in", "since", "until", "by", "last", "next", "this", "early", "late", "mid", "of", "during", "from", "and",
        "between", "to", "before", "after", "for", "-",
    )  # fmt: skip


def _day(tokens: list[Token], at: int) -> tuple[int, int] | None:
    if at >= len(tokens) or tokens[at].shape is not NUMBER or len(tokens[at].text) > 2:
        return None
    value = int(tokens[at].text)
    if not 1 <= value <= 31:
        return None
    if (
        at + 1 < len(tokens)
        and tokens[at + 1].lower in ("st", "nd", "rd", "th")
        and tokens[at + 1].start == tokens[at].end
    ):
        return value, at + 2
    return value, at + 1


def _year(tokens: list[Token], at: int) -> int | None:
    if at >= len(tokens) or tokens[at].shape is not NUMBER:
        return None
    text = tokens[at].text
    return int(text) if len(text) == 4 and text.isdecimal() and 1000 <= int(text) <= 2199 else None


def _continental(tokens: list[Token], index: int) -> Date | None:
    """*5.3.2024*, which is in this order everywhere."""
    found = _FULL_STOPS.fullmatch(tokens[index].text)
    if found is None:
        return None
    day, month, year = map(int, found.groups())
    return (
        Date(index, index + 1, year=year, month=month, day=day)
        if 1 <= day <= 31 and 1 <= month <= 12
        else None
    )


def _from_number(tokens: list[Token], index: int) -> Date | None:  # noqa: PLR0911
    """*5 March 2024*, *2024-03-05*, *05/03/2024*, *the 1990s*, *in 2024*."""
    token = tokens[index]
    year = _year(tokens, index)
    parts = _joined_by(tokens, index)
    if parts is not None:
        a, b, c = parts
        if a > 999 and 1 <= b <= 12 and 1 <= c <= 31:
            return Date(index, index + 5, year=a, month=b, day=c)
        if 1 <= a <= 31 and 1 <= b <= 31 and (c > 999 or tokens[index + 1].text == "/"):
            full = c if c > 999 else 2000 + c
            # 05/03 is the fifth of March or the third of May: keep what both readings share unless one is impossible.
            if a > 12 >= b:
                return Date(index, index + 5, year=full, month=b, day=a)
            if b > 12 >= a:
                return Date(index, index + 5, year=full, month=a, day=b)
            return Date(index, index + 5, year=full)
    if year is not None:
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if following is not None and following.lower == "s" and following.start == token.end:
            return Date(index, index + 2, decade=year)
        if _counts_something(tokens, index):
            return None
        return Date(index, index + 1, year=year)
    day = _day(tokens, index)
    if day is None:
        return None
    value, at = day
    if at < len(tokens) and tokens[at].lower == "of":
        at += 1
    if at < len(tokens) and tokens[at].capital and tokens[at].lower in _MONTHS:
        month = _MONTHS[tokens[at].lower]
        after = at + 1
        if after < len(tokens) and tokens[after].text == "," and _year(tokens, after + 1):
            return Date(index, after + 2, year=_year(tokens, after + 1), month=month, day=value)
        full_year = _year(tokens, after)
        return Date(index, after + 1 if full_year else after, year=full_year, month=month, day=value)
    return None


_YEAR_CUES = word_set(
    """
    in since by until from of during before after around between to the and for late early mid or season
    """
)


def _counts_something(tokens: list[Token], index: int) -> bool:
    """Say whether four digits like 2000 count things: *1200 people*, *$1500*, *about 1500 km*."""
    before = tokens[index - 1] if index else None
    if before is not None and before.text in "$£€¥#":
        return True
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is not None and following.text == "%":
        return True
    value = int(tokens[index].text)
    if before is not None and before.lower in _YEAR_CUES and 1700 <= value <= 2199:
        return False
    if following is None or following.shape is MARK:
        return not 1700 <= value <= 2199
    plural = following.lower.endswith(("s", "people", "men", "children")) and not following.capital
    return plural or not 1700 <= value <= 2199


def _joined_by(tokens: list[Token], index: int) -> tuple[int, int, int] | None:
    if index + 4 >= len(tokens):
        return None
    a, x, b, y, c = tokens[index : index + 5]
    if (
        x.text not in "-/."
        or y.text != x.text
        or not (a.end == x.start and x.end == b.start and y.end == c.start)
    ):
        return None
    if not all(part.shape is NUMBER and part.text.isdecimal() and len(part.text) <= 4 for part in (a, b, c)):
        return None
    return int(a.text), int(b.text), int(c.text)


def conflict(source: Date, copy: Date) -> bool | None:
    """Say whether two dates cannot be the same one; None when they have nothing to compare."""
    if source.relative is not None and copy.relative is not None:
        return source.relative != copy.relative if source.span == copy.span else None
    compared = False
    for name in ("year", "month", "day", "weekday", "decade"):
        left, right = getattr(source, name), getattr(copy, name)
        if left is not None and right is not None:
            if left != right and not (name == "decade" and left % 100 == right % 100):
                return True
            compared = True
    if source.decade is not None and copy.year is not None:
        return copy.year // 10 != source.decade // 10 if source.decade % 100 else None
    if copy.decade is not None and source.year is not None:
        return source.year // 10 != copy.decade // 10 if copy.decade % 100 else None
    return False if compared else None


_MOST = 200
"""Dates of a passage that are compared at most."""


def date_differences(
    source: Text,
    copy: Text,
    found: tuple[list[Date], list[Date]],
    *,
    background: Background | None,
) -> Iterator[Difference]:
    """Yield what the copy's dates say otherwise."""
    there, here = found[0][:_MOST], found[1][:_MOST]
    free_here = [
        item
        for item in here
        if _new_year(source, copy, there, item) or not any(conflict(other, item) is False for other in there)
    ]
    free_there = [
        item
        for item in there
        if not any(conflict(item, other) is False for other in here)
        or (item.year is not None and str(item.year) not in copy.words)
    ]
    used: set[int] = set()
    for item in free_here:
        rivals = [other for other in free_there if other.first not in used and conflict(other, item)]
        best = max(
            rivals,
            key=lambda other: fit(source, (other.first, other.after), copy, (item.first, item.after)),
            default=None,
        )
        if best is not None:
            score = fit(source, (best.first, best.after), copy, (item.first, item.after))
            if score >= 0.5:
                used.add(best.first)
                sure = score >= 1.0 and len(rivals) == 1 and len(free_here) == 1
                yield _changed(source, copy, best, item, sure=sure, background=background)
                continue
        if not _in_words(source, item):
            yield from _added(copy, item, there, background)


def _new_year(source: Text, copy: Text, there: list[Date], item: Date) -> bool:
    """Say whether *May 2035* stands where the source has *May 2015*, even if it says plain *May* too."""
    return (
        item.year is not None
        and str(item.year) not in source.words
        and any(
            other.year is not None and other.month == item.month and str(other.year) not in copy.words
            for other in there
        )
    )


def _changed(
    source: Text, copy: Text, old: Date, new: Date, *, sure: bool, background: Background | None
) -> Difference:
    what = next(
        name
        for name in ("relative", "weekday", "day", "month", "year", "decade", "year")
        if getattr(old, name) != getattr(new, name) or name == "decade"
    )
    known = background is not None and all(
        token.lower in background.words
        for token in copy.tokens[new.first : new.after]
        if token.shape is not MARK
    )
    first_old, after_old, first_new, after_new = old.first, old.after, new.first, new.after
    rule = f"date.{what}"
    if not sure or (known and background is not None):
        rule += ".unsure"
    return Difference(
        kind=Kind.DATE,
        rule=rule,
        contradicts=sure,
        explanation=f"The source says “{source.quote(first_old, after_old)}”, "
        f"the copy “{copy.quote(first_new, after_new)}”.",
        source=source.stretch(first_old, after_old),
        republished=copy.stretch(first_new, after_new),
    )


def _in_words(source: Text, item: Date) -> bool:
    """Say whether the source has *the sixties* for *the 1960s*."""
    return item.decade is not None and any(
        value == item.decade % 100 and word in source.words for word, value in DECADES.items()
    )


def _added(copy: Text, item: Date, there: list[Date], background: Background | None) -> Iterator[Difference]:
    if item.loose or item.relative is not None:
        return
    if background is not None and all(
        token.lower in background.words
        for token in copy.tokens[item.first : item.after]
        if token.shape is not MARK
    ):
        return
    quote = copy.quote(item.first, item.after)
    yield Difference(
        kind=Kind.DATE,
        rule="date.invented" if background is not None else "date.unmatched" if there else "date.added",
        contradicts=False,
        explanation=f"The copy says “{quote}”; the source passage does not give this date.",
        republished=copy.stretch(item.first, item.after),
    )
