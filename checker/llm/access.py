"""Where a model is asked, and with which key: from options and the environment, never from a file."""

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from checker.errors import UsageError
from checker.llm.settings import OPENAI_URL, LlmSettings

_NO_KEY = "none"
"""What is sent where no key is needed: the client insists on some."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """Where and as whom to ask."""

    base_url: str
    model: str
    key: str = field(repr=False)

    @property
    def shown(self) -> str:
        """The address without what may be secret in it."""
        return urlsplit(self.base_url)._replace(query="", fragment="").geturl()


def access_from(settings: LlmSettings, environment: Mapping[str, str]) -> Access:
    """Find out where to ask. Where nothing is going to be sent, no key is needed.

    Raises:
        UsageError: No model is named, the address is none, or an endpoint that is not local has no key.
    """
    base_url = (settings.base_url or environment.get("OPENAI_BASE_URL") or OPENAI_URL).strip()
    host = _host(base_url)
    if not settings.model:
        raise UsageError(
            "The judge needs a model.", hint="Name it with --model, CHECKER_MODEL or the key model."
        )
    key = environment.get("OPENAI_API_KEY", "").strip()
    sends = not (settings.offline or settings.dry_run)
    if not key and sends and not _is_local(host):
        raise UsageError(
            f"No key for {host}.", hint="Set OPENAI_API_KEY, or name a local server with --base-url."
        )
    if not key.isascii() or any(character.isspace() for character in key):
        raise UsageError(
            "OPENAI_API_KEY is no key: it holds a space or a letter beyond ASCII.", hint="Copy it again."
        )
    return Access(base_url=base_url, model=settings.model, key=key or _NO_KEY)


def _host(base_url: str) -> str:
    try:
        parts = urlsplit(base_url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host or parts.scheme not in {"http", "https"}:
        raise UsageError(
            f"--base-url: {base_url!r} is no http address.", hint="Give one like http://localhost:8080/v1."
        )
    if "@" in parts.netloc:  # addresses end up in logs and in shell histories
        raise UsageError(
            f"--base-url: the address of {host} holds a name or a password.",
            hint="Leave it out; a key is taken from OPENAI_API_KEY.",
        )
    return host


def _is_local(host: str) -> bool:
    """Tell whether a host is this machine or one of the same network, where servers ask for no key."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return "." not in host or host.endswith((".local", ".localhost", ".internal", ".lan"))
    return address.is_loopback or address.is_private
