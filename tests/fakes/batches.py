"""A provider's Batch API over HTTP on loopback, which goes wrong in the ways that providers do.

Batches end out of order. Of the requests, some are dropped, some come back as garbage, some fail with an error; one
batch expires with half of its answers. What the model behind it says is right by construction (`tests.fakes.model`).
"""

import contextlib
import email
import email.policy
import hashlib
import json
import random
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.fakes.model import completion, honest

Row = dict[str, Any]


@dataclass
class Batches:
    """What the server holds, and how it behaves."""

    url: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    batches: dict[str, dict[str, Any]] = field(default_factory=dict)
    dropped: float = 0.0
    garbage: float = 0.0
    failing: float = 0.0
    expires: frozenset[int] = frozenset()
    """Numbers of the batches that expire, counted from 1."""
    refuses: Mapping[int, str] = field(default_factory=dict)
    """Number of a batch -> the code with which it fails as a whole."""
    looks: int = 2
    """A batch ends after at most so many looks."""
    reject: Callable[[Row], str] = lambda body: ""
    """Why a request is refused with status 400; empty if it is not."""
    lose_next_batch: bool = False
    """Whether the answer to the next new batch is lost on its way."""
    asked: list[str] = field(default_factory=list)
    """Custom ids in the order of their arrival."""

    def created(self, document: Row) -> Row:
        """Begin a batch."""
        number = len(self.batches) + 1
        lines = self.files[document["input_file_id"]].decode().splitlines()
        self.asked += [json.loads(line)["custom_id"] for line in lines]
        batch: Row = {
            "id": f"batch_{number}",
            "object": "batch",
            "endpoint": document["endpoint"],
            "completion_window": document["completion_window"],
            "input_file_id": document["input_file_id"],
            "metadata": document.get("metadata"),
            "created_at": 0,
            "status": "in_progress",
            "request_counts": {"total": len(lines), "completed": 0, "failed": 0},
        }
        # Later ones end first.
        batch["_looks"], batch["_number"] = max(self.looks - number % (self.looks + 1), 0), number
        self.batches[batch["id"]] = batch
        return batch

    def looked_at(self, batch: Row) -> Row:
        """Say how far a batch is, and let it go on."""
        if batch["status"] == "in_progress":
            if batch["_looks"] <= 0:
                self._end(batch)
            batch["_looks"] -= 1
        return batch

    def cancelled(self, batch: Row) -> Row:
        """End a batch as it is."""
        if batch["status"] == "in_progress":
            batch["status"] = "cancelled"
        return batch

    def _end(self, batch: Row) -> None:
        if code := self.refuses.get(batch["_number"]):
            batch["status"] = "failed"
            batch["errors"] = {"object": "list", "data": [{"code": code, "message": "no"}]}
            return
        lines = self.files[batch["input_file_id"]].decode().splitlines()
        dice = random.Random(batch["_number"])
        dice.shuffle(lines)
        expired = batch["_number"] in self.expires
        done, failed = [], []
        for at, line in enumerate(lines):
            request = json.loads(line)
            chance = dice.random()
            if expired and at >= len(lines) // 2:
                failed.append(_error(request, "batch_expired"))
            elif chance < self.dropped:
                continue
            elif chance < self.dropped + self.garbage:
                done.append(_garbage(request, dice))
            elif chance < self.dropped + self.garbage + self.failing:
                failed.append(
                    _answered(
                        request, {"error": {"message": "overloaded"}}, status=dice.choice([0, 429, 500])
                    )
                )
            elif why := self.reject(request["body"]):
                failed.append(_answered(request, {"error": {"message": why}}, status=400))
            else:
                done.append(_answered(request, honest(request["body"])))
        batch["status"] = "expired" if expired else "completed"
        batch["request_counts"] = {"total": len(lines), "completed": len(done), "failed": len(failed)}
        for name, rows in (("output_file_id", done), ("error_file_id", failed)):
            if rows:
                batch[name] = self.keep("\n".join(rows).encode() + b"\n")

    def keep(self, content: bytes) -> str:
        """Keep a file and return its id."""
        name = f"file-{len(self.files) + 1}-{hashlib.sha256(content).hexdigest()[:8]}"
        self.files[name] = content
        return name


def _answered(request: Row, body: Row, *, status: int = 200) -> str:
    response = {"status_code": status, "request_id": "r", "body": body}
    return json.dumps({"id": "b", "custom_id": request["custom_id"], "response": response, "error": None})


def _error(request: Row, code: str) -> str:
    error = {"code": code, "message": "This request could not be executed before the batch expired."}
    return json.dumps({"id": "b", "custom_id": request["custom_id"], "response": None, "error": error})


def _garbage(request: Row, dice: random.Random) -> str:
    whole = _answered(request, honest(request["body"]))
    return dice.choice(
        [
            whole[: len(whole) // 2],
            "<html>502</html>",
            json.dumps({"custom_id": request["custom_id"]}),
            json.dumps({"custom_id": [1], "response": 7}),
            _answered(request, completion("All of them are consistent, I would say.")),
            _answered(request, {"choices": []}),
            _answered({"custom_id": "nobody"}, honest(request["body"])),
            f"{whole}\n{whole}",
        ]
    )


@contextlib.contextmanager
def batch_server(**behaviour: Any) -> Iterator[Batches]:
    """Run such a server for the length of a `with` block."""
    state = Batches(**behaviour)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

        def do_GET(self) -> None:
            """Look."""
            parts = self.path.partition("?")[0].split("/")[2:]
            match parts:
                case ["batches"]:
                    self._json({"object": "list", "data": list(state.batches.values()), "has_more": False})
                case ["batches", name] if name in state.batches:
                    self._json(state.looked_at(state.batches[name]))
                case ["files", name, "content"] if name in state.files:
                    self._send(state.files[name], "application/octet-stream")
                case _:
                    self._json({"error": {"message": "not found"}}, status=404)

        def do_POST(self) -> None:
            """Take a file, begin a batch, cancel one."""
            body = self.rfile.read(int(self.headers["content-length"]))
            match self.path.split("/")[2:]:
                case ["files"]:
                    name = state.keep(_uploaded(self.headers["content-type"], body))
                    kept = {"id": name, "object": "file", "bytes": len(body), "created_at": 0}
                    self._json({**kept, "filename": "f", "purpose": "batch", "status": "processed"})
                case ["batches"]:
                    batch = state.created(json.loads(body))
                    if state.lose_next_batch:
                        state.lose_next_batch = False
                        self._json({"error": {"message": "no such thing", "code": "x"}}, status=418)
                        return
                    self._json(batch)
                case ["batches", name, "cancel"]:
                    self._json(state.cancelled(state.batches[name]))
                case _:
                    self._json({"error": {"message": "not found"}}, status=404)

        def _json(self, document: object, *, status: int = 200) -> None:
            self._send(json.dumps(document).encode(), "application/json", status=status)

        def _send(self, content: bytes, kind: str, *, status: int = 200) -> None:
            self.send_response(status)
            self.send_header("content-type", kind)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    state.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=30)


def _uploaded(kind: str, body: bytes) -> bytes:
    message = email.message_from_bytes(
        f"Content-Type: {kind}\r\n\r\n".encode() + body, policy=email.policy.HTTP
    )
    for part in message.iter_parts():
        if part.get_filename():
            content = part.get_payload(decode=True)
            assert isinstance(content, bytes)
            return content
    raise AssertionError("no file was sent")
