"""What can go wrong with a request, and which of three things follows: try again, no answer for these pairs, stop.

Every exception of the client library is led to one of them here; a test fails when the library grows one that is not.
"""

import email.utils
import time
from collections.abc import Mapping
from typing import ClassVar

import openai

from checker.domain import Reason
from checker.errors import CheckerError
from checker.exits import Exit

QUOTA_CODES = frozenset(
    {
        "account_deactivated",
        "billing_hard_limit_reached",
        "billing_not_active",
        "credit_balance_exhausted",
        "insufficient_quota",
        "organization_usage_limit_exceeded",
        "project_spend_limit_exceeded",
        "spend_limit_exceeded",
    }
)
"""Codes of a 429 that waiting does not cure."""

_TOO_LONG = (
    "context length",
    "context_length",
    "context size",
    "context window",
    "too long",
    "too many tokens",
)
_FILTERED = ("content_filter", "content management policy", "content_policy", "safety system", "moderation")


class TransientError(Exception):
    """A failure that asking again can cure."""

    def __init__(
        self, detail: str, *, retry_after: float | None = None, refused_connection: bool = False
    ) -> None:
        super().__init__(detail)
        self.retry_after = retry_after
        """Seconds that the server asks to wait."""
        self.refused_connection = refused_connection
        """Whether there was no connection at all."""


class UnusableError(Exception):
    """No answer for these pairs; other pairs may have one."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


class RejectedError(Exception):
    """The server does not accept the request as it is: another form of it may do."""


class EndpointRefusedError(CheckerError):
    """The server will answer no call of ours."""

    exit: ClassVar[Exit] = Exit.UNDETERMINED

    def __init__(self, endpoint: str, why: str, *, hint: str) -> None:
        super().__init__(f"The model at {endpoint} cannot be asked: {why}", hint=hint)


class EndpointAbsentError(CheckerError):
    """Nobody is there."""

    exit: ClassVar[Exit] = Exit.UNDETERMINED

    def __init__(self, endpoint: str, attempts: int) -> None:
        super().__init__(
            f"No connection to {endpoint} in {attempts} attempts",
            hint="Check --base-url and that the server runs, or judge offline with --judge embedded.",
        )


_STOP: Mapping[type[openai.APIStatusError], str] = {
    openai.AuthenticationError: "Check OPENAI_API_KEY.",
    openai.PermissionDeniedError: "The key may not use this model; check it, or choose another --model.",
    openai.NotFoundError: "Check --model and --base-url.",
}


def translate(error: openai.OpenAIError, *, endpoint: str, secret: str) -> Exception:
    """Return what a failure of the client library means for us, without the key in its words."""
    match error:
        case openai.APITimeoutError():
            return TransientError("no answer in time")
        case openai.APIConnectionError():
            return TransientError("the connection broke", refused_connection=_never_connected(error))
        case openai.APIStatusError():
            return _of_status(error, endpoint, said(error, secret))
        case openai.LengthFinishReasonError():
            return UnusableError(Reason.LENGTH, "the answer was cut off")
        case openai.ContentFilterFinishReasonError():
            return UnusableError(Reason.REFUSAL, "a content filter stopped the answer")
        case _:
            return UnusableError(
                Reason.MALFORMED, f"the client could not read the reply ({type(error).__name__})"
            )


def _of_status(error: openai.APIStatusError, endpoint: str, words: str) -> Exception:
    status = error.status_code
    if status == 402 or (status == 429 and _code(error) & QUOTA_CODES):
        return EndpointRefusedError(
            endpoint, f"the quota is used up ({words})", hint="Check the plan and its limits."
        )
    for kind, hint in _STOP.items():
        if isinstance(error, kind):
            return EndpointRefusedError(endpoint, words, hint=hint)
    if status in {408, 409, 425, 429} or status >= 500:
        return TransientError(f"HTTP {status}", retry_after=_retry_after(error))
    lower = words.lower()
    if status == 413 or any(word in lower for word in _TOO_LONG):
        return UnusableError(Reason.LENGTH, f"too long for the model ({words})")
    if any(word in lower for word in _FILTERED):
        return UnusableError(Reason.REFUSAL, "a content filter refused the passages")
    return RejectedError(words)


def _code(error: openai.APIStatusError) -> set[str]:
    body = error.body if isinstance(error.body, dict) else {}
    parts = [part for part in (body, body.get("error")) if isinstance(part, dict)]
    return {str(part.get(field)) for part in parts for field in ("code", "type")}


def said(error: openai.APIStatusError, secret: str) -> str:
    """Return the status and the server's own words, short, on one line and without the key."""
    body = error.body
    while isinstance(body, dict) and ("error" in body or "message" in body):
        body = body.get("error") or body.get("message")
    words = " ".join(str(body or "").split())
    if secret:
        words = words.replace(secret, "***")
    return f"HTTP {error.status_code}: {words[:200]}" if words else f"HTTP {error.status_code}"


def _retry_after(error: openai.APIStatusError) -> float | None:
    """Read `Retry-After` in seconds or as a date, and the millisecond form that some providers send."""
    headers = error.response.headers
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        value = headers.get(name, "").strip()
        try:
            return max(float(value) * unit, 0.0)
        except ValueError:
            date = email.utils.parsedate_tz(value)
            if date:
                return max(email.utils.mktime_tz(date) - time.time(), 0.0)
    return None


def _never_connected(error: BaseException) -> bool:
    """Tell whether not even a connection came about: nobody listens there, or the name does not exist."""
    import httpx2

    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, httpx2.ConnectError):
            return True
        cause = cause.__cause__ or cause.__context__
    return False
