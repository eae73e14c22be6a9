"""The words of the domain as frozen types: what every other part takes and gives.

Standard library only. Two coordinate systems exist and never mix: *article offsets* (code points into
`Article.text`, used from the chunker to the validator) and *file offsets* (code points into the file as
decoded, used in the `Report`). `Article.in_file` is the one way from the first to the second.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import Literal

SCHEMA_VERSION = 1


class Label(StrEnum):
    """What a pair turned out to be."""

    CONSISTENT = "consistent"
    DISTORTED = "distorted"
    CONTRADICTORY = "contradictory"
    UNSUPPORTED = "unsupported"
    OMITTED = "omitted"
    UNDETERMINED = "undetermined"
    IGNORED = "ignored"


class Severity(StrEnum):
    """How grave a flagged pair is."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"


class Kind(StrEnum):
    """What a finding is about. `checker explain KIND` describes each."""

    NUMBER = "number"
    PERCENTAGE = "percentage"
    MONEY = "money"
    UNIT = "unit"
    DATE = "date"
    NAME = "name"
    ROLE = "role"
    ATTRIBUTION = "attribution"
    QUOTATION = "quotation"
    NEGATION = "negation"
    MODALITY = "modality"
    QUANTIFIER = "quantifier"
    DIRECTION = "direction"
    CAUSALITY = "causality"
    EXCHANGE = "exchange"
    WORDING = "wording"
    ADDITION = "addition"
    OMISSION = "omission"


class BlockKind(StrEnum):
    """What a block of an article is in its layout."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    CODE = "code"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading or list item: `Article.text[start:end]`."""

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    furniture: str | None = None
    """Why the markup says that this is not part of the article, e.g. `navigation`; None if it is."""


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Leads offsets of a readable text back to the file that it was read from.

    The three tuples are parallel and ascending: from `text_starts[i]` on, the readable text copies the file
    from `file_starts[i]` on, character by character, until the next entry; `file_ends[i]` is where that
    stretch ends in the file. A character reference such as `&amp;` is a stretch of one readable character and
    several in the file. The last entry is empty and stands at the end. No entries at all are the identity.
    """

    text_starts: tuple[int, ...] = ()
    file_starts: tuple[int, ...] = ()
    file_ends: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the smallest stretch of the file that holds the readable text from `start` to `end`."""
        if not self.text_starts:
            return start, end
        first = max(bisect_right(self.text_starts, start) - 1, 0)
        begin = min(self.file_starts[first] + start - self.text_starts[first], self.file_ends[first])
        if end <= start:
            return begin, begin
        last = max(bisect_right(self.text_starts, end - 1) - 1, 0)
        finish = self.file_starts[last] + end - self.text_starts[last]
        whole = last + 1 < len(self.text_starts) and end == self.text_starts[last + 1]
        # The last character of a stretch may stand for several in the file: take all of them.
        return begin, self.file_ends[last] if whole else min(finish, self.file_ends[last])


@dataclass(frozen=True, kw_only=True)
class Article:
    """A text to compare, and the way back to the file as read."""

    name: str
    """What the user called it: a path, a URL, or `-`."""
    raw: str
    """The file as decoded, untouched: what file offsets point into."""
    text: str
    """The readable text: what article offsets point into."""
    blocks: tuple[Block, ...]
    sha256: str
    """Digest of the bytes as read, in hexadecimal."""
    offsets: OffsetMap = OffsetMap()
    language: str = "en"
    """Language code for sentence splitting."""

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self.raw.split("\n"))][:-1]

    def in_file(self, start: int, end: int) -> tuple[int, int]:
        """Turn article offsets into file offsets."""
        return self.offsets.span(start, end)

    def line_of(self, file_offset: int) -> int:
        """Return the 1-based line of a file offset."""
        return bisect_right(self._line_starts, file_offset)

    def position(self, file_offset: int) -> tuple[int, int]:
        """Return the 1-based line and column of a file offset; columns count code points."""
        line = self.line_of(file_offset)
        return line, file_offset - self._line_starts[line - 1] + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence, or a few that belong together: `Article.text[start:end] == text`."""

    index: int
    """Position in the article, counted from 0 over all passages, furniture included."""
    text: str
    start: int
    end: int
    paragraph: int
    """Index of the block it stands in."""
    kind: BlockKind = BlockKind.PARAGRAPH
    furniture: str | None = None
    """Why this is page furniture and not part of the story, or None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Words in an article: `Article.text[start:end] == quote`."""

    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One reason for a verdict. At least one side names words."""

    kind: Kind
    explanation: str
    source: Span | None = None
    republished: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Source passages and republished passages that speak of the same thing; an empty side is a gap."""

    id: str
    source: tuple[Passage, ...]
    republished: tuple[Passage, ...]
    score: float = 0.0
    """How sure the pairing is, in [0, 1]."""
    moved: bool = False
    background: str = ""
    """The whole source text: lets a judge tell a name from the neighbouring sentence from an invented one."""

    @property
    def source_text(self) -> str:
        """The source passages as one string."""
        return joined(self.source)

    @property
    def republished_text(self) -> str:
        """The republished passages as one string."""
        return joined(self.republished)


def joined(passages: tuple[Passage, ...]) -> str:
    """Return the passages' texts with one space between them."""
    return " ".join(passage.text for passage in passages)


def locate(passages: tuple[Passage, ...], start: int, end: int) -> Span | None:
    """Lead a stretch of `joined(passages)` back to the article.

    A stretch that runs over the seam between two passages is cut to the part in the first one, because the
    passages need not be neighbours in the article. Returns None for a stretch outside every passage.
    """
    offset = 0
    for passage in passages:
        stop = offset + len(passage.text)
        if start < stop:
            inner, outer = max(start - offset, 0), min(end - offset, len(passage.text))
            if outer <= inner:
                return None
            return Span(
                quote=passage.text[inner:outer], start=passage.start + inner, end=passage.start + outer
            )
        offset = stop + 1
    return None


class Reason(StrEnum):
    """Why a pair is undetermined."""

    NOT_COMPARABLE = "not_comparable"
    REFUSAL = "refusal"
    LENGTH = "length"
    MALFORMED = "malformed"
    INVENTED_QUOTE = "invented_quote"
    MISSING = "missing"
    INJECTION_SUSPECTED = "injection_suspected"
    UNREACHABLE = "unreachable"
    BUDGET = "budget"
    OFFLINE = "offline"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A judge's answer about one pair."""

    pair: Pair
    label: Label
    """CONSISTENT, DISTORTED or CONTRADICTORY."""
    judged_by: str
    findings: tuple[Finding, ...] = ()
    p_consistent: float | None = None
    """Calibrated probability that the pair is consistent, or None when the judge has none."""
    confidence: float | None = None
    """How far `label` can be relied on, in [0, 1]; what the gate looks at. None when the judge cannot say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undetermined:
    """We asked and got no usable answer. Never the same thing as consistent."""

    pair: Pair
    judged_by: str
    reason: Reason
    detail: str = ""


Outcome = Verdict | Undetermined


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Says that a source sentence and a republished sentence correspond, by their positions."""

    source: int
    republished: int
    score: float


# What follows is the report: the JSON format of schema_version 1, field for field. Offsets are file offsets;
# lines and columns are counted from 1, columns in code points, and `end_column` is that of the first character after.


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleInfo:
    """Which file was compared."""

    name: str
    sha256: str
    characters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A passage where it stands in its file."""

    text: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words where they stand in their file: `file[start:end] == quote`."""

    quote: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A finding, located in the files."""

    kind: Kind
    explanation: str
    source: Quote | None
    republished: Quote | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """Why a pair that would fail, or could not be judged, counts as settled."""

    by: Literal["waiver", "baseline"]
    reason: str
    author: str | None = None
    until: str | None = None
    """The last day on which a waiver holds, e.g. `2027-01-31`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedPair:
    """One pair of the report."""

    id: str
    fingerprint: str
    label: Label
    confidence: float | None
    p_consistent: float | None
    severity: Severity | None
    fails: bool
    judged_by: str
    moved: bool
    reason: str | None
    """Why it was ignored or is undetermined."""
    source: tuple[Place, ...]
    republished: tuple[Place, ...]
    findings: tuple[Evidence, ...]
    accepted: Acceptance | None = None
    """Set where a waiver or the baseline keeps the pair from failing; `fails` is false then."""


ReportVerdict = Literal["pass", "fail", "undetermined"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The result of an audit."""

    schema_version: int
    verdict: ReportVerdict
    tool: Mapping[str, object]
    source: ArticleInfo
    republished: ArticleInfo
    pairs: tuple[AuditedPair, ...]
    counts: Mapping[str, int]
    usage: Mapping[str, int | float]
    notes: tuple[str, ...] = field(default=())
    """What the reader should know: what the judge cannot see, what was odd about the input."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The results of many audits at once: what `checker ci -f json` writes."""

    schema_version: int
    verdict: ReportVerdict
    reports: tuple[Report, ...]
    notes: tuple[str, ...] = field(default=())
    """What concerns no single report, such as waivers that have expired."""
