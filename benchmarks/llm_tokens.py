"""What an audit by a language model costs in tokens, beside asking claim by claim with the whole source attached.

    python -m benchmarks.llm_tokens [SOURCE REPUBLISHED]      default: the example pair

Nothing is asked: a server on loopback answers and counts. Tokens are those of the embedded model's tokenizer, for both
ways alike; the last column adds the JSON schema of the answer to every call, as providers that enforce it bill it. Two
models are played: one that flags every pair that is worded otherwise, with long quotes, and one that passes all, so
that every doubt of a rule costs a second opinion.
"""

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from onnxruntime import InferenceSession
from tokenizers import Tokenizer

from benchmarks.plain_prompts import PLAIN
from checker.chunker.clean import clean
from checker.chunker.passages import passages
from checker.domain import Article
from checker.judges import network
from checker.llm.settings import LlmSettings
from checker.pipeline import run_audit
from checker.policy import Policy
from checker.reading import read
from tests.fakes.http import Reply, as_json, serve
from tests.fakes.model import completion, entry, task_of
from tests.llm.build import judge_at

Body = Mapping[str, object]
PLAIN_ANSWER = '{"label": "consistent"}'
_WHY = "The copy says something else than the source."


@dataclass
class Bill:
    """What a way of asking takes."""

    calls: int = 0
    sent: int = 0
    enforced: int = 0
    """Tokens of the schemas, where they are billed."""
    answered: int = 0

    @property
    def total(self) -> int:
        """Tokens without the schemas."""
        return self.sent + self.answered


class Counter:
    """Counts tokens."""

    def __init__(self) -> None:
        weights = Path(network.__file__).parents[1] / "models" / f"{network.MODEL}.onnx"
        session = InferenceSession(weights.read_bytes())
        self._tokenizer: Tokenizer = Tokenizer.from_str(
            session.get_modelmeta().custom_metadata_map["tokenizer"]
        )
        self._tokenizer.no_truncation()

    def __call__(self, text: str) -> int:
        """Return how many tokens a text has."""
        return len(self._tokenizer.encode(text, add_special_tokens=False).ids)


def add(bill: Bill, body: Body, answer: str, count: Counter) -> None:
    """Add a call to a bill."""
    messages = body["messages"]
    assert isinstance(messages, list)  # noqa: S101 - both ways of asking build it so
    bill.calls += 1
    bill.sent += sum(count(message["content"]) for message in messages)
    bill.enforced += count(json.dumps(body["response_format"]))
    bill.answered += count(answer)


def flagging(body: Body) -> dict[str, object]:
    """Flag whatever is worded otherwise, with a reason of the eight words that the prompts allow."""
    task = task_of(body)
    entries = [entry(asked, why=_WHY) for asked in task.pairs]
    return completion(json.dumps({"nonce": task.nonce, "pairs": entries}))


def passing(body: Body) -> dict[str, object]:
    """Pass everything."""
    task = task_of(body)
    entries = [{"id": asked.id, "differences": [], "label": "consistent"} for asked in task.pairs]
    return completion(json.dumps({"nonce": task.nonce, "pairs": entries}))


def audit_bill(
    source: Article, copy: Article, model: Callable[[Body], dict[str, object]], size: int, count: Counter
) -> Bill:
    """Audit as `checker audit --judge llm` does, and count."""
    bill = Bill()

    def reply(_: str, body: dict[str, object]) -> Reply:
        document = model(body)
        choices = document["choices"]
        assert isinstance(choices, list)  # noqa: S101 - made above
        add(bill, body, choices[0]["message"]["content"], count)
        return as_json(document)

    with serve(reply) as server:
        judge = judge_at(server.url, settings=LlmSettings(pairs_per_call=size, timeout=60))
        run_audit(source, copy, judge=judge, policy=Policy())
    return bill


def claims_bill(source: Article, copy: Article, count: Counter) -> Bill:
    """Ask about every sentence of the copy's story, each with the whole source, for nothing but a label."""
    bill, plain = Bill(), PLAIN["label as JSON"]
    for passage in clean(passages(copy), copy):
        if not passage.furniture:
            add(bill, plain.body(source.text, passage.text), PLAIN_ANSWER, count)
    return bill


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", nargs="*", default=["examples/source.md", "examples/republished.md"])
    options = parser.parse_args()
    source, copy = map(read, options.texts)
    count = Counter()
    bills = {"claim by claim, whole source": claims_bill(source, copy, count)}
    for size in (1, 3, 6, 8, 10):
        for name, model in (("flags", flagging), ("passes", passing)):
            bills[f"the judge, {size} a call; model {name} all"] = audit_bill(
                source, copy, model, size, count
            )
    whole = bills["claim by claim, whole source"]
    lines = ["| asked | calls | sent | answered | together | share | share with schemas |", "|---" * 7 + "|"]
    for name, bill in bills.items():
        share, enforced = (
            bill.total / whole.total,
            (bill.total + bill.enforced) / (whole.total + whole.enforced),
        )
        lines.append(
            f"| {name} | {bill.calls} | {bill.sent} | {bill.answered} | {bill.total} | {share:.0%} | {enforced:.0%} |"
        )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
