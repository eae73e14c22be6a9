"""`checker prompts`, and a folder of prompts of one's own."""

import json
from pathlib import Path

import pytest

from checker.prompting import builtin_folder
from tests.fakes.http import as_json, serve
from tests.fakes.model import honest
from tests.program import Run, one_line

NAMES = {f"{id_}@{version}" for id_ in ("confirm", "judge_pair", "judge_pairs") for version in (1, 2)}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with a prompt of the user's, in which one word of the project's is another."""
    text = (builtin_folder() / "judge_pair.v1.md").read_text(encoding="utf-8")
    text = text.replace("version = 1", "version = 7").replace("You are a strict", "Thou art a strict")
    (tmp_path / "judge_pair.v7.md").write_text(text, encoding="utf-8")
    return tmp_path


def test_list_names_every_version(run: Run, own: Path) -> None:
    assert {line.split()[0] for line in run("prompts", "list").out.splitlines()} == NAMES
    listed = {line.split()[0] for line in run("prompts", "list", "--prompt-dir", own).out.splitlines()}
    assert listed == NAMES - {"judge_pair@1", "judge_pair@2"} | {"judge_pair@7"}


def test_show_gives_the_file_as_it_is(run: Run) -> None:
    shown = run("prompts", "show", "judge_pair")

    assert shown.out == (builtin_folder() / "judge_pair.v2.md").read_text(encoding="utf-8")


def test_show_gives_the_schema_of_the_answer(run: Run) -> None:
    schema = json.loads(run("prompts", "show", "confirm", "--schema").out)

    assert list(schema["properties"]) == ["nonce", "pairs"]


def test_diff_shows_what_is_ones_own(run: Run, own: Path) -> None:
    lines = run("prompts", "diff", "judge_pair@1", "--prompt-dir", own).out.splitlines()

    changed = [line[1:4] for line in lines if line[:1] in "+-" and line[:3] not in {"+++", "---"}]
    assert changed == ["ver", "ver", "You", "Tho"]


def test_check_passes_what_the_project_ships(run: Run) -> None:
    done = run("prompts", "check")

    assert (done.code, done.err) == (0, "")
    assert set(done.out.splitlines()) == {f"{name}  ok" for name in NAMES}


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("Nonce: {{ nonce }}", "", "does not show the nonce"),
        ('<pair id="{{ pair.id }}">', "<pair>", "does not show the id of every pair"),
        ("{{ pair.source }}", "", "does not show the source of every pair"),
        ("{{ pair.copy }}", "{{ pair.copie }}", "cannot be filled"),
        ("{% endfor -%}", "", "not a template"),
        ("# user\n", "", "not a prompt file"),
        ('id = "judge_pair"', 'id = "judge_pears"', "says inside that it is judge_pears.v7"),
        ("version = 7", "version = seven", "is not TOML"),
        ("version = 7", "version = 7\nauthor = 3", "unknown author"),
        ("changed = ", "changes = ", "has no changed"),
    ],
    ids=lambda value: value[:20],
)
def test_a_wrong_prompt_is_found_before_anything_is_asked(
    run: Run, own: Path, old: str, new: str, problem: str
) -> None:
    path = own / "judge_pair.v7.md"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    source, copy = own / "source.txt", own / "copy.txt"
    source.write_text("Snow fell in Larn on Monday.", encoding="utf-8")
    copy.write_text("Snow fell in Larn on Friday.", encoding="utf-8")

    checked = run("prompts", "check", "--prompt-dir", own)
    with serve(lambda _, body: as_json(honest(body))) as server:
        asked = run(
            *("audit", source, copy, "--judge", "llm", "--model", "m"),
            *("--base-url", server.url, "--prompt-dir", own),
        )

    assert (checked.code, asked.code) == (2, 2)
    assert problem in checked.err
    assert one_line(asked)
    assert problem in asked.err
    assert not server.requests


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (
            ["show", "judge_pear"],
            "no prompt 'judge_pear'. Choose from confirm@1, confirm@2, judge_pair@1",
        ),
        (["show", "judge_pair@9"], "no prompt 'judge_pair@9'"),
        (["diff", "judge_pair"], "Give NEW or --prompt-dir"),
        (["list", "--prompt-dir", "nowhere"], "no such folder"),
        (["list", "--prompt-dir", "/"], "no prompt files in it"),
    ],
    ids=lambda value: " ".join(value)[:30],
)
def test_what_is_not_there_is_said(run: Run, arguments: list[str], problem: str) -> None:
    done = run("prompts", *arguments)

    assert done.code == 2
    assert one_line(done)
    assert problem in done.err


def test_a_prompt_of_ones_own_is_sent_and_named(run: Run, own: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Six ships sank in the harbor.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Nine ships sank in the harbor.", encoding="utf-8")
    with serve(lambda _, body: as_json(honest(body))) as server:
        done = run(
            "audit",
            tmp_path / "a.txt",
            tmp_path / "b.txt",
            *("--judge", "llm", "--model", "m", "--base-url", server.url, "--prompt-dir", own, "-f", "json"),
        )

    [request] = server.requests
    assert "Thou art" in str(request["messages"])
    report = json.loads(done.out)
    assert "judge_pair@7" in report["pairs"][0]["judged_by"]
    assert "judge_pair@7" in report["tool"]["prompt"]["names"]
