from dataclasses import replace

import pytest

from checker.domain import ArticleInfo, AuditedPair, Label, Report, Severity
from checker.reports.page.digest import entries, headline, lists, name_of, overall, standfirst
from checker.reports.page.rows import rows
from tests.reports.reports import every_label, pair, place, report

SAME = pair(Label.CONSISTENT, [place("a")], [place("a")])
REVIEW = pair(Label.DISTORTED, [place("b")], [place("c")], number=2)
FAILS = pair(Label.DISTORTED, [place("d")], [place("e")], number=3, fails=True)
UNKNOWN = pair(Label.UNDETERMINED, [place("f")], [place("g")], number=4)


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        pytest.param([SAME, FAILS], "The copy departs from its source in 1 place.", id="fails"),
        pytest.param(
            [SAME], "The copy says what its source says, as far as this judge can see.", id="passes"
        ),
        pytest.param([SAME, REVIEW], "Nothing fails, but 1 place is worth a look.", id="to review"),
        pytest.param([SAME, UNKNOWN], "Not everything could be compared.", id="undetermined"),
    ],
)
def test_the_verdict_in_words(pairs: list[AuditedPair], words: str) -> None:
    assert headline(report(pairs)) == words


def test_the_standfirst_tells_the_rest() -> None:
    words = standfirst(every_label())

    assert words == (
        "Of 4 passages with a counterpart in the source, 1 says the same. Correct what fails. Then read 1 more "
        "place where the judge is less sure. 1 passage could not be judged: compare by eye. 1 passage of the "
        "copy is not in the source. 1 passage of the source is left out."
    )
    assert standfirst(report([])) == "No passage of the copy has a counterpart in the source."


def test_every_row_to_look_at_is_listed_once() -> None:
    shown = rows(every_label().pairs)

    listed = [row.number for group in lists(shown) for row in (*group.first, *group.more)]

    assert sorted(listed) == [row.number for row in shown if row.stop]
    assert [group.key for group in lists(shown)] == [
        "fails",
        "review",
        "undetermined",
        "unsupported",
        "omitted",
    ]


@pytest.mark.parametrize("label", [Label.UNSUPPORTED, Label.OMITTED])
def test_passages_without_a_counterpart_are_listed_worst_first(label: Label) -> None:
    weights = (Severity.MINOR, Severity.CRITICAL, Severity.MAJOR)
    shown = rows([pair(label, [place("a")], number=n, severity=weight) for n, weight in enumerate(weights)])

    [group] = lists(shown)

    assert [row.severity for row in group.first] == ["critical", "major", "minor"]


def test_a_long_list_opens_with_its_worst() -> None:
    many = [replace(REVIEW, fingerprint=str(n)) for n in range(40)]

    [group] = lists(rows(many))

    assert (len(group.first), len(group.more)) == (6, 34)


@pytest.mark.parametrize(
    ("name", "short", "linked"),
    [
        pytest.param("content/2026/story.md", "story.md", False, id="path"),
        pytest.param("C:\\texts\\story.md", "story.md", False, id="Windows path"),
        pytest.param("-", "-", False, id="standard input"),
        pytest.param("https://example.org/a/story", "story", True, id="web address"),
        pytest.param("javascript:alert(1)", "javascript:alert(1)", False, id="script address"),
        pytest.param("https://[broken", "[broken", False, id="broken address"),
        pytest.param("https:story", "https:story", False, id="no host"),
    ],
)
def test_only_web_addresses_become_links(name: str, short: str, linked: bool) -> None:
    found = name_of(ArticleInfo(name=name, sha256="", characters=1))

    assert (found.short, found.href) == (short, name if linked else None)


def test_an_index_lists_the_worst_first() -> None:
    reports = {
        "good": report([SAME]),
        "unknown": report([SAME, UNKNOWN]),
        "one": report([FAILS]),
        "two": report([FAILS, replace(FAILS, fingerprint="x")]),
        "review": report([REVIEW]),
    }

    assert [e.href for e in entries(reports)] == ["two", "one", "unknown", "review", "good"]


@pytest.mark.parametrize(
    ("reports", "words"),
    [
        pytest.param([], "No copies were compared.", id="none"),
        pytest.param([report([SAME])], "The copy passes.", id="one"),
        pytest.param([report([SAME])] * 2, "All 2 copies pass.", id="all pass"),
        pytest.param(
            [report([SAME]), report([FAILS])], "1 of 2 copies departs from the source.", id="one fails"
        ),
        pytest.param(
            [report([SAME]), report([UNKNOWN])],
            "1 of 2 copies could not be compared in full.",
            id="one unknown",
        ),
    ],
)
def test_many_reports_in_one_sentence(reports: list[Report], words: str) -> None:
    assert overall(reports) == words
