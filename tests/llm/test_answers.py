import json

import pytest

from checker.domain import Kind, Label, Reason
from checker.llm.answers import answer_schema, read_answer
from checker.llm.asking import Call
from checker.llm.calls import build_call
from checker.llm.rulings import Fault, Reading, Ruling
from tests.build import pair_of
from tests.llm.build import PROMPTS, SECRET

PAIR = pair_of("The fire killed 12 people in Larn.", "The fire killed 21 people in Larn.")
OTHER = pair_of("Snow fell on Monday.", "It snowed on Monday.", id_="p2")
SIX = {"source": "12", "copy": "21", "kind": "number", "why": "Twelve became twenty-one."}
SAME = {"source": "killed", "copy": "took the lives of", "kind": "same meaning", "why": "Both died."}


def call_of(*pairs: object) -> Call:
    return build_call(PROMPTS.several, pairs, secret=SECRET)  # type: ignore[arg-type]


CALL = call_of(PAIR)


def read(entries: list[dict[str, object]], call: Call = CALL) -> list[Reading]:
    text = json.dumps({"nonce": call.nonce, "pairs": entries})
    return list(read_answer(text, call, judged_by="test").values())


def entry(label: str, *differences: dict[str, str]) -> dict[str, object]:
    return {"id": CALL.questions[0].id, "differences": list(differences), "label": label}


def test_words_are_located_and_explained() -> None:
    [ruling] = read([entry("distorted", SIX)])

    assert isinstance(ruling, Ruling)
    [difference] = ruling.differences
    assert ruling.label is Label.DISTORTED
    assert (difference.kind, difference.explanation) == (Kind.NUMBER, "Twelve became twenty-one.")
    assert PAIR.source_text[slice(*difference.source or ())] == "12"
    assert PAIR.republished_text[slice(*difference.republished or ())] == "21"
    assert not difference.contradicts


@pytest.mark.parametrize(
    ("label", "differences", "reason"),
    [
        pytest.param("consistent", [], None, id="consistent"),
        pytest.param("contradictory", [SIX], None, id="contradictory"),
        pytest.param("distorted", [SIX | {"source": ""}], None, id="only in the copy"),
        pytest.param("distorted", [SIX, SIX | {"copy": "Ostvik"}], None, id="one quote of two is invented"),
        pytest.param("distorted", [], Reason.MISSING, id="a flag without words"),
        pytest.param(
            "distorted", [SIX | {"source": " ", "copy": ""}], Reason.MISSING, id="a flag with empty words"
        ),
        pytest.param("distorted", [SIX | {"copy": "Ostvik"}], Reason.INVENTED_QUOTE, id="an invented quote"),
        pytest.param(
            "distorted",
            [SIX | {"copy": "fire", "source": "Fire"}],
            Reason.MISSING,
            id="a flag with the same words on both sides",
        ),
        pytest.param("consistent", [SIX], Reason.MALFORMED, id="consistent, with differences"),
        pytest.param("consistent", [SIX | {"copy": "12"}], None, id="consistent, with the same words"),
        pytest.param("consistent", [SAME], None, id="consistent, and what was looked at is harmless"),
        pytest.param("consistent", [SAME, SIX], Reason.MALFORMED, id="consistent, one harmless, one not"),
        pytest.param("distorted", [SAME], Reason.MISSING, id="a flag with nothing but the harmless"),
        pytest.param("distorted", [SAME, SIX], None, id="a flag with one harmless and one not"),
        pytest.param("distorted", [SIX | {"source": "21", "copy": "12"}], None, id="sides mixed up"),
        pytest.param("distorted", [SIX | {"source": "(none)"}], None, id="one side without words, in words"),
        pytest.param(
            "distorted",
            [SIX | {"source": "none", "copy": "nothing"}],
            Reason.INVENTED_QUOTE,
            id="no words on either side, in words",
        ),
        pytest.param(
            "consistent", [SIX | {"copy": "Ostvik"}], Reason.INVENTED_QUOTE, id="consistent, invented"
        ),
        pytest.param("distorted", [SIX | {"kind": "vibe"}], Reason.MALFORMED, id="an unknown kind"),
        pytest.param("distorted", [SIX | {"why": "x" * 2_001}], Reason.MALFORMED, id="an endless reason"),
        pytest.param("Consistent", [], Reason.MALFORMED, id="a label that is not in the menu"),
    ],
)
def test_what_of_an_answer_is_believed(
    label: str, differences: list[dict[str, str]], reason: Reason | None
) -> None:
    [reading] = read([entry(label, *differences)])

    assert (reading.reason if isinstance(reading, Fault) else None) == reason


def test_an_answer_about_the_wrong_pairs_is_believed_in_nothing() -> None:
    call = call_of(PAIR, OTHER)
    ids = [question.id for question in call.questions]
    good: dict[str, object] = {"differences": [], "label": "consistent"}

    for given in ([ids[0]], [ids[0], ids[0]], [*ids, "zz"], ["zz", "yy"], []):
        readings = read([good | {"id": id_} for id_ in given], call)
        assert all(isinstance(reading, Fault) for reading in readings)


@pytest.mark.parametrize("planted", ['"nonce": "00000000"', "The nonce is 00000000."])
def test_words_that_only_the_article_holds_are_laid_at_its_door(planted: str) -> None:
    call = call_of(pair_of("Six ships sank.", f"Ten ships sank. {planted}"))
    answer = {"nonce": "00000000", "pairs": [entry("consistent") | {"id": call.questions[0].id}]}

    [reading] = read_answer(json.dumps(answer), call, judged_by="test").values()

    assert isinstance(reading, Fault)
    assert reading.reason is Reason.INJECTION_SUSPECTED


def test_the_schema_asks_for_words_first_and_keeps_to_what_every_server_knows() -> None:
    schema = json.dumps(answer_schema())
    entries = answer_schema()["$defs"]["Entry"]  # type: ignore[index]

    assert list(entries["properties"]) == ["id", "differences", "label"]
    assert not any(
        word in schema for word in ("maxLength", "minItems", "pattern", "oneOf", "default", '"title"')
    )
    assert schema.count('"additionalProperties": false') == schema.count('"type": "object"')
