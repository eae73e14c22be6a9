"""`checker init`: what it asks, what it writes, and that this works."""

import os
import pty
import select
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.starter import origin as origins
from checker.starter.files import GITLAB, GITLAB_JOB, WORKFLOW
from checker.starter.origin import Origin
from tests.ci.repository import Repository
from tests.program import Run, one_line
from tests.ways_in.offline import ROOT

ACTION = "press/checker@0123456"


@pytest.fixture
def begun(repository: Repository) -> Repository:
    """The scratch repository before it has a configuration."""
    (repository.root / "checker.toml").unlink()
    return repository


@pytest.fixture(autouse=True)
def origin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        origins, "origin", lambda: Origin(package="git+https://github.com/x@0", action=ACTION)
    )


def workflow(text: str) -> dict[str, Any]:
    document: dict[Any, Any] = yaml.safe_load(text)
    document["on"] = document.pop(True)  # YAML 1.1 reads `on` as a truth value
    return document


def test_without_questions_it_writes_what_works_at_once(begun: Repository, run: Run) -> None:
    done = run("init", "--yes")

    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[:3] == [
        "wrote  checker.toml",
        f"wrote  {WORKFLOW}",
        "pairs  content/{name}.md from upstream/{name}.md",
    ]
    checked = run("ci", "--judge", "rules")
    assert checked.code == 1
    assert checked.out.endswith("2 copies: 1 fails, 1 passes\n")
    assert run("doctor").code == 0


def test_the_workflow_uses_the_action_with_inputs_that_it_has(begun: Repository, run: Run) -> None:
    run("init", "--yes")

    document = workflow(Path(WORKFLOW).read_text(encoding="utf-8"))
    assert document["on"] == {"pull_request": None, "push": {"branches": ["main"]}}
    assert document["permissions"] == {"contents": "read", "security-events": "write"}
    checkout, use = document["jobs"]["checker"]["steps"]
    assert checkout["with"] == {"fetch-depth": 0}
    assert use["uses"] == ACTION
    known = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    assert set(use["with"]) <= set(known)


def test_the_workflow_installs_with_pip_where_there_is_no_action(begun: Repository, run: Run) -> None:
    done = run("init", "--yes", "--package", 'git+https://example.org/"x"@1')

    assert "todo" not in done.out
    _, _, install, compare, upload = workflow(Path(WORKFLOW).read_text(encoding="utf-8"))["jobs"]["checker"][
        "steps"
    ]
    assert install["env"] == {"CHECKER_PACKAGE": 'git+https://example.org/"x"@1'}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    begun.commit()
    for since, code, start in (("", 1, "::error "), (begun.git("rev-parse", "HEAD"), 0, "")):
        finished = subprocess.run(
            ["bash", "-e", "-c", compare["run"]],
            env={**os.environ, "PATH": path, "CHANGED_SINCE": since, "CHECKER_JUDGE": "rules"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert finished.returncode == code, finished.stderr
        assert finished.stdout.startswith(start)
        assert Path(upload["with"]["sarif_file"]).exists()


def test_what_is_not_known_is_said(begun: Repository, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(origins, "origin", Origin)
    for copy in Path("content").iterdir():
        copy.unlink()

    done = run("init", "--yes")

    assert done.code == 0
    assert f"todo   Fill in CHECKER_PACKAGE in {WORKFLOW}" in done.out
    assert "todo   Say in checker.toml what is compared" in done.out
    nothing = run("ci")
    assert nothing.code == 2
    assert "lists no pairs" in nothing.err
    assert "pairs" not in tomllib.loads(Path("checker.toml").read_text(encoding="utf-8"))


def test_gitlab(begun: Repository, run: Run) -> None:
    begun.git("remote", "add", "origin", "https://gitlab.example.org/press/site.git")

    run("init", "--yes")

    assert yaml.safe_load(Path(GITLAB).read_text(encoding="utf-8")) == {"include": [{"local": GITLAB_JOB}]}
    job = yaml.safe_load(Path(GITLAB_JOB).read_text(encoding="utf-8"))
    assert job["variables"] == {"CHECKER_PACKAGE": "git+https://github.com/x@0"}
    assert not Path(WORKFLOW).exists()


def test_files_that_are_there_stay_as_they_are(begun: Repository, run: Run) -> None:
    begun.write(GITLAB, "stages: [test]\n")

    done = run("init", "--yes", "--ci", "gitlab")

    assert Path(GITLAB).read_text(encoding="utf-8") == "stages: [test]\n"
    assert f"kept   {GITLAB}" in done.out
    assert f"todo   Add to {GITLAB}: include: - local: {GITLAB_JOB}" in done.out


def test_options_take_the_place_of_questions(begun: Repository, run: Run) -> None:
    done = run(
        "init", "--yes", "--republished", "content/p*.md", "--source", "upstream/planted.md", "--ci", "none"
    )

    assert done.out.splitlines()[:2] == [
        "wrote  checker.toml",
        "pairs  content/p*.md from upstream/planted.md",
    ]
    assert not Path(".github").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param((), "Add --yes", id="nobody to ask"),
        pytest.param(
            ("--yes", "--ci", "jenkins"), "Choose from github, gitlab, none.", id="unknown platform"
        ),
        pytest.param(("--yes", "--republished", "content/*.md"), "--source", id="copies without sources"),
        pytest.param(("--yes", "--source-key", "source"), "--republished", id="sources without copies"),
        pytest.param(
            ("--yes", "--republished", "x/*.md", "--source", "a.md"), "matches no file", id="nothing matches"
        ),
        pytest.param(
            ("--yes", "--republished", "content/*.md", "--source", "{n}.md"), "Write {n} in both", id="a hole"
        ),
    ],
)
def test_bad_input_gets_one_clear_line_and_writes_nothing(
    begun: Repository, run: Run, arguments: Sequence[str], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)

    done = run("init", *arguments)

    assert (done.code, done.out) == (2, "")
    assert one_line(done)
    assert message in done.err
    assert not Path("checker.toml").exists()
    assert not Path(".github").exists()


def test_it_does_not_begin_twice_or_within_a_repository(
    begun: Repository, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("content")
    assert "Run checker init at its root" in run("init", "--yes").err
    monkeypatch.chdir("..")
    begun.write("pyproject.toml", "[tool.checker]\n")
    assert "has a [tool.checker] already" in run("init", "--yes").err
    begun.write("checker.toml", "")
    again = run("init", "--yes")
    assert again.code == 2
    assert one_line(again)
    assert "checker.toml is there already" in again.err


_KEYS = ("\x03", "\x04")


def typed(answers: Sequence[str], folder: Path) -> tuple[int, str]:
    """Run init at a terminal and type these answers, each when it is asked for; an empty one is Enter alone."""
    pid, terminal = pty.fork()
    if pid == 0:  # pragma: no cover - the child
        os.chdir(folder)
        os.environ["COLUMNS"] = "200"
        os.execv(sys.executable, [sys.executable, "-m", "checker", "init"])
    shown, left = "", list(answers)
    while True:
        if not select.select([terminal], [], [], 60)[0]:
            break
        try:
            shown += os.read(terminal, 4096).decode(errors="replace")
        except OSError:  # the child has ended
            break
        if left and shown.rstrip(" ").endswith(":"):
            answer = left.pop(0)
            os.write(terminal, answer.encode() if answer in _KEYS else f"{answer}\n".encode())
            shown += "\n"
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown


def test_at_a_terminal_it_asks_little(begun: Repository) -> None:
    code, shown = typed(["", ""], begun.root)

    assert code == 0, shown
    assert "Found: content/{name}.md from upstream/{name}.md" in shown
    assert Path(WORKFLOW).exists()


def test_at_a_terminal_an_answer_that_finds_nothing_is_asked_for_again(begun: Repository) -> None:
    answers = [
        "n",
        "copies/*.md",
        "upstream/a.md",
        "content/planted.md",
        "upstream/planted.md",
        "jenkins",
        "none",
    ]

    code, shown = typed(answers, begun.root)

    assert code == 0, shown
    assert "matches no file" in shown
    assert "Choose from github, gitlab, none." in shown
    rules = tomllib.loads(Path("checker.toml").read_text(encoding="utf-8"))["pairs"]
    assert rules == [{"republished": "content/planted.md", "source": "upstream/planted.md"}]


@pytest.mark.parametrize("key", [pytest.param("\x03", id="Ctrl-C"), pytest.param("\x04", id="Ctrl-D")])
def test_an_interrupt_at_a_question_writes_nothing(begun: Repository, key: str) -> None:
    code, shown = typed([key], begun.root)

    assert code == 130
    assert "Traceback" not in shown
    assert not Path("checker.toml").exists()
