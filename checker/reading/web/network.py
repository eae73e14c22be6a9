"""Connects to addresses that were checked, and to nothing else.

A host is looked up once per connection. What the check saw is what the connection goes to, so that a name server that
answers twice, first with a public address and then with a private one, gains nothing. TLS still verifies the name.
"""

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

import httpcore2
import httpx2

from checker.reading.web.addresses import not_public


class PrivateAddressError(Exception):
    """A host that leads into the network that the program runs in."""

    def __init__(self, host: str, address: str, what: str) -> None:
        super().__init__(f"{host} is {address}" if host != address else address)
        self.what = what


class Deadline:
    """A moment after which nothing is waited for any more."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self, at_most: float | None = None) -> float:
        """Return the seconds that may still be waited.

        Raises:
            httpcore2.ReadTimeout: There are none.
        """
        seconds = self._end - time.monotonic()
        if seconds <= 0:
            raise httpcore2.ReadTimeout("the time is up")
        return seconds if at_most is None else min(seconds, at_most)


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses of a host: what the system's resolver makes of it, whatever form it is written in."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def dial(address: str, port: int, timeout: float) -> socket.socket:
    """Connect to an address."""
    return socket.create_connection((address, port), timeout)


class GuardedTransport(httpx2.BaseTransport):
    """Sends single requests. No client around it: that would keep cookies, and read proxies and passwords."""

    def __init__(self, deadline: Deadline, *, allow_private_hosts: bool, connect_seconds: float) -> None:
        self._pool = httpcore2.ConnectionPool(
            ssl_context=httpx2.create_ssl_context(),
            network_backend=_GuardedBackend(deadline, allow_private_hosts, connect_seconds),
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request; the body is read as the caller iterates over it.

        Raises:
            httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.TimeoutException: As the name says.
            PrivateAddressError: The host must not be asked.
        """
        answer = self._pool.handle_request(
            httpcore2.Request(
                method=request.method,
                url=httpcore2.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx2.Response(answer.status, headers=answer.headers, stream=_Body(answer), request=request)

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, answer: httpcore2.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _GuardedBackend(httpcore2.NetworkBackend):
    def __init__(self, deadline: Deadline, allow_private_hosts: bool, connect_seconds: float) -> None:
        self._deadline = deadline
        self._allow_private_hosts = allow_private_hosts
        self._connect_seconds = connect_seconds

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        addresses = self._looked_up(host, port)
        if not self._allow_private_hosts:
            for address in addresses:
                if what := not_public(address):
                    raise PrivateAddressError(host, address, what)
        problem: OSError = OSError("no address")
        for address in addresses[:4]:
            try:
                return _Stream(
                    dial(address, port, self._deadline.left(self._connect_seconds)), self._deadline
                )
            except OSError as error:
                problem = error
        if isinstance(problem, TimeoutError):
            raise httpcore2.ConnectTimeout("no connection") from problem
        raise httpcore2.ConnectError(problem.strerror or str(problem)) from problem

    def _looked_up(self, host: str, port: int) -> list[str]:
        """Resolve a name, in a thread because nothing else bounds the time that the system takes for it."""
        found: list[str] = []
        problem: list[Exception] = []

        def ask() -> None:
            try:
                found.extend(resolve(host, port))
            except (OSError, UnicodeError) as error:
                problem.append(error)

        thread = Thread(target=ask, daemon=True)
        thread.start()
        thread.join(self._deadline.left())
        if thread.is_alive():
            raise httpcore2.ConnectTimeout(f"no answer about the name {host}")
        if problem or not found:
            raise httpcore2.ConnectError(f"there is no host {host}") from (problem[0] if problem else None)
        return found


class _Stream(httpcore2.NetworkStream):
    """A socket that gives up at the deadline, also when it gets a byte now and then."""

    def __init__(self, connection: socket.socket, deadline: Deadline) -> None:
        self._socket, self._deadline = connection, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        with _mapped(httpcore2.ReadTimeout, httpcore2.ReadError):
            self._socket.settimeout(self._deadline.left(timeout))
            return self._socket.recv(max_bytes)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        with _mapped(httpcore2.WriteTimeout, httpcore2.WriteError):
            self._socket.settimeout(self._deadline.left(timeout))
            self._socket.sendall(buffer)

    def close(self) -> None:
        self._socket.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        with _mapped(httpcore2.ConnectTimeout, httpcore2.ConnectError):
            self._socket.settimeout(self._deadline.left(timeout))
            try:
                wrapped = ssl_context.wrap_socket(self._socket, server_hostname=server_hostname)
            except BaseException:
                self.close()
                raise
        return _Stream(wrapped, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return None


@contextmanager
def _mapped(late: Callable[[str], Exception], broken: Callable[[str], Exception]) -> Iterator[None]:
    try:
        yield
    except TimeoutError as error:
        raise late("the server is silent") from error
    except OSError as error:
        raise broken(error.strerror or str(error)) from error
