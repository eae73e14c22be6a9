"""The quality gate: a seeded sample of the measuring data, judged, scored and held against the committed floors.

    python -m benchmarks.gate                            exit 1 where a figure is beyond its floor
    python -m benchmarks.gate --update                   measure and raise the floors in benchmarks/baseline.json
    python -m benchmarks.gate --update --lower REASON    lower those that are not reached; the reason is kept

The data lies beside the checkout (`../shared`) and is not part of the project; without it the gate says that it is
skipped, and that nothing was measured. A floor is what was measured less a margin, which is how far luck with the
sample moves that figure (benchmarks/scoring.py). The floors belong to the very files that they were measured on.
"""

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import checker
from benchmarks.floors import Baseline, changed_files, fallen, raised
from benchmarks.sample import rows_of
from benchmarks.scoring import Answered, Links, means, pairing_figures, resampled, verdict_figures
from checker import clock
from checker.judging import judge_lines
from checker.wiring import DEFAULT_JUDGE, build_judge

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[1] / "shared" / "data"
BASELINE = HERE / "baseline.json"

ROWS = 40
"""Rows per set: as many as two cores judge in a few minutes."""

ARTICLES = "_doc_"
"""In the names of sets whose rows are whole articles: one label for 40 pairs, so that nearly every row is flagged. What
matters of an article is whether it fails, and benchmarks/articles.py measures that."""

Measured = Mapping[str, Mapping[str, Mapping[str, float]]]
"""Part -> set -> figure -> points."""


def main(arguments: Sequence[str] | None = None, *, data: Path = DATA, path: Path = BASELINE) -> int:
    """Run the gate and return its exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--update", action="store_true", help="raise the floors to what is measured")
    parser.add_argument(
        "--lower", metavar="REASON", help="with --update: lower the floors that are not reached, and say why"
    )
    args = parser.parse_args(arguments)
    if args.lower is not None and not (args.update and args.lower.strip()):
        parser.error("--lower goes with --update and needs a reason")
    now = digests(data)
    if not now:
        _say(f"quality gate SKIPPED: no measuring data at ../{data.parent.name} beside the checkout; ")
        _say("nothing was measured, and nothing is known about the quality of this change\n")
        return 0
    before = Baseline.read(json.loads(path.read_text(encoding="utf-8")))
    other = list(changed_files(before.digests, now))
    if other and not args.update:
        _say("".join(f"  {line}\n" for line in other))
        _say("quality gate FAILED: the measuring data changed; measure anew with --update\n")
        return 1
    began = time.perf_counter()
    measured, margins = measure(data)
    _print(measured)
    _say(f"measured in {time.perf_counter() - began:.0f} s\n")
    if args.update:
        return _update(before, now, measured, margins, lower=args.lower, path=path)
    short = [
        line for part, floors in before.floors.items() for line in fallen(floors, measured.get(part, {}))
    ]
    _say("".join(f"  {line}\n" for line in short))
    count = sum(len(figures) for sets in before.floors.values() for figures in sets.values())
    _say(
        f"quality gate {f'FAILED: {len(short)} of {count} figures fell' if short else f'passed: {count} held'}\n"
    )
    return 1 if short else 0


def measure(data: Path) -> tuple[Measured, Measured]:
    """Return every figure of every set, and its margin."""
    pairs = (path for path in _files(data, "dev") if ARTICLES not in path.stem)
    verdicts = {path.stem: list(_judged(path)) for path in pairs}
    figures: dict[str, dict[str, float]] = {name: verdict_figures(rows) for name, rows in verdicts.items()}
    figures["mean"] = means(figures)
    pairing = {path.stem: list(_linked(path)) for path in _files(data, "pairing_dev")}
    return (
        {"verdicts": figures, "pairing": {name: pairing_figures(rows) for name, rows in pairing.items()}},
        {
            "verdicts": resampled(verdicts, verdict_figures, means),
            "pairing": resampled(pairing, pairing_figures),
        },
    )


def digests(data: Path) -> dict[str, str]:
    """Return the SHA-256 of every file that the sample is drawn from."""
    return {
        f"{folder}/{path.name}": hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in ("dev", "pairing_dev")
        for path in _files(data, folder)
    }


def _files(data: Path, folder: str) -> list[Path]:
    return sorted((data / folder).glob("*.jsonl"))


def _judged(path: Path) -> Iterator[Answered]:
    """Ask the default judge as `checker judge` does. No answer is wrong on both sides."""
    rows = rows_of(path, ROWS)
    lines = (json.dumps({"source": row["source"], "republished": row["republished"]}) for row in rows)
    for row, answer in zip(rows, judge_lines(lines, build_judge(DEFAULT_JUDGE)), strict=True):
        faithful, label = row["label"] == "consistent", answer["label"]
        consistent = not faithful if label == "undetermined" else label == "consistent"
        chance = answer["p_consistent"]
        if chance is None:
            chance = 0.5 if label == "undetermined" else float(consistent)
        yield Answered(faithful, consistent, chance)


def _linked(path: Path) -> Iterator[Links]:
    for row in rows_of(path, ROWS):
        gold = {tuple(link) for link in row["links"]}
        got = {(link.source, link.republished) for link in checker.align(row["source"], row["republished"])}
        yield Links(len(gold & got), len(got - gold), len(gold - got))


def _update(
    before: Baseline,
    now: Mapping[str, str],
    measured: Measured,
    margins: Measured,
    *,
    lower: str | None,
    path: Path,
) -> int:
    floors, easier = {}, []
    for part, sets in measured.items():
        floors[part], lines = raised(
            before.floors.get(part, {}), sets, margins[part], lower=lower is not None
        )
        easier += lines
    lowered = [*before.lowered]
    if easier and lower:
        lowered.append({"on": clock.today().isoformat(), "reason": lower.strip(), "floors": easier})
    new = Baseline(digests=now, rows=ROWS, floors=floors, lowered=tuple(lowered))
    text = json.dumps(new.document(), indent=2, sort_keys=True, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")
    _say("".join(f"  {line}\n" for line in easier))
    kept = f"{len(easier)} {'lowered' if lower else 'not reached: --lower REASON'}"
    _say(f"wrote {path.name}" + (f", {kept}" if easier else "") + "\n")
    short = [line for part, sets in floors.items() for line in fallen(sets, measured[part])]
    _say("".join(f"  still below: {line}\n" for line in short))
    return 1 if short else 0


def _print(measured: Measured) -> None:
    for sets in measured.values():
        for name, figures in sets.items():
            shown = "  ".join(f"{figure} {value:5.1f}" for figure, value in figures.items())
            _say(f"{name:24} {shown}\n")


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
