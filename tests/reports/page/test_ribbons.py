from collections import Counter
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.domain import AuditedPair, Label
from checker.reports.page.ribbons import WIDTH, draw
from tests.reports.reports import every_label, pair, place


def test_every_passage_is_a_bar_and_every_pair_with_two_sides_a_ribbon() -> None:
    report = every_label()
    drawn = draw(report.pairs)

    assert len(drawn.bars) == sum(len(p.source) + len(p.republished) for p in report.pairs)
    assert Counter(r.label for r in drawn.ribbons) == Counter(
        p.label for p in report.pairs if p.source and p.republished
    )
    assert [r.moved for r in drawn.ribbons].count(True) == 1


def test_what_differs_lies_above_what_agrees() -> None:
    labels = [ribbon.label for ribbon in draw(every_label().pairs).ribbons]

    assert labels[0] is Label.CONSISTENT
    assert Label.CONSISTENT not in labels[1:]


def test_neighbouring_passages_of_a_pair_share_a_ribbon_and_scattered_ones_do_not() -> None:
    together = pair(Label.CONSISTENT, [place("a", 1), place("b", 2)], [place("ab", 1)])
    apart = pair(Label.CONSISTENT, [place("c", 3), place("e", 5)], [place("ce", 2)])
    between = pair(Label.OMITTED, [place("d", 4)])

    drawn = draw([together, apart, between])

    assert Counter(r.row for r in drawn.ribbons) == {0: 1, 1: 2}


def test_nothing_to_draw() -> None:
    assert draw([]).bars == ()


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), max_size=60))
def test_bars_stay_inside_the_map_and_do_not_overlap(sizes: list[tuple[int, int]]) -> None:
    pairs: list[AuditedPair] = [
        pair(
            Label.CONSISTENT,
            [place("x" * left, n)] if left else [],
            [place("y" * right, n)] if right else [],
            number=n,
        )
        for n, (left, right) in enumerate(sizes)
    ]

    drawn = draw(pairs)

    for x in {bar.x for bar in drawn.bars}:
        column = [bar for bar in drawn.bars if bar.x == x]
        assert all(bar.y >= 0 and bar.y + bar.height <= drawn.height for bar in column)
        assert all(one.y + one.height <= other.y + 0.2 for one, other in pairwise(column))
    assert all(0 <= bar.x < WIDTH for bar in drawn.bars)
