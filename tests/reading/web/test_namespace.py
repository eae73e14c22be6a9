"""The same table in a network of its own, where the private hosts and the name server are real."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.reading.web.guarded import PUBLIC, PUBLIC_6

ROOT = Path(__file__).resolve().parents[3]
OWN_NETWORK = ("unshare", "--user", "--map-root-user", "--net", "--mount")


def missing() -> str | None:
    """Say what keeps this machine from making a network namespace."""
    for program in ("unshare", "ip", "mount"):
        if shutil.which(program) is None:
            return f"there is no program `{program}` here"
    tried = subprocess.run(
        [*OWN_NETWORK, "ip", "link", "set", "lo", "up"], capture_output=True, text=True, check=False
    )
    return f"network namespaces are not permitted here: {tried.stderr.strip()}" if tried.returncode else None


WHY_NOT = missing()
pytestmark = pytest.mark.skipif(WHY_NOT is not None, reason=WHY_NOT or "")


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What the probe reports. Its name server replaces the machine's, in its own view of the file system only."""
    folder = tmp_path_factory.mktemp("network")
    (folder / "resolv.conf").write_text("nameserver 127.0.0.1\noptions timeout:2 attempts:1\n")
    (folder / "nsswitch.conf").write_text("hosts: files dns\n")
    binds = "".join(
        f'mount --bind "{folder / name}" "$(readlink -f /etc/{name})" && '
        for name in ("resolv.conf", "nsswitch.conf")
        if Path("/etc", name).exists()
    )
    script = f'{binds} exec "{sys.executable}" -m tests.reading.web.namespace_probe'
    done = subprocess.run(
        [*OWN_NETWORK, "sh", "-c", script], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_nothing_of_the_table_reaches_a_private_host(seen: Any) -> None:
    assert {title: found for title, found in seen["refused"].items() if found["problem"] is None} == {}
    assert {
        title: found for title, found in seen["refused"].items() if set(found["reached"]) - {PUBLIC, PUBLIC_6}
    } == {}


def test_public_hosts_are_reached(seen: Any) -> None:
    assert seen["public"] == {"problem": None, "reached": [PUBLIC]}
    assert seen["public 6"]["reached"] in ([PUBLIC_6], [])  # a machine may lack IPv6


def test_a_name_that_is_bound_anew_is_looked_up_once_a_connection(seen: Any) -> None:
    first, second = seen["rebound"]

    assert first == {"problem": None, "reached": [PUBLIC]}
    assert second["reached"] == []
    assert "rebind.example is 127.0.0.1" in second["problem"]
    assert seen["names asked"] == ["rebind.example"] * 2


def test_the_private_host_is_there_to_be_reached(seen: Any) -> None:
    """Without this the first test could pass for want of a network."""
    assert seen["allowed"] == {"problem": None, "reached": ["10.0.0.5"]}
