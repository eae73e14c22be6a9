"""Measures every rule of `checker.facts` on labelled pairs and writes `checker/facts/precision.py`.

Usage: `python -m benchmarks.facts_precision TRAIN.jsonl PARAGRAPHS.jsonl...`. TRAIN holds labelled pairs, the other
files faithful rewrites of articles with their links between paragraphs; the texts written for this project are read,
too. A rule that fires on a faithful pair was wrong, on a changed one useful. Long sources and whole articles are given
as background, as an audit does; into the paragraphs, one change of every kind is planted too, because only there a
figure can be new to the whole article.
"""

import json
import random
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.articles import faithful
from checker.facts import compare
from checker.pipeline import comparable, run_pairing
from checker.reading import article_from_text
from training.data import CONSISTENT
from training.perturb import PLANTED, plant
from training.rows import TEXTS
from training.slips import slips
from training.texts import read_texts

TARGET = Path(__file__).resolve().parents[1] / "checker" / "facts" / "precision.py"
FAITHFUL = frozenset(["ose", "mlqe", "swipe", "demetr", "defacto"])
CHANGED = frozenset(["demetr", "fib", "mlqe", "cad_nli", "breaking_nli", "fm2", "negnli"])
ARTICLES = "articles"
"""Whole articles written for this project. They count for the false alarms alone, not for the precision."""
NEWS = ("ose", "paragraphs", ARTICLES)
"""Rewrites of news, all faithful: what the false alarm rate is measured on."""
SLIP = "slip"
LONG = 1500
ROWS_A_SET = 2000
"""At most, per label, so that no set outweighs the others."""
PRIOR = 1e-4
"""Rate added on both sides: it keeps a rule that fired twice from looking certain."""
SENTENCE_END = re.compile(r"[.!?](?=\s|[”\"'’]|$)")
HEAD = '''"""How far each rule can be relied on. Written by `benchmarks/facts_precision.py`; do not edit.

Measured on {faithful:,} faithful pairs:
{good};
and {changed:,} changed ones:
{bad}.
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
    group: str


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
            yield Row(row["source"], row["republished"], background, faithful, name)


def own() -> Iterator[Row]:
    """Yield the project's own pairs, apart from those that judge the combination later."""
    for example in read_texts(TEXTS):
        if not example.held_out:
            yield Row(example.source, example.copy, "", example.label == CONSISTENT, example.set)


def articles() -> Iterator[Row]:
    """Yield the pairs of passages of the articles written for this project, paired as in an audit."""
    for example in faithful("own"):
        source, copy = article_from_text(example.source), article_from_text(example.republished)
        for pair in run_pairing(comparable(source, copy), copy):
            if pair.source and pair.republished:
                yield Row(pair.source_text, pair.republished_text, pair.background, True, ARTICLES)


def paragraphs(path: Path) -> Iterator[Row]:
    """Yield the linked paragraphs of faithfully rewritten articles."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            background = "\n".join(article["source"])
            for source, republished in article["links"]:
                row = Row(
                    article["source"][source],
                    article["republished"][republished],
                    background,
                    True,
                    "paragraphs",
                )
                yield row
                yield from planted(row, random.Random(row.republished))


def planted(row: Row, rng: random.Random) -> Iterator[Row]:
    """Yield the pair with one change of each kind planted in the copy, where it gives occasion."""
    for kind in PLANTED:
        change = plant(row.source, row.republished, kind, rng)
        if change:
            yield Row(row.source, change.text, row.background, False, f"planted {kind}")


def slipped(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows, and after a faithful one its copies with one slip each."""
    for row in rows:
        yield row
        if row.faithful:
            for kind, changed in slips(row.republished):
                yield Row(row.source, changed, row.background, False, f"{SLIP} {kind}")


def main() -> None:
    """Measure and write."""
    fired: dict[bool, dict[str, Counter[str]]] = {True: {}, False: {}}
    rows: Counter[tuple[bool, str]] = Counter()
    sentences = 0
    without_slip: set[str] = set()
    train, *linked = map(Path, sys.argv[1:])
    every = (*labelled(train), *own(), *articles(), *(row for path in linked for row in paragraphs(path)))
    for row in slipped(every):
        rows[row.faithful, row.group] += 1
        found = {item.rule for item in compare(row.source, row.republished, background=row.background)}
        if row.group.startswith(SLIP):
            found -= without_slip  # what also fires without the slip does not see it
        elif row.faithful:
            without_slip = found
        fired[row.faithful].setdefault(row.group, Counter()).update(found)
        if row.faithful and row.group in NEWS:
            sentences += max(len(SENTENCE_END.findall(row.republished)), 1)

    def rate(rule: str, *, faithful: bool) -> float:
        groups = {name: counts for name, counts in fired[faithful].items() if name != ARTICLES}
        # Slips are there for the rules that look for them: they add occasions, and take nothing from other rules.
        usual = sum(not name.startswith(SLIP) for name in groups)
        return sum(counts[rule] / rows[faithful, name] for name, counts in groups.items()) / usual

    sets = sorted({name for _, name in rows if not name.startswith(("planted", SLIP))})
    text = HEAD.format(
        faithful=sum(count for (faithful, _), count in rows.items() if faithful),
        changed=sum(count for (faithful, _), count in rows.items() if not faithful),
        good=", ".join(name for name in sets if rows[True, name]),
        bad=", ".join([*(name for name in sets if rows[False, name]), "planted", "slips"]),
    )
    text += "PRECISION: Mapping[str, float] = Measured(\n    {\n"
    for rule in sorted({rule for groups in fired.values() for counts in groups.values() for rule in counts}):
        useful, false = rate(rule, faithful=False) + PRIOR, rate(rule, faithful=True) + PRIOR
        text += f'    "{rule}": {useful / (useful + false):.3f},'
        text += f"  # {1000 * useful:.1f} useful, {1000 * false:.1f} false in 1,000\n"
    text += "},\n    unseen=0.5,\n)\n"
    text += '"""Rule -> share of its findings on changed pairs, were both labels and all sets equally frequent."""\n\n'
    text += "FALSE_ALARMS: Mapping[str, float] = Measured(\n    {\n"
    on_news = sum((fired[True][name] for name in NEWS), Counter[str]())
    for rule in sorted(on_news):
        text += f'    "{rule}": {1000 * on_news[rule] / sentences:.2f},\n'
    text += "},\n    unseen=0.0,\n)\n"
    text += f'"""Rule -> findings per 1,000 faithful news sentences ({sentences:,} measured); absent: none seen."""\n'
    TARGET.write_text(text, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "-q", str(TARGET)], check=True)


if __name__ == "__main__":
    main()
