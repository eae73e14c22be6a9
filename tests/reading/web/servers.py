"""Web servers on loopback that tell who asked them for what."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

Reply = bytes | Callable[[socket.socket], None]
"""What to send for a request: bytes at once, or a function that does as it likes with the connection."""

PAGE = (
    b"<html><head><title>Ferry stays</title></head><body><article><h1>Ferry stays for ten years</h1>"
    b"<p>The ferry across the bay will run until 2031, the council of Port Lindow said on Tuesday.</p>"
    b"<p>Seven of nine members voted for the plan after a debate of three hours.</p></article></body></html>"
)


@dataclass
class Server:
    """A running server: where it listens and what it was asked."""

    port: int
    requests: list[bytes] = field(default_factory=list)
    connections: list[str] = field(default_factory=list)
    """The server's own address in each connection."""

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"


def answer(body: bytes = PAGE, *, status: str = "200 OK", headers: str = "Content-Type: text/html") -> bytes:
    """A whole HTTP answer."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close"]
    return "\r\n".join([*lines, *filter(None, [headers]), "", ""]).encode() + body


def redirect(to: str, *, status: str = "302 Found", headers: str = "") -> bytes:
    return answer(b"", status=status, headers=f"Location: {to}" + (f"\r\n{headers}" if headers else ""))


def dripping(data: bytes, seconds: float) -> Callable[[socket.socket], None]:
    """Send a byte at a time."""

    def send(connection: socket.socket) -> None:
        for at in range(len(data)):
            connection.sendall(data[at : at + 1])
            time.sleep(seconds)

    return send


@contextmanager
def serving(
    replies: Mapping[str, Reply],
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    tls: ssl.SSLContext | None = None,
) -> Iterator[Server]:
    """Serve replies by path; `*` is for every other path."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.create_server((host, port), family=family)
    server = Server(listener.getsockname()[1])
    thread = threading.Thread(target=_accept, args=(listener, replies, server, tls), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(5)


def _accept(
    listener: socket.socket, replies: Mapping[str, Reply], server: Server, tls: ssl.SSLContext | None
) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        server.connections.append(connection.getsockname()[0])
        threading.Thread(target=_reply, args=(connection, replies, server, tls), daemon=True).start()


def _reply(
    connection: socket.socket, replies: Mapping[str, Reply], server: Server, tls: ssl.SSLContext | None
) -> None:
    try:
        connection.settimeout(10)
        if tls is not None:
            connection = tls.wrap_socket(connection, server_side=True)
        request = b""
        while b"\r\n\r\n" not in request and (piece := connection.recv(65536)):
            request += piece
        server.requests.append(request)
        path = request.split(b" ", 2)[1].decode()
        reply = replies.get(path, replies.get("*", answer(b"no", status="404 Not Found")))
        if callable(reply):
            reply(connection)
        else:
            connection.sendall(reply)
    except OSError:
        pass  # whoever asked has gone
    finally:
        connection.close()
