"""The way to a model over HTTP: one request form that every OpenAI-compatible server takes, one layer of retries."""

import asyncio
import json
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import httpx2
import openai
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_after_attempt

from checker.domain import Reason
from checker.llm.access import Access
from checker.llm.asking import Answer, Call, Cost, Reply, Silence
from checker.llm.calls import estimated_tokens
from checker.llm.failures import EndpointAbsentError, RejectedError, TransientError, UnusableError, translate
from checker.llm.pace import Pace
from checker.llm.purse import Purse
from checker.llm.settings import LlmSettings, Structured

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletionMessageParam

TEMPERATURE = 0.0
_LARGEST = 4_000_000
"""Bytes of a response that are read: an answer has a few thousand."""
_IN_A_ROW = 20
"""Calls in a row that may go unanswered, retries included, before no further one is made."""
_FORMS = (Structured.JSON_SCHEMA, Structured.JSON_OBJECT, Structured.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How often and how long a call is tried."""

    attempts: int = 5
    first_wait: float = 0.5
    """Seconds before the second attempt; doubled from then on, and spread by chance."""
    longest_wait: float = 30.0
    longest_pause: float = 120.0
    """Seconds that a server may ask us to wait. If it asks for more, it gets no second attempt."""

    def wait(self, state: RetryCallState) -> float:
        """Return the seconds until the next attempt."""
        error = state.outcome.exception() if state.outcome else None
        if isinstance(error, TransientError) and error.retry_after is not None:
            return error.retry_after
        step: float = min(self.first_wait * 2 ** (state.attempt_number - 1), self.longest_wait)
        return step * random.uniform(0.5, 1.0)  # noqa: S311 - spreads retries


@dataclass(slots=True)
class Learned:
    """What was found out about an endpoint; outlives the event loop in which it was."""

    form: Structured | None = None
    """The form of structured answers that is tried, or that it takes."""
    form_taken: bool = False
    """Whether it has taken a request of that form."""
    completion_limit: bool = False
    """Whether it wants `max_completion_tokens` instead of `max_tokens`."""
    temperature: bool = True
    """Whether it takes a temperature."""
    answered: bool = False
    in_a_row: int = 0
    """Calls since the last one that brought any answer."""


@asynccontextmanager
async def open_endpoint(
    access: Access,
    settings: LlmSettings,
    learned: Learned,
    *,
    patience: Patience | None = None,
    purse: Purse | None = None,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> AsyncIterator["Endpoint"]:
    """Open a client for the running event loop, and close it at the end."""
    http = openai.DefaultAsyncHttpx2Client(
        base_url=access.base_url,
        timeout=httpx2.Timeout(settings.timeout, connect=min(10.0, settings.timeout), pool=None),
        limits=httpx2.Limits(max_connections=settings.jobs * 2, max_keepalive_connections=settings.jobs * 2),
        event_hooks={"response": [_limit_size]},
    )
    client = openai.AsyncOpenAI(
        api_key=access.key,
        base_url=access.base_url,
        http_client=http,
        max_retries=0,
        timeout=settings.timeout,
    )
    pace = Pace(
        requests_per_minute=settings.requests_per_minute,
        tokens_per_minute=settings.tokens_per_minute,
        sleep=sleep,
    )
    async with client:
        yield Endpoint(
            client, access, settings, learned, pace, patience or Patience(), sleep, purse or Purse()
        )


class Endpoint:
    """An `Asker` that puts calls to a server."""

    def __init__(
        self,
        client: openai.AsyncOpenAI,
        access: Access,
        settings: LlmSettings,
        learned: Learned,
        pace: Pace,
        patience: Patience,
        sleep: Callable[[float], Awaitable[None]],
        purse: Purse,
    ) -> None:
        self._client, self._access, self._settings = client, access, settings
        self._learned, self._pace, self._patience, self._sleep = learned, pace, patience, sleep
        self._purse = purse

    async def ask(self, call: Call) -> Reply:
        """Put a call, again if that can help.

        Raises:
            CheckerError: The server refuses every call, or is not there.
        """
        if self._learned.in_a_row >= _IN_A_ROW:
            return Silence(reason=Reason.UNREACHABLE, detail=f"{_IN_A_ROW} calls in a row went unanswered")
        effort = _Effort(call)
        try:
            text: str = await self._retrying()(self._attempt, effort)
        except TransientError as error:
            self._learned.in_a_row += 1
            if error.refused_connection and not self._learned.answered:
                raise EndpointAbsentError(self._access.shown, effort.requests) from None
            detail = f"{error}, {effort.requests} attempts"
            return Silence(reason=Reason.UNREACHABLE, detail=detail, cost=effort.cost())
        except UnusableError as error:
            if error.reason is not Reason.BUDGET:
                self._heard()
            return Silence(reason=error.reason, detail=str(error), cost=effort.cost())
        except RejectedError as error:
            self._heard()
            detail = f"the server rejects the request: {error}"
            return Silence(reason=Reason.MALFORMED, detail=detail, cost=effort.cost())
        self._heard()
        return Answer(text=text, cost=effort.cost())

    def _heard(self) -> None:
        self._learned.answered, self._learned.in_a_row = True, 0

    def _retrying(self) -> AsyncRetrying:
        return AsyncRetrying(
            retry=retry_if_exception(self._worth_another),
            stop=stop_after_attempt(self._patience.attempts),
            wait=self._patience.wait,
            before_sleep=self._pause_everybody,
            sleep=self._sleep,
            reraise=True,
        )

    def _worth_another(self, error: BaseException) -> bool:
        return (
            isinstance(error, TransientError) and (error.retry_after or 0.0) <= self._patience.longest_pause
        )

    def _pause_everybody(self, state: RetryCallState) -> None:
        error = state.outcome.exception() if state.outcome else None
        if isinstance(error, TransientError) and error.retry_after:
            self._pace.hold(error.retry_after)

    async def _attempt(self, effort: "_Effort") -> str:
        """Send one request, in another form if the server does not take the first, and return the answer's text."""
        while True:
            form = self._form()
            before = effort.tokens_in, effort.tokens_out
            promise = await self._purse.open(effort.call)
            try:
                return self._text(await self._send(effort, form), effort)
            except RejectedError as error:
                if not adapt(self._learned, form, str(error), chosen=self._settings.structured):
                    raise
            finally:
                self._purse.close(
                    promise,
                    effort.call,
                    tokens_in=effort.tokens_in - before[0],
                    tokens_out=effort.tokens_out - before[1],
                )

    def _form(self) -> Structured:
        return form_of(self._learned, self._settings.structured)

    async def _send(self, effort: "_Effort", form: Structured) -> bytes:
        await self._pace.turn(sum(estimated_tokens(effort.call)))
        effort.requests += 1
        try:
            async with asyncio.timeout(self._settings.timeout):
                response = await self._client.chat.completions.with_raw_response.create(
                    model=self._access.model,
                    messages=messages_of(effort.call.system, effort.call.user),
                    # The rest goes past the client, which would walk through the whole schema for every call.
                    extra_body=rest_of(effort.call.max_tokens, effort.call.schema, form, self._learned),
                )
        except TimeoutError:
            raise TransientError("no answer in time") from None
        except _TooLargeError:
            raise UnusableError(Reason.MALFORMED, f"a response of more than {_LARGEST} bytes") from None
        except openai.OpenAIError as error:
            raise translate(error, endpoint=self._access.shown, secret=self._access.key) from None
        self._learned.form = self._learned.form or form
        self._learned.form_taken = True
        content: bytes = response.content
        return content

    def _text(self, content: bytes, effort: "_Effort") -> str:
        """Take the text out of a completion.

        Raises:
            UnusableError: There is none, or only a part of one.
        """
        try:
            document = json.loads(content)
        except (ValueError, RecursionError):
            raise UnusableError(Reason.MALFORMED, "the response is no completion") from None
        choice = choice_of(document)
        effort.count(document.get("usage"), choice["message"].get("content"))
        return text_of(choice)


def choice_of(document: Any) -> dict[str, Any]:
    """Return the first choice of a completion, which has a message.

    Raises:
        UnusableError: It is no completion.
    """
    try:
        choice = document["choices"][0]
        message = choice["message"]
    except (LookupError, TypeError):
        raise UnusableError(Reason.MALFORMED, "the response is no completion") from None
    if not isinstance(choice, dict) or not isinstance(message, dict):
        raise UnusableError(Reason.MALFORMED, "the response is no completion")
    return choice


def text_of(choice: Mapping[str, Any]) -> str:
    """Return the text of a choice.

    Raises:
        UnusableError: There is none, or only a part of one.
    """
    text = choice["message"].get("content")
    if choice.get("finish_reason") == "length":
        raise UnusableError(Reason.LENGTH, "the answer was cut off")
    if choice.get("finish_reason") == "content_filter" or choice["message"].get("refusal"):
        raise UnusableError(Reason.REFUSAL, "the model declined to answer")
    if not isinstance(text, str) or not text.strip():
        raise UnusableError(Reason.MALFORMED, "an empty answer")
    return text


def form_of(learned: Learned, chosen: Structured) -> Structured:
    """Return the form in which an answer is asked for."""
    return learned.form or _FORMS[0] if chosen is Structured.AUTO else chosen


def adapt(learned: Learned, form: Structured, complaint: str, *, chosen: Structured) -> bool:
    """Learn from a rejected request of this form; tell whether the next one will be another."""
    lower = complaint.lower()
    if "max_completion_tokens" in lower and not learned.completion_limit:
        learned.completion_limit = True
        return True
    if "temperature" in lower and learned.temperature:
        learned.temperature = False
        return True
    if chosen is not Structured.AUTO:
        return False
    if form_of(learned, chosen) is not form:  # another call has learned it meanwhile
        return True
    if form is _FORMS[-1] or (learned.form_taken and not any(word in lower for word in _FORM_WORDS)):
        return False
    learned.form, learned.form_taken = _FORMS[_FORMS.index(form) + 1], False
    return True


_FORM_WORDS = ("response_format", "json_schema", "json_object", "schema", "grammar", "structured")


@dataclass(slots=True)
class _Effort:
    """What a call has taken so far."""

    call: Call
    requests: int = 0
    tokens_in: int = 0
    tokens_out: int = 0

    def cost(self) -> Cost:
        return Cost(requests=self.requests, tokens_in=self.tokens_in, tokens_out=self.tokens_out)

    def count(self, usage: object, text: object) -> None:
        """Add what the server says it took, or an estimate where it says nothing of use."""
        said = usage if isinstance(usage, dict) else {}
        sent, most = estimated_tokens(self.call)
        came = min(len(text) // 3 + 1, most) if isinstance(text, str) else 0
        self.tokens_in += _amount(said.get("prompt_tokens"), sent)
        self.tokens_out += _amount(said.get("completion_tokens"), came)


def _amount(value: object, otherwise: int) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else otherwise


def messages_of(system: str, user: str) -> "list[ChatCompletionMessageParam]":
    """Return the messages of a request."""
    return [{"role": "system", "content": system}, {"role": "user", "content": user}]


def rest_of(
    max_tokens: int, schema: Mapping[str, object], form: Structured, learned: Learned
) -> dict[str, Any]:
    """Return what a request holds beside the model and the messages."""
    body: dict[str, Any] = {
        "max_completion_tokens" if learned.completion_limit else "max_tokens": max_tokens,
    }
    if learned.temperature:
        body["temperature"] = TEMPERATURE
    match form:
        case Structured.JSON_SCHEMA:
            body["response_format"] = {
                "type": "json_schema",
                "json_schema": {"name": "answer", "strict": True, "schema": schema},
            }
        case Structured.JSON_OBJECT:
            body["response_format"] = {"type": "json_object"}
        case _:
            pass
    return body


class _TooLargeError(Exception):
    """A response goes on and on."""


async def _limit_size(response: httpx2.Response) -> None:
    if isinstance(response.stream, httpx2.AsyncByteStream):
        response.stream = _Limited(response.stream)


class _Limited(httpx2.AsyncByteStream):
    """A stream that ends in an error when it gets too long to be an answer."""

    def __init__(self, stream: httpx2.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        async for chunk in self._stream:
            size += len(chunk)
            if size > _LARGEST:
                raise _TooLargeError
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()
