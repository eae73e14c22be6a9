"""This project, through its command line: `checker judge`."""

import json
import os
import subprocess
import sys
from typing import Any

from benchmarks.peers.runners.loop import Answer, Batch, Judge, run


def load(job: dict[str, Any]) -> Judge:
    """Nothing is kept between batches: each is a command of its own."""

    def judge(batch: Batch) -> list[Answer]:
        options = ["--judge", job["judge"]]
        if job["judge"] == "llm":
            options += ["--model", job["model"], "--base-url", batch.base_url, "--refresh", "--quiet"]
        lines = [
            json.dumps({"id": row.id, "source": row.source, "republished": row.republished})
            for row in batch.rows
        ]
        done = subprocess.run(
            [sys.executable, "-m", "checker", "judge", "-", *options],
            input="\n".join(lines) + "\n",
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            env={**os.environ, "OPENAI_API_KEY": "none"},
        )
        rows = {answer["id"]: answer for answer in map(json.loads, done.stdout.splitlines())}
        complaint = " ".join(done.stderr.split())[:300]
        return [
            answer_of(rows[row.id]) if row.id in rows else Answer(row.id, error=complaint or "no answer")
            for row in batch.rows
        ]

    return judge


def answer_of(row: dict[str, Any]) -> Answer:
    """Read a line of `checker judge`."""
    findings = row["findings"]
    undetermined = row["label"] == "undetermined"
    return Answer(
        row["id"],
        flagged=None if undetermined else row["label"] != "consistent",
        score=row["p_consistent"],
        why=" ".join(finding["explanation"] for finding in findings),
        source=[finding["source"]["quote"] for finding in findings if finding["source"]],
        republished=[finding["republished"]["quote"] for finding in findings if finding["republished"]],
        offsets=bool(findings),
        error=json.dumps(row.get("reason") or "undetermined") if undetermined else "",
    )


if __name__ == "__main__":
    run("checker", load)
