"""Ragas' faithfulness metric, as its documentation builds it."""

import asyncio
import math
from typing import Any

from benchmarks.peers.runners.loop import Answer, Batch, Judge, Row, below, run, short

THRESHOLD = 1.0
"""It has none: a score is all it gives. Anything below full marks counts as flagged, the strictest reading."""
AT_ONCE = 16
"""Its own runner's `max_workers`."""


def load(job: dict[str, Any]) -> Judge:
    """Import it."""
    from openai import AsyncOpenAI
    from ragas.llms.base import llm_factory
    from ragas.metrics.collections import Faithfulness

    async def judge_all(batch: Batch) -> list[Answer]:
        client = AsyncOpenAI(api_key="none", base_url=batch.base_url)
        metric = Faithfulness(llm=llm_factory(job["model"], client=client))
        gate = asyncio.Semaphore(AT_ONCE)

        async def judge(row: Row) -> Answer:
            async with gate:
                try:
                    result = await metric.ascore(
                        user_input="Republish this text.",
                        response=row.republished,
                        retrieved_contexts=[row.source],
                    )
                except Exception as error:
                    return Answer(row.id, error=short(error))
            score = float(result.value)
            return Answer(
                row.id,
                flagged=below(THRESHOLD, score),
                score=None if math.isnan(score) else score,
                why=result.reason or "",
                error="the score is NaN" if math.isnan(score) else "",
            )

        return list(await asyncio.gather(*map(judge, batch.rows)))

    return lambda batch: asyncio.run(judge_all(batch))


if __name__ == "__main__":
    run("ragas", load)
