"""Measures every rule of `checker.facts` on labelled training pairs and writes `checker/facts/precision.py`.

Usage: `python benchmarks/facts_precision.py TRAIN.jsonl`. Rows that say the same as their source count as false
when a rule fires, all other rows as useful. Long sources are given as background too, as an audit does.
"""

import json
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

from checker.facts import compare

TARGET = Path(__file__).resolve().parents[1] / "checker" / "facts" / "precision.py"
SETS = frozenset(
    ["ose", "mlqe", "swipe", "demetr", "defacto", "fib", "cad_nli", "breaking_nli", "fm2", "negnli"]
)
NEWS = "ose"
"""Teachers' rewrites of news sentences, all faithful: what the false alarm rate is measured on."""
LONG = 1500
ROWS_A_SET = 3000
"""At most, per label, so that no set outweighs the others."""
HEAD = '''"""How far each rule can be relied on. Written by `benchmarks/facts_precision.py`; do not edit.

Measured on {faithful:,} faithful and {changed:,} changed pairs of the training sets
{sets}.
"""

from collections.abc import Mapping

from checker.facts.measured import Measured

'''


def main() -> None:
    """Measure and write."""
    groups: dict[tuple[str, bool], list[dict[str, str]]] = {}
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["set"] in SETS:
                groups.setdefault((row["set"], row["label"] == "consistent"), []).append(row)
    fired: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    rows: Counter[bool] = Counter()
    on_news: Counter[str] = Counter()
    for (name, faithful), members in sorted(groups.items()):
        sample = random.Random(7).sample(members, min(ROWS_A_SET, len(members)))
        rows[faithful] += len(sample)
        for row in sample:
            long = row["source"] if len(row["source"]) > LONG else ""
            found = {item.rule for item in compare(row["source"], row["republished"], background=long)}
            fired[faithful].update(found)
            if name == NEWS:
                on_news.update(found)
    news = min(len(groups[NEWS, True]), ROWS_A_SET)
    text = HEAD.format(faithful=rows[True], changed=rows[False], sets=", ".join(sorted(SETS)))
    text += "PRECISION: Mapping[str, float] = Measured(\n    {\n"
    for rule in sorted({*fired[True], *fired[False]}):
        useful, false = fired[False][rule] / rows[False], fired[True][rule] / rows[True]
        # Half a firing on either side keeps a rule that fired twice from looking certain.
        floor = 0.5 / rows[True]
        text += f'    "{rule}": {(useful + floor) / (useful + false + 2 * floor):.3f},'
        text += f"  # {fired[False][rule]} useful, {fired[True][rule]} false\n"
    text += "},\n    unseen=0.5,\n)\n"
    text += '"""Rule -> share of its findings on changed pairs, were both labels equally frequent."""\n\n'
    text += "FALSE_ALARMS: Mapping[str, float] = Measured(\n    {\n"
    for rule in sorted(on_news):
        text += f'    "{rule}": {1000 * on_news[rule] / news:.2f},\n'
    text += "},\n    unseen=0.0,\n)\n"
    text += (
        f'"""Rule -> findings per 1,000 faithful news sentences ({news:,} measured); absent: none seen."""\n'
    )
    TARGET.write_text(text, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "-q", str(TARGET)], check=True)


if __name__ == "__main__":
    main()
