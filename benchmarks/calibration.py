"""How far each judge's probabilities and confidences can be believed; writes docs/calibration.md and its picture anew.

    python -m benchmarks.calibration [--rows N]

Rows that no judge was trained on: the held-out part of the texts in training/texts (the last step of the embedded
judge was calibrated on these and others), the pairs of `checker selftest` (nothing was fitted on them), and, where
the measuring data lies beside the checkout, a seeded sample of it. Articles: those of training/articles and of the
self-test.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.articles import DATA, Auditor, Example, faithful, surest_flag
from benchmarks.chart import Panel, Series, draw
from benchmarks.marked_block import replaced
from benchmarks.reliability import Said, area_under, bins, calibration_error, risk_coverage
from benchmarks.sample import rows_of
from checker.judging import judge_lines
from checker.policy import FLAGGED, GATES, Policy
from checker.ports import Judge
from checker.selftest import texts
from checker.wiring import build_judge
from training.data import CONSISTENT, held_out
from training.texts import read_texts

DOCS = Path(__file__).resolve().parents[1] / "docs"
TEXTS = Path(__file__).resolve().parents[1] / "training" / "texts"
JUDGES = ("rules", "embedded")
BARS = tuple(sorted({0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, *GATES.values()}))
"""Values of `--min-confidence` that the page tells about; the judges' own gates are among them."""


@dataclass(frozen=True, slots=True)
class Row:
    """A pair of which it is known whether the copy is faithful."""

    source: str
    copy: str
    faithful: bool


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=40, help="rows per set of the measuring data")
    args = parser.parse_args()
    sets = {"held-out texts": list(own_rows()), "self-test": list(selftest_rows())}
    if dev := list(dev_rows(args.rows)):
        sets["measuring data"] = dev
    else:
        sys.stdout.write("no measuring data beside the checkout: its columns are left out\n")
    judges = {name: build_judge(name) for name in JUDGES}
    said = {(name, of): answers(judge, rows) for name, judge in judges.items() for of, rows in sets.items()}
    lines = [*_errors(said), "", *_flags(said)]
    for name, judge in judges.items():
        lines += ["", *_bars(name, judge, said)]
    page = DOCS / "calibration.md"
    page.write_text(replaced(page.read_text(encoding="utf-8"), lines), encoding="utf-8")
    (DOCS / "pictures" / "calibration.svg").write_text(_picture(said), encoding="utf-8")
    sys.stdout.write("\n".join(lines) + "\n")


def own_rows() -> Iterator[Row]:
    """The held-out rows of the texts that were written for training."""
    for example in read_texts(TEXTS):
        if held_out(example.source, own=True):
            yield Row(example.source, example.copy, example.label == CONSISTENT)


def selftest_rows() -> Iterator[Row]:
    """The pairs of the self-test."""
    for kind in (*texts.planted(), *texts.harmless()):
        for pair in kind.pairs:
            yield Row(pair.source, pair.copy(range(pair.planted)), not pair.planted)


def dev_rows(limit: int) -> Iterator[Row]:
    """A seeded sample of the measuring data; nothing where it is absent.

    Without the sets of whole articles: their rows have one label for 40 pairs.
    """
    for path in sorted(set((DATA / "dev").glob("*.jsonl")) - set((DATA / "dev").glob("*_doc_*"))):
        for row in rows_of(path, limit):
            yield Row(row["source"], row["republished"], row["label"] == "consistent")


def answers(judge: Judge, rows: Sequence[Row]) -> list[Said]:
    """Ask a judge as `checker judge` does; rows without an answer are left out."""
    lines = (
        json.dumps({"id": number, "source": row.source, "republished": row.copy})
        for number, row in enumerate(rows)
    )
    return [
        Said(row.faithful, answer["label"] in FLAGGED, answer["p_consistent"], answer["confidence"])
        for row, answer in zip(rows, judge_lines(lines, judge), strict=True)
        if answer["label"] != "undetermined"
    ]


Answers = Mapping[tuple[str, str], Sequence[Said]]


def _chances(said: Sequence[Said]) -> tuple[list[float], list[bool]]:
    known = [each for each in said if each.p_consistent is not None]
    return [each.p_consistent or 0.0 for each in known], [each.faithful for each in known]


def _flagged(said: Sequence[Said]) -> tuple[list[float], list[bool]]:
    flags = [each for each in said if each.flagged and each.confidence is not None]
    return [each.confidence or 0.0 for each in flags], [each.right for each in flags]


def _errors(said: Answers) -> Iterator[str]:
    heads = (
        "judge",
        "rows",
        "faithful",
        "flagged",
        "ECE of `p_consistent`",
        "ECE of flags",
        "area under risk/coverage",
    )
    yield f"| {' | '.join(heads)} |"
    yield "|---|---|---|---|---|---|---|"
    for (judge, of), found in said.items():
        chances, flags = bins(*_chances(found)), bins(*_flagged(found))
        error = f"{calibration_error(chances):.3f}" if chances else "has none"
        yield (
            f"| {judge} | {len(found):,} {of} | {_percent(each.faithful for each in found)} "
            f"| {_percent(each.flagged for each in found)} | {error} | {calibration_error(flags):.3f} "
            f"| {area_under(risk_coverage(found)):.3f} |"
        )


def _flags(said: Answers) -> Iterator[str]:
    """Of flags at least so sure, how many are right; beside it how many of the faulty rows that catches."""
    yield "| `--min-confidence` | " + " | ".join(f"{judge}, {of}" for judge, of in said) + " |"
    yield "|---" * (1 + len(said)) + "|"
    for bar in BARS:
        cells = []
        for found in said.values():
            sure = [each for each in found if each.flagged and (each.confidence or 0.0) >= bar]
            faulty = [each for each in found if not each.faithful]
            caught = sum(not each.faithful for each in sure)
            cells.append(
                f"{_percent(each.right for each in sure)} right, {100 * caught / len(faulty):.0f} % caught"
            )
        yield f"| {bar:g} | {' | '.join(cells)} |"


def _bars(name: str, judge: Judge, said: Answers) -> Iterator[str]:
    """What a bar means for whole articles."""
    auditor = Auditor(judge, Policy())
    good = [surest_flag(auditor.outcomes(example)) for example in faithful("own")]
    bad = [surest_flag(auditor.outcomes(example)) for example in planted_stories()]
    heads = (
        f"faithful articles that fail, of {len(good)}",
        f"articles with one planted change, of {len(bad)}",
    )
    yield f"| {name}: `--min-confidence` | {' | '.join(heads)} |"
    yield "|---|---|---|"
    for bar in BARS:
        own = ", its own gate" if bar == GATES.get(name) else ""
        cells = [
            f"{sum(s >= bar for s in surest)} ({_percent(s >= bar for s in surest)})"
            for surest in (good, bad)
        ]
        yield f"| {bar:g}{own} | {cells[0]} | {cells[1]} |"


def planted_stories() -> Iterator[Example]:
    """The articles of the self-test, reworded, with each of their changes alone."""
    for story in texts.stories():
        for place in range(story.text.planted):
            yield Example(story.text.source, story.text.copy([place]), kind=story.name)


def _percent(of: Iterator[bool] | Sequence[bool]) -> str:
    every = list(of)
    return f"{100 * sum(every) / len(every):.0f} %" if every else "none"


def _picture(said: Answers) -> str:
    chances = [
        Series(of, [(b.predicted, b.happened) for b in found], [b.cases for b in found])
        for (judge, of), rows in said.items()
        if judge == "embedded" and (found := bins(*_chances(rows)))
    ]
    flags = [
        Series(f"{judge}, {of}", [(b.predicted, b.happened) for b in found], [b.cases for b in found])
        for (judge, of), rows in said.items()
        if of != "self-test" and (found := bins(*_flagged(rows)))
    ]
    curves = [
        Series(f"{judge}, {of}", risk_coverage(rows))
        for (judge, of), rows in said.items()
        if of != "self-test"
    ]
    return draw(
        [
            Panel("Embedded: probability", "p_consistent", "share that is faithful", chances, diagonal=True),
            Panel("Flags: confidence", "confidence of the flag", "share that is right", flags, diagonal=True),
            Panel(
                "Risk and coverage", "answers kept, the surest first", "share that is wrong", curves, top=0.5
            ),
        ],
        title="Reliability and risk of the judges rules and embedded",
    )


if __name__ == "__main__":
    main()
