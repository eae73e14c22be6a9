"""Fetches one page from the web, and never from inside the network that it runs in.

`addresses` knows which addresses are public, `urls` which URLs are taken at all, `network` connects to checked
addresses only, `fetch` follows redirects and bounds time and size.
"""

from checker.reading.web.fetch import Download, fetch

__all__ = ["Download", "fetch"]
