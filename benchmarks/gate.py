"""The quality gate: a seeded sample of the measuring data, scored and compared with the committed figures.

    python -m benchmarks.gate             compare with benchmarks/baseline.json; exit 1 where a figure fell
    python -m benchmarks.gate --update    measure and write the baseline anew

The data lies beside the checkout (`../shared`) and is not part of the project; without it the gate says so and
passes nothing: it is skipped. `score.py` there draws the sample with a fixed seed.
"""

import argparse
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
BASELINE = HERE / "baseline.json"

ROWS = 40
"""Rows per verdict set: as many as two cores judge in a few minutes."""
PAIRS = 40
"""Documents per pairing set."""

MARGIN = 2.0
"""Points that a figure may fall. The sample is the same each time, so only a change of the program moves it; this much
is left to a change that helps one set and costs another a row or two."""

Figures = dict[str, dict[str, float]]

_FALLING = {"false alarms"}
"""Figures that are better when they are lower."""


def main() -> int:
    """Run the gate and return its exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--update", action="store_true", help="write the baseline anew")
    update = parser.parse_args().update
    if not (SHARED / "tools" / "score.py").is_file():
        sys.stdout.write(f"quality gate SKIPPED: no measuring data at {SHARED.name} beside the checkout\n")
        return 0
    measured = {"verdicts": verdict_figures(), "pairing": pairing_figures()}
    if update:
        document = {"digest": data_digest(), "rows": ROWS, "pairs": PAIRS, **measured}
        BASELINE.write_text(json.dumps(document, indent=2, sort_keys=True) + "\n", encoding="utf-8")
        sys.stdout.write(f"wrote {BASELINE.name}\n")
        return 0
    baseline = json.loads(BASELINE.read_text(encoding="utf-8"))
    if baseline["digest"] != data_digest():
        sys.stdout.write("quality gate FAILED: the measuring data changed; measure anew with --update\n")
        return 1
    fallen = [
        line
        for part in ("verdicts", "pairing")
        for line in compare(baseline[part], measured[part], margin=MARGIN)
    ]
    for line in fallen:
        sys.stdout.write(f"  {line}\n")
    count = sum(len(figures) for part in measured.values() for figures in part.values())
    verdict = f"FAILED: {len(fallen)} of {count} figures fell" if fallen else f"passed: {count} figures held"
    sys.stdout.write(f"quality gate {verdict}\n")
    return 1 if fallen else 0


def compare(baseline: Figures, measured: Figures, *, margin: float) -> list[str]:
    """Name each figure that is missing, or worse than the baseline by more than the margin (in points)."""
    fallen = []
    for name, figures in baseline.items():
        for figure, before in figures.items():
            now = measured.get(name, {}).get(figure)
            if now is None:
                fallen.append(f"{name}: {figure} is no longer measured")
                continue
            loss = now - before if figure in _FALLING else before - now
            if loss > margin:
                fallen.append(f"{name}: {figure} {before:.1f} -> {now:.1f}")
    return fallen


def verdict_figures() -> Figures:
    """Score `checker judge` on the sample: points per set, and their mean over the headline sets."""
    judge = f"{sys.executable} -m checker judge - --format jsonl"
    printed = _score("verdicts", "--limit", str(ROWS), "--judge", judge)
    figures = {name: _numbers(rest) for name, rest in _table(printed)}
    mean = re.search(r"^mean over the headline sets: (.*)$", printed, re.MULTILINE)
    return figures | {"mean": _numbers(mean[1] if mean else "")}


def pairing_figures() -> Figures:
    """Score `checker.align`: points per set."""
    figures = {}
    for name, rest in _table(_score("pairing", "--limit", str(PAIRS))):
        f1 = re.search(r"F1 ([\d.]+)", rest)
        if f1:
            figures[name] = {"F1": 100 * float(f1[1])}
    return figures


def data_digest() -> str:
    """Digest of every file that the sample is drawn from."""
    digest = hashlib.sha256()
    for folder in ("dev", "pairing_dev"):
        for path in sorted((SHARED / "data" / folder).glob("*.jsonl")):
            digest.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _score(*arguments: str) -> str:
    command = [sys.executable, str(SHARED / "tools" / "score.py"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=HERE.parent)
    if done.returncode:
        sys.exit(f"quality gate FAILED: score.py exits {done.returncode}: {done.stderr[-2000:]}")
    sys.stdout.write(done.stdout)
    return done.stdout


def _table(printed: str) -> list[tuple[str, str]]:
    return re.findall(r"^(\w+) +(?:n=|links) *\d+ +(.*)$", printed, re.MULTILINE)


def _numbers(text: str) -> dict[str, float]:
    found = re.findall(r"(BAcc|AUC|false alarms) +(\d+(?:\.\d+)?)", text)
    return {name: float(number) for name, number in found}


if __name__ == "__main__":
    sys.exit(main())
