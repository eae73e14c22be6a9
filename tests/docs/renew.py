"""Writes the output that pages show anew: `python -m tests.docs.renew`, after a change to a report or a judge.

Only what stands below a command in a block of the language `console` changes; read the difference before you keep it.
"""

import contextlib
import io
import os
import tempfile
from pathlib import Path

from checker import cli
from tests.docs.blocks import blocks, pages
from tests.docs.scratch import environment, scratch
from tests.program import Done


def inside(*arguments: object) -> Done:
    """Run the program and keep what it prints."""
    out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = cli.run([str(argument) for argument in arguments])
    out.flush()
    return Done(code, out.buffer.getvalue().decode(), err.getvalue())


def renew(page: Path) -> None:
    """Run the commands of a page and put what they print below them."""
    text = page.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home, "reader")
        folder.mkdir()
        with scratch(folder, inside) as reader, contextlib.chdir(folder):
            os.environ |= environment(reader.url, Path(home))
            for block in blocks(page):
                match block.language if not block.why_not else "":
                    case "sh":
                        reader.commands(block)
                    case "console":
                        text = text.replace(block.text, reader.shown(block), 1)
                    case "toml" | "yaml" | "jsonl":
                        reader.file(block)
    page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    for page in pages():
        if any(block.language == "console" for block in blocks(page)):
            renew(page)
