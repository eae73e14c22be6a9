"""`checker judge`: ready-made pairs in, one verdict a line out, in constant memory."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import BinaryIO, TypedDict

from checker import stopping
from checker.chunker.nearest import nearest
from checker.chunker.pairing import pair
from checker.chunker.passages import passages
from checker.domain import Label, Outcome, Pair, Undetermined, Verdict
from checker.errors import InputError
from checker.parsing import read_json
from checker.ports import Judge
from checker.reading import article_from_text
from checker.reading.assembly import without_controls
from checker.validator import validate_all

_PAIRS_AT_ONCE = 2048
"""Enough for a judge to form batches of equal length, few enough to hold in memory."""

_WORST_FIRST = (Label.CONTRADICTORY, Label.DISTORTED, Label.UNDETERMINED, Label.CONSISTENT)


class Row(TypedDict):
    """A line of the answer."""

    id: object
    label: str
    p_consistent: float | None
    confidence: float | None
    findings: list[dict[str, object]]
    reason: str | None


@dataclass(frozen=True, slots=True)
class Texts:
    """What a line asks about."""

    id: object
    source: str = ""
    republished: str = ""
    problem: str = ""
    """Why the line asks nothing."""
    site: object = None
    """Where the copy stood, if the line says so."""


@dataclass(frozen=True, slots=True)
class Question:
    """A row with its pairs, or the reason why it has none."""

    id: object
    pairs: tuple[Pair, ...]
    problem: str = ""


def judge_lines(lines: Iterable[str], judge: Judge, *, language: str = "auto") -> Iterator[Row]:
    """Judge JSON lines `{"id", "source", "republished"}` and yield one row each, in input order.

    A source may be a whole article: it is paired with the republished sentences inside, and the row's label
    is that of its worst pair. A line that is no such object is `undetermined`, with the reason.

    Once SIGTERM asks to stop, no further line is read; what was read and not yet judged is `undetermined`.
    """
    waiting: list[Question] = []
    pairs = 0
    for number, line in enumerate(lines, start=1):
        if stopping.asked():
            break
        if not line.strip():
            continue
        question = _question(line, number, language)
        waiting.append(question)
        pairs += len(question.pairs)
        if max(pairs, len(waiting)) >= _PAIRS_AT_ONCE:
            yield from answers(waiting, judge)
            waiting, pairs = [], 0
    yield from answers(waiting, judge)


def _question(line: str, number: int, language: str) -> Question:
    texts = texts_of(line, f"line {number}")
    if texts.problem:
        return Question(texts.id, (), texts.problem)
    return Question(texts.id, pairs_within(texts.source, texts.republished, language=language))


def texts_of(line: str | bytes, where: str) -> Texts:
    """Read a JSON line; one that asks nothing says why."""
    try:
        row = read_json(line)
    except ValueError as error:
        return Texts(None, problem=f"{where} is not JSON: {error}")
    if not isinstance(row, dict):
        return Texts(None, problem=f"{where} is not an object")
    return texts_in(row, where)


def texts_in(row: Mapping[str, object], where: str) -> Texts:
    """Take the texts out of a row; one that has none says so."""
    id_, site = row.get("id"), row.get("site") or row.get("url")
    found = [row.get(field) for field in ("source", "republished")]
    for field, text in zip(("source", "republished"), found, strict=True):
        if not isinstance(text, str):
            return Texts(id_, problem=f"{where} has no text in {field!r}", site=site)
        if not without_controls(text).strip():
            return Texts(id_, problem=f"{where}: {field!r} is empty", site=site)
    source, republished = (str(text) for text in found)
    return Texts(id_, source, republished, site=site)


def pairs_within(source: str, republished: str, *, language: str = "auto") -> tuple[Pair, ...]:
    """Pair the sentences of two texts of which somebody says that they correspond.

    Unlike in an audit every republished sentence gets a partner, its nearest one if no other, and source
    sentences left over are no omission: the question is only whether the copy says what the source says.
    """
    left, right = (passages(article_from_text(t, language=language)) for t in (source, republished))
    if len(left) == len(right) == 1:
        return (Pair(id="p1", source=left, republished=right, score=1.0, background=source),)
    found = [p for p in pair(left, right, background=source) if p.republished]
    return tuple(
        p
        if p.source
        else Pair(id=p.id, source=nearest(p.republished, left), republished=p.republished, background=source)
        for p in found
    )


def answers(questions: Sequence[Question], judge: Judge) -> Iterator[Row]:
    """Judge questions together and yield one row each, in the order given."""
    # Ids are unique within a row only, and a judge tells pairs apart by id.
    rows = [
        [replace(pair, id=f"{number}.{pair.id}") for pair in question.pairs]
        for number, question in enumerate(questions)
    ]
    pairs = [pair for row in rows for pair in row]
    outcomes = iter(validate_all(pairs, judge.judge(pairs)) if pairs else [])
    for question, row in zip(questions, rows, strict=True):
        yield _row(question, [next(outcomes) for _ in row])


def _row(question: Question, outcomes: Sequence[Outcome]) -> Row:
    """Sum up the outcomes of a row's pairs: its label is that of the worst one."""
    worst = min(outcomes, key=_badness, default=None)
    if worst is None or isinstance(worst, Undetermined):
        reason = question.problem or (f"{worst.reason}: {worst.detail}" if worst else "nothing to compare")
        return undetermined(question.id, reason)
    verdicts = [outcome for outcome in outcomes if isinstance(outcome, Verdict)]
    chances = [verdict.p_consistent for verdict in verdicts]
    known = [chance for chance in chances if chance is not None]
    return {
        "id": question.id,
        "label": worst.label.value,
        "p_consistent": round(min(known), 6) if len(known) == len(chances) else None,
        "confidence": None if worst.confidence is None else round(worst.confidence, 6),
        "findings": [asdict(finding) for verdict in verdicts for finding in verdict.findings],
        "reason": None,
    }


def _badness(outcome: Outcome) -> tuple[int, float]:
    if isinstance(outcome, Undetermined):
        return _WORST_FIRST.index(Label.UNDETERMINED), 0.0
    # Among flags the surest one speaks for the row; a row is only as consistent as its least sure pair.
    sure = outcome.confidence or 0.0
    return _WORST_FIRST.index(outcome.label), sure if outcome.label is Label.CONSISTENT else -sure


def undetermined(id_: object, reason: str) -> Row:
    """Return the row of what could not be judged."""
    return {
        "id": id_,
        "label": Label.UNDETERMINED.value,
        "p_consistent": None,
        "confidence": None,
        "findings": [],
        "reason": reason,
    }


@contextmanager
def open_lines(name: str) -> Iterator[Iterator[str]]:
    """Open a JSONL file, or standard input for `-`, and yield its lines as they come.

    Raises:
        InputError: There is no such file, or it is not UTF-8.
    """
    try:
        with nullcontext(sys.stdin.buffer) if name == "-" else Path(name).open("rb") as file:
            yield _decoded(file, name)
    except OSError as error:
        raise InputError(name, error.strerror or str(error), hint="Give a JSONL file, or - .") from error


def _decoded(file: BinaryIO, name: str) -> Iterator[str]:
    for number, line in enumerate(file, start=1):
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise InputError(name, f"line {number} is not UTF-8", hint="Save the file as UTF-8.") from error
