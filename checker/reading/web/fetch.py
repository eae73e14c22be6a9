"""Fetches one page: redirects followed by hand, time and size bounded, every failure one clear line."""

from dataclasses import dataclass
from http import HTTPStatus

import httpcore2
import httpx2

from checker import __version__
from checker.errors import InputError
from checker.reading.web.network import Deadline, GuardedTransport, PrivateAddressError
from checker.reading.web.urls import checked

SECONDS = 30.0
"""For everything: names, connections, redirects and the page itself."""
CONNECT_SECONDS = 10.0
READ_SECONDS = 15.0
"""Silence after which a server is given up."""
MOST_REDIRECTS = 10
AGENT = f"checker/{__version__} (compares two articles; fetches one page when a person asks for it)"
HEADERS = {
    "User-Agent": AGENT,
    "Accept": "text/html, application/xhtml+xml, text/plain, text/markdown, application/pdf;q=0.9, */*;q=0.1",
    "Accept-Encoding": "gzip, deflate",
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SAVE = "Save the page in a browser and give its path."
_HINTS = {
    401: f"It asks for a password. {_SAVE}",
    403: f"It does not serve programs. {_SAVE}",
    404: "Check the URL.",
    410: "The page was taken down.",
    429: f"Try again later. {_SAVE}",
    451: _SAVE,
}


@dataclass(frozen=True, slots=True)
class Download:
    """A page as it came, its transfer compression undone."""

    data: bytes
    url: str
    """Where it was found in the end."""
    content_type: str
    """Lower case, without parameters; empty if the server does not say."""
    charset: str | None
    """The encoding that the server declares."""


def fetch(
    url: str, *, limit_bytes: int, seconds: float = SECONDS, allow_private_hosts: bool = False
) -> Download:
    """Fetch a page.

    Args:
        limit_bytes: Refuse more, compressed or not.
        seconds: Time for the whole of it.
        allow_private_hosts: Also ask hosts on this machine and in its network.

    Raises:
        InputError: There is no page to be had; the message says why and what to do.
    """
    deadline = Deadline(seconds)
    transport = GuardedTransport(
        deadline, allow_private_hosts=allow_private_hosts, connect_seconds=CONNECT_SECONDS
    )
    try:
        return _follow(url, transport, limit_bytes)
    except PrivateAddressError as error:
        hint = "Give --allow-private-hosts if the page is meant to come from your own network."
        raise InputError(
            url, f"leads to a host that is not public ({error}, {error.what})", hint=hint
        ) from error
    except (httpcore2.TimeoutException, httpx2.TimeoutException) as error:
        hint = (
            "Try again, give it longer with --fetch-timeout, or save the page in a browser and give its path."
        )
        raise InputError(url, f"takes too long ({error}; {seconds:g} seconds in all)", hint=hint) from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
        raise InputError(
            url, f"cannot be fetched ({error})", hint="Check the URL and the network."
        ) from error
    except httpx2.DecodingError as error:
        raise InputError(url, "is compressed in a way that cannot be undone", hint=_SAVE) from error
    finally:
        transport.close()


def _follow(url: str, transport: GuardedTransport, limit_bytes: int) -> Download:
    at = checked(url)
    seen = {str(at)}
    for _ in range(MOST_REDIRECTS + 1):
        timeouts = {
            "connect": CONNECT_SECONDS,
            "read": READ_SECONDS,
            "write": READ_SECONDS,
            "pool": READ_SECONDS,
        }
        answer = transport.handle_request(
            httpx2.Request("GET", at, headers=HEADERS, extensions={"timeout": timeouts})
        )
        try:
            if answer.status_code not in _REDIRECTS or "location" not in answer.headers:
                return _taken(url, answer, limit_bytes)
            at = _next(url, answer.headers["location"], at)
        finally:
            answer.close()
        if str(at) in seen:
            raise InputError(url, "redirects in a circle", hint=_SAVE)
        seen.add(str(at))
    raise InputError(url, f"redirects more than {MOST_REDIRECTS} times", hint=_SAVE)


def _next(url: str, location: str, at: httpx2.URL) -> httpx2.URL:
    try:
        return checked(location, base=at)
    except InputError as error:
        raise InputError(url, f"redirects to {error.name}, which {error.problem}", hint=_SAVE) from error


def _taken(url: str, answer: httpx2.Response, limit_bytes: int) -> Download:
    status = answer.status_code
    if status not in (200, 203):
        hint = _HINTS.get(status, "Try again later." if status >= 500 else _SAVE)
        raise InputError(url, f"the server answers {status}{_phrase(status)}", hint=hint)
    content_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if not _could_be_an_article(content_type):
        raise InputError(url, f"is no article ({content_type})", hint="Give the URL of a page with text.")
    declared = answer.headers.get("content-length", "")
    pieces: list[bytes] = []
    size = int(declared) if declared.isdecimal() and len(declared) < 20 else 0
    if size <= limit_bytes:
        size = 0
        for piece in answer.iter_bytes():
            size += len(piece)
            if size > limit_bytes:
                break
            pieces.append(piece)
    if size > limit_bytes:
        hint = "Raise the limit with --max-bytes if this is really one article."
        raise InputError(url, f"is larger than {limit_bytes:,} bytes", hint=hint)
    return Download(b"".join(pieces), str(answer.request.url), content_type, answer.charset_encoding)


def _phrase(status: int) -> str:
    try:
        return f" {HTTPStatus(status).phrase}"
    except ValueError:
        return ""


def _could_be_an_article(content_type: str) -> bool:
    """Whether it is text or a document; what a server calls by no name or a general one is looked into later."""
    kind, _, name = content_type.partition("/")
    if kind in ("image", "audio", "video", "font", "model", "multipart"):
        return False
    if kind == "text":
        return name not in ("css", "javascript", "csv", "calendar", "event-stream")
    return not name.endswith(("json", "javascript", "rss+xml", "atom+xml", "x-www-form-urlencoded"))
