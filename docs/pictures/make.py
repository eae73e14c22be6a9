"""Makes the pictures of the two reports that people read, from the example pair: `python docs/pictures/make.py`.

Needs the extra [browser] and Chromium.
"""

import html
import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PIL import Image

from checker.domain import Report
from checker.pipeline import run_audit
from checker.policy import Policy
from checker.reading import read
from checker.reports import html as page
from checker.reports import terminal
from checker.reports.style import Style
from checker.wiring import DEFAULT_JUDGE, build_judge
from tests.reports.browser import chromium

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
LIMIT = 250_000
"""Bytes; a picture is loaded with the README each time."""

TERMINAL_LINES = 48
_CODE = re.compile(r"\x1b\[([\d;]*)m")
_STYLES = {"1": "font-weight:700", "2": "opacity:.65", "4": "text-decoration:underline"} | {
    "31": "color:#ff7b72",
    "32": "color:#7ee787",
    "33": "color:#f2cc60",
}


def report() -> Report:
    """Audit the example pair, with names as one types them."""
    source, republished = (
        replace(read(str(EXAMPLES / name)), name=f"examples/{name}")
        for name in ("source.md", "republished.md")
    )
    return run_audit(source, republished, judge=build_judge(DEFAULT_JUDGE), policy=Policy())


def screen(text: str) -> str:
    """Show a text with ANSI codes as a page that looks like a terminal."""
    worst = text.partition("To review")[0].rstrip().splitlines()[:TERMINAL_LINES]
    shown = "".join(_spans("\n".join(worst)))
    return (
        "<!DOCTYPE html><meta charset=utf-8><title>Terminal</title><style>body{margin:0;background:#161b22}"
        "pre{margin:0;padding:20px 26px;color:#e6edf3;width:fit-content;"
        "font:14px/1.45 'DejaVu Sans Mono','Liberation Mono',Menlo,Consolas,monospace}</style>"
        f"<pre>{shown}</pre>"
    )


def _spans(text: str) -> Iterator[str]:
    style = ""
    for number, piece in enumerate(_CODE.split(text)):
        if number % 2:  # the code between two pieces of text
            style = ";".join(_STYLES[code] for code in piece.split(";") if code in _STYLES)
        elif piece:
            yield f'<span style="{style}">{html.escape(piece)}</span>'


def main() -> None:
    """Write both pictures next to this file."""
    made = report()
    command = "\x1b[2m$\x1b[0m checker audit examples/source.md examples/republished.md\n\n"
    pages = {
        "report.html": page.render(made),
        "terminal.html": screen(command + terminal.render(made, style=Style(color=True), hints=False)),
    }
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        for name, text in pages.items():
            path = Path(folder, name)
            path.write_text(text, encoding="utf-8")
            view = browser.new_page(viewport={"width": 1120, "height": 1880}, device_scale_factor=1.25)
            view.goto(path.as_uri())
            target = HERE / name.replace(".html", ".png")
            if name == "terminal.html":
                view.locator("pre").screenshot(path=target)
            else:
                view.screenshot(path=target)
            # A palette is enough for text and flat areas, and takes a quarter of the bytes.
            full = Image.open(target).convert("RGB")
            full.quantize(256, method=Image.Quantize.MAXCOVERAGE, kmeans=3, dither=Image.Dither.NONE).save(
                target, optimize=True
            )
            size = target.stat().st_size
            print(f"{target.name}: {size:,} bytes")
            if size > LIMIT:
                raise SystemExit(f"{target.name} is larger than {LIMIT:,} bytes")


if __name__ == "__main__":
    main()
