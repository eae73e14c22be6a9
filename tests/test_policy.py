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
