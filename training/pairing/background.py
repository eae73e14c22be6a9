"""Counts how usual word prefixes are: `python -m training.pairing.background TRAIN.jsonl`.

Writes checker/chunker/background.txt: a share of sentences in millionths, then the prefixes that have it.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from checker.chunker.terms import terms

_SENTENCE_END = re.compile(r"(?<=[.!?])\s")
_KEPT = 4000
_STEP = 1.15
"""Shares are rounded to powers of this: more digits would not be worth their bytes."""
_TARGET = Path(__file__).parents[2] / "checker" / "chunker" / "background.txt"


def main(train: str) -> None:
    """Count over the source texts of the training rows."""
    counts: Counter[str] = Counter()
    sentences = 0
    with Path(train).open(encoding="utf-8") as lines:
        for line in lines:
            for sentence in _SENTENCE_END.split(json.loads(line)["source"]):
                sentences += 1
                counts.update({term for term in terms(sentence) if not term[0].isdigit()})
    bands: defaultdict[int, list[str]] = defaultdict(list)
    for prefix, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_KEPT]:
        band = 1.0
        while band > count / sentences:
            band /= _STEP
        bands[round(band * 1e6)].append(prefix)
    _TARGET.write_text(
        "".join(f"{band} {' '.join(prefixes)}\n" for band, prefixes in bands.items()), encoding="utf-8"
    )


if __name__ == "__main__":
    main(sys.argv[1])
