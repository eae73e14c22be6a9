from dataclasses import replace

import pytest

from checker.aggregate import aggregate, fingerprint
from checker.domain import (
    Article,
    Block,
    Label,
    OffsetMap,
    Outcome,
    Pair,
    Reason,
    Report,
    Undetermined,
    Verdict,
)
from checker.policy import Policy
from tests.build import article, flag, passage_of

SOURCE = article("Seven ships sank.\nNobody was hurt.", "source.txt")
COPY = article("Nine ships sank.\nRelated: whales.\nThe sea is blue.", "copy.txt")
SHIPS = Pair(
    id="p1",
    source=(passage_of(SOURCE.text, "Seven ships sank."),),
    republished=(passage_of(COPY.text, "Nine ships sank."),),
)
LINK = Pair(
    id="p2",
    source=(),
    republished=(replace(passage_of(COPY.text, "Related: whales."), furniture="link to another story"),),
)
ADDED = Pair(id="p3", source=(), republished=(passage_of(COPY.text, "The sea is blue."),))
DROPPED = Pair(id="p4", source=(passage_of(SOURCE.text, "Nobody was hurt."),), republished=())
PAIRS = (SHIPS, LINK, ADDED, DROPPED)
FLAG = flag(SHIPS, source="Seven", republished="Nine", confidence=0.99)
FINE = Verdict(pair=SHIPS, label=Label.CONSISTENT, judged_by="rules@1")
LOST = Undetermined(pair=SHIPS, judged_by="llm@1", reason=Reason.REFUSAL, detail="I cannot help")


def report(outcome: Outcome | None, policy: Policy | None = None, pairs: tuple[Pair, ...] = PAIRS) -> Report:
    outcomes = [] if outcome is None else [outcome]
    return aggregate(SOURCE, COPY, pairs, outcomes, policy=policy or Policy(), tool={}, usage={})


def test_every_kind_of_pair_gets_its_label() -> None:
    result = report(FLAG)

    assert [pair.label for pair in result.pairs] == ["distorted", "ignored", "unsupported", "omitted"]
    assert result.counts["distorted"] == result.counts["ignored"] == 1
    assert result.counts["consistent"] == 0
    assert result.pairs[1].reason == "link to another story"


@pytest.mark.parametrize(
    ("outcome", "policy", "verdict"),
    [
        pytest.param(FLAG, Policy(), "fail", id="a sure flag fails"),
        pytest.param(replace(FLAG, confidence=0.2), Policy(), "pass", id="an unsure one is only listed"),
        pytest.param(FINE, Policy(), "pass", id="consistent"),
        pytest.param(LOST, Policy(), "undetermined", id="no answer is not fine"),
        pytest.param(None, Policy(), "undetermined", id="not asked is not fine"),
        pytest.param(
            LOST, Policy(fail_on=frozenset({Label.OMITTED})), "fail", id="a failure outweighs a gap"
        ),
        pytest.param(LOST, Policy(fail_on=frozenset()), "undetermined", id="never still fails closed"),
    ],
)
def test_the_verdict_fails_closed(outcome: Outcome | None, policy: Policy, verdict: str) -> None:
    assert report(outcome, policy).verdict == verdict


def test_nothing_to_compare_is_undetermined() -> None:
    assert report(None, pairs=(LINK, ADDED, DROPPED)).verdict == "undetermined"


def test_quotes_and_lines_point_into_the_file() -> None:
    [ships, _, blue, hurt] = report(FLAG).pairs

    [finding] = ships.findings
    assert finding.source is not None
    assert SOURCE.raw[finding.source.start : finding.source.end] == finding.source.quote == "Seven"
    assert blue.republished[0].line == 3
    assert hurt.source[0].line == 2


def test_markup_between_the_words_stays_in_the_quote() -> None:
    raw = "<p>Nine&amp;a <b>half</b> ships.</p>"
    text = "Nine&a half ships."
    marked = Article(
        name="copy.html",
        raw=raw,
        text=text,
        blocks=(Block(start=0, end=len(text)),),
        sha256="",
        offsets=OffsetMap(
            text_starts=(0, 4, 5, 7, 11, 18),
            file_starts=(3, 7, 12, 17, 25, 32),
            file_ends=(7, 12, 14, 21, 32, 32),
        ),
    )
    pair = replace(SHIPS, republished=(passage_of(text, text),))
    found = flag(pair, source="Seven", republished="Nine&a half")

    result = aggregate(SOURCE, marked, [pair], [found], policy=Policy(), tool={}, usage={})

    [finding] = result.pairs[0].findings
    assert finding.republished is not None
    assert finding.republished.quote == "Nine&amp;a <b>half"
    assert raw[finding.republished.start : finding.republished.end] == finding.republished.quote


@pytest.mark.parametrize(
    ("other", "same"),
    [
        pytest.param("Nine  ships\r\nsank.", True, id="reflowed"),
        pytest.param("NINE ships sank.", True, id="case"),
        pytest.param("Ten ships sank.", False, id="another word"),
        pytest.param("Nine ships sank", False, id="another ending"),
    ],
)
def test_a_fingerprint_survives_layout_but_no_changed_word(other: str, same: bool) -> None:
    changed = replace(SHIPS, republished=(passage_of(other, other),))

    assert (fingerprint(changed) == fingerprint(SHIPS)) is same


def test_words_that_change_sides_change_the_fingerprint() -> None:
    assert fingerprint(Pair(id="p", source=SHIPS.source, republished=())) != fingerprint(
        Pair(id="p", source=(), republished=SHIPS.source)
    )


def test_repeated_pairs_keep_fingerprints_apart() -> None:
    twice = (SHIPS, replace(SHIPS, id="p9"))

    prints = [pair.fingerprint for pair in report(FLAG, pairs=twice).pairs]

    assert prints[1] == f"{prints[0]}-2"
