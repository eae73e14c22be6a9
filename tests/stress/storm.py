"""Audits against a server that answers one request in five wrongly, in every way that `tests/fakes/faults.py` knows.

    make stress                                    1,000 audits
    python -m tests.stress.storm --audits 50 --seed 7

Not one wrong answer may become a pass: every pair ends with the verdict that an honest model gives, or undetermined
with a reason that one of the faults it met explains. Exits 1 if any does not.
"""

import argparse
import random
import sys
import threading
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.domain import Label, Outcome, Pair, Report, Undetermined
from checker.judges.llm import LlmJudge
from checker.llm.settings import LlmSettings
from checker.pipeline import run_audit
from checker.policy import Policy
from checker.reading import article_from_text
from tests.fakes.faults import FAULTS
from tests.fakes.http import Reply, as_json, serve
from tests.fakes.model import Asked, entry, honest, task_of
from tests.llm.build import judge_at
from tests.stress.articles import article_and_copy

FAULTY = 0.2
"""Share of answers that are wrong."""


class Stormy:
    """A server that is right most of the time, and remembers what it did to whom."""

    def __init__(self, seed: int) -> None:
        self._rng = random.Random(seed)
        self.met: dict[tuple[str, str], set[str]] = defaultdict(set)
        """Names of the faults that a pair of texts met."""
        self.answers = Counter[str]()

    def __call__(self, _: str, body: dict[str, object]) -> Reply:
        """Answer a request."""
        if self._rng.random() >= FAULTY:
            self.answers["right"] += 1
            return as_json(honest(body))
        name = self._rng.choice(list(FAULTS))
        self.answers[name] += 1
        for asked in task_of(body).pairs:
            self.met[asked.source, asked.copy].add(name)
        return FAULTS[name].reply(body)


class Listening:
    """A judge that remembers what it said."""

    def __init__(self, judge: LlmJudge) -> None:
        self._judge = judge
        self.name, self.limits = judge.name, judge.limits
        self.said: dict[str, Outcome] = {}

    def judge(self, pairs: Sequence[Pair]) -> list[Outcome]:
        """Judge, and remember."""
        outcomes = self._judge.judge(pairs)
        self.said = {outcome.pair.id: outcome for outcome in outcomes}
        return outcomes


@dataclass
class Tally:
    """What came of all audits."""

    audits: int = 0
    labels: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    """Each a pair that ended as it must not."""


def storm(audits: int, *, seed: int = 0) -> tuple[Tally, Counter[str]]:
    """Run audits; return what came of them and how often which answer was given."""
    rng, tally, server = random.Random(seed), Tally(), Stormy(seed)
    with serve(server, keep_requests=False) as served:
        judges = [
            Listening(judge_at(served.url, settings=LlmSettings(pairs_per_call=size, timeout=1.0)))
            for size in (1, 3, 6, 10)
        ]
        for _ in range(audits):
            source, copy = article_and_copy(rng, rng.randrange(4, 13))
            judge = rng.choice(judges)
            report = run_audit(
                article_from_text(source), article_from_text(copy), judge=judge, policy=Policy()
            )
            _count(report, judge.said, server, tally)
    return tally, server.answers


def _count(report: Report, said: dict[str, Outcome], server: Stormy, tally: Tally) -> None:
    tally.audits += 1
    labels = {pair.id: pair.label for pair in report.pairs}
    for id_, outcome in said.items():
        tally.labels[labels[id_]] += 1
        if problem := _problem(outcome, labels[id_], server):
            tally.wrong.append(f"audit {tally.audits}, {problem}: {outcome.pair.source_text!r}")
        if isinstance(outcome, Undetermined):
            tally.reasons[outcome.reason] += 1


def _problem(outcome: Outcome, label: Label, server: Stormy) -> str:
    pair = outcome.pair
    if isinstance(outcome, Undetermined):
        met = server.met[pair.source_text, pair.republished_text]
        explained = {reason for name in met for reason in FAULTS[name].reasons}
        if label is not Label.UNDETERMINED:
            return f"undetermined became {label}"
        return "" if outcome.reason in explained else f"{outcome.reason} although it met {sorted(met)}"
    honest_label = entry(Asked(pair.id, pair.source_text, pair.republished_text))["label"]
    return "" if label == honest_label else f"{label} instead of {honest_label}"


def main() -> None:
    """Run the storm and print what came of it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--audits", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    tally, answers = storm(options.audits, seed=options.seed)
    faulty = answers.total() - answers["right"]
    sys.stdout.write(
        f"{tally.audits} audits, {answers.total()} answers, {faulty} of them faulty in {len(answers) - 1} ways\n"
        f"pairs: {dict(tally.labels)}\nundetermined: {dict(tally.reasons)}\n"
        f"wrong: {len(tally.wrong)}; threads left: {threading.active_count() - 1}\n"
    )
    sys.stdout.writelines(f"  {line}\n" for line in tally.wrong[:20])
    sys.exit(1 if tally.wrong else 0)


if __name__ == "__main__":
    main()
