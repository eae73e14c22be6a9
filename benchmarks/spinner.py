"""Pairing of hard copies: `python benchmarks/spinner.py PAIRING_FOLDER` (folder of `ose_par_*_dev.jsonl`).

Takes paragraphs of rewritten newspaper articles and makes the copies harder: paragraphs in random order, a share of
the content words replaced by WordNet synonyms as spinning programs do (uninflected, without regard to the sense), or
by made-up words that nothing can know. Prints the links' F1 for each. Needs the Debian package wordnet-base.
"""

import json
import random
import re
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from checker.chunker.pairing import align
from checker.words.classes import FUNCTION_WORDS
from training.perturb.wordnet import WordNet, installed

_SHARE = 0.6
"""Share of the content words to replace."""
_KNOWN = 0.75
"""Share of the content words that have a synonym: so many more of these are replaced."""
_WORD = re.compile(r"[a-z]{3,}")


Change = Callable[[str, random.Random], str | None]
"""Gives another word for a word, or None."""


def synonyms(net: WordNet) -> dict[str, list[str]]:
    """List, for each word of WordNet, the other words that share a meaning with it."""
    found: dict[str, set[str]] = {}
    for part in "nvar":
        for lemma in net.lemmas(part):
            for synset, _ in net.senses(lemma, part):
                others = {word.lower() for word in synset.words if "_" not in word}
                found.setdefault(lemma, set()).update(others - {lemma})
    return {word: sorted(others) for word, others in found.items() if others}


def spun(text: str, other: Change, rng: random.Random) -> tuple[str, int, int]:
    """Replace a share of the lower-case content words; also count those replaced and all of them."""
    replaced = content = 0

    def swap(match: re.Match[str]) -> str:
        nonlocal replaced, content
        word = match.group()
        if word in FUNCTION_WORDS:
            return word
        content += 1
        new = other(word, rng) if rng.random() < _SHARE / _KNOWN else None
        replaced += new is not None
        return new or word

    return _WORD.sub(swap, text), replaced, content


def main(folder: str) -> None:
    """Measure every way of making it harder."""
    table = synonyms(installed())

    def stems(word: str) -> list[str]:
        cut = [word, *(word.removesuffix(ending) for ending in ("s", "ed", "ing", "d"))]
        return next((table[stem] for stem in cut if stem in table), [])

    def synonym(word: str, rng: random.Random) -> str | None:
        choices = stems(word)
        return rng.choice(choices) if choices else None

    def made_up(_: str, rng: random.Random) -> str | None:
        if rng.random() > _KNOWN:
            return None
        return "".join(rng.choice("bdfgklmnprstvz") + rng.choice("aeiou") for _ in range(3))

    ways: dict[str, tuple[Change | None, bool]] = {
        "as it is": (None, False),
        "shuffled": (None, True),
        "synonyms": (synonym, False),
        "synonyms, shuffled": (synonym, True),
        "made-up words": (made_up, False),
    }
    for way, (other, shuffle) in ways.items():
        rng = random.Random(11)
        right = wrong = missed = replaced = content = 0
        for path in sorted(Path(folder).glob("ose_par_*_dev.jsonl")):
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                order = list(range(len(row["republished"])))
                if shuffle:
                    rng.shuffle(order)
                copy = []
                for j in order:
                    text, new, all_ = row["republished"][j], 0, 1
                    if other:
                        text, new, all_ = spun(text, other, rng)
                    replaced, content = replaced + new, content + all_
                    copy.append(text)
                gold = {(i, order.index(j)) for i, j in row["links"]}
                got = {(link.source, link.republished) for link in align(row["source"], copy)}
                right, wrong, missed = (
                    right + len(gold & got),
                    wrong + len(got - gold),
                    missed + len(gold - got),
                )
        f1 = 2 * right / max(2 * right + wrong + missed, 1)
        share = 100 * replaced / content
        print(f"{way:20s} F1 {f1:.3f}  right {right}  wrong {wrong}  missed {missed}  replaced {share:.0f} %")


if __name__ == "__main__":
    main(sys.argv[1])
