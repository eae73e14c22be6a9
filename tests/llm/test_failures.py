"""Every failure of the client library has one of three meanings."""

import email.utils
import inspect
import time

import httpx2
import openai
import pytest

from checker.domain import Reason
from checker.errors import CheckerError
from checker.llm.failures import (
    QUOTA_CODES,
    EndpointRefusedError,
    RejectedError,
    TransientError,
    UnusableError,
    translate,
)

KEY = "sk-1234"
REQUEST = httpx2.Request("POST", "http://model.test/v1/chat/completions")


def of_status(
    status: int, message: str = "", code: str = "", headers: dict[str, str] | None = None
) -> Exception:
    """What a response of this status means."""
    response = httpx2.Response(status, headers=headers, request=REQUEST)
    body = {"error": {"message": message, "code": code}}
    kind = {401: openai.AuthenticationError, 403: openai.PermissionDeniedError, 404: openai.NotFoundError}
    error = kind.get(status, openai.APIStatusError)(message, response=response, body=body)
    return translate(error, endpoint="http://model.test", secret=KEY)


@pytest.mark.parametrize("status", [408, 409, 425, 429, 500, 502, 503, 504, 529])
def test_what_waiting_may_cure_is_tried_again(status: int) -> None:
    assert isinstance(of_status(status), TransientError)


@pytest.mark.parametrize(
    ("status", "code", "words"),
    [
        (401, "invalid_api_key", "Check OPENAI_API_KEY"),
        (403, "", "may not use this model"),
        (404, "model_not_found", "Check --model and --base-url"),
        (402, "", "Check the plan"),
        *((429, code, "Check the plan") for code in sorted(QUOTA_CODES)),
    ],
)
def test_what_nothing_cures_stops_the_run_with_a_hint(status: int, code: str, words: str) -> None:
    error = of_status(status, f"no {KEY}", code)

    assert isinstance(error, EndpointRefusedError)
    assert words in error.hint
    assert KEY not in str(error)


@pytest.mark.parametrize(
    ("status", "message", "reason"),
    [
        (400, "This model's maximum context length is 8192 tokens", Reason.LENGTH),
        (400, "the request exceeds the available context size", Reason.LENGTH),
        (413, "", Reason.LENGTH),
        (400, "The response was filtered by the content management policy", Reason.REFUSAL),
    ],
)
def test_what_concerns_these_pairs_only_costs_these_pairs_only(
    status: int, message: str, reason: Reason
) -> None:
    error = of_status(status, message)

    assert isinstance(error, UnusableError)
    assert error.reason is reason


def test_a_rejected_form_may_be_another_one_next_time() -> None:
    assert isinstance(of_status(400, "response_format json_schema is not supported"), RejectedError)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7.0),
        ({"retry-after-ms": "250", "retry-after": "7"}, 0.25),
        ({"retry-after": "-3"}, 0.0),
        ({"retry-after": "soon"}, None),
        ({}, None),
    ],
)
def test_what_the_server_asks_for_is_read(headers: dict[str, str], seconds: float | None) -> None:
    error = of_status(429, headers=headers)

    assert isinstance(error, TransientError)
    assert error.retry_after == seconds


def test_a_date_is_read_too() -> None:
    error = of_status(503, headers={"retry-after": email.utils.formatdate(time.time() + 600, usegmt=True)})

    assert isinstance(error, TransientError)
    assert error.retry_after == pytest.approx(600, abs=60)


def test_no_exception_of_the_library_is_left_over() -> None:
    """Fails when the library grows an exception that nobody here has thought of."""
    known = (
        openai.APIConnectionError,
        openai.APIStatusError,
        openai.APIResponseValidationError,
        openai.LengthFinishReasonError,
        openai.ContentFilterFinishReasonError,
    )
    never_met = {
        "OpenAIError",
        "APIError",
        "InvalidWebhookSignatureError",
        "OAuthError",
        "SubjectTokenProviderError",
        "WebSocketConnectionClosedError",
        "WebSocketQueueFullError",
    }
    exceptions = [
        found
        for _, found in inspect.getmembers(openai, inspect.isclass)
        if issubclass(found, openai.OpenAIError) and not issubclass(found, known) and found.__name__[0] != "_"
    ]

    assert {found.__name__ for found in exceptions} <= never_met


def test_an_error_that_ends_the_run_has_its_exit_code() -> None:
    error = of_status(401)

    assert isinstance(error, CheckerError)
    assert error.exit == 3
