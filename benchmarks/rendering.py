"""What the report adds to the time of an audit.

    python -m benchmarks.rendering [--judge embedded|rules] [--times N] [SOURCE REPUBLISHED]

Audits a pair, by default the example, in a fresh process for each format, as the command does, and measures the audit
(judge built, texts read, compared) and the first rendering, with the imports that each brings. Prints the fastest of
N of each, and the rendering as a share of the audit.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

from checker.reports import FORMATS
from checker.wiring import DEFAULT_JUDGE, JudgeName

ROOT = Path(__file__).resolve().parents[1]
MOST = 0.1
"""The share that rendering may add."""

ONE = """
import json, sys, time
judge, format_, source, republished = sys.argv[1:]
began = time.perf_counter()
from checker.pipeline import run_audit
from checker.policy import Policy
from checker.reading import read
from checker.wiring import build_judge
report = run_audit(read(source), read(republished), judge=build_judge(judge), policy=Policy())
audited = time.perf_counter()
from checker.reports import render
text = render(report, format_)
print(json.dumps([audited - began, time.perf_counter() - audited, len(text)]))
"""


def measured(judge: str, format_: str, texts: list[str], times: int) -> tuple[float, float, int]:
    """Seconds of the fastest audit, of the fastest rendering, and characters of the report."""
    runs = [
        json.loads(
            subprocess.run(
                [sys.executable, "-c", ONE, judge, format_, *texts], capture_output=True, check=True, cwd=ROOT
            ).stdout
        )
        for _ in range(times)
    ]
    return min(run[0] for run in runs), min(run[1] for run in runs), runs[0][2]


def main() -> int:
    """Measure all formats and say whether one takes more than it may."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--judge", choices=list(JudgeName), default=DEFAULT_JUDGE)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("texts", nargs="*", default=["examples/source.md", "examples/republished.md"])
    arguments = parser.parse_args()
    slow = False
    print("format      audit  rendering   share  characters")
    for format_ in FORMATS:
        audit, rendering, size = measured(
            arguments.judge, format_, [str(Path(text).resolve()) for text in arguments.texts], arguments.times
        )
        slow |= rendering > MOST * audit
        print(f"{format_:9} {audit:6.3f} s {rendering:8.4f} s {rendering / audit:7.1%} {size:11,}")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
