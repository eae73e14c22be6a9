"""What becomes of a page, and of everything that a server can do instead of sending one."""

import gzip
import ssl
import time
import zlib
from pathlib import Path

import pytest

from checker.errors import InputError
from checker.reading.web import fetch, network
from tests.reading.web.servers import PAGE, Reply, answer, dripping, redirect, serving

LIMIT = 100_000
CERTIFICATE = Path(__file__).with_name("secure_example.pem")
"""Of a host that does not exist, with its key; made for these tests."""


def got(path: str, replies: dict[str, Reply], *, seconds: float = 10.0) -> bytes:
    """Fetch a page from a server with these replies."""
    with serving(replies) as server:
        return fetch(server.url(path), limit_bytes=LIMIT, seconds=seconds, allow_private_hosts=True).data


def refusal(path: str, replies: dict[str, Reply], *, seconds: float = 10.0) -> InputError:
    """Why a page cannot be had: one line that names the URL, and a hint."""
    with pytest.raises(InputError) as caught:
        got(path, replies, seconds=seconds)
    assert str(caught.value).startswith("http://127.0.0.1:")
    assert "\n" not in str(caught.value)
    assert caught.value.hint
    return caught.value


LOOP: dict[str, Reply] = {"/": redirect("/b"), "/b": redirect("/c"), "/c": redirect("/")}
ENDLESS: dict[str, Reply] = {f"/{n}": redirect(f"/{n + 1}") for n in range(20)}


@pytest.mark.parametrize(
    ("path", "replies", "problem"),
    [
        pytest.param("/", {}, "the server answers 404 Not Found", id="not found"),
        pytest.param("/", {"/": answer(status="403 Forbidden")}, "answers 403 Forbidden", id="forbidden"),
        pytest.param("/", {"/": answer(status="503 Busy")}, "answers 503 Service Unavailable", id="busy"),
        pytest.param("/", {"/": answer(status="599 What")}, "answers 599", id="a status of its own"),
        pytest.param("/", {"/": answer(b"", status="204 No Content")}, "answers 204", id="no content"),
        pytest.param("/", {"/": redirect("/")}, "redirects in a circle", id="redirect to itself"),
        pytest.param("/", LOOP, "redirects in a circle", id="circle of three"),
        pytest.param("/0", ENDLESS, "redirects more than 10 times", id="endless redirects"),
        pytest.param("/", {"/": redirect("http://:80/")}, "no host", id="redirect to nowhere"),
        pytest.param("/", {"/": redirect("ftp://127.0.0.1/")}, "is not a web page", id="redirect to ftp"),
        pytest.param(
            "/", {"/": answer(b"\x89PNG", headers="Content-Type: image/png")}, "image/png", id="picture"
        ),
        pytest.param(
            "/",
            {"/": answer(b"{}", headers="Content-Type: application/json; charset=utf-8")},
            "is no article (application/json)",
            id="data",
        ),
        pytest.param(
            "/", {"/": answer(b"x" * (LIMIT + 1))}, "larger than 100,000 bytes", id="too large, declared"
        ),
        pytest.param(
            "/",
            {"/": b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + b"x" * (LIMIT + 1)},
            "larger than 100,000 bytes",
            id="too large, undeclared",
        ),
        pytest.param(
            "/",
            {"/": answer(gzip.compress(bytes(100_000_000)), headers="Content-Encoding: gzip")},
            "larger than 100,000 bytes",
            id="compressed bomb",
        ),
        pytest.param(
            "/",
            {"/": answer(b"no gzip", headers="Content-Encoding: gzip")},
            "is compressed",
            id="not what it says",
        ),
        pytest.param("/", {"/": b"SSH-2.0-x\r\n"}, "cannot be fetched", id="no web server"),
        pytest.param("/", {"/": b""}, "cannot be fetched", id="nothing at all"),
        pytest.param(
            "/",
            {"/": b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf"},
            "cannot be fetched",
            id="cut off",
        ),
        pytest.param(
            "/", {"/": b"HTTP/1.1 200 OK\r\nX: " + b"x" * 300_000}, "cannot be fetched", id="huge header"
        ),
    ],
)
def test_what_is_refused(path: str, replies: dict[str, Reply], problem: str) -> None:
    assert problem in str(refusal(path, replies))


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(dripping(answer(), 0.05), id="a byte at a time, from the header on"),
        pytest.param(dripping(answer(b"x" * 500), 0.05), id="a byte at a time, for ever"),
        pytest.param(lambda connection: connection.recv(1), id="silence"),
    ],
)
def test_a_slow_server_is_given_up_in_time(reply: Reply) -> None:
    problem = refusal("/", {"/": reply}, seconds=0.5)

    assert "takes too long" in str(problem)
    assert "--fetch-timeout" in problem.hint


def test_a_name_server_that_does_not_answer_is_given_up_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(_host: str, _port: int) -> list[str]:
        time.sleep(30)
        return []

    monkeypatch.setattr(network, "resolve", late)

    with pytest.raises(InputError, match=r"no answer about the name slow\.example"):
        fetch("http://slow.example/", limit_bytes=LIMIT, seconds=0.3)


def test_a_port_where_nobody_listens() -> None:
    with serving({}) as server:
        url = server.url()
    with pytest.raises(InputError, match="cannot be fetched"):
        fetch(url, limit_bytes=LIMIT, allow_private_hosts=True)


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(answer(), id="plain"),
        pytest.param(answer(gzip.compress(PAGE), headers="Content-Encoding: gzip"), id="gzip"),
        pytest.param(answer(zlib.compress(PAGE), headers="Content-Encoding: deflate"), id="deflate"),
        pytest.param(b"HTTP/1.1 200 OK\r\n\r\n" + PAGE, id="no type, no length"),
        pytest.param(answer(headers="Content-Type: application/octet-stream"), id="type that says nothing"),
        pytest.param(
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE),
            id="chunked",
        ),
    ],
)
def test_a_page_arrives_whole(reply: Reply) -> None:
    assert got("/", {"/": reply}) == PAGE


def test_what_the_server_declares_is_kept() -> None:
    replies: dict[str, Reply] = {
        "/": redirect("news/ferry?id=1", status="301 Moved"),
        "/news/ferry?id=1": answer(headers="Content-Type: Text/HTML; charset=ISO-8859-1"),
    }
    with serving(replies) as server:
        page = fetch(server.url("/#top"), limit_bytes=LIMIT, allow_private_hosts=True)

    assert (page.content_type, page.charset) == ("text/html", "iso-8859-1")
    assert page.url == server.url("/news/ferry?id=1")


def test_a_request_is_polite_and_carries_nothing_from_one_page_to_the_next() -> None:
    first = redirect("/b", headers="Set-Cookie: id=1; Path=/")
    with serving({"/": first, "/b": answer()}) as server:
        fetch(server.url(), limit_bytes=LIMIT, allow_private_hosts=True)

    assert len(server.requests) == 2
    for request in map(bytes.lower, server.requests):
        assert request.startswith(b"get /")
        assert b"\r\nuser-agent: checker/" in request
        assert b"\r\nhost: 127.0.0.1:" in request
        assert not any(header in request for header in (b"cookie", b"authorization", b"referer"))


def test_neither_proxies_nor_passwords_are_taken_from_the_surroundings(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".netrc").write_text("default login me password secret\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    with serving({"*": answer(b"from the proxy")}) as proxy, serving({"/": answer()}) as server:
        monkeypatch.setenv("http_proxy", proxy.url())
        page = fetch(server.url(), limit_bytes=LIMIT, allow_private_hosts=True)

    assert page.data == PAGE
    assert b"authorization" not in server.requests[0].lower()


@pytest.mark.parametrize(
    ("host", "trusted", "problem"),
    [
        pytest.param("secure.example", True, None, id="the name of the certificate"),
        pytest.param("other.example", True, "certificate", id="another name"),
        pytest.param("127.0.0.1", True, "certificate", id="the address alone"),
        pytest.param("secure.example", False, "certificate", id="nobody trusts it"),
    ],
)
def test_a_certificate_is_checked_against_the_name_although_the_address_is_dialed(
    monkeypatch: pytest.MonkeyPatch, host: str, trusted: bool, problem: str | None
) -> None:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(CERTIFICATE)
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    monkeypatch.setattr(network, "resolve", lambda _host, _port: ["127.0.0.1"])
    with serving({"/": answer()}, tls=tls) as server:
        url = f"https://{host}:{server.port}/"
        if problem is None:
            assert fetch(url, limit_bytes=LIMIT, allow_private_hosts=True).data == PAGE
        else:
            with pytest.raises(InputError, match=problem):
                fetch(url, limit_bytes=LIMIT, allow_private_hosts=True)
