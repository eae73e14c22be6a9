import math

from checker.domain import Kind
from checker.facts import Difference
from checker.facts.precision import PRECISION
from checker.judges.fact_signals import NAMES, fact_signals


def _named(*differences: Difference) -> dict[str, float]:
    return dict(zip(NAMES, fact_signals(differences), strict=True))


def _difference(kind: Kind, rule: str, *, contradicts: bool = False) -> Difference:
    return Difference(kind=kind, rule=rule, contradicts=contradicts, explanation="", republished=(0, 1))


def test_nothing_found_is_all_zeros() -> None:
    assert set(fact_signals(())) == {0.0}


def test_the_surest_rule_of_a_kind_speaks_for_it() -> None:
    rules = sorted((r for r in PRECISION if r.startswith("date.")), key=lambda r: PRECISION[r])
    least, most = _difference(Kind.DATE, rules[0]), _difference(Kind.DATE, rules[-1], contradicts=True)

    named = _named(least, most)

    surest = max(0.1, math.log(PRECISION[rules[-1]] / (1 - PRECISION[rules[-1]])))
    assert named["rule_date"] == named["rules_surest"] == surest
    assert (named["rules"], named["rules_contradict"]) == (2.0, 1.0)
    assert named["rule_name"] == 0.0
