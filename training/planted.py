# ruff: noqa: E501 - printed lines read better unbroken
"""What the exported model makes of single planted changes and harmless rewrites in faithful news rewrites, by kind."""

import argparse
import json
import math
from collections import defaultdict
from pathlib import Path
from random import Random

from checker.words.window import WINDOW_WORDS, Windower, join
from training.evaluate import Scorer
from training.perturb import HARMLESS, HELD_BACK, PLANTED, plant, rewrite

SETS = ("ose_sent_adv_int_dev", "ose_sent_adv_ele_dev")


def log_odds(scorer: Scorer, source: str, copy: str) -> float:
    """Mean over the windows of the log-odds that the copy is faithful."""
    windower = Windower(source)
    texts = list(dict.fromkeys(join(source, windower.pick(copy, words)) for words in WINDOW_WORDS))
    total = 0.0
    for logits in scorer.logits([(text, copy) for text in texts]):
        wrong = math.log(math.exp(logits[1]) + math.exp(logits[2]))
        total += float(logits[0]) - wrong
    return total / len(texts)


def named(
    tokens: list[tuple[int, int, int, float]], floor: float = 0.0, gap: int = 2
) -> tuple[int, int] | None:
    """The copy's words that the word head names: the strongest token, grown over neighbors above `floor`."""
    copy = [(start, end, score) for side, start, end, score in tokens if side == 1]
    if not copy:
        return None
    best = max(range(len(copy)), key=lambda i: copy[i][2])
    low = high = best
    while low and any(copy[i][2] > floor for i in range(max(0, low - gap), low)):
        low -= 1
    while high + 1 < len(copy) and any(
        copy[i][2] > floor for i in range(high + 1, min(len(copy), high + 1 + gap))
    ):
        high += 1
    return copy[low][0], copy[high][1]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.planted", description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument(
        "--threshold", type=float, required=True, help="log-odds below which a pair is flagged"
    )
    parser.add_argument("--each", type=int, default=20, help="pairs per kind")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    scorer = Scorer(args.model, args.threads)
    rng = Random(20)
    rows = [json.loads(line) for name in SETS for line in (args.dev / f"{name}.jsonl").open(encoding="utf-8")]
    caught: dict[str, list[bool]] = defaultdict(list)
    inside: list[bool] = []
    longer: list[int] = []
    for kind in (*PLANTED, *HARMLESS):
        rng.shuffle(rows)
        for row in rows:
            source, copy = row["source"], row["republished"]
            change = plant(source, copy, kind, rng) if kind in PLANTED else rewrite(copy, kind, rng)
            if change is None:
                continue
            flagged = log_odds(scorer, source, change.text) < args.threshold
            caught[kind].append(flagged)
            if flagged and kind in PLANTED:
                span = named(scorer.words(source, change.text)[1])
                if span is not None:
                    inside.append(all(span[0] <= a and b <= span[1] for a, b in change.after))
                    words = len(change.text[span[0] : span[1]].split())
                    longer.append(words - sum(len(change.text[a:b].split()) for a, b in change.after))
            if len(caught[kind]) >= args.each:
                break
    for title, kinds in (
        ("planted", [k for k in PLANTED if k not in HELD_BACK]),
        ("planted, never trained on", HELD_BACK),
        ("harmless", HARMLESS),
    ):
        flags = [flag for kind in kinds for flag in caught[kind]]
        print(f"{title}: {100 * sum(flags) / max(len(flags), 1):.1f} % of {len(flags)} flagged")
        for kind in kinds:
            if caught[kind]:
                print(
                    f"    {kind:20s} n={len(caught[kind]):3d} flagged {100 * sum(caught[kind]) / len(caught[kind]):5.1f}"
                )
    short = [i and more <= 8 for i, more in zip(inside, longer, strict=True)]
    print(f"word head: all planted words inside the named ones in {100 * sum(inside) / max(len(inside), 1):.1f} % of {len(inside)} "
          f"caught, and at most 8 words longer in {100 * sum(short) / max(len(short), 1):.1f} %")  # fmt: skip


if __name__ == "__main__":
    main()
