from dataclasses import replace

import pytest

from checker.domain import BlockKind, Kind, Label, Severity
from checker.errors import UsageError
from checker.policy import SEVERITIES, Policy, parse_fail_on
from tests.build import flag, pair_of


@pytest.mark.parametrize(
    ("value", "labels"),
    [
        pytest.param(
            "distorted", {"distorted", "contradictory"}, id="a contradiction is worse than a distortion"
        ),
        pytest.param("contradictory", {"contradictory"}, id="only contradictions"),
        pytest.param("unsupported", {"unsupported"}, id="additions are a scale of their own"),
        pytest.param(
            "contradictory, OMITTED", {"contradictory", "omitted"}, id="spaces and case do not matter"
        ),
        pytest.param("never", set(), id="never"),
        pytest.param("never,omitted", {"omitted"}, id="never adds nothing"),
    ],
)
def test_fail_on_names_labels(value: str, labels: set[str]) -> None:
    assert {label.value for label in parse_fail_on(value)} == labels


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        pytest.param("distrted", "Did you mean distorted?", id="a slip"),
        pytest.param(
            "zzz", "Choose from distorted, contradictory, unsupported, omitted, never.", id="nonsense"
        ),
        pytest.param("", "Choose from", id="empty"),
        pytest.param("distorted,", "Choose from", id="a comma too many"),
    ],
)
def test_an_unknown_fail_on_is_refused_with_a_suggestion(value: str, hint: str) -> None:
    with pytest.raises(UsageError) as error:
        parse_fail_on(value)

    assert hint in error.value.hint


@pytest.mark.parametrize(
    ("label", "confidence", "policy", "fails"),
    [
        pytest.param("distorted", 0.9, Policy(gates={"rules": 0.9}), True, id="at the gate"),
        pytest.param("distorted", 0.89, Policy(gates={"rules": 0.9}), False, id="below the gate: to review"),
        pytest.param(
            "distorted", 0.1, Policy(gates={"rules": 0.9}, strict=True), True, id="strict has no gate"
        ),
        pytest.param("distorted", 0.5, Policy(min_confidence=0.5), True, id="the user's bar, reached"),
        pytest.param(
            "distorted",
            0.99,
            Policy(gates={"rules": 0.9}, min_confidence=0.995),
            False,
            id="the user's bar, higher",
        ),
        pytest.param("distorted", None, Policy(), True, id="a judge without confidence is taken at its word"),
        pytest.param("consistent", 1.0, Policy(strict=True), False, id="consistent never fails"),
        pytest.param(
            "undetermined", None, Policy(strict=True), False, id="undetermined has its own exit code"
        ),
        pytest.param("unsupported", None, Policy(), False, id="additions pass by default"),
        pytest.param(
            "unsupported", None, Policy(fail_on=parse_fail_on("unsupported")), True, id="unless asked"
        ),
        pytest.param("contradictory", 1.0, Policy(fail_on=frozenset()), False, id="never"),
    ],
)
def test_what_fails(label: str, confidence: float | None, policy: Policy, fails: bool) -> None:
    assert policy.fails(Label(label), confidence=confidence, judged_by="rules@1") is fails


@pytest.mark.parametrize(
    ("policy", "severity", "kinds", "fails"),
    [
        pytest.param(
            Policy(fail_from=Severity.MAJOR), Severity.MINOR, [Kind.ROLE], False, id="not grave enough"
        ),
        pytest.param(Policy(fail_from=Severity.MAJOR), Severity.MAJOR, [Kind.ROLE], True, id="just so"),
        pytest.param(Policy(fail_from=Severity.MAJOR), Severity.CRITICAL, [Kind.ROLE], True, id="graver"),
        pytest.param(
            Policy(review_only=frozenset({Kind.ROLE})),
            Severity.MAJOR,
            [Kind.ROLE],
            False,
            id="a kind to review",
        ),
        pytest.param(
            Policy(review_only=frozenset({Kind.ROLE})),
            Severity.MAJOR,
            [Kind.ROLE, Kind.NUMBER],
            True,
            id="another kind beside it",
        ),
        pytest.param(
            Policy(review_only=frozenset({Kind.ROLE})), Severity.MAJOR, [], True, id="no kind at all"
        ),
        pytest.param(
            Policy(review_only=frozenset({Kind.ROLE}), strict=True),
            Severity.MAJOR,
            [Kind.ROLE],
            False,
            id="strict is about the gate only",
        ),
    ],
)
def test_severity_and_kind_decide_before_the_gate(
    policy: Policy, severity: Severity, kinds: list[Kind], fails: bool
) -> None:
    assert (
        policy.fails(Label.DISTORTED, confidence=1.0, judged_by="rules@1", severity=severity, kinds=kinds)
        is fails
    )


def test_additions_fail_whatever_their_severity_if_asked_for() -> None:
    policy = Policy(fail_on=parse_fail_on("unsupported"), fail_from=Severity.CRITICAL)

    assert policy.fails(Label.UNSUPPORTED, confidence=None, judged_by="pairing", severity=Severity.MINOR)


def test_a_kind_may_weigh_otherwise() -> None:
    pair = pair_of("seven", "nine")
    findings = flag(pair, kind=Kind.ROLE, source="seven", republished="nine").findings

    assert Policy().severity(Label.DISTORTED, findings, pair) is Severity.MINOR
    heavier = Policy(severities={**SEVERITIES, Kind.ROLE: Severity.CRITICAL})
    assert heavier.severity(Label.DISTORTED, findings, pair) is Severity.CRITICAL


def test_every_kind_has_a_severity() -> None:
    assert set(SEVERITIES) == set(Kind)


@pytest.mark.parametrize(
    ("kind", "label", "paragraph", "expected"),
    [
        pytest.param(Kind.MODALITY, Label.DISTORTED, 5, Severity.MINOR, id="a weakened verb"),
        pytest.param(Kind.NUMBER, Label.DISTORTED, 5, Severity.MAJOR, id="a number"),
        pytest.param(Kind.MODALITY, Label.CONTRADICTORY, 5, Severity.MAJOR, id="a contradiction raises"),
        pytest.param(Kind.MODALITY, Label.DISTORTED, 0, Severity.MAJOR, id="the headline raises"),
        pytest.param(Kind.NUMBER, Label.CONTRADICTORY, 0, Severity.CRITICAL, id="both, up to critical"),
        pytest.param(Kind.NUMBER, Label.CONSISTENT, 0, None, id="consistent has none"),
    ],
)
def test_severity(kind: Kind, label: Label, paragraph: int, expected: Severity | None) -> None:
    pair = pair_of("seven ships", "nine ships")
    place = replace(pair.republished[0], paragraph=paragraph, kind=BlockKind.PARAGRAPH)
    pair = replace(pair, republished=(place,))
    findings = flag(pair, kind=kind, source="seven", republished="nine").findings

    assert Policy().severity(label, findings, pair) == expected


def test_the_nearest_level_is_suggested_and_the_word_named() -> None:
    with pytest.raises(UsageError) as error:
        parse_fail_on("contradicted")

    assert str(error.value) == "fail_on: there is no 'contradicted'."
    assert error.value.hint == "Did you mean contradictory?"


@pytest.mark.parametrize(
    ("judged_by", "confidence", "fails"),
    [
        pytest.param("rules@1", 0.9, True, id="its own gate"),
        pytest.param("rules@1@beta", 0.89, False, id="only the first word counts"),
        pytest.param("llm@model@2024", 0.0, True, id="a judge without a gate"),
        pytest.param("stranger", 0.1, True, id="a judge without a version"),
    ],
)
def test_each_judge_has_its_gate(judged_by: str, confidence: float, fails: bool) -> None:
    policy = Policy(gates={"rules": 0.9})

    assert policy.fails(Label.DISTORTED, confidence=confidence, judged_by=judged_by) is fails


@pytest.mark.parametrize(
    ("label", "kind", "expected"),
    [
        pytest.param(Label.OMITTED, None, Severity.MINOR, id="an omission of nothing in particular"),
        pytest.param(
            Label.OMITTED, Kind.NUMBER, Severity.MINOR, id="an omitted figure is what a shorter copy lacks"
        ),
        pytest.param(Label.OMITTED, Kind.NEGATION, Severity.MAJOR, id="an omitted denial"),
        pytest.param(Label.UNSUPPORTED, None, Severity.MINOR, id="an addition of nothing in particular"),
        pytest.param(Label.UNSUPPORTED, Kind.NUMBER, Severity.CRITICAL, id="an added figure in the headline"),
        pytest.param(Label.DISTORTED, None, Severity.MAJOR, id="a flag without a kind, in the headline"),
        pytest.param(Label.IGNORED, Kind.NUMBER, None, id="furniture"),
    ],
)
def test_the_severity_of_each_label_in_the_headline(
    label: Label, kind: Kind | None, expected: Severity | None
) -> None:
    pair = pair_of("seven ships", "nine ships")
    place = replace(pair.republished[0], paragraph=0, kind=BlockKind.HEADING)
    findings = flag(pair, kind=kind, source="seven", republished="nine").findings if kind else ()

    assert Policy().severity(label, findings, replace(pair, republished=(place,))) == expected


@pytest.mark.parametrize(
    ("kind", "paragraph", "index", "leads"),
    [
        pytest.param(BlockKind.HEADING, 0, 0, True, id="the headline"),
        pytest.param(
            BlockKind.PARAGRAPH, 0, 9, True, id="a first paragraph without a headline, however long"
        ),
        pytest.param(BlockKind.PARAGRAPH, 1, 1, True, id="the first paragraph"),
        pytest.param(BlockKind.PARAGRAPH, 1, 3, True, id="its third sentence"),
        pytest.param(BlockKind.PARAGRAPH, 1, 4, False, id="its fourth"),
        pytest.param(BlockKind.PARAGRAPH, 2, 2, False, id="the second paragraph"),
        pytest.param(BlockKind.LIST_ITEM, 0, 0, False, id="a list"),
    ],
)
def test_what_leads_an_article_weighs_more(kind: BlockKind, paragraph: int, index: int, leads: bool) -> None:
    pair = pair_of("seven ships", "nine ships")
    place = replace(pair.republished[0], paragraph=paragraph, index=index, kind=kind)
    findings = flag(pair, kind=Kind.NUMBER, source="seven", republished="nine").findings

    severity = Policy().severity(Label.DISTORTED, findings, replace(pair, republished=(place,)))

    assert severity is (Severity.CRITICAL if leads else Severity.MAJOR)


def test_the_gravest_finding_counts() -> None:
    pair = pair_of("seven ships", "nine ships")
    findings = [
        flag(pair, kind=kind, source="seven", republished="nine").findings[0]
        for kind in (Kind.WORDING, Kind.NUMBER, Kind.ROLE)
    ]

    assert Policy().severity(Label.DISTORTED, findings, pair) is Severity.MAJOR
    assert Policy().severity(Label.DISTORTED, (), pair) is Severity.MINOR
