import json
import urllib.error
import urllib.request
from typing import Any

import pytest

from benchmarks.peers.server import Counting, Traffic, forwarding
from tests.benchmarks.peers.pairs import CHANGED, FAITHFUL
from tests.benchmarks.peers.prompts import CLAIMS, VERDICTS, asked
from tests.fakes.http import Reply, as_json, serve


def post(url: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    request = urllib.request.Request(
        url, data=json.dumps(body).encode(), headers={"content-type": "application/json"}
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            return response.status, json.loads(response.read())
    except urllib.error.HTTPError as error:
        return error.code, json.loads(error.read())


def test_conditions_are_counted_apart() -> None:
    handler = Counting([CHANGED, FAITHFUL])
    with serve(handler) as server:
        top = server.url.removesuffix("/v1")
        for path, body in (("healthy", CLAIMS), ("healthy", VERDICTS), ("empty", VERDICTS)):
            assert post(f"{top}/{path}/v1/chat/completions", asked(body))[0] == 200

    healthy, empty = handler.traffic["healthy"], handler.traffic["empty"]
    assert (healthy.requests, healthy.spoilt, healthy.sent) == (2, 0, [CLAIMS, VERDICTS])
    assert (empty.requests, empty.spoilt, empty.answered) == (1, 1, [""])


def test_a_request_that_comes_again_is_known_by_its_body() -> None:
    handler = Counting([CHANGED])
    with serve(handler) as server:
        url = f"{server.url.removesuffix('/v1')}/429-once/v1/chat/completions"
        statuses = [post(url, asked(text))[0] for text in (CLAIMS, VERDICTS, CLAIMS, VERDICTS)]

    assert statuses == [429, 429, 200, 200]


@pytest.mark.parametrize(
    ("path", "body", "status", "complaints"),
    [
        pytest.param("nonsense/v1/chat/completions", asked(CLAIMS), 404, 0, id="no such condition"),
        pytest.param("healthy/v1/models", asked(CLAIMS), 404, 0, id="no such address"),
        pytest.param("healthy/v1/chat/completions", asked("Sing!"), 400, 1, id="a prompt that nobody knows"),
    ],
)
def test_what_cannot_be_answered(path: str, body: dict[str, Any], status: int, complaints: int) -> None:
    handler = Counting([CHANGED])
    with serve(handler) as server:
        assert post(f"{server.url.removesuffix('/v1')}/{path}", body)[0] == status

    assert len(handler.complaints) == complaints


@pytest.mark.parametrize(
    ("reply", "status", "answered"),
    [
        pytest.param(
            as_json({"choices": [{"message": {"content": "hello"}}]}), 200, ["hello"], id="an answer"
        ),
        pytest.param(as_json({"error": {}}, status=503), 503, [], id="an error goes through as it is"),
    ],
)
def test_a_real_server_is_asked_in_between(reply: Reply, status: int, answered: list[str]) -> None:
    traffic = Traffic()
    with (
        serve(lambda path, body: reply) as real,
        serve(forwarding(real.url, traffic)) as between,
    ):
        assert post(f"{between.url}/chat/completions", asked(CLAIMS))[0] == status
        assert post(f"{between.url}/models", asked(CLAIMS))[0] == 404

    assert (traffic.requests, traffic.sent, traffic.answered) == (1, [CLAIMS], answered)
    assert real.requests == [asked(CLAIMS)]
