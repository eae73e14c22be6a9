"""Measures every rule of `checker.facts` on labelled pairs and writes `checker/facts/precision.py`.

Usage: `python benchmarks/facts_precision.py TRAIN.jsonl PARAGRAPHS.jsonl...`. TRAIN holds labelled pairs, the other
files faithful rewrites of articles with their links between paragraphs. A rule that fires on a faithful pair was
wrong, on a changed one useful. Long sources and whole articles are given as background, as an audit does.
"""

import json
import random
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from checker.facts import compare

TARGET = Path(__file__).resolve().parents[1] / "checker" / "facts" / "precision.py"
FAITHFUL = frozenset(["ose", "mlqe", "swipe", "demetr", "defacto"])
CHANGED = frozenset(["demetr", "fib", "mlqe", "cad_nli", "breaking_nli", "fm2", "negnli"])
NEWS = "ose"
"""Teachers' rewrites of news, all faithful: what the false alarm rate is measured on."""
LONG = 1500
ROWS_A_SET = 3000
"""At most, per label, so that no set outweighs the others."""
SENTENCE_END = re.compile(r"[.!?](?=\s|[”\"'’]|$)")
HEAD = '''"""How far each rule can be relied on. Written by `benchmarks/facts_precision.py`; do not edit.

Measured on {faithful:,} faithful pairs ({good}, and article paragraphs) and {changed:,} changed ones
({bad}).
"""

from collections.abc import Mapping

from checker.facts.measured import Measured

'''


class Row(NamedTuple):
    """A labelled pair."""

    source: str
    republished: str
    background: str
    faithful: bool
    news: bool


def labelled(path: Path) -> Iterator[Row]:
    """Yield a seeded sample of every set of the training file."""
    groups: dict[tuple[str, bool], list[dict[str, str]]] = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            faithful = row["label"] == "consistent"
            if row["set"] in (FAITHFUL if faithful else CHANGED):
                groups.setdefault((row["set"], faithful), []).append(row)
    for (name, faithful), members in sorted(groups.items()):
        for row in random.Random(7).sample(members, min(ROWS_A_SET, len(members))):
            background = row["source"] if len(row["source"]) > LONG else ""
            yield Row(row["source"], row["republished"], background, faithful, name == NEWS)


def paragraphs(path: Path) -> Iterator[Row]:
    """Yield the linked paragraphs of faithfully rewritten articles."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            background = "\n".join(article["source"])
            for source, republished in article["links"]:
                yield Row(
                    article["source"][source], article["republished"][republished], background, True, True
                )


def main() -> None:
    """Measure and write."""
    fired: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    rows: Counter[bool] = Counter()
    on_news: Counter[str] = Counter()
    sentences = 0
    train, *articles = map(Path, sys.argv[1:])
    for row in (*labelled(train), *(row for path in articles for row in paragraphs(path))):
        rows[row.faithful] += 1
        found = {item.rule for item in compare(row.source, row.republished, background=row.background)}
        fired[row.faithful].update(found)
        if row.news:
            on_news.update(found)
            sentences += max(len(SENTENCE_END.findall(row.republished)), 1)
    text = HEAD.format(
        faithful=rows[True],
        changed=rows[False],
        good=", ".join(sorted(FAITHFUL)),
        bad=", ".join(sorted(CHANGED)),
    )
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
        text += f'    "{rule}": {1000 * on_news[rule] / sentences:.2f},\n'
    text += "},\n    unseen=0.0,\n)\n"
    text += f'"""Rule -> findings per 1,000 faithful news sentences ({sentences:,} measured); absent: none seen."""\n'
    TARGET.write_text(text, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "-q", str(TARGET)], check=True)


if __name__ == "__main__":
    main()
