"""What goes over the wire, what is learned about a server, and when it is asked again."""

import asyncio
import time
from collections.abc import Sequence

import pytest

from checker.domain import Reason
from checker.errors import CheckerError
from checker.llm.access import Access
from checker.llm.asking import Answer, Reply, Silence
from checker.llm.calls import build_call
from checker.llm.endpoint import Learned, Patience, open_endpoint
from checker.llm.settings import LlmSettings, Structured
from tests.fakes import http
from tests.fakes.http import Handler, as_json, serve
from tests.fakes.model import completion, honest
from tests.llm.build import HURRIED, MIXED, PROMPTS, SECRET

CALL = build_call(PROMPTS.one, MIXED[:1], secret=SECRET)

Body = dict[str, object]


def ask(
    url: str,
    *,
    times: int = 1,
    settings: LlmSettings | None = None,
    learned: Learned | None = None,
    patience: Patience = HURRIED,
    waited: list[float] | None = None,
) -> Sequence[Reply]:
    """Put the same call a number of times, one after the other, and note how long was waited between."""

    async def sleep(seconds: float) -> None:
        if waited is not None:
            waited.append(seconds)

    async def main() -> list[Reply]:
        access = Access(base_url=url, model="m", key="sk-1")
        chosen = settings or LlmSettings(timeout=5)
        async with open_endpoint(
            access, chosen, learned or Learned(), patience=patience, sleep=sleep
        ) as endpoint:
            return [await endpoint.ask(CALL) for _ in range(times)]

    return asyncio.run(main())


def after(failures: Sequence[http.Reply]) -> Handler:
    """A server that answers so first and well from then on."""
    left = list(failures)
    return lambda _, body: left.pop(0) if left else as_json(honest(body))


def test_a_request_is_one_that_every_server_understands() -> None:
    with serve(lambda _, body: as_json(honest(body))) as server:
        [reply] = ask(server.url)

    [request] = server.requests
    assert isinstance(reply, Answer)
    assert set(request) == {"model", "messages", "max_tokens", "temperature", "response_format"}
    assert request["temperature"] == 0
    assert server.headers[0]["authorization"] == "Bearer sk-1"
    assert (reply.cost.requests, reply.cost.tokens_in, reply.cost.tokens_out) == (1, 100, 20)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (Structured.JSON_SCHEMA, "json_schema"),
        (Structured.JSON_OBJECT, "json_object"),
        (Structured.TEXT, None),
    ],
)
def test_a_chosen_form_is_sent_and_no_other(form: Structured, expected: str | None) -> None:
    rejection = as_json({"error": {"message": "response_format is not supported"}}, status=400)
    with serve(after([])) as server:
        ask(server.url, settings=LlmSettings(structured=form))
    with serve(lambda *_: rejection) as refusing:
        [reply] = ask(refusing.url, settings=LlmSettings(structured=form))

    forms = [request.get("response_format", {}).get("type") for request in server.requests]  # type: ignore[attr-defined]
    assert forms == [expected]
    assert isinstance(reply, Silence)
    assert len(refusing.requests) == 1


@pytest.mark.parametrize(
    ("takes", "tried"),
    [
        pytest.param({"json_schema", "json_object", None}, ["json_schema"] * 3, id="OpenAI"),
        pytest.param({"json_object", None}, ["json_schema"] + ["json_object"] * 3, id="an older server"),
        pytest.param({None}, ["json_schema", "json_object", None, None, None], id="a server without any"),
    ],
)
def test_what_a_server_takes_is_found_out_once(takes: set[str | None], tried: list[str | None]) -> None:
    def choosy(_: str, body: Body) -> http.Reply:
        form = body.get("response_format", {}).get("type")  # type: ignore[attr-defined]
        if form in takes:
            return as_json(honest(body))
        return as_json({"error": {"message": f"'response_format.type' {form} is not supported"}}, status=400)

    learned = Learned()
    with serve(choosy) as server:
        replies = [*ask(server.url, times=2, learned=learned), *ask(server.url, learned=learned)]

    assert all(isinstance(reply, Answer) for reply in replies)
    sent = [request.get("response_format", {}).get("type") for request in server.requests]  # type: ignore[attr-defined]
    assert sent == tried


@pytest.mark.parametrize(
    ("complaint", "absent", "present"),
    [
        (
            "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.",
            "max_tokens",
            "max_completion_tokens",
        ),
        ("Unsupported value: 'temperature' does not support 0.0", "temperature", "max_tokens"),
    ],
)
def test_a_reasoning_model_is_asked_as_it_wants(complaint: str, absent: str, present: str) -> None:
    def picky(_: str, body: Body) -> http.Reply:
        wrong = absent in body
        return as_json({"error": {"message": complaint}}, status=400) if wrong else as_json(honest(body))

    with serve(picky) as server:
        replies = ask(server.url, times=2)

    assert all(isinstance(reply, Answer) for reply in replies)
    assert [absent in request for request in server.requests] == [True, False, False]
    assert present in server.requests[-1]


def test_there_is_one_layer_of_retries() -> None:
    with serve(lambda *_: as_json({}, status=500)) as server:
        [reply] = ask(server.url, patience=Patience(attempts=3, first_wait=0.001))

    assert isinstance(reply, Silence)
    assert (reply.reason, reply.cost.requests, len(server.requests)) == (Reason.UNREACHABLE, 3, 3)


def test_the_wait_grows_and_a_server_that_names_one_is_obeyed() -> None:
    waited: list[float] = []
    failures = [
        as_json({}, status=500),
        as_json({}, status=500),
        as_json({}, status=429, headers=(("retry-after", "0.3"),)),
    ]
    with serve(after(failures)) as server:
        [reply] = ask(server.url, patience=Patience(first_wait=1.0), waited=waited)

    assert isinstance(reply, Answer)
    assert 0.5 <= waited[0] <= 1.0 <= waited[1] <= 2.0
    assert waited[2] == 0.3


def test_a_server_that_asks_for_an_hour_gets_no_second_attempt() -> None:
    with serve(lambda *_: as_json({}, status=429, headers=(("retry-after", "3600"),))) as server:
        [reply] = ask(server.url)

    assert isinstance(reply, Silence)
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", [401, 402, 403, 404])
def test_a_refused_key_ends_the_run_after_one_request(status: int) -> None:
    with serve(lambda *_: as_json({"error": {"message": "no"}}, status=status)) as server:
        with pytest.raises(CheckerError) as caught:
            ask(server.url)

        assert len(server.requests) == 1
    assert (caught.value.exit, bool(caught.value.hint)) == (3, True)


def test_nobody_there_is_said_in_one_line() -> None:
    with serve(lambda *_: as_json({})) as server:
        url = server.url

    with pytest.raises(CheckerError, match="No connection to http://127"):
        ask(url)


def test_a_server_that_went_silent_is_given_up() -> None:
    with serve(lambda *_: as_json({}, status=500)) as server:
        replies = ask(server.url, times=30, patience=Patience(attempts=1))

    assert all(isinstance(reply, Silence) and reply.reason is Reason.UNREACHABLE for reply in replies)
    assert len(server.requests) == 20


def test_a_drip_does_not_outlast_the_timeout() -> None:
    began = time.monotonic()
    with serve(lambda _, body: http.Reply(body=b" " * 10_000, drip=0.05)) as server:
        [reply] = ask(server.url, settings=LlmSettings(timeout=0.3), patience=Patience(attempts=1))

    assert isinstance(reply, Silence)
    assert time.monotonic() - began < 60  # the whole body would take eight minutes


def test_what_a_server_does_not_count_is_estimated() -> None:
    document = {k: v for k, v in completion("{}").items() if k != "usage"}
    with serve(lambda *_: as_json(document)) as server:
        [reply] = ask(server.url)

    assert reply.cost.tokens_in > 300
    assert reply.cost.tokens_out > 0
