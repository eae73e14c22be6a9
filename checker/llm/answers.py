"""Reads answers and believes nothing in them that it cannot check. Pure."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from checker.domain import Kind, Label, Reason
from checker.facts import Difference
from checker.facts.difference import Stretch
from checker.llm.asking import Call, Question
from checker.llm.quotes import find, same
from checker.llm.rulings import Fault, Reading, Ruling

SAME_MEANING = "same meaning"
"""What a model calls a difference that it looked at and found harmless. Asked to look closely, small models name some
pair of words in any case; this lets them take it back without an answer that contradicts itself."""
_KINDS = (*(kind.value for kind in Kind), SAME_MEANING)
KindName = Literal[_KINDS]  # type: ignore[valid-type]

# What the fields mean stands in the prompt and not in the schema, which some providers bill with every call. Nor are
# there docstrings in these classes: pydantic would send them.
_Text = Annotated[str, Field(max_length=2_000)]


class NamedDifference(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    source: _Text
    copy_: Annotated[_Text, Field(alias="copy")]
    why: _Text
    kind: KindName


class Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    id: Annotated[str, Field(max_length=40)]
    differences: list[NamedDifference]
    label: Literal["consistent", "distorted", "contradictory"]


class Answered(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    nonce: Annotated[str, Field(max_length=80)]
    pairs: list[Entry]


_UNENFORCED = ("title", "maxLength")
"""Checked here and not sent: some servers refuse a schema for them."""


@cache
def answer_schema() -> Mapping[str, object]:
    """Return the JSON schema of an answer, in the part of the language that every server understands."""
    return _reduced(Answered.model_json_schema(by_alias=True))


def _reduced(node: dict[str, Any]) -> dict[str, Any]:
    return {
        key: {name: _reduced(inner) for name, inner in value.items()}
        if key in {"properties", "$defs"}
        else _reduced(value)
        if isinstance(value, dict)
        else value
        for key, value in node.items()
        if key not in _UNENFORCED
    }


def read_answer(text: str, call: Call, *, judged_by: str) -> dict[str, Reading]:
    """Return a reading for every question of the call, by its id.

    An answer that is wrong in its build (no JSON, another nonce, an id missing, twice or strange) is believed in
    nothing: labels may have slipped to other pairs. A wrong quote spoils only its own pair.
    """
    entries = _entries(text, call)
    if isinstance(entries, Fault):
        return {question.id: entries for question in call.questions}
    return {question.id: _reading(entries[question.id], question, judged_by) for question in call.questions}


def _entries(text: str, call: Call) -> dict[str, Entry] | Fault:
    answer = _one_answer(text, call)
    if isinstance(answer, Fault):
        return answer
    wanted = {question.id for question in call.questions}
    given = Counter(entry.id for entry in answer.pairs)
    if strangers := sorted(set(given) - wanted):
        return Fault(
            reason=_blame(strangers[0], call), detail=f"an answer about {strangers[0]!r}, which was not asked"
        )
    if twice := [id_ for id_, count in given.items() if count > 1]:
        return Fault(reason=Reason.MALFORMED, detail=f"two answers about {twice[0]!r}")
    if missing := sorted(wanted - set(given)):
        return Fault(reason=Reason.MISSING, detail=f"{len(missing)} of {len(wanted)} pairs not answered")
    return {entry.id: entry for entry in answer.pairs}


def _one_answer(text: str, call: Call) -> Answered | Fault:
    """Return the answer that repeats the nonce, if there is one and no other that says something else."""
    if len(text) > _LONGEST:
        return Fault(reason=Reason.MALFORMED, detail=f"an answer of {len(text)} characters")
    answers = list(_answers(text))
    ours = [answer for answer in answers if answer.nonce == call.nonce]
    if not ours:
        return _no_answer(text, answers, call)
    if any(answer != ours[0] for answer in ours):
        return Fault(reason=Reason.MALFORMED, detail="two answers that differ")
    return ours[0]


_LONGEST = 200_000
_ATTEMPTS = 50
"""Places of a text at which an object is looked for: prose holds few braces, an attack many."""

_REFUSAL = re.compile(
    r"\W*(?:i['’]?m sorry|i am sorry|sorry,|i can(?:not|['’]t)|i am (?:not able|unable)|i['’]m (?:not able|unable)|"
    r"i won['’]t|as an ai)\b",
    re.IGNORECASE,
)


def _no_answer(text: str, answers: list[Answered], call: Call) -> Fault:
    for answer in answers:
        return Fault(reason=_blame(answer.nonce, call), detail="the nonce was not repeated")
    if _REFUSAL.match(text):
        return Fault(reason=Reason.REFUSAL, detail="the model declined to answer")
    return Fault(reason=Reason.MALFORMED, detail="no JSON of the form asked for")


def _blame(word: str, call: Call) -> Reason:
    """A word that the model can only have from a text that it judged was put there to steer it."""
    texts = (t for q in call.questions for t in (q.pair.source_text, q.pair.republished_text, q.context))
    return Reason.INJECTION_SUSPECTED if word and any(word in text for text in texts) else Reason.MALFORMED


def _answers(text: str) -> Iterator[Answered]:
    for document in _objects(text):
        try:
            yield Answered.model_validate(document, by_alias=True, by_name=False)
        except ValidationError:
            continue


def _objects(text: str) -> Iterator[object]:
    """Yield the JSON objects that stand in a text, whatever stands around them."""
    decoder = json.JSONDecoder(object_pairs_hook=_without_repetition)
    position, attempts = text.find("{"), 0
    while position >= 0 and attempts < _ATTEMPTS:
        attempts += 1
        try:
            document, end = decoder.raw_decode(text, position)
            yield document
        except (ValueError, RecursionError):
            end = position + 1
        position = text.find("{", end)


def _without_repetition(items: list[tuple[str, object]]) -> dict[str, object]:
    if len(dict(items)) < len(items):
        raise ValueError("a key stands twice in one object")
    return dict(items)


def _reading(entry: Entry, question: Question, judged_by: str) -> Reading:
    label = Label(entry.label)
    pair = question.pair
    named = [difference for difference in entry.differences if not _harmless(difference)]
    found = [_difference(d, label, pair.source_text, pair.republished_text) for d in named]
    true = tuple(difference for difference in found if difference)
    if label is Label.CONSISTENT:
        if len(true) < len(named):
            return Fault(reason=Reason.INVENTED_QUOTE, detail="quoted words stand in neither text")
        if true:
            return Fault(reason=Reason.MALFORMED, detail="consistent, with differences")
        return Ruling(label=label, judged_by=judged_by)
    if not named:
        return Fault(reason=Reason.MISSING, detail="a flag without evidence")
    if not true:
        return Fault(reason=Reason.INVENTED_QUOTE, detail="quoted words stand in neither text")
    return Ruling(label=label, differences=true, judged_by=judged_by)


def _harmless(named: NamedDifference) -> bool:
    """Tell whether a listed difference is none: no words, the same words, or the same meaning by its own account."""
    return named.kind == SAME_MEANING or same(named.source, named.copy_)


def _difference(named: NamedDifference, label: Label, source: str, copy: str) -> Difference | None:
    there, here = _place(named.source, source), _place(named.copy_, copy)
    if there is False or here is False:
        # The words are real and only stand on the wrong sides: small models mix them up.
        there, here = _place(named.copy_, source), _place(named.source, copy)
    if there is False or here is False or (there is None and here is None):
        return None
    if there and here and same(source[slice(*there)], copy[slice(*here)]):
        return None
    return Difference(
        kind=Kind(named.kind),
        rule="llm",
        contradicts=label is Label.CONTRADICTORY,
        explanation=" ".join(named.why.split()) or f"{named.source.strip()} became {named.copy_.strip()}",
        source=there or None,
        republished=here or None,
    )


def _place(quote: str, text: str) -> Stretch | Literal[False] | None:
    """None where no words are named, False where they are invented."""
    if place := find(quote, text):
        return place
    return None if quote.strip().strip("().").casefold() in _NO_WORDS else False


_NO_WORDS = frozenset({"", "-", "empty", "n/a", "none", "nothing", "not mentioned", "not stated"})
"""How models say that a side has no such words."""
