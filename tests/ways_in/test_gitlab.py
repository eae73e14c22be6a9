"""The GitLab template: its own lines, run as a job would in a scratch repository."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.ci.repository import SOURCE, Repository
from tests.reports import consumers
from tests.ways_in.offline import ROOT

TEMPLATE: dict[str, Any] = yaml.safe_load((ROOT / "checker/starter/gitlab.yml").read_text(encoding="utf-8"))
JOB = TEMPLATE["checker"]


@pytest.fixture(scope="module")
def image(job: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The variables of a job, in which `python` and what it installs come first on the path."""
    home = tmp_path_factory.mktemp("image")
    subprocess.run([sys.executable, "-m", "venv", home], check=True)
    return {
        **job,
        "PATH": f"{home / 'bin'}:{job['PATH']}",
        "CI_PROJECT_DIR": str(home),
        "GITLAB_CI": "true",
    }


def script(lines: list[str], environment: Mapping[str, str]) -> "subprocess.CompletedProcess[str]":
    """Run lines as GitLab's runner does: one script, which ends at the first that fails."""
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", "\n".join(lines)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def test_a_planted_distortion_fails_the_job_and_leaves_what_gitlab_reads(
    repository: Repository, shipped: Path, image: Mapping[str, str]
) -> None:
    image = {**image, "CHECKER_PACKAGE": str(shipped)}
    begin = repository.git("rev-parse", "HEAD")

    assert script(JOB["before_script"], image).returncode == 0
    done = script(JOB["script"], image)

    assert done.returncode == 1
    assert "content/planted.md departs from upstream/planted.md" in done.stdout
    reports = JOB["artifacts"]["reports"]
    [issue] = consumers.gitlab(Path(reports["codequality"]).read_text(encoding="utf-8"))
    assert issue["location"]["path"] == "content/planted.md"
    cases = consumers.junit(Path(reports["junit"]).read_text(encoding="utf-8"))
    assert sum(type(result).__name__ == "Failure" for case in cases for result in case.result) == 1
    assert all(Path(path).exists() for path in JOB["artifacts"]["paths"])

    # A merge request compares only what it changed.
    repository.write("upstream/faithful.md", SOURCE + "\nNobody was hurt.\n")
    request = script(JOB["script"], {**image, "CI_MERGE_REQUEST_DIFF_BASE_SHA": begin})
    assert request.returncode == 0
    assert request.stdout.endswith("1 copy: 1 passes\n")


def test_a_job_that_does_not_know_where_to_get_the_program_says_so(image: Mapping[str, str]) -> None:
    assert TEMPLATE["variables"]["CHECKER_PACKAGE"] == ""

    done = script(JOB["before_script"], {**image, "CHECKER_PACKAGE": ""})

    assert done.returncode != 0
    assert "CHECKER_PACKAGE: Set it to what pip installs checker from" in done.stdout
