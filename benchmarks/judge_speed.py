"""How fast `checker judge` is beside a bare onnxruntime loop over the same readings.

    python -m benchmarks.judge_speed [--pairs N]

Takes short pairs of the measuring data, judges them with the embedded judge in this process, then runs only the network
over the same texts, each in a run of its own and, for comparison, in batches of 32. Prints pairs a second and ratios.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime as ort
from tokenizers import Encoding, Tokenizer

from checker.judges.network import MAX_TOKENS, MODEL, inputs
from checker.judging import judge_lines
from checker.processes import available_cores
from checker.wiring import build_judge

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data" / "dev"
SETS = ("demetr", "mlqe", "asset", "turk", "ose_sent_adv_int_dev")


def rows(count: int) -> list[dict[str, str]]:
    """A seeded sample of short pairs."""
    found = [json.loads(line) for name in SETS for line in (DATA / f"{name}.jsonl").open(encoding="utf-8")]
    random.Random(20).shuffle(found)
    return [row for row in found if row["source"] != row["republished"]][:count]


def bare(encodings: Sequence[Encoding], *, batch: int) -> float:
    """Seconds that the network alone takes."""
    path = ROOT / "checker" / "models" / f"{MODEL}.onnx"
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1 if batch == 1 else available_cores()
    session = ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    if batch == 1:
        feeds = [inputs(encoding) for encoding in encodings]
    else:
        ranked = sorted(encodings, key=len)
        feeds = [_padded(ranked[at : at + batch]) for at in range(0, len(ranked), batch)]
    began = time.perf_counter()
    with ThreadPoolExecutor(available_cores() if batch == 1 else 1) as pool:
        list(pool.map(lambda feed: session.run(None, feed), feeds))
    return time.perf_counter() - began


def _padded(encodings: Sequence[Encoding]) -> dict[str, np.ndarray]:
    length = max(map(len, encodings))

    def rows_of(field: str) -> np.ndarray:
        return np.array([[*getattr(e, field), *[0] * (length - len(e))] for e in encodings], dtype=np.int64)

    return {
        "input_ids": rows_of("ids"),
        "attention_mask": rows_of("attention_mask"),
        "token_type_ids": rows_of("type_ids"),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pairs", type=int, default=5000)
    sample = rows(parser.parse_args().pairs)
    lines = [json.dumps(row) for row in sample]
    judge = build_judge("embedded")
    next(judge_lines(lines[:1], judge))
    began = time.perf_counter()
    judged = sum(1 for _ in judge_lines(lines, judge))
    whole = time.perf_counter() - began

    session = ort.InferenceSession(str(ROOT / "checker" / "models" / f"{MODEL}.onnx"))
    tokenizer = Tokenizer.from_str(session.get_modelmeta().custom_metadata_map["tokenizer"])
    tokenizer.enable_truncation(MAX_TOKENS, strategy="longest_first")
    encodings = tokenizer.encode_batch([(row["source"], row["republished"]) for row in sample])
    alone, batched = bare(encodings, batch=1), bare(encodings, batch=32)
    sys.stdout.write(
        f"{judged} pairs, {sum(map(len, encodings)) / len(encodings):.0f} tokens each\n"
        f"checker judge:                       {judged / whole:7.1f} pairs/s\n"
        f"bare loop, one pair a run per core:  {judged / alone:7.1f} pairs/s (judge is {alone / whole:.2f} of it)\n"
        f"bare loop, batches of 32:            {judged / batched:7.1f} pairs/s (judge is {batched / whole:.2f} of it)\n"
    )


if __name__ == "__main__":
    main()
