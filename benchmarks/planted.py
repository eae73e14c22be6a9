"""Single planted changes and harmless rewrites in faithful news sentences: what a judge flags, and what it points at.

    python -m benchmarks.planted [--judge NAME] [--each N]

Takes the faithful sentence pairs of the measuring data, rewrites each copy in one way, and asks the judge. Prints
per kind the share that is flagged, and of the caught changes how often the words that were changed are inside the
words that the findings quote, with at most eight words more.
"""

import argparse
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from benchmarks.articles import DATA
from checker.domain import Outcome, Verdict
from checker.judging import pairs_within
from checker.policy import FLAGGED
from checker.validator import validate_all
from checker.wiring import DEFAULT_JUDGE, build_judge
from training.perturb import HARMLESS, HELD_BACK, PLANTED, plant, rewrite
from training.perturb.change import Change

SETS = ("ose_sent_adv_int_dev", "ose_sent_adv_ele_dev")
MOST_WORDS_MORE = 8


@dataclass(slots=True)
class Tally:
    """What was counted of one kind."""

    flagged: list[bool] = field(default_factory=list)
    pointed: list[bool] = field(default_factory=list)
    """Of the flagged changes: whether the quoted words hold the changed ones and few others."""


def changes(
    kind: str, each: int, rows: list[dict[str, str]], rng: random.Random
) -> Iterator[tuple[str, Change]]:
    """At most `each` sources with a copy changed in this way."""
    rng.shuffle(rows)
    found = 0
    for row in rows:
        source, copy = row["source"], row["republished"]
        change = plant(source, copy, kind, rng) if kind in PLANTED else rewrite(copy, kind, rng)
        if change is not None:
            yield source, change
            found += 1
            if found == each:
                return


def points_at(change: Change, outcomes: list[Outcome]) -> bool:
    """Whether the quotes in the copy hold all changed words and at most `MOST_WORDS_MORE` others."""
    quotes = {
        (finding.republished.start, finding.republished.end)
        for outcome in outcomes
        if isinstance(outcome, Verdict)
        for finding in outcome.findings
        if finding.republished
    }
    inside = all(any(start <= a and b <= end for start, end in quotes) for a, b in change.after)
    quoted = sum(len(change.text[start:end].split()) for start, end in quotes)
    return inside and quoted - sum(len(change.text[a:b].split()) for a, b in change.after) <= MOST_WORDS_MORE


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--judge", default=DEFAULT_JUDGE)
    parser.add_argument("--each", type=int, default=25, help="pairs per kind")
    args = parser.parse_args()
    judge = build_judge(args.judge)
    rows = [
        json.loads(line) for name in SETS for line in (DATA / "dev" / f"{name}.jsonl").open(encoding="utf-8")
    ]
    rng = random.Random(20)
    tallies: dict[str, Tally] = defaultdict(Tally)
    for kind in (*PLANTED, *HARMLESS):
        for source, change in changes(kind, args.each, rows, rng):
            pairs = pairs_within(source, change.text)
            outcomes = validate_all(pairs, judge.judge(pairs))
            flagged = any(isinstance(o, Verdict) and o.label in FLAGGED for o in outcomes)
            tallies[kind].flagged.append(flagged)
            if flagged:
                tallies[kind].pointed.append(points_at(change, outcomes))
    for title, kinds in (
        ("planted, of kinds that training saw", [kind for kind in PLANTED if kind not in HELD_BACK]),
        ("planted, of kinds that it did not see", list(HELD_BACK)),
        ("harmless", list(HARMLESS)),
    ):
        _print(title, {kind: tallies[kind] for kind in kinds if tallies[kind].flagged})
    pointed = [hit for kind in PLANTED for hit in tallies[kind].pointed]
    sys.stdout.write(
        f"changed words quoted, at most {MOST_WORDS_MORE} more: {_share(pointed)} of caught changes\n"
    )


def _print(title: str, tallies: dict[str, Tally]) -> None:
    sys.stdout.write(f"{title}: {_share([f for tally in tallies.values() for f in tally.flagged])} flagged\n")
    for kind, tally in tallies.items():
        sys.stdout.write(f"    {kind:24} {_share(tally.flagged)}\n")


def _share(hits: list[bool]) -> str:
    return f"{100 * sum(hits) / max(len(hits), 1):.1f} % of {len(hits)}"


if __name__ == "__main__":
    main()
