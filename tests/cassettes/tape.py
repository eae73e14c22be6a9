"""Cassettes: traffic of a real server, kept as readable JSON without anything that tells of the machine.

A request is recognized by its path and its whole body. Replaying fails on a request that was not recorded and on a
recorded one that is no longer sent.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import vcr
from vcr.cassette import Cassette

FOLDER = Path(__file__).resolve().parents[2] / "cassettes"
ADDRESS = "http://model.test/v1"
"""Where the recorded server is said to have been."""
MODEL = "recorded"

_KEPT = ("choices", "object", "usage")
"""What is kept of an answer: names, ids, times and speeds tell of the machine, and nothing reads them."""


@contextmanager
def tape(name: str, *, record: bool = False) -> Iterator[Cassette]:
    """Replay a cassette, or record it anew."""
    path = FOLDER / f"{name}.json"
    if record:
        path.unlink(missing_ok=True)
    recorder = vcr.VCR(record_mode="all" if record else "none", before_record_request=_request)
    recorder.before_record_response = _response
    recorder.decode_compressed_response = True
    recorder.register_serializer("readable", _Readable)
    recorder.register_matcher("same", _same)
    with recorder.use_cassette(str(path), serializer="readable", match_on=["same"]) as cassette:
        yield cassette


def orphans(cassette: Cassette) -> list[str]:
    """Return the recorded requests that were not sent."""
    return [
        request.body.decode()[:200]
        for number, request in enumerate(cassette.requests)
        if not cassette.play_counts[number]
    ]


def _request(request: Any) -> Any:
    request.uri = ADDRESS + urlsplit(request.uri).path.removeprefix("/v1")
    request.headers = {"content-type": "application/json"}
    return request


def _response(response: dict[str, Any]) -> dict[str, Any]:
    response["headers"] = {"content-type": ["application/json"]}
    document = json.loads(response["body"]["string"])
    kept = {field: document[field] for field in _KEPT if field in document} or document
    if usage := kept.get("usage"):
        kept["usage"] = {
            field: usage[field] for field in ("prompt_tokens", "completion_tokens", "total_tokens")
        }
    response["body"]["string"] = json.dumps(kept, ensure_ascii=False).encode()
    return response


def _same(one: Any, other: Any) -> None:
    assert (one.method, one.uri) == (other.method, other.uri)
    assert json.loads(one.body) == json.loads(other.body)


class _Readable:
    """Bodies as JSON within the JSON, so that a changed prompt or answer reads as a change of text."""

    @staticmethod
    def serialize(cassette: dict[str, Any]) -> str:
        exchanges = [
            {
                "request": {"uri": each["request"]["uri"], "body": json.loads(each["request"]["body"])},
                "response": {
                    "status": each["response"]["status"],
                    "body": json.loads(each["response"]["body"]["string"]),
                },
            }
            for each in cassette["interactions"]
        ]
        return json.dumps(exchanges, ensure_ascii=False, indent=1) + "\n"

    @staticmethod
    def deserialize(text: str) -> dict[str, Any]:
        headers = {"content-type": ["application/json"]}
        return {
            "version": 1,
            "interactions": [
                {
                    "request": {
                        "method": "POST",
                        "uri": each["request"]["uri"],
                        "headers": headers,
                        "body": json.dumps(each["request"]["body"], ensure_ascii=False).encode(),
                    },
                    "response": {
                        "status": each["response"]["status"],
                        "headers": headers,
                        "body": {"string": json.dumps(each["response"]["body"], ensure_ascii=False).encode()},
                    },
                }
                for each in json.loads(text)
            ],
        }
