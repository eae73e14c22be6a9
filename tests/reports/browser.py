"""One Chromium for all tests of a page, if this machine has one."""

import shutil
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

CHROMIUM = next(
    filter(
        None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"))
    ),
    None,
)

MISSING = "; ".join(
    [
        *([] if CHROMIUM else ["needs Chromium on the path, for example Debian's package chromium"]),
        *([] if find_spec("playwright") else ["needs playwright: pip install -e '.[browser]'"]),
        *([] if find_spec("axe_playwright_python") else ["needs axe: pip install -e '.[browser]'"]),
    ]
)
"""What keeps tests in a browser from running here; empty if nothing does."""

needs_browser = pytest.mark.skipif(bool(MISSING), reason=MISSING)

_QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Keeps the browser from asking for anything of its own."""


@contextmanager
def chromium() -> "Iterator[Browser]":
    """Start Chromium without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # Without its sandbox it runs as root, too; it only ever opens pages that a test wrote.
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", *_QUIET])
        try:
            yield browser
        finally:
            browser.close()


def axe() -> str:
    """Return the source of axe-core, the accessibility checker."""
    spec = find_spec("axe_playwright_python")
    assert spec
    assert spec.origin
    return (Path(spec.origin).parent / "axe.min.js").read_text(encoding="utf-8")
