"""The whole way of the data as one function: read texts in, report out.

Named `pipeline` and not `audit` because `checker.audit` is the public function, and importing a submodule of
that name would overwrite it.
"""

import time
from collections.abc import Mapping, Sequence

from checker import __version__
from checker.aggregate import aggregate
from checker.chunker.clean import clean
from checker.chunker.pairing import pair
from checker.chunker.passages import passages
from checker.domain import Article, Kind, Label, Outcome, Pair, Passage, Reason, Report, Undetermined
from checker.errors import InputError
from checker.gaps import gap_findings
from checker.policy import Policy
from checker.ports import Judge, Metered
from checker.reading.language import NAMES, language_of
from checker.reading.lossy import as_lossy, lost_characters
from checker.validator import validate_all


def run_audit(source: Article, republished: Article, *, judge: Judge, policy: Policy) -> Report:
    """Pair the passages of two articles, judge every pair, and report.

    Raises:
        InputError: One of the articles holds nothing but page furniture.
    """
    began = time.perf_counter()
    damaged = lost_characters(source, republished)
    source = comparable(source, republished)
    pairs = run_pairing(source, republished)
    questions = [p for p in pairs if p.source and p.republished]
    spent = _usage(judge)
    outcomes = validate_all(questions, judge.judge(questions))
    return aggregate(
        source,
        republished,
        pairs,
        outcomes,
        policy=policy,
        tool=_tool(judge, policy, language=republished.language),
        usage=_usage(judge, before=spent) | {"seconds": round(time.perf_counter() - began, 3)},
        gaps=gap_findings(pairs, source, republished),
        notes=[*_about_languages(source, republished), *_notes(judge, questions, outcomes, damaged=damaged)],
    )


def comparable(source: Article, republished: Article) -> Article:
    """Return the source as it should be read beside this copy: without characters that the whole copy lost."""
    return as_lossy(source, republished) if lost_characters(source, republished) else source


def run_pairing(source: Article, republished: Article) -> tuple[Pair, ...]:
    """Split two articles into passages and pair them.

    Raises:
        InputError: One of the articles holds nothing but page furniture.
    """
    return pair(_story(source), _story(republished), background=source.text)


def _story(article: Article) -> tuple[Passage, ...]:
    found = clean(passages(article), article)
    if all(passage.furniture for passage in found):
        raise InputError(
            article.name,
            "nothing but page furniture (menus, bylines, links), no story text",
            hint="Check that this is the file with the article.",
        )
    return found


def _tool(judge: Judge, policy: Policy, *, language: str) -> Mapping[str, object]:
    return {
        "name": "checker",
        "version": __version__,
        "judge": judge.name,
        "prompt": judge.prompt if isinstance(judge, Metered) else None,
        "language": language,
        "thresholds": {
            "gate": policy.gate(judge.name),
            "fail_on": [label.value for label in Label if label in policy.fail_on],
            "fail_from": policy.fail_from.value,
            "review_only": [kind.value for kind in Kind if kind in policy.review_only],
            "strict": policy.strict,
        },
    }


def _usage(judge: Judge, before: Mapping[str, int | float] | None = None) -> dict[str, int | float]:
    """Return what a judge has spent, or what it has spent since then."""
    spent = judge.usage if isinstance(judge, Metered) else {}
    total = {"model_calls": 0, "tokens_in": 0, "tokens_out": 0} | dict(spent)
    return {name: round(amount - (before or {}).get(name, 0), 9) for name, amount in total.items()}


def _about_languages(source: Article, republished: Article) -> list[str]:
    """Say so if the two texts are in different languages, or in one that this program knows little of."""
    theirs, ours = language_of(source.text), language_of(republished.text)
    if theirs and ours and theirs != ours:
        seem = f"The source seems to be in {NAMES[theirs]}, the copy in {NAMES[ours]}"
        return [
            f"{seem}: sentences of different languages cannot be compared; most will have no counterpart."
        ]
    if ours and ours != "en":
        known = "numbers, dates, names and quotations are compared, but words are known in English only"
        return [f"The texts are in {NAMES[ours]}: {known}, so much else is overlooked."]
    return []


def _notes(judge: Judge, questions: list[Pair], outcomes: Sequence[Outcome], *, damaged: bool) -> list[str]:
    notes = [judge.limits]
    left = sum(isinstance(each, Undetermined) and each.reason is Reason.INTERRUPTED for each in outcomes)
    if left:
        notes.insert(0, f"Stopped before its end: {left} of {len(questions)} pairs were not judged.")
    if damaged:
        notes.insert(0, "The copy lost every character beyond ASCII; the source was read without them, too.")
    if not questions:
        notes.insert(
            0, "No passage of the one text corresponds to a passage of the other: nothing to compare."
        )
    return notes
