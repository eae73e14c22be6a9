"""A change to a text, with the character spans that it touched; and how edits are applied cleanly."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

Span = tuple[int, int]
"""Half-open range of code points."""

_WORD = re.compile(r"\w+(?:['’.&-]\w+)*")
_DOUBLED = re.compile(r"\b(\w+) \1\b", re.IGNORECASE)
_ALLOWED_DOUBLES = {"had", "that", "very"}
_VOWEL_SOUND = re.compile(
    r"(?:[aeio]|u(?!n[ias]|s[aeiu]|t[aeiou]|k\b)|hou?r(?!se)|honou?r|honest|heir|[8]|11\b|18\b)", re.I
)
_CONSONANT_SOUND = re.compile(r"(?:eu|one\b|once\b|uk\b|us\b|un\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `text[start:end]` by `new`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A text after a planted change or a harmless rewrite."""

    text: str
    kind: str
    before: tuple[Span, ...]
    """Where the words that were changed stood in the text before."""
    after: tuple[Span, ...]
    """Where the new words stand in `text`. A deletion points at the words that met."""
    source: tuple[Span, ...] = ()
    """Where the words that were changed stand in the source, if they occur there literally."""


def with_article(text: str, edits: Sequence[Edit]) -> list[Edit]:
    """The edits, with `a`/`an` in front of a replaced word made to agree with the new word."""
    out = list(edits)
    for edit in edits:
        before = re.search(r"(?<![\w'’-])([Aa]n?) $", text[max(0, edit.start - 4) : edit.start])
        if before is None or not edit.new[:1].strip():
            continue
        article = before.group(1)
        wanted = article[0] + ("n" if starts_with_vowel_sound(edit.new) else "")
        if wanted != article:
            start = edit.start - 1 - len(article)
            out.append(Edit(start, start + len(article), wanted))
    return out


def starts_with_vowel_sound(word: str) -> bool:
    """Whether `an` goes before the word: an hour, a European, an MP is not attempted."""
    return bool(_VOWEL_SOUND.match(word)) and not _CONSONANT_SOUND.match(word)


def apply(text: str, edits: Sequence[Edit], kind: str) -> Change | None:
    """Make the edits; None if the result is the same text or reads wrongly on its face.

    Articles are corrected but do not count as changed words. Edits must not overlap.
    """
    counted = {(edit.start, edit.end) for edit in edits}
    pieces: list[str] = []
    before: list[Span] = []
    after: list[Span] = []
    position = length = 0
    for edit in sorted(with_article(text, edits), key=lambda e: (e.start, e.end)):
        if edit.start < position:
            return None
        kept = text[position : edit.start]
        pieces += [kept, edit.new]
        length += len(kept) + len(edit.new)
        if (edit.start, edit.end) in counted:
            before.append(_trimmed(text, (edit.start, edit.end)))
            after.append((length - len(edit.new), length))
        position = edit.end
    pieces.append(text[position:])
    changed = "".join(pieces)
    if changed == text or not reads_well(changed, text):
        return None
    return Change(
        text=changed,
        kind=kind,
        before=tuple(_not_empty(text, span) for span in before),
        after=tuple(_not_empty(changed, _trimmed(changed, span)) for span in after),
    )


def reads_well(changed: str, original: str) -> bool:
    """Cheap checks on spacing and doubled words, against slips that the original did not have already."""
    for match in _DOUBLED.finditer(changed):
        if match.group(1).lower() not in _ALLOWED_DOUBLES and match.group() not in original:
            return False
    for slip in ("  ", " ,", " .", ",,", "..", ",."):
        if changed.count(slip) > original.count(slip):
            return False
    return bool(changed.strip()) and not changed[:1].isspace()


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in "%"):
        end -= 1
    return (start, end) if start < end else span


def _not_empty(text: str, span: Span) -> Span:
    """A span with words: an empty one grows over the words on both of its sides."""
    start, end = span
    if any(character.isalnum() for character in text[start:end]):
        return span
    words = [match.span() for match in _WORD.finditer(text)]
    left = [w for w in words if w[1] <= start]
    right = [w for w in words if w[0] >= end]
    return (left[-1][0] if left else start, right[0][1] if right else end)


def find_in(source: str, words: str) -> tuple[Span, ...]:
    """All places in the source where these words stand literally as whole words, ignoring case."""
    if not words.strip():
        return ()
    pattern = r"(?<!\w)" + re.escape(words) + r"(?!\w)"
    return tuple(match.span() for match in re.finditer(pattern, source, re.IGNORECASE))
