"""No address of the table is reached, tried with servers on loopback only."""

import socket
from collections.abc import Iterator

import pytest

from checker.errors import InputError
from checker.reading.web import fetch, network
from tests.reading.web.guarded import ADDRESSES, NAMES, PUBLIC, REDIRECTS
from tests.reading.web.servers import PAGE, answer, redirect, serving

LIMIT = 1_000_000


@pytest.fixture
def dialed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Every address that was connected to. Names are looked up in the table; the public address is a local server."""
    replies = {f"/to/{target}": redirect(target) for target in REDIRECTS.values()}
    replies |= {"/to//to/http://10.0.0.5/": redirect("/to/http://10.0.0.5/")}
    found: list[str] = []
    real_resolve = network.resolve
    with serving({**replies, "*": answer()}) as site:

        def resolve(host: str, port: int) -> list[str]:
            return list(NAMES[host]) if host in NAMES else real_resolve(host, port)

        def dial(address: str, _port: int, timeout: float) -> socket.socket:
            found.append(address)
            return socket.create_connection(("127.0.0.1", site.port), timeout)

        monkeypatch.setattr(network, "resolve", resolve)
        monkeypatch.setattr(network, "dial", dial)
        yield found


@pytest.mark.parametrize("url", ADDRESSES.values(), ids=ADDRESSES)
def test_an_address_is_refused_without_a_connection(dialed: list[str], url: str) -> None:
    with pytest.raises(InputError) as caught:
        fetch(url, limit_bytes=LIMIT)

    assert dialed == []
    assert "\n" not in str(caught.value)
    assert caught.value.hint


@pytest.mark.parametrize("url", REDIRECTS.values(), ids=REDIRECTS)
def test_a_redirect_is_refused_without_a_second_connection(dialed: list[str], url: str) -> None:
    with pytest.raises(InputError) as caught:
        fetch(f"http://public.example/to/{url}", limit_bytes=LIMIT)

    assert set(dialed) == {PUBLIC}
    assert "\n" not in str(caught.value)


def test_a_public_host_is_asked(dialed: list[str]) -> None:
    assert fetch("http://public.example/", limit_bytes=LIMIT).data == PAGE
    assert dialed == [PUBLIC]


def test_a_name_that_changes_its_mind_between_check_and_use_gains_nothing(
    dialed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([[PUBLIC], ["127.0.0.1"], ["127.0.0.1"]])
    monkeypatch.setattr(network, "resolve", lambda _host, _port: next(answers))

    assert fetch("http://rebind.example/", limit_bytes=LIMIT).data == PAGE
    assert dialed == [PUBLIC]
    with pytest.raises(InputError, match=r"rebind\.example is 127\.0\.0\.1, loopback"):
        fetch("http://rebind.example/", limit_bytes=LIMIT)
    assert dialed == [PUBLIC]


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_private_hosts_are_asked_where_the_user_allows_it(host: str) -> None:
    if ":" in host and not _has_ipv6():
        pytest.skip("this machine has no IPv6 loopback")
    with serving({"/": answer()}, host=host) as server:
        url = f"http://[{host}]:{server.port}/" if ":" in host else server.url()

        with pytest.raises(InputError, match="loopback") as caught:
            fetch(url, limit_bytes=LIMIT)
        assert "--allow-private-hosts" in caught.value.hint
        assert server.connections == []

        assert fetch(url, limit_bytes=LIMIT, allow_private_hosts=True).data == PAGE
        assert server.connections == [host]


def _has_ipv6() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True
