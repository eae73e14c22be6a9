"""Builds checker/words/lexicon.zip from WordNet and the sentence encoder: `python -m training.lexicon.build --help`.

The archive's members, all text in UTF-8, numbers in base 36:
    words      one word a line, the most frequent first; the line number is the word's number
    facts      one line per word: frequency (0 to 9) TAB family TAB senses TAB antonyms
               family: a number, or empty. senses: synset:share, share in hundredths. antonyms: word numbers
    meanings   one line per synset: part and category TAB more general synsets TAB similar synsets
    irregular  part, form, lemmas
    vectors    int8, row after row, for the first words of the list
    shape      rows and columns of the vectors
    LICENSE    of WordNet
"""

import argparse
import json
import re
import zipfile
from collections import Counter
from math import log2
from pathlib import Path

import numpy as np

from training.lexicon.families import families
from training.lexicon.vectors import word_vectors
from training.lexicon.wordnet import ANTONYM, HYPERNYM, INSTANCE, SIMILAR, WordNet, read

_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*\Z")
_VERB_GROUP = "$"
_MAX_SENSES = 8
_MIN_SHARE = 0.03
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_STAMP = (2026, 1, 1, 0, 0, 0)
"""Fixed date in the archive, so that the same inputs give the same bytes."""


def base36(number: int) -> str:
    """Write a number >= 0 in base 36."""
    digits = ""
    while number >= 36:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return _DIGITS[number] + digits


def shares(senses: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """Estimate how often each sense is meant, most frequent first; rare senses are left out.

    Senses that the tagged corpus lacks get what a Zipf curve over WordNet's own order would give them, weighted like
    a single occurrence: "block" is rarely a group of stamps.
    """
    rank: Counter[str] = Counter()
    weights = []
    for key, count in senses:
        rank[key[0]] += 1
        weights.append((key, count + 1.0 / rank[key[0]] ** 2))
    total = sum(weight for _, weight in weights)
    ordered = sorted(((key, weight / total) for key, weight in weights), key=lambda pair: -pair[1])
    return [(key, share) for key, share in ordered[:_MAX_SENSES] if share >= _MIN_SHARE]


def frequencies(net: WordNet, corpus: Path) -> Counter[str]:
    """Count the words of the training rows' texts, inflected forms with their lemma, plus WordNet's own tags."""
    forms: Counter[str] = Counter()
    for line in corpus.open(encoding="utf-8"):
        row = json.loads(line)
        forms.update(re.findall(r"[a-z]+(?:['-][a-z]+)*", f"{row['source']} {row['republished']}".lower()))
    counts: Counter[str] = Counter({word: sum(n for _, n in senses) for word, senses in net.senses.items()})
    irregular = {form: lemmas for table in net.irregular.values() for form, lemmas in table.items()}
    for form, count in forms.items():
        candidates = [
            form,
            *irregular.get(form, ()),
            form.removesuffix("s"),
            form.removesuffix("es"),
            form.removesuffix("ed"),
            form.removesuffix("d"),
            form.removesuffix("ing"),
            form.removesuffix("ing") + "e",
        ]
        for word in {word for word in candidates if word in net.senses}:
            counts[word] += count
    return counts


def build(net: WordNet, counts: Counter[str], *, model: Path, vectors: int, size: int) -> dict[str, bytes]:
    """Make the members of the archive, by name."""
    words = sorted((word for word in net.senses if _WORD.match(word)), key=lambda word: (-counts[word], word))
    number = {word: i for i, word in enumerate(words)}
    kin = families(net, set(words))
    kept = {word: shares(net.senses[word]) for word in words}
    used = _with_ancestors(net, {key for senses in kept.values() for key, _ in senses})
    meaning = {key: i for i, key in enumerate(used)}
    opposites: dict[str, set[int]] = {}
    for key in used:
        for symbol, word, other, index in net.synsets[key].lexical:
            opposite = net.synsets[other].words[index].lower()
            if symbol == ANTONYM and opposite in number:
                opposites.setdefault(word.lower(), set()).add(number[opposite])
    facts = [
        "\t".join(
            (
                str(min(9, int(log2(counts[word] + 1)))) if counts[word] < 2**9 else "9",
                base36(kin[word]) if word in kin else "",
                " ".join(f"{base36(meaning[key])}:{base36(round(100 * share))}" for key, share in kept[word]),
                " ".join(base36(i) for i in sorted(opposites.get(word, ()))),
            )
        )
        for word in words
    ]
    meanings = []
    for key in used:
        synset = net.synsets[key]
        up = [meaning[k] for k in synset.related[HYPERNYM] + synset.related[INSTANCE]]
        near = [meaning[k] for k in synset.related[SIMILAR] + synset.related[_VERB_GROUP] if k in meaning]
        meanings.append(
            "\t".join(
                (
                    synset.part + base36(synset.category),
                    " ".join(map(base36, up)),
                    " ".join(map(base36, near)),
                )
            )
        )
    irregular = [
        " ".join((part, form, *lemmas))
        for part, table in net.irregular.items()
        for form, lemmas in sorted(table.items())
        if "_" not in form and any(lemma in number for lemma in lemmas)
    ]
    rows = word_vectors(words[:vectors], model=model, size=size)
    return {
        "words": "\n".join(words).encode(),
        "facts": "\n".join(facts).encode(),
        "meanings": "\n".join(meanings).encode(),
        "irregular": "\n".join(irregular).encode(),
        "vectors": rows.tobytes(),
        "shape": json.dumps(np.shape(rows)).encode(),
    }


def _with_ancestors(net: WordNet, keys: set[str]) -> list[str]:
    """The meanings, all that they are kinds of, and what adjectives are similar to, in the database's order."""
    waiting, seen = list(keys), set(keys)
    while waiting:
        related = net.synsets[waiting.pop()].related
        new = set(related[HYPERNYM] + related[INSTANCE] + related[SIMILAR]) - seen
        seen |= new
        waiting.extend(new)
    return sorted(seen)


def main() -> None:
    """Write the archive."""
    parser = argparse.ArgumentParser(description="Build the lexicon of the word-level view.")
    parser.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"))
    parser.add_argument(
        "--corpus", type=Path, required=True, help="training rows (JSONL), for word frequencies"
    )
    parser.add_argument("--model", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--vectors", type=int, default=24_000, help="how many words get a vector")
    parser.add_argument("--size", type=int, default=48, help="numbers per vector")
    parser.add_argument("--license", type=Path, default=Path("docs/licenses/wordnet.txt"))
    parser.add_argument("--out", type=Path, default=Path("checker/words/lexicon.zip"))
    args = parser.parse_args()
    net = read(args.wordnet)
    members = build(
        net, frequencies(net, args.corpus), model=args.model, vectors=args.vectors, size=args.size
    )
    members["LICENSE"] = args.license.read_bytes()
    with zipfile.ZipFile(args.out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, _STAMP), content, zipfile.ZIP_DEFLATED)
    n_words = len(members["words"].splitlines())
    print(f"{args.out}: {args.out.stat().st_size:,} bytes, {n_words:,} words")


if __name__ == "__main__":
    main()
