"""Runs in a network namespace of its own: private hosts, a name server, public sites; tries to fetch everything.

Writes one JSON object to standard output: what came of every URL, and which of this network's addresses were
connected to. `test_namespace.py` starts it.
"""

import json
import socket
import subprocess
import sys
import threading
from contextlib import ExitStack

from checker.errors import InputError
from checker.reading.web import fetch
from tests.reading.web.guarded import ADDRESSES, NAMES, PUBLIC, PUBLIC_6, REDIRECTS
from tests.reading.web.servers import Server, answer, redirect, serving

PRIVATE = (
    *(
        "10.0.0.5/32",
        "172.16.0.1/32",
        "192.168.1.1/32",
        "169.254.169.254/32",
        "100.64.0.1/32",
        "198.18.0.1/32",
    ),
    *("240.0.0.1/32", "fd00::5/128", "fe80::1/128", "fec0::1/128", "2001:db8::1/128"),
    *("64:ff9b::a00:5/128", "64:ff9b:1::a00:5/128", "2002:a00:5::1/128"),
)
REBOUND = "rebind.example"


def main() -> None:
    for address in (f"{PUBLIC}/32", f"{PUBLIC_6}/128", *PRIVATE):
        version = ["-6"] if ":" in address else []
        subprocess.run(
            ["ip", *version, "address", "add", address, "dev", "lo"], check=address.startswith(PUBLIC)
        )
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    asked: list[str] = []
    threading.Thread(target=answer_names, args=(asked,), daemon=True).start()
    replies = {f"/to/{target}": redirect(target) for target in REDIRECTS.values()}
    replies |= {"/to//to/http://10.0.0.5/": redirect("/to/http://10.0.0.5/"), "*": answer()}
    with ExitStack() as stack:
        hosts = ("0.0.0.0", "::") if socket.has_ipv6 else ("0.0.0.0",)
        servers = [stack.enter_context(serving(replies, host=host, port=80)) for host in hosts]
        result = {
            "refused": {
                title: outcome(url, servers)
                for title, url in {**ADDRESSES, **through_public(REDIRECTS)}.items()
            },
            "public": outcome("http://public.example/", servers),
            "public 6": outcome(f"http://[{PUBLIC_6}]/", servers),
            "rebound": [outcome(f"http://{REBOUND}/", servers) for _ in range(2)],
            "names asked": asked,
            "allowed": outcome("http://internal.example/", servers, allow_private_hosts=True),
        }
    sys.stdout.write(json.dumps(result))


def through_public(targets: dict[str, str]) -> dict[str, str]:
    return {title: f"http://public.example/to/{target}" for title, target in targets.items()}


def outcome(url: str, servers: list[Server], *, allow_private_hosts: bool = False) -> dict[str, object]:
    for server in servers:
        server.connections.clear()
    try:
        fetch(url, limit_bytes=1_000_000, seconds=10, allow_private_hosts=allow_private_hosts)
        problem = None
    except InputError as error:
        problem = str(error)
    reached = [address.removeprefix("::ffff:") for server in servers for address in server.connections]
    return {"problem": problem, "reached": reached}


def answer_names(asked: list[str]) -> None:
    """A name server. It changes its mind about one name after the first answer."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    listener.bind(("127.0.0.1", 53))
    while True:
        query, client = listener.recvfrom(4096)
        labels, at = [], 12
        while length := query[at]:
            labels.append(query[at + 1 : at + 1 + length].decode())
            at += 1 + length
        name, kind = ".".join(labels), query[at + 1 : at + 3]
        addresses = NAMES.get(name, ())
        if name == REBOUND and kind == b"\0\1":
            addresses = ("127.0.0.1",) if REBOUND in asked else (PUBLIC,)
            asked.append(name)
        family, wanted = (socket.AF_INET6, b"\0\x1c") if kind == b"\0\x1c" else (socket.AF_INET, b"\0\1")
        records = [
            b"\xc0\x0c" + wanted + b"\0\1\0\0\0\0" + len(packed).to_bytes(2, "big") + packed
            for address in addresses
            if (":" in address) == (family == socket.AF_INET6)
            for packed in [socket.inet_pton(family, address)]
        ]
        head = query[:2] + b"\x85\x80\0\1" + len(records).to_bytes(2, "big") + b"\0\0\0\0"
        listener.sendto(head + query[12 : at + 5] + b"".join(records), client)


if __name__ == "__main__":
    main()
