"""MiniCheck's smallest model, as its documentation builds it."""

from typing import Any

from benchmarks.peers.runners.loop import Answer, Judge, Row, one_by_one, run


def load(job: dict[str, Any]) -> Judge:
    """Import it and fetch the weights."""
    from minicheck.minicheck import MiniCheck

    scorer = MiniCheck(model_name="roberta-large")

    def judge(row: Row, base_url: str) -> Answer:
        [label], [probability], *_ = scorer.score(docs=[row.source], claims=[row.republished])
        return Answer(row.id, flagged=not label, score=float(probability))

    return one_by_one(judge)


if __name__ == "__main__":
    run("minicheck", load)
