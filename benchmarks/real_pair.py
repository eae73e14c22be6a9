"""How a judge does on the real garbled copy, against a person's reading of its first 30 sentences.

python -m benchmarks.real_pair [JUDGE]
"""

import json
import sys
from pathlib import Path

from checker.domain import AuditedPair, Report
from checker.pipeline import run_audit
from checker.policy import FLAGGED, Policy
from checker.reading import read
from checker.wiring import DEFAULT_JUDGE, build_judge

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parents[1] / "shared" / "examples"


def main() -> None:
    """Print each sentence's verdict beside the person's, and the two rates."""
    name = sys.argv[1] if len(sys.argv) > 1 else DEFAULT_JUDGE
    reading = json.loads((HERE / "real_pair.json").read_text(encoding="utf-8"))
    garbled = set(reading["garbled"])
    report = run_audit(
        read(str(EXAMPLES / "source.txt")),
        read(str(EXAMPLES / "republished.txt")),
        judge=build_judge(name),
        policy=Policy(),
    )
    pairs = sentence_pairs(report)[: len(garbled) + len(reading["faithful"])]
    flagged = {
        number for number, pair in enumerate(pairs, start=1) if pair.label in FLAGGED or not pair.source
    }
    for number, pair in enumerate(pairs, start=1):
        kinds = ",".join(finding.kind for finding in pair.findings)
        person = "garbled " if number in garbled else "faithful"
        fails = "FAILS" if pair.fails else ""
        sys.stdout.write(
            f"{number:3} {person}  {pair.label:13} {pair.confidence or 0:.2f} {fails:5} {kinds}\n"
        )
    faithful = set(reading["faithful"])
    sys.stdout.write(
        f"garbled flagged {len(flagged & garbled)}/{len(garbled)}, "
        f"faithful kept clean {len(faithful - flagged)}/{len(faithful)}\n"
    )


def sentence_pairs(report: Report) -> list[AuditedPair]:
    """For each republished passage in reading order, furniture left out, the pair that it is in."""
    places = [
        (place.start, pair) for pair in report.pairs if pair.label != "ignored" for place in pair.republished
    ]
    return [pair for _, pair in sorted(places, key=lambda item: item[0])]


if __name__ == "__main__":
    main()
