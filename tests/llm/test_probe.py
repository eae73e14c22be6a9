"""Whether a server that enforces a schema is told from one that only says so."""

import asyncio
import json
from typing import Any

import pytest

from checker.errors import CheckerError
from checker.llm.access import Access
from checker.llm.endpoint import Patience
from checker.llm.probe import Found, probe
from checker.llm.settings import LlmSettings, Structured
from tests.fakes.http import Handler, Reply, as_json, serve
from tests.fakes.model import completion

HURRIED = Patience(attempts=2, first_wait=0.001, longest_wait=0.01)
Body = dict[str, Any]


def said(text: str) -> Reply:
    return as_json(completion(text))


def _word(body: Body) -> str:
    return str(body["response_format"]["json_schema"]["schema"]["properties"]["word"]["enum"][0])


def enforces(path: str, body: Body) -> Reply:
    """A server that lets a model say nothing but what the schema allows."""
    return said(json.dumps({"word": _word(body)}))


def ignores(path: str, body: Body) -> Reply:
    return said("BLUE")


def guesses(path: str, body: Body) -> Reply:
    """A model that was shown the field's name and is not held to its values."""
    return said('{"word": "BLUE"}')


def adds(path: str, body: Body) -> Reply:
    return said(json.dumps({"word": _word(body), "note": "blue"}))


def only_objects(path: str, body: Body) -> Reply:
    if body.get("response_format", {}).get("type") != "json_object":
        return as_json({"error": {"message": "response_format json_schema is not supported"}}, status=400)
    return said('{"colour": "BLUE"}')


def only_text(path: str, body: Body) -> Reply:
    if "response_format" in body:
        return as_json({"error": {"message": "response_format is not supported"}}, status=400)
    return said("BLUE")


def asked(handler: Handler, structured: Structured = Structured.AUTO) -> Found:
    with serve(handler) as server:
        access = Access(base_url=server.url, model="fake", key="none")
        return asyncio.run(probe(access, LlmSettings(timeout=2.0, structured=structured), HURRIED))


@pytest.mark.parametrize(
    ("handler", "form", "enforced"),
    [
        pytest.param(enforces, Structured.JSON_SCHEMA, True, id="enforces"),
        pytest.param(ignores, Structured.JSON_SCHEMA, False, id="ignores"),
        pytest.param(guesses, Structured.JSON_SCHEMA, False, id="another word in the right form"),
        pytest.param(adds, Structured.JSON_SCHEMA, False, id="another field"),
        pytest.param(only_objects, Structured.JSON_OBJECT, True, id="knows objects only"),
        pytest.param(only_text, Structured.TEXT, False, id="knows text only"),
    ],
)
def test_what_a_server_does_with_a_schema(handler: Handler, form: Structured, enforced: bool) -> None:
    found = asked(handler)

    assert (found.form, found.enforced) == (form, enforced)
    assert found.seconds > 0


def test_the_form_that_the_user_chose_is_tried() -> None:
    assert asked(ignores, Structured.TEXT).form is Structured.TEXT
    assert not asked(ignores, Structured.JSON_OBJECT).enforced


def test_the_prompt_does_not_hold_the_word() -> None:
    with serve(enforces) as server:
        access = Access(base_url=server.url, model="fake", key="none")
        asyncio.run(probe(access, LlmSettings(timeout=2.0), HURRIED))
        [request] = server.requests

    assert _word(request) not in json.dumps(request["messages"])


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        pytest.param(as_json({}), "gave no answer", id="no completion"),
        pytest.param(
            as_json({"error": {"message": "no"}}, status=401), "cannot be asked: HTTP 401: no", id="key"
        ),
        pytest.param(as_json({}, status=500), "gave no answer: HTTP 500, 2 attempts", id="broken server"),
    ],
)
def test_a_server_that_gives_no_answer(reply: Reply, message: str) -> None:
    with pytest.raises(CheckerError) as error:
        asked(lambda path, body: reply)

    assert message in str(error.value)
    assert error.value.exit == 3
