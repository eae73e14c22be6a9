"""The site is built without a warning, loads nothing from elsewhere, and works from a disk."""

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from docs.site.hooks import outside
from tests.docs.blocks import ROOT
from tests.reports.browser import chromium, needs_browser

needs_mkdocs = pytest.mark.skipif(
    not find_spec("mkdocs") or not find_spec("material"), reason="needs mkdocs: pip install -e '.[docs-site]'"
)
_LOADS = re.compile(
    r"""(?:src|srcset|action|data)=["']?(?:https?:)?//|<link[^>]+href=["']?(?:https?:)?//|url\(["']?(?:https?:)?//"""
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder],
        cwd=ROOT,
        # Whatever would be fetched during the build is refused at once.
        env={
            **os.environ,
            "NO_MKDOCS_2_WARNING": "1",
            "https_proxy": "http://127.0.0.1:9",
            "http_proxy": "http://127.0.0.1:9",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder


def test_every_page_has_a_place_in_the_navigation() -> None:
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    listed = set(re.findall(r"([\w/-]+\.md)$", config, re.MULTILINE))
    here = {page.relative_to(ROOT / "docs").as_posix() for page in (ROOT / "docs").rglob("*.md")}

    assert {page for page in here - listed if not page.startswith("decisions/")} == set(), (
        "add it to mkdocs.yml"
    )


@needs_mkdocs
def test_no_page_loads_anything_from_elsewhere(site: Path) -> None:
    files = [path for path in site.rglob("*") if path.suffix in {".html", ".css"}]

    assert len(files) > 30
    assert [
        f"{path.name}: {found[0]}"
        for path in files
        if (found := _LOADS.search(path.read_text(encoding="utf-8")))
    ] == []


@needs_mkdocs
def test_what_lies_outside_the_docs_is_reached_through_links(site: Path) -> None:
    assert "project/action.yml" in (site / "ci.html").read_text(encoding="utf-8")
    assert (site / "project" / "action.yml").read_bytes() == (ROOT / "action.yml").read_bytes()
    assert (site / "project" / "examples" / "index.html").exists()


@needs_mkdocs
@needs_browser
def test_pages_and_search_work_from_a_disk_and_ask_for_nothing(site: Path) -> None:
    asked: list[str] = []
    said: list[str] = []
    with chromium() as browser:
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto((site / "tutorial.html").as_uri())
        broken = "[...document.images].filter(i => !i.complete || !i.naturalWidth).map(i => i.src)"
        assert page.evaluate(broken) == []
        page.locator("input.md-search__input").click()
        page.keyboard.type("waiver")
        page.locator(".md-search-result__item").first.wait_for()

    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert said == []


@pytest.mark.parametrize(
    ("markdown", "folder", "expected"),
    [
        pytest.param("[a](../action.yml)", "", {"../action.yml": "action.yml"}, id="beside docs"),
        pytest.param(
            "[a](../../examples/README.md#x)",
            "formats",
            {"../../examples/README.md": "examples/README.md"},
            id="deeper",
        ),
        pytest.param("[a](../ci.md)", "formats", {}, id="another page"),
        pytest.param("[a](../../etc/passwd)", "", {}, id="outside the project"),
        pytest.param("[a](https://example.org/../x)", "", {}, id="an address"),
    ],
)
def test_links_that_lead_out_of_the_docs(markdown: str, folder: str, expected: dict[str, str]) -> None:
    assert outside(markdown, folder) == expected
