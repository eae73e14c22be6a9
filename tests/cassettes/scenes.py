"""What is recorded: each scene asks the judge as a user would, and says what came of it."""

from collections.abc import Callable, Mapping

from checker.domain import Label, Pair, Undetermined
from checker.judges.llm import LlmJudge
from checker.llm.rulings import Ruling
from checker.llm.settings import LlmSettings, Structured
from checker.pipeline import run_audit
from checker.policy import Policy
from checker.reading import read
from tests.build import pair_of
from tests.cassettes.tape import MODEL
from tests.examples.planted import REPUBLISHED, SOURCE
from tests.llm.build import Notebook, judge_at

Outcomes = dict[str, str]
"""The label of every pair by its id, or why there is none."""

PAIRS = [
    pair_of(source, copy, id_=f"p{number}")
    for number, (source, copy) in enumerate(
        [
            ("The fire killed 12 people in Larn.", "The fire killed 21 people in Larn."),
            ("Snow fell on Monday, the mayor said.", "The mayor said that it snowed on Monday."),
            ("The bank may cut its rates in spring.", "The bank will cut its rates in spring."),
        ],
        start=1,
    )
]


def _judge(url: str, **settings: object) -> LlmJudge:
    chosen = LlmSettings(jobs=1, timeout=1_800, **settings)  # type: ignore[arg-type]
    return judge_at(url, settings=chosen, model=MODEL)


def _outcomes(judge: LlmJudge, pairs: list[Pair] = PAIRS) -> Outcomes:
    return {
        outcome.pair.id: outcome.reason.value if isinstance(outcome, Undetermined) else outcome.label.value
        for outcome in judge.judge(pairs)
    }


def whole_audit(url: str) -> Outcomes:
    """Audit the example pair."""
    report = run_audit(read(str(SOURCE)), read(str(REPUBLISHED)), judge=_judge(url), policy=Policy())
    return {pair.id: pair.label.value for pair in report.pairs}


def one_a_call(url: str) -> Outcomes:
    """Ask about every pair by itself, the form of the answer enforced by the server."""
    return _outcomes(_judge(url, pairs_per_call=1))


def several_a_call(url: str) -> Outcomes:
    """Ask about three pairs at once."""
    return _outcomes(_judge(url, pairs_per_call=3))


def unstructured(url: str) -> Outcomes:
    """Ask without enforcing anything: the prompt alone says what an answer looks like."""
    return _outcomes(_judge(url, pairs_per_call=1, structured=Structured.TEXT))


def json_object(url: str) -> Outcomes:
    """Ask for JSON of any form."""
    return _outcomes(_judge(url, pairs_per_call=1, structured=Structured.JSON_OBJECT))


def confirmation(url: str) -> Outcomes:
    """Ask for a second opinion about a changed number that a first answer, remembered, found consistent."""
    notebook = Passing()
    return _outcomes(
        judge_at(url, settings=LlmSettings(jobs=1, timeout=1_800), model=MODEL, memory=notebook), PAIRS[:1]
    )


class Passing(Notebook):
    """A memory in which every pair has been found consistent at first."""

    def recall(self, key: str) -> Ruling | None:
        """Return what was kept; what was not is the first opinion."""
        if not self.kept:
            self.kept[key] = Ruling(label=Label.CONSISTENT, judged_by="remembered")
        return self.kept.get(key)


SCENES: Mapping[str, Callable[[str], Outcomes]] = {
    "confirmation": confirmation,
    "json_object": json_object,
    "one_a_call": one_a_call,
    "several_a_call": several_a_call,
    "unstructured": unstructured,
    "whole_audit": whole_audit,
}
