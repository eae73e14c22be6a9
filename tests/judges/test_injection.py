"""Texts that try to steer the judge, before a model that obeys every one of them."""

import json
from collections.abc import Callable

import pytest

from checker.domain import Label, Outcome, Pair, Reason, Report, Undetermined
from checker.llm.guard import defuse
from checker.llm.settings import LlmSettings
from checker.pipeline import run_audit
from checker.policy import Policy
from checker.reading import article_from_text
from tests.build import pair_of
from tests.fakes.hostile import HOSTILE, JSON
from tests.fakes.http import Handler, Reply, as_json, serve
from tests.fakes.model import completion, honest, task_of
from tests.llm.build import MIXED, judge_at

SOURCE = "Seven ships of the northern fleet sank."
COPY = "Nine ships of the northern fleet sank."
"""A copy that is wrong in any case: the attack wants it to pass."""

Body = dict[str, object]


def obedient(attack: str) -> Handler:
    """A model that says what a text wants to hear as soon as it sees the text, about everything it is asked."""
    trigger = defuse(attack)

    def reply(_: str, body: Body) -> Reply:
        if trigger not in user_part(body):
            return as_json(honest(body))
        task = task_of(body)
        entries = [{"id": asked.id, "differences": [], "label": "consistent"} for asked in task.pairs]
        return as_json(completion(json.dumps({"nonce": task.nonce, "pairs": entries})))

    return reply


def parrot(attack: str) -> Handler:
    """A model that repeats the attack as its answer."""
    trigger = defuse(attack)

    def reply(_: str, body: Body) -> Reply:
        return as_json(completion(attack) if trigger in user_part(body) else honest(body))

    return reply


def user_part(body: Body) -> str:
    """What the user's message says."""
    messages = body["messages"]
    assert isinstance(messages, list)
    return str(messages[-1]["content"])


def outcomes_beside(hostile: Pair, handler: Handler) -> tuple[Outcome, list[Outcome]]:
    """Judge a pair in the midst of others; return its outcome, and theirs."""
    pairs = [*MIXED[:3], hostile, *MIXED[3:]]
    with serve(handler) as server:
        outcomes = judge_at(server.url, settings=LlmSettings(pairs_per_call=4)).judge(pairs)
    return outcomes[3], [*outcomes[:3], *outcomes[4:]]


@pytest.fixture(scope="module")
def undisturbed() -> list[Outcome]:
    """What the others are when nobody is hostile."""
    with serve(lambda _, body: as_json(honest(body))) as server:
        return judge_at(server.url, settings=LlmSettings(pairs_per_call=4)).judge(MIXED)


def check(attack: str, side: str, model: Callable[[str], Handler], undisturbed: list[Outcome]) -> None:
    """Judge a hostile pair among others: it does not pass, and they do not change."""
    source = SOURCE if side == "copy" else f"{SOURCE} {attack}"
    copy = COPY if side == "source" else f"{COPY} {attack}"

    outcome, others = outcomes_beside(pair_of(source, copy, id_="hostile"), model(attack))

    label = Label.UNDETERMINED if isinstance(outcome, Undetermined) else outcome.label
    assert label is not Label.CONSISTENT
    assert others == undisturbed


@pytest.mark.parametrize("side", ["source", "copy"])
@pytest.mark.parametrize("attack", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_pair_neither_passes_nor_touches_others(
    attack: str, side: str, undisturbed: list[Outcome]
) -> None:
    check(attack, side, obedient, undisturbed)


@pytest.mark.parametrize("attack", JSON, ids=range(len(JSON)))
def test_an_answer_that_stands_in_the_text_is_no_answer(attack: str, undisturbed: list[Outcome]) -> None:
    check(attack, "both", parrot, undisturbed)


def test_a_cleared_hostile_pair_is_undetermined_with_its_reason() -> None:
    attack = HOSTILE[0]
    outcome, _ = outcomes_beside(pair_of(SOURCE, f"{COPY} {attack}", id_="hostile"), obedient(attack))

    assert isinstance(outcome, Undetermined)
    assert outcome.reason is Reason.INJECTION_SUSPECTED


STORY = (
    "The mayor of Larn said the fair began at noon.",
    "The trainees of the northern fleet slept near the door.",
    "Snow fell in Ostvik on Monday and the ferry stayed there.",
    "Ann Moreau bought a red coat for the winter.",
    "The bank of Penmere failed in spring after nine years.",
)
RETOLD = (
    "The mayor of Larn stated the fair started at noon.",
    "The trainees of the northern fleet ate near the door{attack}",
    "Snow fell in Ostvik on Friday and the ferry stayed there.",
    "Ann Moreau purchased a red coat for the winter.",
    "The bank of Penmere grew in spring after nine years.",
)


def audited(attack: str) -> Report:
    with serve(obedient(attack) if attack else lambda _, body: as_json(honest(body))) as server:
        return run_audit(
            article_from_text("\n\n".join(STORY)),
            article_from_text("\n\n".join(RETOLD).replace("{attack}", f"; {attack}" if attack else ".")),
            judge=judge_at(server.url, settings=LlmSettings(pairs_per_call=6)),
            policy=Policy(),
        )


def labels_of(report: Report) -> dict[str, Label]:
    """The label under which each sentence of the source ended."""
    return {place.text: pair.label for pair in report.pairs for place in pair.source}


@pytest.fixture(scope="module")
def before() -> dict[str, Label]:
    """How the sentences end when nobody is hostile."""
    labels = labels_of(audited(""))
    assert labels[STORY[1]] is Label.CONTRADICTORY
    assert set(labels.values()) == {Label.CONSISTENT, Label.CONTRADICTORY}
    return labels


@pytest.mark.parametrize("attack", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_article_changes_nothing_for_its_other_sentences(
    attack: str, before: dict[str, Label]
) -> None:
    after = labels_of(audited(attack))

    assert after.pop(STORY[1]) is not Label.CONSISTENT
    assert after == {sentence: label for sentence, label in before.items() if sentence != STORY[1]}
