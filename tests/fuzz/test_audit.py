"""Whatever two texts hold: pairing, rules, validator, report and every renderer keep their promises."""

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from checker.aggregate import aggregate
from checker.chunker.clean import clean
from checker.chunker.pairing import pair
from checker.chunker.passages import passages
from checker.domain import Article, Finding, Kind, Label, Outcome, Pair, Reason, Span, Undetermined, Verdict
from checker.errors import InputError
from checker.gaps import gap_findings
from checker.judges.rules import RulesJudge
from checker.pipeline import run_audit
from checker.policy import Policy
from checker.ports import Judge
from checker.reading import article_from_text
from checker.reports.pairing import FORMATS as PAIR_FORMATS
from checker.reports.pairing import render as render_pairing
from checker.reports.pairing_reasons import EXPLAIN_FORMATS, render_reasons
from checker.validator import validate_all
from checker.wiring import build_judge
from tests.fuzz.invariants import (
    check_outcomes,
    check_pairs,
    check_passages,
    check_renderers,
    check_report,
)
from tests.fuzz.profile import fuzzed
from tests.fuzz.texts import articles_and_copies


def articles(source: str, copy: str) -> tuple[Article, Article] | None:
    try:
        return article_from_text(source, name="source"), article_from_text(copy, name="copy")
    except InputError:
        return None


def paired(source: Article, copy: Article) -> tuple[Pair, ...]:
    sides = [clean(passages(article), article) for article in (source, copy)]
    for article, found in zip((source, copy), sides, strict=True):
        check_passages(article, found)
    pairs = pair(*sides, background=source.text)
    check_pairs(sides[0], sides[1], pairs)
    return pairs


def audited(source: Article, copy: Article, judge: Judge) -> None:
    try:
        report = run_audit(source, copy, judge=judge, policy=Policy())
    except InputError:
        return
    check_report(source, copy, report)
    check_renderers(report)


@fuzzed
@given(both=articles_and_copies())
def test_an_audit_by_rules(both: tuple[str, str]) -> None:
    if found := articles(*both):
        source, copy = found
        questions = [p for p in paired(source, copy) if p.source and p.republished]
        check_outcomes(source, copy, validate_all(questions, RulesJudge().judge(questions)))
        audited(source, copy, RulesJudge())


@fuzzed
@given(both=articles_and_copies())
def test_an_audit_by_the_embedded_judge(both: tuple[str, str]) -> None:
    if found := articles(*both):
        source, copy = found
        questions = [p for p in paired(source, copy) if p.source and p.republished]
        outcomes = embedded().judge(questions)
        check_outcomes(source, copy, outcomes)
        assert validate_all(questions, outcomes) == [_plain(outcome) for outcome in outcomes]
        audited(source, copy, embedded())


@cache
def embedded() -> Judge:
    return build_judge("embedded")


def _plain(outcome: Outcome) -> Outcome:
    """Its own judge makes nothing up: what the validator does to its verdicts is nothing."""
    return outcome


@fuzzed
@given(both=articles_and_copies())
def test_a_pairing_and_the_reasons_for_it(both: tuple[str, str]) -> None:
    if found := articles(*both):
        pairs = paired(*found)
        for format_ in PAIR_FORMATS:
            render_pairing(*found, pairs, format_).encode()
        for one in pairs:
            for format_ in EXPLAIN_FORMATS:
                try:
                    render_reasons(*found, pairs, one.id, format_).encode()
                except InputError:
                    continue


spans = st.builds(
    Span,
    quote=st.sampled_from(["", "Seven", "Nine", "Seven ships", "s", "\ud800"]),
    start=st.integers(-2, 60),
    end=st.integers(-2, 60),
)
chances = st.one_of(st.none(), st.floats(), st.floats(0, 1))


@st.composite
def outcomes_about(draw: st.DrawFn, pairs: list[Pair]) -> list[Outcome]:
    """What a judge might say that is wrong in every way."""
    strangers = [Pair(id="p99", source=pairs[0].source, republished=pairs[0].republished)]
    found: list[Outcome] = []
    for about in draw(st.lists(st.sampled_from([*pairs, *strangers]), max_size=6)):
        if draw(st.integers(0, 4)) == 0:
            found.append(Undetermined(pair=about, judged_by="x", reason=draw(st.sampled_from(list(Reason)))))
            continue
        findings = st.builds(
            Finding,
            kind=st.sampled_from(list(Kind)),
            explanation=st.text(max_size=9),
            source=st.one_of(st.none(), spans, st.sampled_from(_true(about, "source"))),
            republished=st.one_of(st.none(), spans, st.sampled_from(_true(about, "republished"))),
        )
        found.append(
            Verdict(
                pair=about,
                label=draw(st.sampled_from(list(Label))),
                judged_by="x",
                findings=tuple(draw(st.lists(findings, max_size=3))),
                p_consistent=draw(chances),
                confidence=draw(chances),
            )
        )
    return found


def _true(pair: Pair, side: str) -> list[Span]:
    passages_ = getattr(pair, side)
    return [Span(quote=p.text[:5], start=p.start, end=p.start + len(p.text[:5])) for p in passages_]


SOURCE = "Seven ships sank off the cape.\n\nNobody was hurt in the storm.\n\nThe sea was calm on Monday."
COPY = "Nine ships sank off the cape.\n\nNo one was hurt in the storm.\n\nThe sea was calm on Friday."


@fuzzed
@given(data=st.data())
def test_no_verdict_gets_past_the_validator_unchecked(data: st.DataObject) -> None:
    found = articles(SOURCE, COPY)
    assert found
    source, copy = found
    pairs = paired(source, copy)
    questions = [p for p in pairs if p.source and p.republished]
    said = data.draw(outcomes_about(questions))

    checked = validate_all(questions, said)

    assert [outcome.pair.id for outcome in checked] == [question.id for question in questions]
    check_outcomes(source, copy, checked)
    last = {outcome.pair.id: outcome for outcome in said}
    for outcome in checked:
        if isinstance(outcome, Verdict):
            heard = last[outcome.pair.id]
            assert isinstance(heard, Verdict)
            assert heard.label == outcome.label in {Label.CONSISTENT, Label.DISTORTED, Label.CONTRADICTORY}
            assert bool(outcome.findings) == (outcome.label is not Label.CONSISTENT)
    report = aggregate(
        source,
        copy,
        pairs,
        checked,
        policy=Policy(),
        tool={"name": "checker", "judge": "x"},
        usage={},
        gaps=gap_findings(pairs, source, copy),
    )
    check_report(source, copy, report)
    check_renderers(report)
    assert (report.verdict == "pass") <= all(isinstance(outcome, Verdict) for outcome in checked)
