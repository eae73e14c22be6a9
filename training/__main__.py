"""`python -m training --data ../shared/data --encoder FOLDER --out FOLDER`: generate, train, measure, export."""

import argparse
import json
import os
import random
from pathlib import Path

import torch.multiprocessing as mp

from training import data, fit, generate, rows
from training.worker import Task, work


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds train.jsonl")
    parser.add_argument("--encoder", required=True, help="folder with the weights of all-MiniLM-L6-v2")
    parser.add_argument("--out", type=Path, required=True, help="folder for generated pairs and checkpoints")
    parser.add_argument("--minutes", type=float, default=72.0)
    parser.add_argument("--workers", type=int, default=2, help="processes of one thread each")
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--learning-rate", type=float, default=1.2e-4)
    parser.add_argument("--set-weights", default="{}", help="JSON that overrides how often sets are shown")
    parser.add_argument("--start", help="go on from this checkpoint instead of the bare encoder")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "rendezvous").unlink(missing_ok=True)
    recipe = fit.Recipe(
        minutes=args.minutes, workers=args.workers, seed=args.seed, learning_rate=args.learning_rate
    )
    weights = data.SET_WEIGHTS | json.loads(args.set_weights)
    if not (args.out / "generated.jsonl").exists():
        generate.generate(rows.written(args.data), args.out / "generated.jsonl", args.seed)
    pairs = rows.everything(args.data, args.out)
    print(f"validation: {data.write_validation(pairs, args.out, random.Random(args.seed))} pairs", flush=True)
    os.environ["GLIBC_TUNABLES"] = fit.MEMORY
    task = Task(
        data=args.data, encoder=args.encoder, out=args.out, start=args.start, recipe=recipe, weights=weights
    )
    mp.spawn(work, args=(task,), nprocs=recipe.workers)


if __name__ == "__main__":
    main()
