from typing import Any

import pytest

from benchmarks.peers.model import UnknownRequestError, form_of, say, text_of, trusting, truth_about
from tests.benchmarks.peers.pairs import CHANGED, FAITHFUL
from tests.benchmarks.peers.prompts import (
    CHECKER,
    CLAIMS,
    FACTUALITY,
    JUDGED,
    SPANS,
    STATEMENTS,
    TRUTHS,
    VERDICTS,
    WRONG,
    asked,
)

IS_WRONG = truth_about([CHANGED, FAITHFUL])


@pytest.mark.parametrize(
    ("prompt", "form", "answer", "decides"),
    [
        pytest.param(
            TRUTHS, "deepeval truths", {"truths": ["The mill burned in May.", "Nobody was hurt."]}, False,
            id="truths",
        ),
        pytest.param(
            CLAIMS, "deepeval claims", {"claims": [WRONG, "Nobody was hurt."]}, False, id="claims",
        ),
        pytest.param(
            VERDICTS, "deepeval verdicts",
            {"verdicts": [
                {"verdict": "no", "reason": f"The context says otherwise than: {WRONG}"}, {"verdict": "yes"},
            ]},
            True, id="verdicts on claims",
        ),
        pytest.param(
            STATEMENTS, "ragas statements", {"statements": [WRONG, "Nobody was hurt."]}, False, id="statements",
        ),
        pytest.param(
            JUDGED, "ragas verdicts",
            {"statements": [
                {"statement": WRONG, "reason": "As the context says.", "verdict": 0},
                {"statement": "Nobody was hurt.", "reason": "As the context says.", "verdict": 1},
            ]},
            True, id="verdicts on statements",
        ),
        pytest.param(
            FACTUALITY, "promptfoo factuality", {"category": "D", "reason": "They disagree."}, True,
            id="factuality",
        ),
        pytest.param(
            SPANS, "lettucedetect", {"hallucination_list": ["The mill burned  in June."]}, True,
            id="a span is copied with its white space",
        ),
    ],
)  # fmt: skip
def test_the_model_answers_each_tool_in_its_form(
    prompt: str, form: str, answer: dict[str, Any], decides: bool
) -> None:
    known, said = say(asked(prompt), IS_WRONG)

    assert (known.name, known.decides, said) == (form, decides, answer)


def test_it_speaks_the_form_of_this_project() -> None:
    form, said = say(asked(CHECKER), IS_WRONG)
    [entry] = said["pairs"]
    [difference] = entry["differences"]

    assert form.name == "checker"
    assert (said["nonce"], entry["id"], entry["label"]) == ("12345678", "a1", "distorted")
    assert (difference["source"], difference["copy"]) == ("May.", "June.")


@pytest.mark.parametrize("prompt", [CHECKER, VERDICTS, JUDGED, FACTUALITY, SPANS])
def test_a_model_that_obeys_finds_nothing_wrong(prompt: str) -> None:
    assert say(asked(prompt), trusting) != say(asked(prompt), IS_WRONG)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param(WRONG, True, id="the sentence"),
        pytest.param("burned in June", True, id="a part of it"),
        pytest.param(f"It rained. {WRONG}", True, id="it and more"),
        pytest.param("The mill\nburned in June.", True, id="over two lines"),
        pytest.param("Nobody was hurt.", False, id="another one"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_what_is_wrong(text: str, wrong: bool) -> None:
    assert bool(IS_WRONG(text)) is wrong


def test_a_prompt_that_nobody_knows_is_not_answered_by_guessing() -> None:
    with pytest.raises(UnknownRequestError, match="that begins: Write a poem"):
        form_of("Write a\npoem")


def test_the_text_of_a_request_is_that_of_all_its_messages() -> None:
    body = {
        "messages": [{"content": "one"}, {"content": [{"type": "text", "text": "two"}]}, {"content": None}]
    }

    assert text_of(body) == "one\ntwo"
