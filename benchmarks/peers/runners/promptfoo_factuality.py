"""promptfoo's factuality assertion, through its command line. Runs in the project's own Python: promptfoo is Node."""

import json
import subprocess
from pathlib import Path
from typing import Any

from benchmarks.peers.environments import FOLDER
from benchmarks.peers.runners.loop import Answer, Batch, Judge, run

HOME = FOLDER / "promptfoo" / "node_modules"


def load(job: dict[str, Any]) -> Judge:
    """Find it: each batch is a command of its own."""

    def judge(batch: Batch) -> list[Answer]:
        here = Path.cwd()
        config, out = here / f"{batch.name}.json", here / f"{batch.name}.out.json"
        config.write_text(json.dumps(config_of(batch, job["model"])), encoding="utf-8")
        done = subprocess.run(
            [
                str(HOME / ".bin" / "promptfoo"),
                "eval",
                "-c",
                str(config),
                "-o",
                str(out),
                "--no-cache",
                "--no-table",
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        if not out.exists():
            raise RuntimeError(" ".join((done.stderr or done.stdout).split())[-300:])
        return answers_of(json.loads(out.read_text(encoding="utf-8")), [row.id for row in batch.rows])

    return judge


def config_of(batch: Batch, model: str) -> dict[str, Any]:
    """Return its configuration: the copy is what the prompt returns, the source is what it is held against."""
    grader = {
        "id": f"openai:chat:{model}",
        "config": {"apiBaseUrl": batch.base_url, "apiKey": "none", "temperature": 0},
    }
    return {
        "prompts": ["{{copy}}"],
        "providers": ["echo"],
        "defaultTest": {"options": {"provider": grader}},
        "tests": [
            {
                "description": row.id,
                "vars": {"copy": row.republished},
                "assert": [{"type": "factuality", "value": row.source}],
            }
            for row in batch.rows
        ],
    }


_NO_GRADE = (
    "API error",
    "API call error",
    "Request failed",
    "No output",
    "Invalid category value",
    "Factuality checker output",
)
"""How the reason begins where its grader gave no answer of use. It fails the test then, too: nothing passes."""


def answers_of(report: dict[str, Any], ids: list[str]) -> list[Answer]:
    """Read its report."""
    answers = {id_: Answer(id_, error="not in the report") for id_ in ids}
    for result in report["results"]["results"]:
        id_ = result["testCase"]["description"]
        grading = result.get("gradingResult") or {}
        reason = grading.get("reason") or ""
        if grading and not reason.startswith(_NO_GRADE):
            answers[id_] = Answer(id_, flagged=not grading["pass"], score=grading.get("score"), why=reason)
        else:
            answers[id_] = Answer(id_, error=reason or result.get("error") or "no grading")
    return list(answers.values())


def version() -> str:
    """Return the version that is installed."""
    package = json.loads((HOME / "promptfoo" / "package.json").read_text(encoding="utf-8"))
    return str(package["version"])


if __name__ == "__main__":
    run(version, load)
