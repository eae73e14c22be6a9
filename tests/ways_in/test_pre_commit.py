"""The hook, installed and run by pre-commit itself in a scratch repository."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from tests.ci.repository import FAITHFUL, Repository


def test_a_commit_with_a_planted_distortion_is_refused_and_one_without_is_not(
    repository: Repository, shipped: Path, job: Mapping[str, str], tmp_path: Path
) -> None:
    """Nothing is downloaded: pre-commit clones from a folder, and its pip has no index."""
    environment = {**job, "PRE_COMMIT_HOME": str(tmp_path / "home"), "PRE_COMMIT_COLOR": "never"}

    def call(*arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            arguments, cwd=repository.root, env=environment, capture_output=True, text=True, check=False
        )

    def commit(message: str) -> "subprocess.CompletedProcess[str]":
        who = ("-c", "user.name=Ana Ruiz", "-c", "user.email=ana@example.org", "-c", "commit.gpgsign=false")
        return call("git", *who, "commit", "--all", "--message", message)

    hooks = {"repos": [{"repo": str(shipped), "rev": "v0", "hooks": [{"id": "checker"}]}]}
    repository.write(".pre-commit-config.yaml", yaml.safe_dump(hooks))
    repository.git("add", "--all")
    installed = call(sys.executable, "-m", "pre_commit", "install", "--install-hooks")
    assert installed.returncode == 0, installed.stdout + installed.stderr

    repository.write("content/planted.md", FAITHFUL.replace("$18.5 million", "$81.5 million"))
    refused = commit("bring in a wrong number")
    assert refused.returncode == 1
    assert "content/planted.md departs from upstream/planted.md" in refused.stdout + refused.stderr
    assert "$81.5" in refused.stdout + refused.stderr
    assert "content/faithful.md" not in refused.stdout + refused.stderr

    repository.write("content/planted.md", FAITHFUL)
    taken = commit("say what the source says")
    assert taken.returncode == 0, taken.stdout + taken.stderr
    assert "Passed" in taken.stdout + taken.stderr
    assert repository.git("log", "-1", "--format=%s") == "say what the source says"

    # The hook's own copy of the program ran: built and installed by pre-commit.
    assert list((tmp_path / "home").glob("*/py_env-*/lib/*/site-packages/checker/cli.py"))


@pytest.mark.parametrize("stage", ["pre-commit", "pre-push", "manual"])
def test_pre_commit_accepts_the_hooks_file(stage: str) -> None:
    from tests.ways_in.offline import ROOT

    path = ROOT / ".pre-commit-hooks.yaml"
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", path],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout
    [hook] = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert stage in hook["stages"]
