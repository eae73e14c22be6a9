"""Which addresses are on the public internet: the rest may be a router, a database or a cloud's own key store."""

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address

# Written out, because `ipaddress.is_global` changed its mind between releases of Python. From the registries of
# special-purpose addresses (https://www.iana.org/assignments/iana-ipv4-special-registry and -ipv6-), and multicast.
_SPECIAL: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("loopback", ("127.0.0.0/8", "::1/128")),
    ("private", ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fec0::/10")),
    ("link-local", ("169.254.0.0/16", "fe80::/10")),
    ("shared by a provider's customers", ("100.64.0.0/10",)),
    ("multicast", ("224.0.0.0/4", "ff00::/8")),
    (
        "reserved",
        (
            *(
                "0.0.0.0/8",
                "192.0.0.0/24",
                "192.0.2.0/24",
                "192.88.99.0/24",
                "198.18.0.0/15",
                "198.51.100.0/24",
            ),
            *("203.0.113.0/24", "240.0.0.0/4", "::/128", "64:ff9b:1::/48", "100::/64", "100:0:0:1::/64"),
            *("2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16"),
        ),
    ),
)
_REFUSED: tuple[tuple[IPv4Network | IPv6Network, str], ...] = tuple(
    (ip_network(network), what) for what, networks in _SPECIAL for network in networks
)
_UNICAST = IPv6Network("2000::/3")
"""All of IPv6 that is handed out to anybody; NAT64, which lies outside, is looked into before."""
# Where an IPv6 address carries an IPv4 address that a gateway on the way would connect to.
_CARRIERS = (
    (IPv6Network("::ffff:0:0/96"), 0),  # IPv4-mapped
    (IPv6Network("::ffff:0:0:0/96"), 0),  # IPv4-translated
    (IPv6Network("::/96"), 0),  # IPv4-compatible
    (IPv6Network("64:ff9b::/96"), 0),  # NAT64
    (IPv6Network("2002::/16"), 80),  # 6to4
)


def not_public(written: str) -> str | None:
    """Say what keeps an address from being public, e.g. `loopback`; None for a public one.

    Args:
        written: As `getaddrinfo` gives it; an IPv6 address may carry a zone, as in `fe80::1%eth0`.
    """
    bare, zone, _ = written.partition("%")
    if zone:
        return "link-local"
    return next((what for address in _meant(ip_address(bare)) if (what := _special(address))), None)


def _meant(address: Address) -> Iterator[Address]:
    """Yield the address and, if one is hidden in it, the IPv4 address that it leads to."""
    if isinstance(address, IPv6Address):
        for network, shift in _CARRIERS:
            if address in network and address not in (IPv6Address("::"), IPv6Address("::1")):
                yield IPv4Address((int(address) >> shift) & 0xFFFFFFFF)
                return
    yield address


def _special(address: Address) -> str | None:
    for network, what in _REFUSED:
        if address.version == network.version and address in network:
            return what
    if isinstance(address, IPv6Address) and address not in _UNICAST:
        return "reserved"
    return None
