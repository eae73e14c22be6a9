"""`checker ci` in a scratch repository, as a job would run it."""

import json
import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from checker import clock
from tests.ci.repository import CONFIG, FAITHFUL, PLANTED, SOURCE, Repository
from tests.program import Run, one_line
from tests.reports import consumers


def fingerprint(run: Run) -> str:
    """The id of the only finding that fails."""
    document = json.loads(run("ci", "-f", "json").out)
    [found] = [
        pair["fingerprint"] for report in document["reports"] for pair in report["pairs"] if pair["fails"]
    ]
    return str(found)


def test_a_planted_distortion_fails_until_it_is_waived_and_again_when_the_waiver_expires(
    repository: Repository, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 24))
    first = run("ci")
    assert first.code == 1
    assert "content/planted.md departs from upstream/planted.md in 1 place" in first.out
    assert "[[$15.8" in first.out
    assert "faithful" not in first.out
    assert first.out.endswith("2 copies: 1 fails, 1 passes\n")

    waived = run(
        "waive", fingerprint(run), "--reason", "agreed by phone", "--until", "2026-12-31", "--author", "Ana"
    )
    assert (waived.code, waived.err) == (0, "")

    second = run("ci")
    assert (second.code, second.err) == (0, "")
    assert second.out == "2 copies: 2 pass\nAccepted, so that they fail nothing: 1 waived\n"

    monkeypatch.setattr(clock, "today", lambda: date(2026, 12, 31))
    assert run("ci").code == 0  # the last day counts

    monkeypatch.setattr(clock, "today", lambda: date(2027, 1, 1))
    third = run("ci")
    assert third.code == 1
    assert "content/planted.md departs from upstream/planted.md in 1 place" in third.out
    said = " ".join(third.out.split())
    assert "expired on 2026-12-31: correct the text, or renew it" in said
    assert "agreed by phone" in said

    renewed = run(
        "waive", fingerprint(run), "--reason", "still so", "--until", "2027-06-30", "--author", "Ana"
    )
    assert renewed.code == 0
    assert run("ci").code == 0
    assert "agreed by phone" not in Path("checker.waivers.toml").read_text()


def test_a_waiver_outlives_reflowed_lines_and_another_judge_but_not_a_changed_passage(
    repository: Repository, run: Run
) -> None:
    run("waive", fingerprint(run), "--reason", "agreed", "--until", "2999-01-01")
    reflowed = PLANTED.replace("million, and", "million,\nand").replace(" ", "  ").replace("#  ", "# ")
    repository.write("content/planted.md", f"\n{reflowed}\n".replace("\n", "\r\n"))
    assert run("ci").code == 0
    assert run("ci", "--judge", "embedded").code == 0

    repository.write("content/planted.md", PLANTED.replace("240 workers", "240 men"))

    changed = run("ci")
    assert changed.code == 1
    assert "is stale: no passage has this fingerprint any more" in " ".join(changed.out.split())


def test_only_findings_that_the_baseline_does_not_list_fail(repository: Repository, run: Run) -> None:
    assert run("ci", "-f", "json:old.json").code == 1

    known = run("ci", "--baseline", "old.json")
    assert known.code == 0
    assert known.out.endswith("Accepted, so that they fail nothing: 1 in the baseline\n")

    repository.write("content/faithful.md", FAITHFUL.replace("$18.5", "$81.5"))
    new = run("ci", "--baseline", "old.json")
    assert new.code == 1
    assert "content/faithful.md departs" in new.out
    assert "content/planted.md" not in new.out


def test_a_report_of_one_audit_is_a_baseline_for_audit_and_ci(repository: Repository, run: Run) -> None:
    texts = ("upstream/planted.md", "content/planted.md")
    assert run("audit", *texts, "-f", "json:one.json").code == 1

    assert run("audit", *texts, "--baseline", "one.json").code == 0
    assert run("ci", "--baseline", "one.json").code == 0
    assert run("audit", *texts).code == 1


def test_audit_counts_waivers_too(repository: Repository, run: Run) -> None:
    run("waive", fingerprint(run), "--reason", "agreed", "--until", "2999-01-01", "--author", "Ana")

    done = run("audit", "upstream/planted.md", "content/planted.md")

    assert done.code == 0
    assert "waived until 2999-01-01 by Ana: agreed" in done.out


def test_all_formats_at_once_are_one_document_each_and_say_the_same(repository: Repository, run: Run) -> None:
    repository.write("content/{lost}.md", FAITHFUL)  # has no source
    formats = ("json", "jsonl", "sarif", "junit", "gitlab", "markdown", "html", "terminal")

    done = run("ci", *(f"--format={name}:out.{name}" for name in formats), "-f", "github")

    assert done.code == 2
    texts = {name: Path(f"out.{name}").read_text(encoding="utf-8") for name in formats}
    document = json.loads(texts["json"])
    assert [report["verdict"] for report in document["reports"]] == ["pass", "fail", "undetermined"]
    assert document["verdict"] == "fail"
    commands, others = consumers.github(done.out)
    assert [command.properties["file"] for command in commands] == ["content/{lost}.md", "content/planted.md"]
    assert others == []
    found = consumers.sarif(texts["sarif"])["results"]
    assert [result["ruleId"] for result in found] == ["undetermined", "money"]
    issues = consumers.gitlab(texts["gitlab"])
    assert [issue["severity"] for issue in issues] == ["major", "critical"]
    cases = consumers.junit(texts["junit"])
    results = [type(result).__name__ for case in cases for result in case.result]
    assert (results.count("Failure"), results.count("Error")) == (1, 1)
    assert texts["jsonl"].count('"schema_version"') == 3
    for name in ("terminal", "markdown"):
        assert "3 copies: 1 fails, 1 undetermined, 1 passes" in texts[name]
        assert "no such file" in texts[name]
        assert "content/faithful.md" not in texts[name]
    assert "1 of 3 copies departs from the source" in texts["html"]


def test_the_html_index_leads_to_a_page_for_each_copy(repository: Repository, run: Run) -> None:
    run("ci", "-f", "html:report.html")

    tree = html.parse("report.html")
    links = [Path(str(href)) for href in tree.xpath("//tbody//a/@href")]
    assert links == [
        Path("report-pages/content-planted.md.html"),
        Path("report-pages/content-faithful.md.html"),
    ]
    assert all("<title>" in link.read_text(encoding="utf-8") for link in links)


def test_a_kept_run_is_rendered_as_the_run_itself_would(repository: Repository, run: Run) -> None:
    names = ("terminal", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown", "html")
    assert run("ci", *(f"--format={name}:{name}.1" for name in names)).code == 1

    rendered = run("report", "json.1", *(f"--format={name}:{name}.2" for name in names))

    assert (rendered.code, rendered.err) == (0, "")
    for name in names[:-1]:
        assert Path(f"{name}.1").read_bytes() == Path(f"{name}.2").read_bytes()
    assert Path("html-pages").is_dir()


def test_copies_that_pass_are_shown_when_asked_for(repository: Repository, run: Run) -> None:
    assert "PASS  content/faithful.md" in run("ci", "--verbose").out
    assert "content/faithful.md" in run("ci", "--verbose", "-f", "markdown").out


def test_a_run_in_several_processes_gives_the_same_bytes(repository: Repository, run: Run) -> None:
    for number in range(4):
        repository.write(f"upstream/{number}.md", SOURCE)
        repository.write(f"content/{number}.md", FAITHFUL.replace("240", f"24{number}"))
    one, two = (json.loads(run("ci", "--jobs", jobs, "-f", "json").out) for jobs in (1, 2))

    for document in (one, two):
        for report in document["reports"]:
            report["usage"].pop("seconds")
    assert one == two
    assert len(one["reports"]) == 6


def test_the_summary_of_a_github_step_is_appended_to(
    repository: Repository, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("earlier\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))

    assert run("ci").code == 1
    assert summary.read_text() == "earlier\n"
    assert run("ci", "-f", "github").code == 1
    assert summary.read_text().startswith("earlier\n## 2 copies: 1 fails, 1 passes\n")
    assert run("audit", "upstream/faithful.md", "content/faithful.md", "-f", "github").code == 0
    assert "\n## PASS: content/faithful.md" in summary.read_text()

    summary.write_text("x" * 999_800)
    run("ci", "-f", "github")
    assert len(summary.read_bytes()) < 1_000_100
    assert "Cut here" in summary.read_text()


def test_only_what_concerns_the_files_given(repository: Repository, run: Run) -> None:
    assert run("ci", "content/faithful.md").out == "1 copy: 1 passes\n"
    assert run("ci", "upstream/planted.md", "checker.toml").code == 1
    none = run("ci", "checker.toml")
    assert none.code == 0
    assert "none of the 2 copies is concerned" in none.out


def test_only_what_changed(repository: Repository, run: Run) -> None:
    begin = repository.git("rev-parse", "HEAD")
    assert run("ci", "--changed-since", begin).out.startswith("0 copies")
    repository.write("upstream/faithful.md", SOURCE.replace("$18.5", "$81.5"))

    done = run("ci", "--changed-since", begin)

    assert done.code == 1
    assert done.out.endswith("1 copy: 1 fails\n")


def test_what_is_reported_on_standard_error_when_nobody_reads_the_report(
    repository: Repository, run: Run
) -> None:
    Path("upstream/planted.md").unlink()

    done = run("ci", "-f", "json:out.json")

    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "checker: warning: upstream/planted.md: no such file. Check the path; use - for standard input.\n"
    )


def test_a_configured_format_and_judge_count_from_a_subfolder_too(
    repository: Repository, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write("checker.toml", f'format = ["json:out.json", "terminal"]\n{CONFIG}')
    monkeypatch.chdir(repository.root / "content")

    done = run("ci")

    assert "FAIL  planted.md departs from ../upstream/planted.md" in done.out
    document = json.loads((repository.root / "out.json").read_text())
    assert document["reports"][0]["tool"]["judge"].startswith("rules")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(("ci", "-f", "srif"), "Did you mean sarif?", id="unknown format"),
        pytest.param(("ci", "-f", "json", "-f", "sarif"), "standard output", id="two on standard output"),
        pytest.param(("ci", "-f", "json:no/x.json"), "does not exist", id="no such folder"),
        pytest.param(("ci", "-f", "html"), "html:report.html", id="many pages on standard output"),
        pytest.param(("ci", "--baseline", "no.json"), "no.json: no such file", id="no baseline"),
        pytest.param(("ci", "--baseline", "newer.json"), "a newer version", id="newer baseline"),
        pytest.param(("ci", "--baseline", "half.json"), "is a broken report", id="broken baseline"),
        pytest.param(
            ("audit", "a", "b", "--baseline", "half.json"), "is a broken report", id="audit: broken baseline"
        ),
        pytest.param(("ci", "--waivers", "no.toml"), "no.toml: No such file", id="no waivers"),
        pytest.param(("ci", "--waivers", "twice.toml"), "is waived twice", id="duplicate waiver"),
        pytest.param(("ci", "--waivers", "silent.toml"), "has no reason", id="waiver without reason"),
        pytest.param(("ci", "--config", "none.toml"), "lists no pairs", id="no pairs"),
        pytest.param(("ci", "--config", "lost.toml"), "matches no file", id="nothing matched"),
        pytest.param(("ci", "--config", "no.toml"), "no.toml: No such file", id="no configuration"),
        pytest.param(
            ("ci", "--changed-since", "nowhere"), "git knows no commit 'nowhere'", id="unknown commit"
        ),
        pytest.param(("ci", "--changed-since", "--output=x"), "is no commit", id="an option for git"),
        pytest.param(("ci", "content/lost.md"), "no such file", id="unknown file"),
        pytest.param(("ci", "--jobs", "-1"), "--jobs", id="fewer than none"),
        pytest.param(("ci", "--fail-from", "grave"), "--fail-from", id="unknown severity"),
        pytest.param(("ci", "--review-only", "numbr"), "Did you mean number?", id="unknown kind"),
        pytest.param(("report", "half-run.json"), "is a broken report", id="report: broken run"),
    ],
)
def test_bad_input_gets_one_clear_line(
    repository: Repository, run: Run, arguments: tuple[str, ...], message: str
) -> None:
    repository.write("newer.json", '{"schema_version": 2, "reports": []}')
    repository.write("half.json", '{"schema_version": 1, "verdict": "pass"}')
    repository.write("half-run.json", '{"schema_version": 1, "verdict": "pass", "reports": [{}]}')
    waiver = '[0123456789abcdef]\nreason = "x"\nauthor = "A"\nuntil = 2999-01-01\n'
    repository.write("twice.toml", waiver * 2)
    repository.write("silent.toml", waiver.replace('"x"', '" "'))
    repository.write("none.toml", "")
    repository.write("lost.toml", "[[pairs]]\nrepublished = 'lost/*.md'\nsource = 'upstream/planted.md'\n")

    done = run(*arguments)

    assert (done.code, done.out) == (2, "")
    assert one_line(done)
    assert message in done.err


@pytest.mark.usefixtures("repository")
def test_an_unwritable_folder_is_one_clear_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    # Asked and not made so: permissions do not bind the user who runs tests in a container.
    monkeypatch.setattr("checker.output.os.access", lambda *_: False)

    done = run("ci", "-f", "json:x.json")

    assert (done.code, done.out) == (2, "")
    assert one_line(done)
    assert "Cannot write x.json: its folder is not writable" in done.err


def test_an_unwritable_place_for_pages_is_one_clear_line(repository: Repository, run: Run) -> None:
    repository.write("report-pages", "in the way")

    done = run("ci", "-f", "html:report.html")

    assert done.code == 2
    assert one_line(done)
    assert "Cannot write report-pages" in done.err


def test_an_interrupt_ends_all_processes(repository: Repository) -> None:
    for number in range(40):
        repository.write(f"upstream/{number}.md", SOURCE * 40)
        repository.write(f"content/{number}.md", FAITHFUL * 40)
    process = subprocess.Popen(
        [sys.executable, "-m", "checker", "ci", "--jobs", "2", "--judge", "embedded"],
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(timeout=4)

    os.killpg(process.pid, signal.SIGINT)  # as a terminal does
    _, err = process.communicate(timeout=60)

    assert process.returncode == 130
    assert err.decode() == "checker: interrupted\n"
