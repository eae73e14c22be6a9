"""Which URLs are taken at all."""

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from checker.errors import InputError

if TYPE_CHECKING:
    from httpx2 import URL

_WEB = re.compile(r"https?:", re.I)
_HOST = re.compile(r"[A-Za-z0-9_.-]{1,253}|[0-9A-Fa-f:.]{2,45}")
_UNSEEN = re.compile(r"[\x00-\x20\x7f\\]")
_LONGEST = 8000


def checked(written: str, *, base: "URL | None" = None) -> "URL":
    """Return a URL that may be fetched.

    Args:
        written: As the user or a redirect gives it.
        base: The page that redirects; `written` may then be relative.

    Raises:
        InputError: It is none, is not for the web, or is written so as to be read in two ways.
    """
    from httpx2 import URL, InvalidURL

    whole = urljoin(str(base), written) if base is not None else written
    if len(whole) > _LONGEST or _UNSEEN.search(whole):
        raise _refused(
            whole, "is not a URL", "Check it: spaces and backslashes must be written as %20 and %5C."
        )
    if not _WEB.match(whole):
        raise _refused(
            whole, "is not a web page", "Only http:// and https:// are fetched; give a path for a file."
        )
    try:
        url = URL(whole).copy_with(fragment=None)
    except InvalidURL as error:
        raise _refused(whole, f"is not a URL ({error})", "Check it.") from error
    if url.userinfo or "@" in whole.split("//", 1)[-1].split("/", 1)[0].split("?", 1)[0].split("#", 1)[0]:
        raise _refused(whole, "has a user name before the host", "Give the URL without it.")
    host = url.raw_host.decode("ascii")
    if not _HOST.fullmatch(host) or (url.port is not None and not 0 < url.port < 65536):
        raise _refused(whole, "has no host that can be asked", "Check the host and the port.")
    return url


def _refused(written: str, problem: str, hint: str) -> InputError:
    shown = written if len(written) <= 200 else f"{written[:200]}…"
    return InputError(repr(shown) if _UNSEEN.search(shown) else shown, problem, hint=hint)
