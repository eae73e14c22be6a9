from dataclasses import replace

from checker.domain import Label, Severity
from checker.reports import github
from tests.reports import consumers
from tests.reports.build import audited, every_label, finding, place, quote, report_of


def test_an_annotation_stands_at_the_words_and_names_the_place_for_the_log() -> None:
    [first, *_], _ = consumers.github(github.render(every_label()))

    assert first == consumers.Command(
        "error",
        {
            "title": "checker (number)",
            "file": "nine ships sank",
            "line": "5",
            "endLine": "5",
            "col": "1",
            "endColumn": "16",
        },
        "nine ships sank:5: seven became nine ships sank",
    )


def test_columns_are_left_out_where_a_finding_runs_over_lines() -> None:
    here = replace(place("nine ships", line=5), end_line=6)
    pair = audited(
        Label.DISTORTED, fails=True, severity=Severity.MAJOR, source=(place("x"),), republished=(here,)
    )

    [[command], _] = consumers.github(github.render(report_of(pair)))

    assert command.properties == {
        "title": "checker (distorted)",
        "file": "copy.md",
        "line": "5",
        "endLine": "6",
    }


def test_the_ten_worst_are_annotated_and_the_rest_is_counted() -> None:
    there, here = place("seven"), place("nine")
    found = finding(source=quote("seven", at=there), republished=quote("nine", at=here))
    pairs = [
        audited(
            Label.DISTORTED,
            found,
            id_=f"p{n}",
            severity=Severity.MAJOR,
            fails=n >= 12,
            source=(there,),
            republished=(here,),
        )
        for n in range(15)
    ]

    commands, others = consumers.github(github.render(report_of(*pairs)))

    assert [command.name for command in commands] == ["error"] * 3 + ["warning"] * 7
    assert others == ["5 more in the report"]


def test_additions_that_fail_nothing_are_no_annotations() -> None:
    pairs = (
        audited(source=(place("a"),), republished=(place("b"),)),
        audited(Label.UNSUPPORTED, id_="p2", severity=Severity.MINOR, republished=(place("new"),)),
    )

    assert github.render(report_of(*pairs)) == "1 more in the report\n"
    assert github.render(report_of(pairs[0])) == "Nothing to annotate\n"


def test_nothing_to_compare_is_an_error() -> None:
    commands, _ = consumers.github(
        github.render(
            report_of(audited(Label.UNSUPPORTED, severity=Severity.MINOR, republished=(place("a"),)))
        )
    )

    assert [(c.name, c.properties["line"]) for c in commands] == [("error", "1")]
