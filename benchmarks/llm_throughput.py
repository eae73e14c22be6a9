"""How near the LLM judge comes to what a server could give, and whether it keeps within a limit.

    python -m benchmarks.llm_throughput [--pairs 2000] [--jobs 64] [--latency 0.5] [--requests-per-minute 600]

A server on loopback, in a process of its own, answers every call after a pause. Prints pairs a second beside
the ideal (jobs / latency), the peak memory of the judge's process and, with a limit, the most requests that any
second and any minute saw. Needs no model.
"""

import argparse
import asyncio
import json
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from urllib.request import urlopen

from checker.domain import Label, Pair
from checker.llm.settings import LlmSettings
from tests.build import pair_of
from tests.fakes.http import Reply, Server, as_json, listening
from tests.fakes.model import honest
from tests.llm.build import judge_at


def serve(latency: float) -> None:
    """Answer after a pause, until this process is ended; `/arrivals` tells when requests came."""
    server = Server(url="", keep_requests=False)

    def reply(path: str, body: dict[str, object]) -> Reply:
        if path == "/v1/arrivals":
            return as_json(server.arrivals[:-1])
        return replace(as_json(honest(body)), delay=latency)

    async def main() -> None:
        async with listening(reply, server):
            sys.stdout.write(server.url + "\n")
            sys.stdout.flush()
            await asyncio.Event().wait()

    asyncio.run(main())


def made_up(count: int) -> list[Pair]:
    """Pairs that differ in a number, all of them different."""
    return [
        pair_of(f"The {n}th ship of {n + 7} sank.", f"The {n}th ship of {n + 8} sank.", id_=f"p{n}")
        for n in range(count)
    ]


def busiest(arrivals: Sequence[float], seconds: float) -> int:
    """Return the most requests that came within so many seconds."""
    most = first = 0
    for last, time_ in enumerate(arrivals):
        while arrivals[first] <= time_ - seconds:
            first += 1
        most = max(most, last - first + 1)
    return most


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--pairs", type=int, default=2_000)
    parser.add_argument("--jobs", type=int, default=64)
    parser.add_argument("--latency", type=float, default=0.5, help="seconds")
    parser.add_argument("--requests-per-minute", type=float)
    options = parser.parse_args()
    if options.serve:
        serve(options.latency)
        return
    command = [
        sys.executable,
        "-m",
        "benchmarks.llm_throughput",
        "--serve",
        "--latency",
        str(options.latency),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout  # noqa: S101 - it is a pipe
        try:
            measure(server.stdout.readline().strip(), options)
        finally:
            server.kill()


def measure(url: str, options: argparse.Namespace) -> None:
    """Judge made-up pairs and print what that took."""
    settings = LlmSettings(
        jobs=options.jobs, pairs_per_call=1, timeout=60, requests_per_minute=options.requests_per_minute
    )
    judge_at(url, settings=settings).judge(made_up(2))  # what is imported at the first call is not counted
    pairs = made_up(options.pairs)
    began, cpu = time.perf_counter(), time.process_time()
    outcomes = judge_at(url, settings=settings).judge(pairs)
    seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    wrong = sum(getattr(outcome, "label", None) is not Label.CONTRADICTORY for outcome in outcomes)
    ideal = options.jobs / options.latency
    with urlopen(f"{url}/arrivals") as response:  # noqa: S310 - loopback
        arrivals = sorted(json.load(response))[2:]
    sys.stdout.write(
        f"{len(pairs)} pairs in {seconds:.2f} s, {wrong} without the right verdict\n"
        f"{len(pairs) / seconds:.1f} pairs a second, {100 * len(pairs) / seconds / ideal:.1f} % of {ideal:.0f}\n"
        f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB, processor {cpu:.1f} s\n"
        f"requests in the busiest second {busiest(arrivals, 1.0)}, minute {busiest(arrivals, 60.0)}\n"
    )


if __name__ == "__main__":
    main()
