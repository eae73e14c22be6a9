"""Requests into files and answers out of files: the lines of the Batch API."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from checker.batch.engines.openai_batch.desk import Desk, Part, Request
from checker.batch.engines.openai_batch.provider import ENDPOINT
from checker.domain import Reason
from checker.llm.answers import answer_schema
from checker.llm.asking import Answer, Cost, Reply, Silence
from checker.llm.endpoint import Learned, adapt, choice_of, messages_of, rest_of, text_of
from checker.llm.failures import UnusableError
from checker.llm.settings import Structured

MOST_REQUESTS = 50_000
MOST_BYTES = 200_000_000
"""The limits of a file, as the API documents them."""


def line_of(request: Request, model: str, form: Structured, learned: Learned) -> bytes:
    """Return a request as a line of a file."""
    body = {
        "model": model,
        "messages": messages_of(request.system, request.user),
        **rest_of(request.max_tokens, answer_schema(), form, learned),
    }
    line = {"custom_id": request.id, "method": "POST", "url": ENDPOINT, "body": body}
    return (json.dumps(line, ensure_ascii=False) + "\n").encode()


def first_file(lines: Iterable[tuple[str, int]]) -> list[str]:
    """Return the first requests, given by id and length, that fit into a file which the provider takes."""
    ids: list[str] = []
    size = 0
    for id_, length in lines:
        if ids and (len(ids) >= MOST_REQUESTS or size + length > MOST_BYTES):
            break
        ids.append(id_)
        size += length
    return ids


def read_answers(path: Path, part: Part, desk: Desk, learned: Learned, chosen: Structured) -> None:
    """Take the answers out of a file, in whatever order they stand; lines that are none are passed over."""
    with path.open("rb") as file, desk.transaction():
        for line in file:
            try:
                row = json.loads(line)
                id_, reply = row["custom_id"], _reply(row, part.form, learned, chosen)
            except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
                continue
            if reply is not None and isinstance(id_, str):
                desk.settle(id_, part, reply)


def _reply(row: Any, form: Structured, learned: Learned, chosen: Structured) -> Reply | None:
    """Return what a line says; None where asking again may bring more."""
    response = row.get("response") or {}
    status, body = response.get("status_code"), response.get("body")
    if status == 200:
        return _answer(body)
    if row.get("error") or status in {None, 0, 408, 409, 425, 429} or int(status) >= 500:
        return None
    complaint = json.dumps(body)[:300]
    if adapt(learned, form, complaint, chosen=chosen):
        return None
    return Silence(
        reason=Reason.MALFORMED, detail=f"the server rejects the request: HTTP {status} {complaint}"
    )


def _answer(body: Any) -> Reply:
    usage = body.get("usage") if isinstance(body, dict) else None
    cost = Cost(
        requests=1,
        tokens_in=_amount(usage, "prompt_tokens"),
        tokens_out=_amount(usage, "completion_tokens"),
    )
    try:
        return Answer(text=text_of(choice_of(body)), cost=cost)
    except UnusableError as error:
        return Silence(reason=error.reason, detail=str(error), cost=cost)


def _amount(usage: Any, name: str) -> int:
    value = usage.get(name) if isinstance(usage, dict) else None
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else 0
