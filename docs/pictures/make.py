"""Makes the pictures of what people read, from the example pair: `make pictures`.

Needs the extra [browser] and Chromium.
"""

import html
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image

from checker.domain import Article, Report
from checker.pipeline import run_audit, run_pairing
from checker.policy import Policy
from checker.reading import read
from checker.reports import html as page
from checker.reports import terminal
from checker.reports.picture import picture
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


def articles() -> tuple[Article, Article]:
    """Read the example pair, with names as one types them."""
    source, republished = (
        replace(read(str(EXAMPLES / name)), name=f"examples/{name}")
        for name in ("source.md", "republished.md")
    )
    return source, republished


def report() -> Report:
    """Audit the example pair."""
    return run_audit(*articles(), judge=build_judge(DEFAULT_JUDGE), policy=Policy())


def screen(text: str) -> str:
    """Show a text with ANSI codes as a page that looks like a terminal."""
    lines = text.partition("To review")[0].splitlines()[:TERMINAL_LINES]
    whole = "\n".join(lines).rpartition("\n\n")[0]  # no finding is cut in two
    shown = "".join(_spans(whole))
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


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A page, and which part of it is shown."""

    html: str
    height: int = 900
    scale: float = 1.25
    part: str = ""
    """Selector of the element that is shown; the window if empty."""


def pictures() -> dict[str, Picture]:
    """Every picture by the name of its file."""
    made = report()
    command = "\x1b[2m$\x1b[0m checker audit examples/source.md examples/republished.md\n\n"
    shown = page.render(made)
    drawn = picture(*articles(), run_pairing(*articles()))
    return {
        "report.png": Picture(html=shown, height=1880),
        "pair.png": Picture(html=shown, part="article.fails >> nth=0"),
        "pairing.png": Picture(
            html=f"<!DOCTYPE html><body style='margin:0'>{drawn}</body>", part="svg", scale=0.8
        ),
        "terminal.png": Picture(
            html=screen(command + terminal.render(made, style=Style(color=True), hints=False)), part="pre"
        ),
    }


def main() -> None:
    """Write the pictures next to this file."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        for name, what in pictures().items():
            path = Path(folder, f"{name}.html")
            path.write_text(what.html, encoding="utf-8")
            view = browser.new_page(
                viewport={"width": 1120, "height": what.height}, device_scale_factor=what.scale
            )
            view.goto(path.as_uri())
            (view.locator(what.part) if what.part else view).screenshot(path=HERE / name)
            _shrink(HERE / name)


def _shrink(target: Path) -> None:
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
