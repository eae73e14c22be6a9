"""Time and memory of the pairing by length: `python benchmarks/pairing_speed.py [WORDS ...]`.

Each length is measured in a process of its own, on an invented pair of texts: words as unevenly frequent as in
real ones, one sentence in ten left out, one in ten added, words changed in the others, and one block moved.
"""

import json
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from checker.chunker.pairing import align

_DEFAULT = ("10000", "50000", "200000", "1000000")
_VOCABULARY = 60_000
_CHANGED = 0.3


def texts(words: int) -> tuple[list[str], list[str]]:
    """Make two texts of about so many words each; the same on every call."""
    rng = random.Random(1)
    letters = "etaoinshrdlu"
    vocabulary = ["".join(rng.choice(letters) for _ in range(rng.randint(3, 10))) for _ in range(_VOCABULARY)]

    def word() -> str:
        return vocabulary[int(_VOCABULARY ** rng.random()) - 1]

    def sentence() -> list[str]:
        return [word() for _ in range(rng.randint(10, 30))]

    source = [sentence() for _ in range(words // 20)]
    copy = [
        [word() if rng.random() < _CHANGED else old for old in sentence_]
        if rng.random() > 0.1
        else sentence()
        for sentence_ in source
        if rng.random() > 0.1
    ]
    cut = len(copy) // 3
    copy = copy[cut : 2 * cut] + copy[:cut] + copy[2 * cut :]
    return [" ".join(s).capitalize() + "." for s in source], [" ".join(s).capitalize() + "." for s in copy]


def measure(words: int) -> None:
    """Align once in this process and print the figures as one JSON line."""
    source, copy = texts(words)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begin, worked = time.perf_counter(), time.process_time()
    links = align(source, copy)
    seconds, processor = time.perf_counter() - begin, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        json.dumps(
            {
                "words": words,
                "sentences": [len(source), len(copy)],
                "links": len(links),
                "seconds": round(seconds, 2),
                "processor_seconds": round(processor, 2),
                "peak_mb": peak // 1024,
                "texts_mb": before // 1024,
            }
        )
    )


def main() -> None:
    """Run one child process per length."""
    if sys.argv[1:2] == ["--one"]:
        measure(int(sys.argv[2]))
        return
    for words in sys.argv[1:] or _DEFAULT:
        subprocess.run([sys.executable, __file__, "--one", words], check=True)


if __name__ == "__main__":
    main()
