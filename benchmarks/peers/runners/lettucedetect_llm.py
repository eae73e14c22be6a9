"""LettuceDetect's detector that asks a language model."""

import tempfile
from pathlib import Path
from typing import Any

from benchmarks.peers.runners.loop import Answer, Judge, Row, one_by_one, run


def load(job: dict[str, Any]) -> Judge:
    """Import it."""
    from lettucedetect.models.inference import HallucinationDetector

    detectors: dict[str, Any] = {}

    def judge(row: Row, base_url: str) -> Answer:
        if base_url not in detectors:
            cache = (
                Path(tempfile.mkdtemp()) / "cache.json"
            )  # its own would answer a later condition from an earlier
            detectors[base_url] = HallucinationDetector(
                method="llm", model=job["model"], base_url=base_url, api_key="none", cache_file=str(cache)
            )
        spans = detectors[base_url].predict(
            context=[row.source], answer=row.republished, output_format="spans"
        )
        return Answer(
            row.id,
            flagged=bool(spans),
            why=" ".join(span["reasoning"] for span in spans if "reasoning" in span),
            republished=[span["text"] for span in spans],
            offsets=all(row.republished[span["start"] : span["end"]] == span["text"] for span in spans),
        )

    return one_by_one(judge)


if __name__ == "__main__":
    run("lettucedetect", load)
