"""LettuceDetect's encoder, with the weights that its documentation starts with."""

from typing import Any

from benchmarks.peers.runners.loop import Answer, Judge, Row, one_by_one, run

WEIGHTS = "KRLabsOrg/lettucedect-base-modernbert-en-v1"


def load(job: dict[str, Any]) -> Judge:
    """Import it and fetch the weights."""
    from lettucedetect.models.inference import HallucinationDetector

    detector = HallucinationDetector(method="transformer", model_path=WEIGHTS)

    def judge(row: Row, base_url: str) -> Answer:
        spans = detector.predict(context=[row.source], answer=row.republished, output_format="spans")
        return Answer(
            row.id,
            flagged=bool(spans),
            republished=[span["text"] for span in spans],
            offsets=all(row.republished[span["start"] : span["end"]] == span["text"] for span in spans),
        )

    return one_by_one(judge)


if __name__ == "__main__":
    run("lettucedetect", load)
