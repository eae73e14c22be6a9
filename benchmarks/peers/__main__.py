"""Compares this project with what a user would run instead, on the same pairs, and prints tables.

    make peers                                               everything, half an hour on idle cores
    python -m benchmarks.peers --only DeepEval Ragas         some of the tools
    python -m benchmarks.peers --model-url http://127.0.0.1:8091/v1 --model NAME
                                                             with a real model behind an OpenAI-compatible server, too
    python -m benchmarks.peers --carry-on                    only what is not measured yet
    python -m benchmarks.peers --write                       puts the tables into docs/benchmarks/peers.md

Each tool is installed from the package index into an environment of its own under `.peers`, with its telemetry off.
All that ask a language model ask the same server on loopback, which plays the model and counts.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence

from benchmarks.llm_tokens import Counter
from benchmarks.peers import tables
from benchmarks.peers.conditions import CONDITIONS, FAULTS, HEALTHY, PASSING, Condition
from benchmarks.peers.environments import FOLDER, ROOT
from benchmarks.peers.kept import Settings, keep, kept
from benchmarks.peers.page import fill
from benchmarks.peers.pairs import DATA, LabelledPair, example_pair, measuring_pairs
from benchmarks.peers.server import Counting, Traffic, forwarding
from benchmarks.peers.tables import EXAMPLE, LOCAL, WIDE, Measured, exists_for
from benchmarks.peers.tools import TOOLS, Tool
from benchmarks.peers.trials import Batch, run, steered
from tests.fakes.http import serve

PAGE = ROOT / "docs" / "benchmarks" / "peers.md"
KEPT = FOLDER / "measured"
_FAULTY = 8
"""Changed pairs that meet each fault."""


def measure(tool: Tool, pairs: Sequence[LabelledPair], wide: Sequence[LabelledPair]) -> Measured:
    """Run a tool over all pairs with a model that is never wrong, and if it asks, under every fault.

    Raises:
        SystemExit: It asked something that the played model cannot answer; its prompts have changed.
    """
    article = example_pair()
    changed = [pair for pair in pairs if pair.changed][:_FAULTY]
    told = [steered(pair) for pair in changed]
    handler = Counting([*pairs, *told, article])
    with serve(handler, keep_requests=False) as server:
        top = server.url.removesuffix("/v1")
        batches = [
            Batch("healthy", f"{top}/healthy/v1", pairs),
            Batch(EXAMPLE, f"{top}/{EXAMPLE}/v1", [article]),
        ]
        if tool.asks:
            batches += [
                Batch(name, f"{top}/{name}/v1", told if condition.obeys else changed)
                for name, condition in sorted(CONDITIONS.items(), key=lambda item: _patience(item[1]))
                if condition is not HEALTHY and exists_for(tool, name)
            ]
        else:
            batches.append(Batch(WIDE, f"{top}/healthy/v1", wide))
        trial = run(tool, batches, model="fake")
    if handler.complaints:
        raise SystemExit(f"{tool.name} asked what the played model cannot answer: {handler.complaints[0]}")
    return Measured(trial, handler.traffic)


def _patience(condition: Condition) -> tuple[int, bool]:
    """Return how late a condition comes: those last that make some tools wait for minutes."""
    return (condition.status == 429, not condition.first_time_only)


def measure_with(model_url: str, model: str, tool: Tool, pairs: Sequence[LabelledPair]) -> Measured:
    """Run a tool over pairs with a real model."""
    traffic = Traffic()
    with serve(forwarding(model_url, traffic), keep_requests=False) as server:
        trial = run(tool, [Batch(LOCAL, server.url, pairs)], model=model)
    return Measured(trial, {LOCAL: traffic})


def main() -> None:
    """Measure, print, and write if asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", nargs="+", metavar="TOOL", choices=[tool.name for tool in TOOLS])
    parser.add_argument("--per-set", type=int, default=10, help="rows of each set that every tool judges")
    parser.add_argument("--wide", type=int, default=100, help="rows of each set for those that ask no model")
    parser.add_argument("--model-url", help="an OpenAI-compatible server with a real model")
    parser.add_argument("--model", default="local", help="how that server calls its model")
    parser.add_argument("--few", type=int, default=4, help="rows of each set for the real model")
    parser.add_argument(
        "--carry-on", action="store_true", help="use what an earlier run of the same measured"
    )
    parser.add_argument("--write", action="store_true", help=f"put the tables into {PAGE.relative_to(ROOT)}")
    arguments = parser.parse_args()
    if not DATA.is_dir():
        raise SystemExit(
            "The measuring data is not beside this checkout, so there are no pairs to compare on."
        )
    tools = [tool for tool in TOOLS if not arguments.only or tool.name in arguments.only]
    count = Counter()
    sections = (
        with_a_real_model(
            tools,
            arguments.model_url.rstrip("/"),
            arguments.model,
            arguments.few,
            count,
            arguments.carry_on,
        )
        if arguments.model_url
        else with_the_played_model(tools, arguments.per_set, arguments.wide, count, arguments.carry_on)
    )
    for title, text in sections.items():
        sys.stdout.write(f"## {title}\n\n{text}\n")
    if arguments.write:
        PAGE.write_text(fill(PAGE.read_text(encoding="utf-8"), sections), encoding="utf-8")


def with_the_played_model(
    tools: Sequence[Tool], per_set: int, wide: int, count: Counter, carry_on: bool
) -> dict[str, str]:
    """Return the tables of the comparison with the played model."""
    pairs, many = measuring_pairs(per_set), measuring_pairs(wide)
    settings = {"per_set": per_set, "wide": wide}
    measured = [_told(tool, settings, carry_on, lambda tool: measure(tool, pairs, many)) for tool in tools]
    number = f"{len(pairs)} pairs, {sum(pair.changed for pair in pairs)} of them changed"
    more = f"{len(many)} pairs, {sum(pair.changed for pair in many)} of them changed"
    return {
        "summary": f"Timed on {number}; balanced accuracy on {more}.\n\n"
        + tables.summary(measured, pairs, many, count),
        "faults": tables.faults(
            measured, {name: fault.about for name, fault in {**FAULTS, **PASSING}.items()}
        ),
        "article": tables.article(measured),
        "set-up": tables.set_ups(measured),
    }


def with_a_real_model(
    tools: Sequence[Tool], url: str, model: str, few: int, count: Counter, carry_on: bool
) -> dict[str, str]:
    """Return the table of the comparison with a real model."""
    pairs = measuring_pairs(few)
    settings = {"model": model, "few": few}
    measured = [
        _told(tool, settings, carry_on, lambda tool: measure_with(url, model, tool, pairs)) for tool in tools
    ]
    number = f"{len(pairs)} pairs, {sum(pair.changed for pair in pairs)} of them changed, asked of {model}"
    return {"local": f"{number}.\n\n{tables.local(measured, pairs, count)}"}


def _told(tool: Tool, settings: Settings, carry_on: bool, measuring: Callable[[Tool], Measured]) -> Measured:
    folder = KEPT / "-".join(map(str, settings.values()))
    measured = kept(folder, settings, tool) if carry_on else None
    if measured is None:
        begun = time.monotonic()
        measured = measuring(tool)
        keep(folder, settings, measured)
        result = measured.trial.failure or f"{len(measured.trial.outcomes)} batches"
        sys.stderr.write(f"{tool.name}: {result}, {time.monotonic() - begun:.0f} s\n")
    return measured


if __name__ == "__main__":
    main()
