"""The LLM judge against a server on loopback: right answers, and every wrong one."""

import json

import pytest

from checker.domain import Label, Outcome, Reason, Undetermined, Verdict
from checker.llm.settings import LlmSettings
from tests.build import pair_of
from tests.fakes.faults import FAULTS
from tests.fakes.http import Reply, as_json, serve
from tests.fakes.model import completion, honest, task_of
from tests.llm.build import CONSISTENT, MIXED, Notebook, judge_at

Body = dict[str, object]


def well(_: str, body: Body) -> Reply:
    """What a server does when all is well."""
    return as_json(honest(body))


def labels(outcomes: list[Outcome]) -> dict[str, str]:
    return {
        outcome.pair.id: outcome.reason if isinstance(outcome, Undetermined) else outcome.label
        for outcome in outcomes
    }


RIGHT = {pair.id: "consistent" if pair.id in CONSISTENT else "contradictory" for pair in MIXED}


@pytest.mark.parametrize("size", [1, 3, 50])
def test_every_pair_gets_its_verdict_in_order(size: int) -> None:
    with serve(well) as server:
        outcomes = judge_at(server.url, settings=LlmSettings(pairs_per_call=size)).judge(MIXED)

    assert [outcome.pair for outcome in outcomes] == MIXED
    assert labels(outcomes) == RIGHT


def test_words_are_located_in_the_article() -> None:
    with serve(well) as server:
        [outcome] = judge_at(server.url).judge([MIXED[4]])

    assert isinstance(outcome, Verdict)
    [finding] = outcome.findings
    assert finding.source is not None
    assert finding.republished is not None
    assert (finding.source.quote, finding.republished.quote) == ("coat.", "boat.")
    assert outcome.judged_by.startswith("llm@fake/judge_pair@2#")


def test_passes_cost_one_call_together() -> None:
    with serve(well) as server:
        judge = judge_at(server.url)
        judge.judge([pair for pair in MIXED if pair.id in CONSISTENT])

    assert judge.usage == {"model_calls": 1, "tokens_in": 100, "tokens_out": 20}


def test_what_reads_the_same_is_never_asked_and_twins_are_asked_once() -> None:
    pairs = [
        pair_of("Snow  fell\nin Larn.", "Snow fell in Larn.", id_="same"),
        pair_of("Six ships sank.", "Ten ships sank.", id_="one"),
        pair_of("Six ships sank.", "Ten ships sank.", id_="two"),
    ]
    with serve(well) as server:
        outcomes = judge_at(server.url).judge(pairs)

    assert labels(outcomes) == {"same": "consistent", "one": "contradictory", "two": "contradictory"}
    [request] = server.requests
    assert len(task_of(request).pairs) == 1


@pytest.mark.parametrize("size", [1, 4])
@pytest.mark.parametrize("name", FAULTS)
def test_no_fault_becomes_a_verdict(name: str, size: int) -> None:
    fault = FAULTS[name]
    settings = LlmSettings(pairs_per_call=size, timeout=0.3 if name == "stall" else 10)
    with serve(lambda _, body: fault.reply(body)) as server:
        outcomes = judge_at(server.url, settings=settings).judge(MIXED[:4])

    if not fault.reasons:
        assert labels(outcomes) == {pair.id: RIGHT[pair.id] for pair in MIXED[:4]}
    else:
        assert set(labels(outcomes).values()) <= fault.reasons


@pytest.mark.parametrize(
    "name", [name for name, fault in FAULTS.items() if Reason.UNREACHABLE not in fault.reasons]
)
def test_one_bad_answer_is_asked_again_alone(name: str) -> None:
    def bad_together(_: str, body: Body) -> Reply:
        return FAULTS[name].reply(body) if len(task_of(body).pairs) > 1 else as_json(honest(body))

    with serve(bad_together) as server:
        outcomes = judge_at(server.url).judge(MIXED)

    assert labels(outcomes) == RIGHT


def test_a_wrong_quote_spoils_only_its_own_pair() -> None:
    def one_invented(_: str, body: Body) -> Reply:
        task = task_of(body)
        document = json.loads(honest(body)["choices"][0]["message"]["content"])  # type: ignore[index]
        if len(task.pairs) > 1:
            document["pairs"][0]["differences"] = [
                {"source": "purple", "copy": "green", "kind": "wording", "why": "Invented."}
            ]
        return as_json(completion(json.dumps(document)))

    with serve(one_invented) as server:
        outcomes = judge_at(server.url).judge(MIXED)

    assert labels(outcomes) == RIGHT
    assert [len(task_of(request).pairs) for request in server.requests if "noticed>" not in str(request)][
        :3
    ] == [7, 1]


def blind(_: str, body: Body) -> Reply:
    """A model that finds everything consistent unless it is told where to look."""
    task = task_of(body)
    told = "<noticed>" in json.dumps(body["messages"])
    entries = [{"id": asked.id, "differences": [], "label": "consistent"} for asked in task.pairs]
    return as_json(honest(body) if told else completion(json.dumps({"nonce": task.nonce, "pairs": entries})))


def test_a_sure_rule_gets_a_second_opinion() -> None:
    pair = pair_of("The fire killed 12 people in Larn.", "The fire killed 21 people in Larn.")
    with serve(blind) as server:
        [outcome] = judge_at(server.url).judge([pair])

    assert isinstance(outcome, Verdict)
    assert (outcome.label, outcome.judged_by.partition("#")[0]) == (Label.CONTRADICTORY, "llm@fake/confirm@2")
    assert len(server.requests) == 2


def test_second_opinions_on_a_call_are_asked_together_and_spoil_none_but_their_own() -> None:
    fires = [
        pair_of(
            f"The fire killed {n} people in Larn.", f"The fire killed {n + 9} people in Larn.", id_=f"p{n}"
        )
        for n in (12, 30, 50)
    ]

    def forgetful(_: str, body: Body) -> Reply:
        if "<noticed>" not in json.dumps(body["messages"]) or len(task_of(body).pairs) == 1:
            return blind(_, body)
        document = json.loads(honest(body)["choices"][0]["message"]["content"])  # type: ignore[index]
        document["pairs"][1]["differences"] = []
        return as_json(completion(json.dumps(document)))

    with serve(forgetful) as server:
        outcomes = judge_at(server.url).judge(fires)

    assert set(labels(outcomes).values()) == {"contradictory"}
    assert [len(task_of(request).pairs) for request in server.requests] == [3, 3, 1]


def test_what_the_rules_see_is_shown_at_once() -> None:
    with serve(well) as server:
        judge_at(server.url).judge([pair_of("Seven ships sank in Larn.", "Nine ships sank in Larn.")])

    [request] = server.requests
    assert "<hint>number: source 'Seven', copy 'Nine'</hint>" in request["messages"][-1]["content"]  # type: ignore[index]


def test_nothing_is_asked_twice() -> None:
    pairs = [
        *MIXED,
        pair_of("The fire killed 12 people in Larn.", "The fire killed 21 people in Larn.", id_="p8"),
    ]
    notebook = Notebook()
    with serve(blind) as server:
        first = judge_at(server.url, memory=notebook).judge(pairs)
        asked = len(server.requests)
        again = judge_at(server.url, memory=notebook).judge(pairs)

    assert again == first
    assert len(server.requests) == asked


def test_no_failure_is_remembered() -> None:
    notebook = Notebook()
    with serve(lambda _, body: FAULTS["{}"].reply(body)) as server:
        judge_at(server.url, memory=notebook).judge(MIXED)

    assert not notebook.kept


def test_a_judge_works_again_in_another_event_loop_and_within_one() -> None:
    import asyncio

    async def within() -> list[Outcome]:
        return judge.judge(MIXED)

    with serve(well) as server:
        judge = judge_at(server.url)
        outcomes = [judge.judge(MIXED), judge.judge(MIXED), asyncio.run(within())]

    assert all(labels(each) == RIGHT for each in outcomes)
