"""The program as a user meets it: arguments in, text and exit code out."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from checker import pipeline
from checker.commands import options
from checker.reports import FORMATS
from tests.examples.planted import REPUBLISHED, SOURCE
from tests.program import Run, one_line


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "source.txt").write_text(
        "The council voted on Monday. Seven ships sank in the harbor of Larn.\n"
    )
    (tmp_path / "copy.txt").write_text(
        "On Monday the council voted. Nine ships sank in the harbor of Larn.\n"
    )
    (tmp_path / "other.txt").write_text("Bees dance because flowers bloom. Honey tastes sweet.\n")
    return tmp_path


def test_the_example_pair_fails_and_says_where(run: Run) -> None:
    done = run("audit", SOURCE, REPUBLISHED)

    assert done.code == 1
    assert done.out.startswith("FAIL")
    assert "[[$15.8" in done.out
    assert done.err == ""


def test_the_json_report_is_the_only_thing_on_standard_output(run: Run) -> None:
    done = run("audit", SOURCE, REPUBLISHED, "-f", "json")

    assert json.loads(done.out)["verdict"] == "fail"


def test_several_formats_at_once(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "report.json"

    done = run("audit", SOURCE, REPUBLISHED, "-f", "terminal", "-f", f"json:{path}")

    assert done.out.startswith("FAIL")
    assert json.loads(path.read_text(encoding="utf-8"))["verdict"] == "fail"


def test_a_kept_report_is_rendered_as_the_audit_itself_would(run: Run, tmp_path: Path) -> None:
    first = [f"--format={name}:{tmp_path / name}" for name in FORMATS]
    again = [f"--format={name}:{tmp_path / name}.again" for name in FORMATS]

    audited = run("audit", SOURCE, REPUBLISHED, *first)
    rendered = run("report", tmp_path / "json", *again)

    assert (audited.code, rendered.code) == (1, 0)
    for name in FORMATS:
        assert (tmp_path / f"{name}.again").read_bytes() == (tmp_path / name).read_bytes()


def test_a_report_may_come_from_standard_input(tmp_path: Path, run: Run) -> None:
    document = run("audit", SOURCE, REPUBLISHED, "-f", "json").out

    done = subprocess.run(
        [sys.executable, "-m", "checker", "report", "-", "-f", "github"],
        input=document.encode(),
        capture_output=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"::error ")


def test_help_names_every_format(run: Run) -> None:
    text = " ".join(run("audit", "--help").out.split())

    assert f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]}," in text


@pytest.mark.parametrize(
    ("copy", "options", "code"),
    [
        pytest.param("copy.txt", (), 1, id="a changed number"),
        pytest.param("copy.txt", ("--fail-on", "never"), 0, id="asked to report only"),
        pytest.param("copy.txt", ("--fail-on", "omitted"), 0, id="only omissions count"),
        pytest.param("source.txt", (), 0, id="identical text"),
        pytest.param("other.txt", (), 3, id="nothing to compare"),
        pytest.param("other.txt", ("--fail-on", "unsupported"), 1, id="additions count"),
    ],
)
def test_exit_codes(run: Run, files: Path, copy: str, options: tuple[str, ...], code: int) -> None:
    assert run("audit", files / "source.txt", files / copy, *options).code == code


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(("audit", "nowhere.txt", "{files}/copy.txt"), "nowhere.txt", id="missing file"),
        pytest.param(("audit", "{files}", "{files}/copy.txt"), "folder", id="a folder"),
        pytest.param(("audit", "{files}/empty.txt", "{files}/copy.txt"), "empty", id="empty file"),
        pytest.param(
            ("audit", "{files}/source.txt", "{files}/furniture.txt"), "furniture", id="only furniture"
        ),
        pytest.param(("audit", "{files}/source.txt", "{files}/picture.png"), "picture.png", id="binary"),
        pytest.param(("audit", "{files}/source.txt", "{files}/broken.txt"), "broken.txt", id="undecodable"),
        pytest.param(
            ("audit", "{files}/source.txt", "{files}/copy.txt", "--max-bytes", "9"), "--max-bytes", id="large"
        ),
        pytest.param(("audit", "-", "-"), "standard input", id="both from standard input"),
        pytest.param(("audit", "{files}/source.txt"), "REPUBLISHED", id="one text only"),
        pytest.param(("audit", "a", "b", "--fial-on", "never"), "--fail-on", id="unknown option"),
        pytest.param(
            ("audit", "a", "b", "--fail-on", "distort"), "Did you mean distorted?", id="unknown level"
        ),
        pytest.param(("audit", "a", "b", "--judge", "rulez"), "rules", id="unknown judge"),
        pytest.param(("audit", "a", "b", "-f", "jason"), "Did you mean json?", id="unknown format"),
        pytest.param(
            ("audit", "a", "b", "-f", "json", "-f", "terminal"), "standard output", id="two on stdout"
        ),
        pytest.param(
            ("audit", "a", "b", "-f", "json:{files}/no/x.json"), "does not exist", id="no such folder"
        ),
        pytest.param(("audit", "a", "b", "--color", "blue"), "auto, always, never", id="unknown colour"),
        pytest.param(("aduit",), "audit", id="unknown command"),
        pytest.param(("explain", "numbr"), "Did you mean number?", id="unknown kind"),
        pytest.param(("pair", "nowhere.txt", "{files}/copy.txt"), "nowhere.txt", id="pair: missing file"),
        pytest.param(
            ("pair", "a", "b", "-f", "sarif"), "Choose from terminal, json, svg.", id="pair: no such format"
        ),
        pytest.param(("judge", "nowhere.jsonl"), "nowhere.jsonl", id="judge: missing file"),
        pytest.param(("report", "nowhere.json"), "nowhere.json", id="report: missing file"),
        pytest.param(("report", "{files}"), "folder", id="report: a folder"),
        pytest.param(("report", "{files}/source.txt"), "is not valid JSON", id="report: an article"),
        pytest.param(("report", "{files}/half.json"), "is a broken report", id="report: broken"),
        pytest.param(("report", "{files}/newer.json"), "a newer version", id="report: newer"),
        pytest.param(("report", "{files}/list.json"), "not a report", id="report: other JSON"),
        pytest.param(("report", "{files}/half.json", "-f", "srif"), "sarif", id="report: unknown format"),
    ],
)
def test_bad_input_gets_one_clear_line(
    run: Run, files: Path, arguments: tuple[str, ...], message: str
) -> None:
    (files / "empty.txt").write_bytes(b" \n\t\n")
    (files / "furniture.txt").write_text("See also  Ten best pies\n\nLeave a Reply\n")
    (files / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    (files / "half.json").write_text('{"schema_version": 1, "verdict": "pass"}')
    (files / "newer.json").write_text('{"schema_version": 2}')
    (files / "list.json").write_text('["schema_version"]')
    (files / "broken.txt").write_bytes(b"\xff\xfe\x00" + bytes(range(128, 160)) * 9)

    done = run(*(argument.format(files=files) for argument in arguments))

    assert (done.code, done.out) == (2, "")
    assert one_line(done)
    assert message in done.err


def test_the_same_file_twice_is_audited_with_a_warning(run: Run, files: Path) -> None:
    done = run("audit", files / "copy.txt", files / ".." / files.name / "copy.txt")

    assert done.code == 0
    assert "warning" in done.err
    assert one_line(done)


def test_one_text_may_come_from_standard_input(files: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "checker", "audit", "-", str(files / "copy.txt"), "-f", "json"],
        input=(files / "source.txt").read_bytes(),
        capture_output=True,
        check=False,
    )

    assert done.returncode == 1
    assert json.loads(done.stdout)["source"]["name"] == "-"


def test_two_runs_give_the_same_bytes_apart_from_the_time(run: Run) -> None:
    documents = []
    for _ in range(2):
        document = json.loads(run("audit", SOURCE, REPUBLISHED, "-f", "json").out)
        document["usage"].pop("seconds")
        documents.append(json.dumps(document))

    assert documents[0] == documents[1]


def test_the_python_function_gives_the_same_result(run: Run) -> None:
    import checker

    document = json.loads(run("audit", SOURCE, REPUBLISHED, "-f", "json").out)
    plain = checker.audit("Seven ships sank.", "Nine ships sank.", strict=True)

    assert plain.verdict == "fail"
    assert document["schema_version"] == plain.schema_version
    assert callable(checker.audit)


def test_pair_shows_the_alignment_in_both_formats(run: Run, files: Path) -> None:
    text = run("pair", files / "source.txt", files / "copy.txt")
    data = run("pair", files / "source.txt", files / "copy.txt", "-f", "json")

    assert text.code == data.code == 0
    assert "Nine ships sank in the harbor of Larn." in text.out
    [council, ships] = json.loads(data.out)["pairs"]
    assert council["source"][0]["text"] == "The council voted on Monday."
    assert ships["republished"][0]["text"].startswith("Nine ships")


def test_judge_answers_every_line_in_order(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    rows = [
        {"id": "same", "source": "Seven ships sank.", "republished": "Seven ships sank."},
        {"id": 7, "source": "Seven ships sank.", "republished": "Nine ships sank."},
        "no object",
        {"id": "half", "source": "Seven ships sank."},
    ]
    path.write_text("\n".join([*map(json.dumps, rows), "{broken", ""]), encoding="utf-8")

    done = run("judge", path, "--judge", "rules")

    answers = [json.loads(line) for line in done.out.splitlines()]
    assert [answer["id"] for answer in answers] == ["same", 7, None, "half", None]
    assert [answer["label"] == "consistent" for answer in answers] == [True, False, False, False, False]
    assert [answer["label"] for answer in answers][2:] == ["undetermined"] * 3
    assert done.code == 3


def test_help_and_version(run: Run) -> None:
    assert run("--version").out.startswith("checker 0.")
    assert "audit" in run("--help").out
    assert "--fail-on" in run("audit", "--help").out
    assert "audit" in run().out


def test_explain(run: Run) -> None:
    assert "source:" in run("explain", "negation").out


def test_a_bug_is_no_finding(run: Run, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(pipeline, "run_audit", broken)

    done = run("audit", files / "source.txt", files / "copy.txt")

    assert done.code == 70
    assert "RuntimeError: a bug" in done.err


def test_an_interrupt_exits_130(run: Run, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "run_audit", interrupted)

    done = run("audit", files / "source.txt", files / "copy.txt")

    assert (done.code, done.err) == (130, "checker: interrupted\n")


def test_ctrl_c_while_waiting_for_standard_input(files: Path) -> None:
    code = "import sys; from checker.cli import run; print('ready', flush=True); sys.exit(run(sys.argv[1:]))"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "audit", "-", str(files / "copy.txt")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)

    assert process.returncode == 130
    assert err.decode() == "checker: interrupted\n"


@pytest.mark.parametrize("arguments", [("audit", str(SOURCE), str(REPUBLISHED)), ("--help",)])
def test_a_closed_pipe_is_no_traceback(arguments: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)

    done = subprocess.run(
        [sys.executable, "-m", "checker", *arguments], stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)

    assert done.stderr == b""


@pytest.mark.parametrize(
    ("environment", "option", "colored"),
    [
        pytest.param({}, "always", True, id="asked for"),
        pytest.param({}, "auto", False, id="not in a pipe"),
        pytest.param({"NO_COLOR": "1"}, "auto", False, id="NO_COLOR"),
    ],
)
def test_colour(
    run: Run, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], option: str, colored: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert ("\x1b[" in run("audit", SOURCE, REPUBLISHED, "--color", option).out) is colored


def test_no_color_holds_in_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert options.colored("auto")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not options.colored("auto")


@pytest.mark.parametrize(
    ("option", "code", "gate"),
    [
        pytest.param((), 0, 0.965, id="the judge's own gate: to review"),
        pytest.param(("--min-confidence", "0.5"), 1, 0.5, id="lower: fails"),
        pytest.param(("--min-confidence", "1"), 0, 1.0, id="higher"),
    ],
)
def test_the_user_may_say_how_sure_a_flag_must_be(
    run: Run, tmp_path: Path, option: tuple[str, ...], code: int, gate: float
) -> None:
    text = 'The town slept.\n\n"It felt like {}," one of the neighbours recalled on Monday.\n'
    (tmp_path / "source.txt").write_text(text.format("an earthquake"))
    (tmp_path / "copy.txt").write_text(text.format("a gust of wind"))

    done = run(
        *("audit", tmp_path / "source.txt", tmp_path / "copy.txt", "--judge", "rules", "-f", "json"), *option
    )

    report = json.loads(done.out)
    assert done.code == code
    assert report["counts"]["contradictory"] + report["counts"]["distorted"] == 1
    assert report["tool"]["thresholds"]["gate"] == gate
