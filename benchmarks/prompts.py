"""Compare the prompts in `prompts/` with plain ones, on the same rows and the same model.

    python -m benchmarks.prompts plain  --base-url URL --model NAME --answers FILE
    python -m benchmarks.prompts judge  --base-url URL --model NAME --answers FILE [--pairs-per-call N]
    python -m benchmarks.prompts report --answers FILE

A row is one question: the whole source beside the whole copy. Every answer is appended to FILE as it comes, and a run
that was stopped goes on where it was. A row without a usable answer counts as wrong. Figures:
docs/decisions/llm-judge.md.
"""

import argparse
import json
import sys
import time
import urllib.request
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import cast

from benchmarks.plain_prompts import PLAIN
from benchmarks.prompt_rows import SETS, SHORT, Row, sample
from checker.chunker.passages import passages
from checker.domain import Label, Pair, Undetermined
from checker.judges.llm import LlmJudge
from checker.llm.settings import LlmSettings
from checker.reading import article_from_text
from checker.wiring import build_llm_judge

Answer = Mapping[str, object]


def ask_plain(row: Row, base_url: str, model: str) -> Iterable[tuple[str, Answer]]:
    """Ask the plain prompts about a row."""
    for name, plain in PLAIN.items():
        body = json.dumps(plain.body(row.source, row.republished) | {"model": model}).encode()
        request = urllib.request.Request(  # noqa: S310 - the address is the caller's
            f"{base_url}/chat/completions", body, {"content-type": "application/json"}
        )
        began = time.perf_counter()
        with urllib.request.urlopen(request, timeout=1_800) as response:  # noqa: S310
            document = json.load(response)
        answer = {
            "consistent": plain.read(document["choices"][0]["message"]["content"]),
            "tokens_in": document["usage"]["prompt_tokens"],
            "tokens_out": document["usage"]["completion_tokens"],
            "calls": 1,
            "seconds": round(time.perf_counter() - began, 1),
        }
        yield name, answer


def name_of(judge: LlmJudge, settings: LlmSettings) -> str:
    """Name a way of asking."""
    fingerprint = str(judge.prompt["fingerprint"])[:8]
    return f"the judge ({fingerprint}), {settings.pairs_per_call} a call"


def ask_judge(rows: Sequence[Row], judge: LlmJudge) -> Iterable[Answer]:
    """Ask the LLM judge about rows that share a call; each carries its share of what that took."""
    began = time.perf_counter()
    outcomes = judge.judge([_pair(row) for row in rows])
    spent = {"calls": "model_calls", "tokens_in": "tokens_in", "tokens_out": "tokens_out"}
    share = {name: judge.usage[key] / len(rows) for name, key in spent.items()}
    share["seconds"] = round((time.perf_counter() - began) / len(rows), 1)
    for outcome in outcomes:
        if isinstance(outcome, Undetermined):
            yield {"consistent": None, "said": f"{outcome.reason}: {outcome.detail}", **share}
        else:
            yield {"consistent": outcome.label is Label.CONSISTENT, "said": outcome.judged_by, **share}


def _pair(row: Row) -> Pair:
    source, copy = (passages(article_from_text(text)) for text in (row.source, row.republished))
    return Pair(id=row.id, source=source, republished=copy, score=1.0, background=row.source)


def load(path: Path) -> list[dict[str, object]]:
    """Return the answers so far."""
    return list(map(json.loads, path.open(encoding="utf-8"))) if path.exists() else []


def keep(path: Path, name: str, row: Row, answer: Answer) -> None:
    """Append an answer."""
    line = json.dumps({"prompt": name, "row": row.id, "truth": row.consistent, **answer})
    with path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")


_COLUMNS = (
    "prompt",
    "rows",
    "balanced accuracy",
    "faithful kept",
    "others caught",
    "no answer",
    "calls",
    "tokens in",
    "out",
    "seconds",
)


def figures(answers: Sequence[Answer]) -> str:
    """Return a table: a line for each prompt; calls, tokens and seconds are means per row."""
    lines = [f"| {' | '.join(_COLUMNS)} |", "|---" * len(_COLUMNS) + "|"]
    for name in dict.fromkeys(str(answer["prompt"]) for answer in answers):
        own = [answer for answer in answers if answer["prompt"] == name]
        kept, caught = (
            _percent([answer["consistent"] is truth for answer in own if answer["truth"] is truth])
            for truth in (True, False)
        )
        silent = sum(answer["consistent"] is None for answer in own)
        calls, tokens_in, tokens_out, seconds = (
            sum(cast("float", answer[field]) for answer in own) / len(own)
            for field in ("calls", "tokens_in", "tokens_out", "seconds")
        )
        lines.append(
            f"| {name} | {len(own)} | {(kept + caught) / 2:.1f} | {kept:.1f} % | {caught:.1f} % | {silent} "
            f"| {calls:.2f} | {tokens_in:.0f} | {tokens_out:.0f} | {seconds:.1f} |"
        )
    return "\n".join(lines)


def _percent(right: Sequence[bool]) -> float:
    return 100 * sum(right) / max(len(right), 1)


def run_judge(rows: Sequence[Row], settings: LlmSettings, path: Path, threads: int) -> None:
    """Ask about all rows that have no answer yet, several calls at a time."""
    name = name_of(build_llm_judge(settings), settings)
    size = settings.pairs_per_call
    done = {answer["row"] for answer in load(path) if answer["prompt"] == name}
    together = [rows[start : start + size] for start in range(0, len(rows), size)]

    def ask(call: Sequence[Row]) -> None:
        if all(row.id in done for row in call):
            return
        for row, answer in zip(call, ask_judge(call, build_llm_judge(settings)), strict=True):
            keep(path, name, row, answer)

    with ThreadPoolExecutor(max_workers=threads) as pool:
        list(pool.map(ask, together))


def main() -> None:
    """Run a part of the comparison, or print what there is."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("part", choices=["plain", "judge", "report"])
    parser.add_argument("--answers", type=Path, required=True)
    parser.add_argument("--base-url", default="http://127.0.0.1:8091/v1")
    parser.add_argument("--model", default="qwen1.5b")
    parser.add_argument("--rows", type=int, default=30, help="rows of each set, an even number")
    parser.add_argument("--skip", type=int, default=0, help="rows of each set to pass over")
    parser.add_argument("--sets", nargs="+", default=SETS, help="where rows are drawn from")
    parser.add_argument("--longest", type=int, default=SHORT, help="characters of a source, at most")
    parser.add_argument("--pairs-per-call", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2, help="calls in flight")
    parser.add_argument("--prompt-dir", type=Path)
    options = parser.parse_args()
    if options.part == "report":
        sys.stdout.write(figures(load(options.answers)) + "\n")
        return
    rows = sample(options.rows, skip=options.skip, sets=options.sets, longest=options.longest)
    if options.part == "judge":
        settings = LlmSettings(
            base_url=options.base_url,
            model=options.model,
            jobs=1,
            pairs_per_call=options.pairs_per_call,
            timeout=1_800,
            prompt_dir=options.prompt_dir,
        )
        run_judge(rows, settings, options.answers, options.threads)
        return
    done = {(answer["prompt"], answer["row"]) for answer in load(options.answers)}
    for row in rows:
        if any((name, row.id) not in done for name in PLAIN):
            for name, answer in ask_plain(row, options.base_url, options.model):
                keep(options.answers, name, row, answer)


if __name__ == "__main__":
    main()
