"""DeepEval's faithfulness metric, with its documentation's threshold, through `evaluate`."""

import os
from typing import Any

from benchmarks.peers.runners.loop import Answer, Batch, Judge, run

THRESHOLD = 0.7
"""That of the example in its documentation; the default is 0.5."""


def load(job: dict[str, Any]) -> Judge:
    """Import it."""
    os.environ["DEEPEVAL_DISABLE_TIMEOUTS"] = "1"  # on a busy machine they would decide, not the metric
    from deepeval import evaluate
    from deepeval.evaluate.configs import CacheConfig, DisplayConfig, ErrorConfig
    from deepeval.metrics import FaithfulnessMetric
    from deepeval.models import LocalModel
    from deepeval.test_case import LLMTestCase

    def judge(batch: Batch) -> list[Answer]:
        model = LocalModel(model=job["model"], base_url=batch.base_url, api_key="none")
        cases = [
            LLMTestCase(
                name=row.id,
                input="Republish this text.",
                actual_output=row.republished,
                retrieval_context=[row.source],
            )
            for row in batch.rows
        ]
        results = evaluate(
            cases,
            [FaithfulnessMetric(threshold=THRESHOLD, model=model, include_reason=True)],
            display_config=DisplayConfig(show_indicator=False, print_results=False, inspect_after_run=False),
            cache_config=CacheConfig(write_cache=False, use_cache=False),
            error_config=ErrorConfig(ignore_errors=True),
        )
        answers = {row.id: Answer(row.id, error="not in the result") for row in batch.rows}
        for result in results.test_results:
            [metric] = result.metrics_data
            answers[result.name] = Answer(
                result.name,
                flagged=None if metric.error or metric.score is None else not metric.success,
                score=metric.score,
                why=metric.reason or "",
                error=metric.error or "",
            )
        return list(answers.values())

    return judge


if __name__ == "__main__":
    run("deepeval", load)
