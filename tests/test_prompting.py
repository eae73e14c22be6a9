"""Prompt files: read, filled, fingerprinted, and never edited once published."""

from dataclasses import replace
from pathlib import Path

import pytest

from checker.errors import InputError, UsageError
from checker.prompting import builtin_folder, digest, load, parse, published

FILE = """+++
id = "judge_pair"
version = 2
changed = "v2: other words"
models = "any"
+++
# system
Compare.
# user
{{ nonce }} # system
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A prompt file."""
    path = tmp_path / "judge_pair.v2.md"
    path.write_text(FILE, encoding="utf-8")
    return path


def test_published_prompts_are_never_edited() -> None:
    """A changed text is a new version, with a file and a line in digests.toml of its own."""
    assert {prompt.name: prompt.fingerprint for prompt in load().all} == published()


def test_a_file_is_read_part_by_part(path: Path) -> None:
    prompt = parse(path)

    assert (prompt.name, prompt.changed, prompt.system) == ("judge_pair@2", "v2: other words", "Compare.")
    assert prompt.fill({"nonce": "n1"}) == "n1 # system"


def test_line_ends_of_another_system_change_nothing(path: Path) -> None:
    before = parse(path)
    path.write_bytes(FILE.replace("\n", "\r\n").encode())

    assert parse(path) == before


def test_a_fingerprint_changes_with_what_the_model_sees_and_nothing_else(path: Path) -> None:
    prompt = parse(path)

    assert replace(prompt, system="Compare!").fingerprint != prompt.fingerprint
    assert replace(prompt, user="Compare.").fingerprint != prompt.fingerprint
    assert replace(prompt, models="none", changed="no").fingerprint == prompt.fingerprint
    assert digest("ab", "c") != digest("a", "bc")


@pytest.mark.parametrize(
    "template", ["{{ nonsense }}", "{{ nonce.x.y }}", "{{ ''.__class__.__mro__ }}", "{{ 1/0 }}"]
)
def test_what_is_not_there_is_no_empty_text(path: Path, template: str) -> None:
    prompt = replace(parse(path), user=template)

    with pytest.raises(InputError, match="cannot be filled"):
        prompt.fill({"nonce": "n1"})


def test_the_newest_version_is_taken_unless_one_is_named(path: Path) -> None:
    newer = path.with_name("judge_pair.v10.md")
    newer.write_text(FILE.replace("version = 2", "version = 10"), encoding="utf-8")
    library = load(path.parent)

    assert library.get("judge_pair").version == 10
    assert library.get("judge_pair@2").version == 2
    with pytest.raises(UsageError, match="no prompt 'judge_pair@1'"):
        library.get("judge_pair@1")


def test_what_the_user_does_not_replace_stays(path: Path) -> None:
    assert load(path.parent).get("confirm").path.parent == builtin_folder()


@pytest.mark.parametrize("name", ["judge.md", "Judge.v1.md", "judge.v0.md", "judge.vx.md"])
def test_a_file_needs_its_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(FILE, encoding="utf-8")

    with pytest.raises(InputError, match="not named like"):
        parse(path)


def test_bytes_that_are_no_text_are_refused(path: Path) -> None:
    path.write_bytes(b"\xff\xfe")

    with pytest.raises(InputError, match="cannot be read"):
        parse(path)
