import json

from checker.reports import jsonl
from checker.reports.json import render as render_json
from tests.reports import consumers
from tests.reports.build import audited, every_label, place, report_of


def test_the_lines_are_the_json_report_in_pieces() -> None:
    head, pairs = consumers.json_lines(jsonl.render(every_label()))

    assert {**head, "pairs": pairs} == json.loads(render_json(every_label()))


def test_a_report_without_pairs_is_its_head() -> None:
    assert jsonl.render(report_of()).count("\n") == 1


def test_a_line_is_a_line_for_every_program_and_letters_stay_letters() -> None:
    text = jsonl.render(report_of(audited(source=(place("läuft\u2028\x85\u2029"),))))

    assert len(text.splitlines()) == text.count("\n") == 2
    assert r"läuft\u2028\u0085\u2029" in text


def test_several_reports_follow_each_other() -> None:
    lines = [json.loads(line) for line in jsonl.render(every_label(), report_of()).splitlines()]

    assert ["schema_version" in line for line in lines] == [True, *[False] * 7, True]
