"""SummaC's zero-shot model, as its documentation builds it."""

from typing import Any

from benchmarks.peers.runners.loop import Answer, Judge, Row, below, one_by_one, run

THRESHOLD = 0.5
"""Its documentation gives none; the score lies between -1 and 1."""


def load(job: dict[str, Any]) -> Judge:
    """Import it and fetch the weights."""
    from summac.model_summac import SummaCZS

    model = SummaCZS(granularity="sentence", model_name="vitc", device="cpu")
    model.imager.load_nli()  # else only at the first use

    def judge(row: Row, base_url: str) -> Answer:
        [score] = model.score([row.source], [row.republished])["scores"]
        return Answer(row.id, flagged=below(THRESHOLD, float(score)), score=float(score))

    return one_by_one(judge)


if __name__ == "__main__":
    run("summac", load)
