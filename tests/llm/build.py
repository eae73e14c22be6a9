"""Short ways to build the LLM judge for tests."""

from collections.abc import Mapping

from checker.domain import Pair
from checker.judges.llm import LlmJudge, LlmParts
from checker.llm.access import Access
from checker.llm.endpoint import Learned, Patience, open_endpoint
from checker.llm.opinions import Prompts
from checker.llm.rulings import Forgetful, Memory, Ruling
from checker.llm.settings import LlmSettings
from checker.prompting import load
from tests.build import pair_of

SECRET = b"of the tests"
HURRIED = Patience(attempts=4, first_wait=0.001, longest_wait=0.01)

LIBRARY = load()
PROMPTS = Prompts(
    several=LIBRARY.get("judge_pairs"), one=LIBRARY.get("judge_pair"), confirm=LIBRARY.get("confirm")
)


def judge_at(
    url: str,
    *,
    memory: Memory | None = None,
    patience: Patience = HURRIED,
    settings: LlmSettings | None = None,
    key: str = "none",
    model: str = "fake",
) -> LlmJudge:
    """A judge that asks the server at this address and is not patient."""
    chosen = settings or LlmSettings(timeout=0.5)
    access, learned = Access(base_url=url, model=model, key=key), Learned()
    return LlmJudge(
        LlmParts(
            open_asker=lambda: open_endpoint(access, chosen, learned, patience=patience),
            prompts=PROMPTS,
            memory=memory or Forgetful(),
            secret=SECRET,
        ),
        model=model,
        endpoint=url,
        parameters={},
        jobs=chosen.jobs,
        pairs_per_call=chosen.pairs_per_call,
    )


class Notebook:
    """A memory in a dictionary."""

    def __init__(self) -> None:
        self.kept: dict[str, Ruling] = {}

    def recall(self, key: str) -> Ruling | None:
        """Return what was kept."""
        return self.kept.get(key)

    def keep(self, key: str, ruling: Ruling) -> None:
        """Keep it."""
        self.kept[key] = ruling


def pairs_of(texts: Mapping[str, str]) -> list[Pair]:
    """Pairs of sources and copies, with ids p1, p2, ..."""
    return [pair_of(source, copy, id_=f"p{i}") for i, (source, copy) in enumerate(texts.items(), start=1)]


MIXED = pairs_of(
    {
        "The mayor said the fair began at noon.": "The mayor stated the fair started at noon.",
        "Seven ships sank in the harbor.": "Nine ships sank in the harbor.",
        "The big dog slept near the door.": "The large dog slept close to the door.",
        "Snow fell in Larn on Monday.": "Snow fell in Larn on Friday.",
        "Ann bought a red coat.": "Ann bought a red boat.",
        "The children help the farmers.": "The kids assist the farmers.",
        "The bank failed in spring.": "The bank grew in spring.",
    }
)
"""Pairs 1, 3 and 6 are consistent, the others are not."""

CONSISTENT = {"p1", "p3", "p6"}
