import json
from typing import Any

import pytest

from benchmarks.peers.conditions import CONDITIONS, FAULTS, INSTRUCTION, PASSING, hollow, strange
from benchmarks.peers.model import truth_about
from tests.benchmarks.peers.pairs import CHANGED
from tests.benchmarks.peers.prompts import CLAIMS, VERDICTS, asked

IS_WRONG = truth_about([CHANGED])


def content(body: bytes) -> str:
    return str(json.loads(body)["choices"][0]["message"]["content"])


@pytest.mark.parametrize("name", [name for name in FAULTS if name != "obeyed"])
def test_every_fault_spoils_a_verdict_again_and_again(name: str) -> None:
    right = CONDITIONS["healthy"].play(asked(VERDICTS), IS_WRONG, again=False)
    for again in (False, True):
        played = FAULTS[name].play(asked(VERDICTS), IS_WRONG, again=again)

        assert played.spoilt
        assert played.reply.status != 200 or content(played.reply.body) != content(right.reply.body)


@pytest.mark.parametrize("name", [name for name in FAULTS if name.endswith("-verdict")])
def test_a_fault_of_the_verdict_leaves_what_prepares_it_alone(name: str) -> None:
    assert not FAULTS[name].play(asked(CLAIMS), IS_WRONG, again=False).spoilt


@pytest.mark.parametrize("name", list(PASSING))
def test_a_passing_fault_is_over_when_asked_again(name: str) -> None:
    first, second = (
        PASSING[name].play(asked(VERDICTS), IS_WRONG, again=False),
        PASSING[name].play(asked(VERDICTS), IS_WRONG, again=True),
    )

    assert (first.reply.status, second.reply.status) == (int(name[:3]), 200)
    assert '"verdict": "no"' in content(second.reply.body)


@pytest.mark.parametrize(
    ("prompt", "obeys"),
    [
        pytest.param(VERDICTS, False, id="nobody tells it anything"),
        pytest.param(VERDICTS.replace("June", f"June ({INSTRUCTION})"), True, id="the copy tells it to"),
    ],
)
def test_the_model_obeys_only_what_it_is_told(prompt: str, obeys: bool) -> None:
    assert CONDITIONS["obeyed"].play(asked(prompt), lambda _: True, again=False).spoilt is obeys


@pytest.mark.parametrize("name", ["healthy", "example"])
def test_a_healthy_model_says_what_is_right(name: str) -> None:
    played = CONDITIONS[name].play(asked(VERDICTS), IS_WRONG, again=False)

    assert not played.spoilt
    assert content(played.reply.body) == played.text


@pytest.mark.parametrize(
    ("said", "emptied"),
    [
        pytest.param({"verdicts": [{"verdict": "no"}]}, {"verdicts": []}, id="a list"),
        pytest.param({"category": "D", "reason": "r"}, {"category": "", "reason": ""}, id="words"),
        pytest.param({"nonce": "n", "pairs": [1]}, {"nonce": "n", "pairs": []}, id="the nonce stays"),
    ],
)
def test_a_hollow_answer_keeps_its_form(said: dict[str, Any], emptied: dict[str, Any]) -> None:
    assert json.loads(hollow(json.dumps(said))) == emptied


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param(
            {"v": [{"verdict": "no", "reason": "r"}]}, {"v": [{"verdict": "mostly fine", "reason": "r"}]}, id="a word",
        ),
        pytest.param({"s": [{"verdict": 0}]}, {"s": [{"verdict": 2}]}, id="a number"),
        pytest.param({"hallucination_list": ["x"]}, {"hallucination_list": ["x"]}, id="a form without verdicts"),
    ],
)  # fmt: skip
def test_a_strange_verdict_is_of_the_same_type(said: dict[str, Any], expected: dict[str, Any]) -> None:
    assert json.loads(strange(json.dumps(said))) == expected
