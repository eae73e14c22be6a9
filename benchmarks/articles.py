"""Whole articles through the gate: how many faithful rewrites fail, and how many with planted changes.

    python -m benchmarks.articles [--judge NAME] [--split own|train|dev] [--articles N]

A faithful article should pass; at most 5 % may fail. A copy with one planted change should fail. The gates in
checker/policy.py are fitted on the articles written for this project, with `--split own`, which no judge was trained
on; dev only measures. For each judge the table gives the gate at which at most 5 % of the faithful articles would
fail.
"""

import argparse
import json
import math
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.domain import Outcome, Pair, Verdict
from checker.pipeline import comparable, run_pairing
from checker.policy import FLAGGED, Policy
from checker.ports import Judge
from checker.reading import article_from_text
from checker.validator import validate_all
from checker.wiring import DEFAULT_JUDGE, build_judge
from training.perturb import PLANTED, plant

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"

DOCUMENTS = {
    "dev": ("dev/ose_doc_adv_int_dev.jsonl", "dev/ose_doc_adv_ele_dev.jsonl"),
    "train": ("pairing_dev/ose_par_adv_int_train.jsonl", "pairing_dev/ose_par_adv_ele_train.jsonl"),
}

OWN = Path(__file__).resolve().parents[1] / "training" / "articles"
"""Sources and faithful copies written for this project, `### S manner` above the one and `### R` above the other."""

FAITHFUL_SHARE = 0.05
"""Share of faithful articles that may fail."""


@dataclass(frozen=True, slots=True)
class Example:
    """A source article and a copy of it; `kind` says what was planted, "" for a faithful copy."""

    source: str
    republished: str
    kind: str = ""


def faithful(split: str) -> list[Example]:
    """The faithful rewrites of a split: one of `DOCUMENTS`, or `own`."""
    if split == "own":
        return [
            example
            for path in sorted(OWN.glob("*.txt"))
            for example in _own(path.read_text(encoding="utf-8"))
        ]
    examples = []
    for name in DOCUMENTS[split]:
        for line in (DATA / name).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            examples.append(Example(_text(row["source"]), _text(row["republished"])))
    return examples


def _own(text: str) -> Iterator[Example]:
    for pair in re.split(r"^### S.*\n", text, flags=re.MULTILINE)[1:]:
        source, copy = re.split(r"^### R.*\n", pair, flags=re.MULTILINE)
        yield Example(source.strip(), copy.strip())


def _text(document: str | Sequence[str]) -> str:
    return document if isinstance(document, str) else "\n\n".join(document)


def planted(example: Example, kinds: Sequence[str], rng: random.Random) -> Example | None:
    """Plant one change of each kind, in different passages that have a counterpart; None where one finds no place."""
    source, copy = article_from_text(example.source), article_from_text(example.republished)
    pairs = run_pairing(comparable(source, copy), copy)
    places = [pair for pair in pairs if pair.source and len(pair.republished) == 1]
    rng.shuffle(places)
    edits: list[tuple[int, int, str]] = []
    for kind in kinds:
        for pair in places:
            change = plant(pair.source_text, pair.republished_text, kind, rng)
            if change:
                [passage] = pair.republished
                edits.append((passage.start, passage.end, change.text))
                places.remove(pair)
                break
        else:
            return None
    text = example.republished
    for start, end, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[end:]
    return Example(example.source, text, "+".join(kinds))


def planted_copies(examples: Sequence[Example], *, changes: int, seed: int) -> Iterator[Example]:
    """For each article one copy per kind with a single change, or one copy with several of different kinds."""
    for number, example in enumerate(examples):
        rng = random.Random(f"{seed}/{number}")
        groups = [[kind] for kind in PLANTED] if changes == 1 else [rng.sample(PLANTED, changes)]
        for kinds in groups:
            copy = planted(example, kinds, rng)
            if copy:
                yield copy


class Auditor:
    """Audits examples of one judge; pairs that it has judged before are not judged again."""

    def __init__(self, judge: Judge, policy: Policy) -> None:
        self._judge, self._policy = judge, policy
        self._known: dict[tuple[str, str, str], Outcome] = {}

    def outcomes(self, example: Example) -> list[Outcome]:
        """Pair an example's passages and judge the pairs that have both sides."""
        source, copy = article_from_text(example.source), article_from_text(example.republished)
        pairs = [p for p in run_pairing(comparable(source, copy), copy) if p.source and p.republished]
        new = [pair for pair in pairs if _key(pair) not in self._known]
        for outcome in validate_all(new, self._judge.judge(new)):
            self._known[_key(outcome.pair)] = outcome
        return [self._known[_key(pair)] for pair in pairs]

    def fails(self, outcome: Outcome) -> bool:
        """Tell whether a pair with this outcome fails its audit."""
        return isinstance(outcome, Verdict) and self._policy.fails(
            outcome.label, confidence=outcome.confidence, judged_by=outcome.judged_by
        )


def _key(pair: Pair) -> tuple[str, str, str]:
    return pair.background, pair.source_text, pair.republished_text


def surest_flag(outcomes: Iterable[Outcome]) -> float:
    """The highest confidence of a flagged pair; 0 where none is flagged."""
    flags = (outcome for outcome in outcomes if isinstance(outcome, Verdict) and outcome.label in FLAGGED)
    return max((flag.confidence or 0.0 for flag in flags), default=0.0)


def gate_for(surest: Sequence[float], share: float) -> float:
    """The lowest gate at which at most this share of faithful articles fails, given each one's surest flag."""
    allowed = math.floor(share * len(surest))
    ranked = sorted(surest, reverse=True)
    return math.nextafter(ranked[allowed], 2.0) if allowed < len(ranked) else 0.0


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--judge", default=DEFAULT_JUDGE)
    parser.add_argument("--split", choices=["own", *sorted(DOCUMENTS)], default="dev")
    parser.add_argument("--articles", type=int, help="only the first N")
    parser.add_argument("--seed", type=int, default=20)
    args = parser.parse_args()
    auditor = Auditor(build_judge(args.judge), Policy())
    examples = faithful(args.split)[: args.articles]

    audits = [auditor.outcomes(example) for example in examples]
    failing = sum(any(map(auditor.fails, outcomes)) for outcomes in audits)
    flagged = sum(isinstance(o, Verdict) and o.label in FLAGGED for outcomes in audits for o in outcomes)
    _say(f"{args.judge} on {args.split}: {_share(failing, len(audits))} of faithful articles fail, ")
    _say(f"{_share(flagged, sum(map(len, audits)))} of their pairs are flagged\n")
    gate = gate_for([surest_flag(outcomes) for outcomes in audits], FAITHFUL_SHARE)
    _say(f"lowest gate at which at most {FAITHFUL_SHARE:.0%} fail: {gate:.4f}\n")
    for changes in (1, 3):
        caught: dict[str, list[bool]] = defaultdict(list)
        for copy in planted_copies(examples, changes=changes, seed=args.seed):
            fails = any(map(auditor.fails, auditor.outcomes(copy)))
            caught[copy.kind if changes == 1 else "any"].append(fails)
        every = [fails for hits in caught.values() for fails in hits]
        _say(f"copies with {changes} planted: {_share(sum(every), len(every))} fail\n")
        if changes == 1:
            for kind, hits in sorted(caught.items()):
                _say(f"    {kind:24} {_share(sum(hits), len(hits))}\n")


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} ({part / max(whole, 1):.1%})"


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
