"""The GitHub action: its real steps, in a scratch repository."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from tests.ci.repository import Repository
from tests.program import Run
from tests.reports import consumers
from tests.ways_in.actions import Runner
from tests.ways_in.offline import ROOT

SETUP = "actions/setup-python"
SARIF, ARTIFACT = "github/codeql-action/upload-sarif", "actions/upload-artifact"
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def temp(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The runner's folder for the length of a job: what the first use installed is there for the next."""
    return tmp_path_factory.mktemp("runner")


@pytest.fixture
def runner(repository: Repository, temp: Path, job: Mapping[str, str]) -> Runner:
    return Runner(checkout=repository.root, temp=temp, environment=job)


def test_a_planted_distortion_fails_the_job_and_is_shown_everywhere(runner: Runner, shipped: Path) -> None:
    done = runner.use(shipped, upload_sarif="true")

    assert done.failed
    assert done.outputs["exit-code"] == "1"
    commands, others = consumers.github(done.log)
    assert [(c.name, c.properties["file"], c.properties["line"]) for c in commands] == [
        ("error", "content/planted.md", "3")
    ]
    assert any("content/planted.md departs from upstream/planted.md" in line for line in others)
    assert done.summary.startswith("## 2 copies: 1 fails, 1 passes")
    assert list(done.used) == [SETUP, SARIF, ARTIFACT]
    [result] = consumers.sarif(Path(done.used[SARIF]["sarif_file"]).read_text(encoding="utf-8"))["results"]
    assert result["ruleId"] == "money"
    report = Path(done.used[ARTIFACT]["path"])
    assert str(report) == done.outputs["report"]
    assert {path.name for path in report.iterdir()} == {
        "run.json",
        "checker.sarif",
        "report.html",
        "report-pages",
    }
    # It ran what it has installed itself, not what the job may have.
    assert list((runner.temp / "checker-environment").glob("lib/*/site-packages/checker/cli.py"))


def test_it_passes_after_a_waiver(runner: Runner, shipped: Path, run: Run) -> None:
    document = json.loads(run("ci", "-f", "json").out)
    [id_] = [p["fingerprint"] for report in document["reports"] for p in report["pairs"] if p["fails"]]
    until = date.today() + timedelta(days=30)  # noqa: DTZ011 - a month away, whatever the zone
    run("waive", id_, "--reason", "agreed", "--until", until, "--author", "Ana")

    done = runner.use(shipped)

    assert not done.failed
    assert done.outputs["exit-code"] == "0"
    assert "1 waived" in done.log


@pytest.mark.parametrize(
    ("inputs", "failed", "code", "said"),
    [
        pytest.param({"fail_on": "never"}, False, "0", "2 copies: 2 pass", id="report only"),
        pytest.param({"fail_on": "nevr"}, True, "2", "Did you mean never?", id="a slip in an input"),
        pytest.param({"config": "no.toml"}, True, "2", "no.toml: No such file", id="no configuration"),
        pytest.param({"changed_since": "HEAD"}, False, "0", "0 copies", id="nothing changed"),
    ],
)
def test_inputs_reach_the_program(
    runner: Runner, shipped: Path, inputs: dict[str, str], failed: bool, code: str, said: str
) -> None:
    done = runner.use(shipped, **inputs)

    assert (done.failed, done.outputs["exit-code"]) == (failed, code)
    assert said in done.log
    if code == "2":
        assert list(done.used) == [SETUP]
        assert "Traceback" not in done.log


def test_what_is_not_wanted_is_left_out(runner: Runner, shipped: Path) -> None:
    quiet = runner.use(shipped, annotations="false", job_summary="false", upload_report="false")

    assert quiet.failed
    assert consumers.github(quiet.log)[0] == []
    assert quiet.summary == ""
    assert list(quiet.used) == [SETUP]

    other = runner.use(shipped, annotations="false", python_version="")
    assert other.summary.startswith("## 2 copies: 1 fails")
    assert list(other.used) == [ARTIFACT]


def test_an_upload_that_is_refused_does_not_hide_the_verdict(runner: Runner, shipped: Path) -> None:
    runner.refuses = frozenset({SARIF, ARTIFACT})

    done = runner.use(shipped, upload_sarif="true")

    assert list(done.used) == [SETUP, SARIF, ARTIFACT]
    assert done.failed
    assert done.outputs["exit-code"] == "1"


def test_no_input_is_read_as_shell(runner: Runner, shipped: Path, repository: Repository) -> None:
    hostile = "x\"; touch ran; echo \"$(touch ran)`touch ran`'; touch ran; '"

    done = runner.use(shipped, **{name.replace("-", "_"): hostile for name in ACTION["inputs"]})

    assert done.outputs["exit-code"] == "2"
    assert not (repository.root / "ran").exists()


def test_inputs_come_as_variables_and_every_one_is_used() -> None:
    steps = ACTION["runs"]["steps"]
    text = json.dumps(steps)

    assert all("${{" not in step.get("run", "") for step in steps)
    assert [name for name in ACTION["inputs"] if f"inputs.{name} " not in text] == []
