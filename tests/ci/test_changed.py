import subprocess
from pathlib import Path

import pytest

from checker.ci.changed import changes_since
from checker.errors import UsageError
from tests.ci.repository import FAITHFUL, Repository
from tests.program import Run


def said(ref: str) -> str:
    """What the user reads when git cannot tell."""
    with pytest.raises(UsageError) as error:
        changes_since(ref)
    return f"{error.value} {error.value.hint}"


def test_committed_staged_changed_and_new_files_have_changed(repository: Repository) -> None:
    begin = repository.git("rev-parse", "HEAD")
    repository.write("content/committed.md", "x")
    repository.commit()
    repository.write("content/staged.md", "x")
    repository.git("add", "content/staged.md")
    repository.write("content/planted.md", "x")
    repository.write("content/new ä\n.md", "x")
    repository.write(".gitignore", "ignored.md\n")
    repository.write("content/ignored.md", "x")

    changes = changes_since(begin)

    for name in ("committed", "staged", "planted", "new ä\n"):
        assert changes.has(f"content/{name}.md")
    for name in ("faithful", "ignored", "lost"):
        assert not changes.has(f"content/{name}.md")


def test_removed_and_renamed_files_have_changed(repository: Repository) -> None:
    repository.git("rm", "--quiet", "upstream/planted.md")
    repository.git("mv", "content/faithful.md", "content/renamed.md")

    changes = changes_since("HEAD")

    assert all(changes.has(f) for f in ("upstream/planted.md", "content/faithful.md", "content/renamed.md"))


def test_what_others_did_since_the_branch_began_does_not_count(repository: Repository) -> None:
    repository.git("switch", "--quiet", "--create", "feature")
    repository.write("content/planted.md", "x")
    repository.commit()
    repository.git("switch", "--quiet", "main")
    repository.write("content/faithful.md", "x")
    repository.commit()
    repository.git("switch", "--quiet", "feature")

    changes = changes_since("main")

    assert changes.has("content/planted.md")
    assert not changes.has("content/faithful.md")


def test_histories_without_a_common_commit_are_compared_as_they_are(repository: Repository) -> None:
    repository.git("switch", "--quiet", "--orphan", "other")
    repository.write("content/planted.md", "x")
    repository.commit()

    assert changes_since("main").has("content/planted.md")


def test_a_changed_submodule_is_all_that_is_in_it(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wire = Repository(tmp_path)
    wire.write("a.md", "x")
    wire.commit()
    repository.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(tmp_path), "wire")
    begin = repository.commit()
    inside = repository.root / "wire" / "a.md"
    assert not changes_since(begin).has("wire/a.md")

    inside.write_text("y")

    assert changes_since(begin).has("wire/a.md")


def test_paths_are_seen_from_the_current_folder(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write("content/planted.md", "x")
    repository.write("content/new.md", "x")
    monkeypatch.chdir(repository.root / "content")

    changes = changes_since("HEAD")

    assert changes.has("planted.md")
    assert changes.has("new.md")
    assert not changes.has("../upstream/planted.md")


@pytest.mark.usefixtures("repository")
def test_an_unknown_commit_is_said_to_be_unknown() -> None:
    assert said("origin/mian") == (
        "--changed-since: git knows no commit 'origin/mian' Check the name, or: git fetch origin origin/mian"
    )


def test_outside_a_repository_git_itself_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    assert "not a git repository" in said("HEAD")


@pytest.mark.usefixtures("repository")
def test_git_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    assert "git is not installed" in said("HEAD")


@pytest.fixture
def shallow(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone that holds the last commit of the branch `feature` only, in which the test stands."""
    repository.git("tag", "begin")
    repository.git("switch", "--quiet", "--create", "feature")
    for number in range(3):
        repository.write("content/planted.md", f"{FAITHFUL}{number}")
        repository.commit()
    clone = tmp_path / "clone"
    origin = f"file://{repository.root}"
    subprocess.run(["git", "clone", "--quiet", "--depth=1", "--branch=feature", origin, clone], check=True)
    monkeypatch.chdir(clone)
    return clone


def test_a_commit_that_a_shallow_clone_lacks_is_said_to_be_cut_off(shallow: Path, run: Run) -> None:
    done = run("ci", "--changed-since", "origin/main")

    assert done.code == 2
    assert done.err == (
        "checker: --changed-since: 'origin/main' is not in this shallow clone. "
        "Fetch the history: git fetch --unshallow, or fetch-depth: 0 with actions/checkout.\n"
    )


def test_a_branching_point_that_a_shallow_clone_lacks_is_not_guessed(shallow: Path) -> None:
    subprocess.run(["git", "fetch", "--quiet", "--depth=1", "origin", "tag", "begin"], check=True)

    assert "does not reach back to where the branch left 'begin'" in said("begin")


def test_a_shallow_clone_that_reaches_back_far_enough_will_do(shallow: Path, run: Run) -> None:
    subprocess.run(["git", "fetch", "--quiet", "--deepen=2", "origin", "tag", "begin"], check=True)
    subprocess.run(["git", "fetch", "--quiet", "--deepen=2"], check=True)

    assert changes_since("begin").has("content/planted.md")


@pytest.mark.parametrize("name", ["checker.toml", "checker.waivers.toml", "old.json"])
def test_a_change_of_the_rules_concerns_every_copy(repository: Repository, run: Run, name: str) -> None:
    run("ci", "-f", "json:old.json")
    repository.write("checker.waivers.toml", "")
    repository.commit()
    path = repository.root / name
    path.write_text(path.read_text() + "\n")

    assert run("ci", "--changed-since", "HEAD", "--baseline", "old.json").out.startswith("2 copies")
