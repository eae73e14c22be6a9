"""Time and memory of an audit as the articles grow.

    python -m benchmarks.scale [--judge NAME] [WORDS ...]

Makes an article of about WORDS words out of common words and invented names and a copy of it with every sentence
lightly reworded, some changed, dropped or added; audits them in a process of its own and prints seconds, peak
memory and the cost of a word.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Container
from pathlib import Path

from checker.facts.lexicon import common_words
from checker.wiring import DEFAULT_JUDGE


def article_pair(words: int, seed: int = 20) -> tuple[str, str]:
    """Make a source of about so many words and a copy of it."""
    rng = random.Random(seed)
    common = sorted(common_words())
    names = [
        f"{rng.choice('BDKLMRST')}{rng.choice(['al', 'or', 'en', 'ir'])}{rng.choice(common)}"
        for _ in range(2000)
    ]
    source, copy, count = [], [], 0
    while count < words:
        sentence = [rng.choice(common) for _ in range(rng.randrange(12, 26))]
        sentence[0] = "The"
        sentence[4] = rng.choice(names).title()
        sentence[8] = str(rng.randrange(10, 9000))
        count += len(sentence)
        source.append(" ".join(sentence) + ".")
        chance = rng.random()
        if chance < 0.03:
            continue
        other = [word if rng.random() < 0.85 else rng.choice(common) for word in sentence]
        other[4], other[8] = sentence[4], sentence[8] if chance > 0.08 else str(rng.randrange(10, 9000))
        copy.append(" ".join(other) + ".")
        if chance > 0.98:
            copy.append("The " + " ".join(rng.choice(common) for _ in range(15)) + ".")
    return _paragraphs(source), _paragraphs(copy)


def _paragraphs(sentences: list[str]) -> str:
    return "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4)) + "\n"


def measured(command: list[str], codes: Container[int] = (0, 1)) -> tuple[float, int]:
    """Run a command, its output thrown away, and return seconds and peak memory in MB."""
    began = time.perf_counter()
    process = os.posix_spawnp(
        command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    )
    _, status, usage = os.wait4(process, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in codes:
        sys.exit(f"{' '.join(command)} exits {code}")
    return time.perf_counter() - began, usage.ru_maxrss // 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("words", nargs="*", type=int, default=[10_000, 50_000, 200_000])
    parser.add_argument("--judge", default=DEFAULT_JUDGE)
    args = parser.parse_args()
    sys.stdout.write("    words    seconds   MB   microseconds a word\n")
    for words in args.words:
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder, name) for name in ("source.txt", "copy.txt")]
            for path, text in zip(paths, article_pair(words), strict=True):
                path.write_text(text, encoding="utf-8")
            command = [
                sys.executable,
                "-m",
                "checker",
                "audit",
                *map(str, paths),
                "--judge",
                args.judge,
                "-f",
                "json",
            ]
            seconds, megabytes = measured(command)
        sys.stdout.write(f"{words:9,} {seconds:10.2f} {megabytes:4} {1e6 * seconds / words:8.1f}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
