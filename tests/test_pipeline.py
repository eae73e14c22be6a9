from itertools import pairwise

import pytest

from checker.domain import Label, Report
from checker.errors import InputError
from checker.judges.rules import RulesJudge
from checker.pipeline import run_audit
from checker.policy import Policy
from checker.reading import article_from_text, read
from tests.examples.planted import REPUBLISHED, SOURCE, expected
from tests.shared import EXAMPLES, needs_shared

LOSSY = (
    "“I’m here,” he said. It’s José’s. “We’re late,” she’d say. Seven ships sank off Larn’s coast on Monday."
)


def audited(source: str, republished: str) -> Report:
    return run_audit(
        article_from_text(source), article_from_text(republished), judge=RulesJudge(), policy=Policy()
    )


@pytest.fixture(scope="module")
def example() -> Report:
    return run_audit(read(str(SOURCE)), read(str(REPUBLISHED)), judge=RulesJudge(), policy=Policy())


def label_of(report: Report, sentence: str) -> Label:
    [label] = {
        pair.label
        for pair in report.pairs
        for place in (*pair.source, *pair.republished)
        if place.text in sentence or sentence in place.text
    }
    return label


def test_every_passage_of_both_texts_is_in_exactly_one_pair(example: Report) -> None:
    for side, path in (("source", SOURCE), ("republished", REPUBLISHED)):
        places = [place for pair in example.pairs for place in getattr(pair, side)]
        spans = sorted((place.start, place.end) for place in places)
        text = path.read_text(encoding="utf-8")
        outside = list(text)
        for start, end in spans:
            outside[start:end] = " " * (end - start)

        assert all(one[1] <= other[0] for one, other in pairwise(spans))
        assert "".join(outside).strip(" \n#") == ""


def test_the_words_of_every_finding_stand_in_the_files(example: Report) -> None:
    source, copy = SOURCE.read_text(encoding="utf-8"), REPUBLISHED.read_text(encoding="utf-8")
    findings = [finding for pair in example.pairs for finding in pair.findings]

    assert findings
    for finding in findings:
        for quote, text in ((finding.source, source), (finding.republished, copy)):
            assert quote is None or text[quote.start : quote.end] == quote.quote


def test_furniture_is_ignored_and_gaps_are_seen(example: Report) -> None:
    for furniture in expected().furniture:
        assert label_of(example, furniture.line.lstrip("# ")) is Label.IGNORED
    for addition in expected().additions:
        assert label_of(example, addition.republished[0]) is Label.UNSUPPORTED
    for omission in expected().omissions:
        assert label_of(example, omission.source[0]) is Label.OMITTED


def test_a_moved_paragraph_is_known_as_moved(example: Report) -> None:
    moved = {entry.republished[0] for entry in expected().harmless if entry.moved}
    found = {place.text for pair in example.pairs if pair.moved for place in pair.republished}

    assert moved <= found


def test_only_furniture_is_nothing_to_audit() -> None:
    with pytest.raises(InputError) as error:
        audited("Seven ships sank off Larn on Monday.", "See also: Ten best pies\n\nLeave a Reply")

    assert "furniture" in str(error.value)


def test_one_sentence_against_one_sentence() -> None:
    report = audited("Seven ships sank.", "Nine ships sank.")

    assert report.verdict == "fail"


@pytest.mark.parametrize(
    ("source", "copy"),
    [
        pytest.param(
            "七艘船沉没了。市长星期一打开了桥。", "市长星期一打开了桥。九艘船沉没了。", id="Chinese"
        ),
        pytest.param("غرقت سبع سفن يوم الاثنين.", "غرقت سبع سفن يوم الاثنين.", id="Arabic"),
        pytest.param(
            "Seven\x00 ships\x07 sank off Larn.", "Seven ships sank off Larn.", id="control characters"
        ),
        pytest.param("word " * 200_000, "word " * 200_000, id="a 1 MB sentence"),
    ],
)
def test_hard_texts_are_compared_and_do_not_crash(source: str, copy: str) -> None:
    report = audited(source, copy)

    assert report.counts["unsupported"] + report.counts["omitted"] <= 2
    assert report.verdict != "fail"


def test_a_copy_without_its_typographic_characters_is_no_other_text() -> None:
    stripped = LOSSY.encode("ascii", "ignore").decode()

    report = audited(LOSSY, stripped)

    assert report.verdict == "pass"
    assert report.counts["consistent"] == len(report.pairs)
    assert "lost every character beyond ASCII" in report.notes[0]


def test_a_changed_number_is_found_in_such_a_copy_and_located_in_the_file() -> None:
    stripped = LOSSY.encode("ascii", "ignore").decode().replace("Seven", "Nine")

    report = audited(LOSSY, stripped)

    [finding] = [finding for pair in report.pairs for finding in pair.findings]
    assert finding.source is not None
    assert LOSSY[finding.source.start : finding.source.end] == "Seven"


@needs_shared
def test_the_real_pair() -> None:
    report = run_audit(
        read(str(EXAMPLES / "source.txt")),
        read(str(EXAMPLES / "republished.txt")),
        judge=RulesJudge(),
        policy=Policy(),
    )
    unsupported = [
        place for pair in report.pairs if pair.label is Label.UNSUPPORTED for place in pair.republished
    ]
    ignored = [
        place.line for pair in report.pairs if pair.label is Label.IGNORED for place in pair.republished
    ]
    quotes = {f.republished.quote for pair in report.pairs for f in pair.findings if f.republished}

    assert min(place.line for place in unsupported) == 33
    assert ignored == [23, 39, 63, 81, 83, 85, 85]
    assert any("Netflix" in quote for quote in quotes)
    assert any("Foreign Ministry" in quote for quote in quotes)
    assert any("attacked" in quote for quote in quotes)


JAPANESE = """港湾の渡し船、2031年まで存続へ

港町リンドウの町議会は火曜日、湾を渡る最後の渡し船を2031年まで運航することを決めた。
九人の議員のうち七人が三時間の議論の後にこの計画に賛成した。
「ここでは誰も橋を望んでいない」と、五月から議会を率いるヒルダ・ブラント氏は述べた。
毎日一万一千人以上がこの渡し船を利用している。
"""
JAPANESE_COPY = """渡し船は2031年まで続く

リンドウ町の議会は火曜日に、湾を横断する最後の渡し船の運航を2033年まで続けると決定した。
「橋を望む人はここにはいない」と、五月から議会を率いるヒルダ・ブラント氏は語った。
三時間に及ぶ議論を経て、九人中七人の議員が計画に賛成票を投じた。
この渡し船は毎日一万一千人を超える人に使われている。
町には新しい図書館も建てられる予定だ。
"""
CHINESE = (
    "市议会星期二表示，渡轮将继续穿越海湾，直至2031年。只有两名议员投票反对这项计划。船公司拒绝发表评论。"
)
CHINESE_COPY = (
    "市议会周二说，渡轮将继续穿越海湾，直到2035年。投票反对这项计划的议员只有两名。船公司拒绝评论。"
)
THAI = (
    "สภาเมืองกล่าวเมื่อวันอังคารว่าเรือข้ามฟากจะแล่นข้ามอ่าวจนถึงปี 2031 หลังการอภิปรายสามชั่วโมง\n\n"
    "ผู้คนกว่า 11,000 คนใช้เรือข้ามฟากทุกวัน บริษัทเดินเรือปฏิเสธที่จะแสดงความเห็น"
)
THAI_COPY = (
    "บริษัทเดินเรือไม่ขอแสดงความเห็น ทุกวันมีผู้คนกว่า 12,000 คนใช้เรือข้ามฟาก\n\n"
    "หลังการอภิปรายสามชั่วโมง สภาเมืองกล่าวในวันอังคารว่าเรือข้ามฟากจะข้ามอ่าวต่อไปจนถึงปี 2031"
)


@pytest.mark.parametrize(
    ("source", "copy", "consistent", "changed", "added"),
    [
        pytest.param(JAPANESE, JAPANESE_COPY, 4, ["2033"], 1, id="Japanese"),
        pytest.param(CHINESE, CHINESE_COPY, 1, ["2035"], 0, id="Chinese"),
        pytest.param(THAI, THAI_COPY, 1, ["12,000"], 0, id="Thai"),
    ],
)
def test_languages_without_spaces(
    source: str, copy: str, consistent: int, changed: list[str], added: int
) -> None:
    report = audited(source, copy)

    assert report.counts["consistent"] == consistent
    assert report.counts["unsupported"] == added
    assert report.counts["omitted"] == report.counts["undetermined"] == 0
    quotes = [f.republished.quote for pair in report.pairs for f in pair.findings if f.republished]
    assert quotes == changed


ENGLISH = "The council said on Tuesday that the ferry will run until 2031. It was a plan that two of nine did not want."
GERMAN = (
    "Der Rat hat am Dienstag gesagt, dass die Fähre bis 2031 fahren wird. Es war ein Plan, den zwei der neun nicht "
    "wollten, und das ist auch kein Wunder."
)


@pytest.mark.parametrize(
    ("source", "copy", "note"),
    [
        pytest.param(
            ENGLISH, GERMAN, "The source seems to be in English, the copy in German", id="two languages"
        ),
        pytest.param(GERMAN, GERMAN, "The texts are in German", id="not English"),
        pytest.param(ENGLISH, ENGLISH, None, id="English"),
        pytest.param("Ja, 2031.", "Ja, 2031.", None, id="too short to tell"),
    ],
)
def test_a_note_says_what_is_special_about_the_languages(source: str, copy: str, note: str | None) -> None:
    notes = audited(source, copy).notes

    about = [told for told in notes if "seem" in told or told.startswith("The texts are in")]
    assert [told.startswith(note) for told in about] == [True] if note else not about
