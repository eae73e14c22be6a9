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
