"""Which addresses are public."""

import pytest

from checker.reading.web.addresses import not_public


@pytest.mark.parametrize(
    "address",
    [
        *("8.8.8.8", "1.1.1.1", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700::1111"),
        *("::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1"),
    ],
)
def test_public(address: str) -> None:
    assert not_public(address) is None


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("127.8.9.1", "loopback"),
        ("::1", "loopback"),
        ("::ffff:127.0.0.1", "loopback"),
        ("::127.0.0.1", "loopback"),
        ("10.255.255.255", "private"),
        ("172.31.255.255", "private"),
        ("fdff::1", "private"),
        ("64:ff9b::10.0.0.1", "private"),
        ("2002:c0a8:101::1", "private"),
        ("169.254.169.254", "link-local"),
        ("fe80::1", "link-local"),
        ("2606:4700::1%eth0", "link-local"),
        ("100.127.255.255", "shared by a provider's customers"),
        ("239.1.2.3", "multicast"),
        ("ff02::1", "multicast"),
        ("0.0.0.0", "reserved"),
        ("255.255.255.255", "reserved"),
        ("203.0.113.9", "reserved"),
        ("::", "reserved"),
        ("2001:db8::1", "reserved"),
        ("2001::1", "reserved"),
        ("4000::1", "reserved"),
        ("::2:7f00:1", "reserved"),
    ],
)
def test_not_public(address: str, what: str) -> None:
    assert not_public(address) == what
