"""The embedded judge over articles: two processes beside one, beside a bare onnxruntime loop, and by Ray.

    python -m benchmarks.batch.engines [--pairs N] [--rounds N] [--ray]

Takes article pairs of 300-700 words (those written for this project, and those of the measuring data where it is),
shortened by a paragraph here and there so that no two are the same. In every round each way judges the same pairs, one
after the other, so that what else the machine does hits all of them. Rates leave out the start of processes and models.

"bare" runs only the network over the readings of the same pairs, all cores busy: no pairing, no rules, no tokenizer.
Seconds of a core are what the processes took together: they tell of the work even where the clock tells of the machine.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import onnxruntime as ort
from tokenizers import Tokenizer

from benchmarks.articles import DATA, faithful
from benchmarks.batch.processes import cpu_seconds
from checker.batch.engines.local import in_processes
from checker.batch.engines.ray import Cluster, on_ray
from checker.batch.entries import entry_of
from checker.batch.work import Block, Engine, blocks
from checker.judges.embedded import questions
from checker.judges.network import MAX_TOKENS, MODEL, inputs
from checker.judging import Texts, pairs_within
from checker.llm.settings import LlmSettings
from checker.processes import available_cores

_BLOCK = 2
"""Articles at a time: a run has far more, but here also the last ones must keep all processes busy."""


def corpus(count: int) -> list[Block]:
    """Make so many pairs of articles."""
    rng = random.Random(11)
    found = [*faithful("own"), *(faithful("dev") if DATA.exists() else ())]
    fitting = [each for each in found if 300 <= len(each.source.split()) <= 700]
    entries = [
        entry_of(Texts(number, _shortened(example.source, rng), example.republished), number)
        for number, example in ((n, rng.choice(fitting)) for n in range(1, count + 1))
    ]
    return list(blocks(entries, rows=_BLOCK))


def _shortened(text: str, rng: random.Random) -> str:
    paragraphs = text.split("\n\n")
    if len(paragraphs) > 3:
        del paragraphs[rng.randrange(1, len(paragraphs))]
    return "\n\n".join(paragraphs)


def judged_by(engine: Engine, work: Sequence[Block], *, starts: int) -> tuple[float, float]:
    """Return seconds and seconds of a core per pair, from the first results on.

    Args:
        starts: Blocks whose results come while the engine still starts.
    """
    marks: list[tuple[float, float, int]] = []
    done = 0
    for judgements in engine(iter(work)):
        done += len(judgements)
        marks.append((time.perf_counter(), cpu_seconds(os.getpid()), done))
    (began, cpu_began, before), (ended, cpu_ended, after) = marks[starts - 1], marks[-1]
    pairs = after - before
    return (ended - began) / pairs, (cpu_ended - cpu_began) / pairs


def on_one_core(engine: Callable[[], Engine], work: Sequence[Block]) -> tuple[float, float]:
    """Judge in one process that has one core."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        return judged_by(engine(), work, starts=1)
    finally:
        os.sched_setaffinity(0, cores)


def bare(work: Sequence[Block]) -> tuple[float, float]:
    """Run the network alone over what is read for these pairs."""
    session = _session()
    tokenizer: Tokenizer = Tokenizer.from_str(session.get_modelmeta().custom_metadata_map["tokenizer"])
    tokenizer.enable_truncation(MAX_TOKENS, strategy="longest_first")
    feeds = [
        inputs(encoding) for block in work for encoding in tokenizer.encode_batch(list(_readings(block)))
    ]
    began, cpu_began = time.perf_counter(), time.process_time()
    with ThreadPoolExecutor(available_cores()) as pool:
        for _ in pool.map(lambda feed: session.run(None, feed), feeds):
            pass
    pairs = sum(map(len, work))
    return (time.perf_counter() - began) / pairs, (time.process_time() - cpu_began) / pairs


def _session() -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    path = Path(__file__).resolve().parents[2] / "checker" / "models" / f"{MODEL}.onnx"
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _readings(block: Block) -> Iterator[tuple[str, str]]:
    asked = (
        (window, question.passage.text)
        for entry in block
        for pair in pairs_within(entry.source, entry.republished)
        for question in questions(pair)
        for window in question.windows
    )
    yield from dict.fromkeys(asked)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pairs", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--ray", action="store_true", help="Also by Ray with one and two actors.")
    arguments = parser.parse_args()
    work = corpus(arguments.pairs)
    with tempfile.TemporaryDirectory() as folder:
        ways: dict[str, Callable[[], tuple[float, float]]] = {
            "one process, one core": lambda: on_one_core(
                lambda: in_processes("embedded", "auto", jobs=1), work
            ),
            "one process": lambda: judged_by(in_processes("embedded", "auto", jobs=1), work, starts=1),
            "two processes": lambda: judged_by(in_processes("embedded", "auto", jobs=2), work, starts=2),
            "bare loop": lambda: bare(work),
        }
        if arguments.ray:
            for actors in (1, 2):
                engine = on_ray(
                    Cluster(actors=actors), "embedded", "auto", LlmSettings(), folder=Path(folder)
                )
                ways[f"Ray, {actors} actors"] = lambda engine=engine, actors=actors: judged_by(  # type: ignore[misc]
                    engine, work, starts=actors
                )
        taken: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
        for number in range(1, arguments.rounds + 1):
            for name, way in ways.items():
                taken[name].append(way())
                seconds, cpu = taken[name][-1]
                sys.stdout.write(
                    f"round {number}: {name:22} {1 / seconds:7.3f} pairs/s {cpu:7.3f} s of a core a pair\n"
                )
                sys.stdout.flush()
    rates = {name: 1 / statistics.median(seconds for seconds, _ in times) for name, times in taken.items()}
    work_of = {name: statistics.median(cpu for _, cpu in times) for name, times in taken.items()}
    for name, rate in rates.items():
        sys.stdout.write(
            f"{name:22} {rate:7.3f} pairs/s: {rate / rates['one process, one core']:5.2f} of one core, "
            f"{rate / rates['bare loop']:5.2f} of the bare loop; {work_of['bare loop'] / work_of[name]:5.2f} by "
            "seconds of a core\n"
        )


if __name__ == "__main__":
    main()
