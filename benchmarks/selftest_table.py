"""Runs `checker selftest` with each judge that works offline and writes the table of docs/selftest.md anew.

python -m benchmarks.selftest_table
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.marked_block import replaced
from checker.selftest import suite
from checker.selftest.cases import Part
from checker.selftest.rendering import document
from checker.selftest.run import run
from checker.wiring import build_judge

PAGE = Path(__file__).resolve().parents[1] / "docs" / "selftest.md"
JUDGES = ("rules", "embedded")
_HEADS = {
    Part.PLANTED: "planted, caught",
    Part.HARMLESS: "harmless, kept clean",
    Part.RELATIONS: "relation, held",
}


def main() -> None:
    """Measure and write."""
    cases = suite.cases()
    results = [document(run(cases, build_judge(judge))) for judge in JUDGES]
    table = [line for part in Part for line in lines(part, results)]
    PAGE.write_text(replaced(PAGE.read_text(encoding="utf-8"), table), encoding="utf-8")
    sys.stdout.write("\n".join(table) + "\n")


def lines(part: Part, results: list[dict[str, Any]]) -> Iterator[str]:
    """Return the rows of one part: a kind a row, a judge a column."""
    found = [result["parts"][part.value] for result in results]
    names = [result["tool"]["judge"] for result in results]
    yield ""
    yield f"| {_HEADS[part]} | cases | {' | '.join(names)} |"
    yield "|---" * (2 + len(names)) + "|"
    for kind in found[0]["kinds"]:
        figures = [each["kinds"][kind] for each in found]
        yield _row(kind, figures[0]["cases"], [_few(figure) for figure in figures])
    yield _row("**all**", found[0]["cases"], [_whole(figure) for figure in found])


def _row(name: str, cases: int, cells: list[str]) -> str:
    return f"| {name} | {cases} | {' | '.join(cells)} |"


def _few(figures: dict[str, Any]) -> str:
    share = f"{100 * figures['share']:.0f} % ({100 * figures['low']:.0f}-{100 * figures['high']:.0f})"
    return share + (f", {figures['fails']} fail" if figures.get("fails") else "")


def _whole(figures: dict[str, Any]) -> str:
    share = f"**{100 * figures['share']:.1f} %** ({100 * figures['low']:.1f}-{100 * figures['high']:.1f})"
    return share + (f", {figures['fails']} fail" if "fails" in figures else "")


if __name__ == "__main__":
    main()
