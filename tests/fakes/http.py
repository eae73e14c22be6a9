"""A small HTTP server on loopback whose answers a test decides, including those that no sane server gives."""

import asyncio
import contextlib
import json
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What goes over the wire, and how."""

    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    delay: float = 0.0
    reset_after: int | None = None
    """Bytes of the body after which the connection is torn down."""
    stall: bool = False
    """Whether nothing comes at all until the client goes away."""
    drip: float = 0.0
    """Seconds between the bytes of the body."""


def as_json(document: object, *, status: int = 200, headers: tuple[tuple[str, str], ...] = ()) -> Reply:
    """A reply with a JSON body."""
    return Reply(status=status, body=json.dumps(document).encode(), headers=headers)


Handler = Callable[[str, dict[str, object]], Reply | Awaitable[Reply]]
"""Takes the path and the JSON body of a request."""


@dataclass
class Server:
    """A running server."""

    url: str
    arrivals: list[float] = field(default_factory=list)
    """When each request had been read, in seconds of the server's clock."""
    requests: list[dict[str, object]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    keep_requests: bool = True


@contextlib.contextmanager
def serve(handler: Handler, *, keep_requests: bool = True) -> Iterator[Server]:
    """Run a server in a thread of its own for the length of a `with` block."""
    loop = asyncio.new_event_loop()
    server = Server(url="", keep_requests=keep_requests)
    ready, end = threading.Event(), asyncio.Event()

    async def main() -> None:
        async with listening(handler, server):
            ready.set()
            await end.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(main()), daemon=True)
    thread.start()
    ready.wait(timeout=30)
    try:
        yield server
    finally:
        loop.call_soon_threadsafe(end.set)
        thread.join(timeout=30)
        loop.close()


@contextlib.asynccontextmanager
async def listening(handler: Handler, server: Server, port: int = 0) -> AsyncIterator[None]:
    """Listen on loopback and fill in the server's address."""
    open_: set[asyncio.Task[None]] = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        open_.add(task)
        try:
            await _converse(reader, writer, handler, server)
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            open_.discard(task)
            writer.close()

    listener = await asyncio.start_server(connected, "127.0.0.1", port, limit=2**20)
    server.url = f"http://127.0.0.1:{listener.sockets[0].getsockname()[1]}/v1"
    try:
        yield
    finally:
        listener.close()
        for task in set(open_):
            task.cancel()
        await asyncio.gather(*open_, return_exceptions=True)


async def _converse(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, handler: Handler, server: Server
) -> None:
    while head := await _head(reader):
        path, headers = head
        raw = await reader.readexactly(int(headers.get("content-length", "0")))
        body = json.loads(raw) if raw else {}
        server.arrivals.append(asyncio.get_running_loop().time())
        if server.keep_requests:
            server.requests.append(body)
            server.headers.append(headers)
        made = handler(path, body)
        reply = made if isinstance(made, Reply) else await made
        if not await _send(reader, writer, reply):
            return


async def _head(reader: asyncio.StreamReader) -> tuple[str, dict[str, str]] | None:
    first = await reader.readline()
    if not first.strip():
        return None
    headers = {}
    while (line := (await reader.readline()).strip()) != b"":
        name, _, value = line.decode("latin-1").partition(":")
        headers[name.lower()] = value.strip()
    return first.split()[1].decode(), headers


async def _send(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, reply: Reply) -> bool:
    """Send a reply; tell whether the connection goes on."""
    await asyncio.sleep(reply.delay)
    if reply.stall:
        await reader.read()  # returns when the client gives up
        return False
    lines = [
        f"HTTP/1.1 {reply.status} X",
        "content-type: application/json",
        f"content-length: {len(reply.body)}",
        *(f"{name}: {value}" for name, value in reply.headers),
    ]
    if reply.reset_after == 0:
        writer.transport.abort()
        return False
    writer.write(("\r\n".join(lines) + "\r\n\r\n").encode())
    if reply.drip:
        for byte in reply.body:
            writer.write(bytes([byte]))
            await writer.drain()
            await asyncio.sleep(reply.drip)
        return True
    writer.write(reply.body[: reply.reset_after])
    await writer.drain()
    if reply.reset_after is not None:
        writer.transport.abort()
        return False
    return True
