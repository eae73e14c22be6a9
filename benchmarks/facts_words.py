"""Makes `checker/facts/common_words.txt`: English words that are not names, even with a capital letter.

A word qualifies when the training texts write it in lower case inside a sentence at least 6 times, and at least
9 times as often as with a capital. Usage: `python benchmarks/facts_words.py TRAIN.jsonl`.
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path

INSIDE = re.compile(r"(?<=[a-z,;] )[A-Za-z][a-z]+\b")
TARGET = Path(__file__).resolve().parents[1] / "checker" / "facts" / "common_words.txt"


def main() -> None:
    """Count and write."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    seen: set[str] = set()
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            for text in (row["source"], row["republished"]):
                if text in seen:
                    continue
                seen.add(text)
                for match in INSIDE.finditer(text):
                    word = match.group()
                    (capital if word[0].isupper() else lower)[word.lower()] += 1
    words = sorted(word for word, count in lower.items() if count >= 6 and count >= 9 * capital[word])
    TARGET.write_text("\n".join(words) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
