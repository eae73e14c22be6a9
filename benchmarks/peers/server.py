"""The server that all tools ask: plays the model, or hands on to a real one, and counts either way.

    python -m benchmarks.peers.server [--port 8092] [--per-set 10]

runs it alone. A tool pointed at http://127.0.0.1:8092/CONDITION/v1 meets that condition; they are named in
`benchmarks/peers/conditions.py`, and `healthy` is the one without a fault.
"""

import argparse
import asyncio
import json
import sys
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from benchmarks.peers.conditions import CONDITIONS
from benchmarks.peers.model import UnknownRequestError, text_of, truth_about
from benchmarks.peers.pairs import LabelledPair, example_pair, measuring_pairs
from tests.fakes.http import Reply, Server, as_json, listening

_CHAT = "/v1/chat/completions"
_UPSTREAM_SECONDS = 600


@dataclass
class Traffic:
    """What went over the wire under one condition."""

    requests: int = 0
    sent: list[str] = field(default_factory=list)
    """Texts of the prompts."""
    answered: list[str] = field(default_factory=list)
    """Texts of the answers."""
    spoilt: int = 0
    """Answers that were others than the right ones."""


@dataclass
class Counting:
    """Answers requests, and remembers what each condition saw."""

    pairs: Iterable[LabelledPair]
    traffic: dict[str, Traffic] = field(default_factory=lambda: defaultdict(Traffic))
    complaints: list[str] = field(default_factory=list)
    """Requests that no form is known for: the comparison is void while there are any."""

    def __post_init__(self) -> None:
        """Learn what is wrong in the pairs."""
        self._is_wrong = truth_about(self.pairs)
        self._seen: set[tuple[str, str]] = set()

    def __call__(self, path: str, body: dict[str, Any]) -> Reply:
        """Answer under the condition that the path names."""
        condition, _, rest = path.lstrip("/").partition("/")
        if condition not in CONDITIONS or f"/{rest}" != _CHAT:
            return as_json({"error": {"message": f"nothing at {path}"}}, status=404)
        traffic, asked = self.traffic[condition], json.dumps(body, sort_keys=True)
        traffic.requests += 1
        again = (condition, asked) in self._seen
        self._seen.add((condition, asked))
        try:
            played = CONDITIONS[condition].play(body, self._is_wrong, again=again)
        except UnknownRequestError as error:
            self.complaints.append(str(error))
            return as_json({"error": {"message": str(error)}}, status=400)
        traffic.sent.append(text_of(body))
        traffic.answered.append(played.text)
        traffic.spoilt += played.spoilt
        return played.reply


def forwarding(model_url: str, traffic: Traffic) -> Callable[[str, dict[str, Any]], Awaitable[Reply]]:
    """Return what hands every chat request on to a real server and counts."""

    def ask(body: dict[str, Any]) -> Reply:
        request = urllib.request.Request(  # noqa: S310 - the address is the user's own
            f"{model_url}/chat/completions",
            data=json.dumps(body).encode(),
            headers={"content-type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=_UPSTREAM_SECONDS) as response:  # noqa: S310
                raw = response.read()
        except urllib.error.HTTPError as error:
            return Reply(status=error.code, body=error.read())
        message = json.loads(raw)["choices"][0]["message"]
        traffic.answered.append(message.get("content") or "")
        return Reply(body=raw)

    async def hand_on(path: str, body: dict[str, Any]) -> Reply:
        if not path.endswith(_CHAT):
            return as_json({"error": {"message": f"nothing at {path}"}}, status=404)
        traffic.requests += 1
        traffic.sent.append(text_of(body))
        return await asyncio.to_thread(ask, body)

    return hand_on


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--port", type=int, default=8092)
    parser.add_argument("--per-set", type=int, default=10)
    arguments = parser.parse_args()
    handler = Counting([*measuring_pairs(arguments.per_set), example_pair()])

    async def serve() -> None:
        server = Server(url="", keep_requests=False)
        async with listening(handler, server, arguments.port):
            sys.stdout.write(f"{server.url.removesuffix('v1')}CONDITION/v1, CONDITION one of:\n")
            for name, condition in CONDITIONS.items():
                sys.stdout.write(f"  {name:18} {condition.about}\n")
            sys.stdout.flush()
            await asyncio.Event().wait()

    try:
        asyncio.run(serve())
    except KeyboardInterrupt:
        sys.stdout.write("\n")


if __name__ == "__main__":
    main()
