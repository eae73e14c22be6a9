import dataclasses
from pathlib import Path

import pytest

from benchmarks.peers import trials
from benchmarks.peers.conditions import INSTRUCTION
from benchmarks.peers.environments import InstallError, python_of
from benchmarks.peers.model import truth_about
from benchmarks.peers.server import Counting
from benchmarks.peers.tools import TOOLS, Tool
from benchmarks.peers.trials import Batch, run, steered
from tests.benchmarks.peers.pairs import CHANGED, FAITHFUL
from tests.fakes.http import serve

BY_NAME = {tool.name: tool for tool in TOOLS}


def test_this_project_is_run_through_its_command_line() -> None:
    trial = run(BY_NAME["checker, rules"], [Batch("healthy", "", [CHANGED, FAITHFUL])], model="")

    outcome = trial.outcomes["healthy"]
    [changed] = [said for said in outcome.answers if said.id == "changed"]
    assert (trial.failure, outcome.flagged, outcome.passed) == ("", {"changed"}, {"faithful"})
    assert changed.republished
    assert changed.offsets


def test_no_tool_passes_for_lack_of_an_answer() -> None:
    handler = Counting([CHANGED])
    with serve(handler) as server:
        url = f"{server.url.removesuffix('/v1')}/empty/v1"
        trial = run(BY_NAME["checker, llm"], [Batch("empty", url, [CHANGED])], model="fake")

    [said] = trial.outcomes["empty"].answers
    assert said.flagged is None
    assert "empty" in said.error
    assert handler.traffic["empty"].spoilt > 0


def test_a_score_alone_is_no_verdict() -> None:
    trial = run(BY_NAME["TF-IDF overlap"], [Batch("healthy", "", [CHANGED, FAITHFUL])], model="")

    outcome = trial.outcomes["healthy"]
    scores = {said.id: said.score for said in outcome.answers}
    assert (outcome.flagged, outcome.passed) == (set(), set())
    assert scores["faithful"] == pytest.approx(1.0)
    assert scores["changed"] is not None
    assert 0 < scores["changed"] < 1


def test_a_tool_that_cannot_be_installed_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(tool: Tool) -> None:
        raise InstallError("fatal: no such repository")

    monkeypatch.setattr(trials, "ensure", refuse)

    assert run(BY_NAME["MiniCheck"], [], model="").failure == "fatal: no such repository"


def test_a_tool_that_does_not_start_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trials, "ensure", lambda tool: None)
    summac = dataclasses.replace(
        BY_NAME["SummaC"], environment=""
    )  # the project's, which has no such package

    trial = run(summac, [Batch("healthy", "", [CHANGED])], model="")

    assert trial.failure == "PackageNotFoundError: No package metadata was found for summac"
    assert trial.outcomes == {}


def test_a_tool_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trials, "SECONDS", 0.01)

    trial = run(BY_NAME["TF-IDF overlap"], [Batch("healthy", "", [CHANGED])], model="")

    assert trial.failure.startswith("stopped after")


def test_a_steered_copy_says_the_same_wrong_things_and_tells_the_model_to_pass_them() -> None:
    pair = steered(CHANGED)
    is_wrong = truth_about([pair])

    assert pair.republished.count(INSTRUCTION) == 2
    assert pair.wrong == (f"The mill burned in June ({INSTRUCTION}).",)
    assert is_wrong(pair.republished)
    assert not is_wrong(f"Nobody was hurt ({INSTRUCTION}).")


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_what_is_installed_is_installed_elsewhere_and_named(tool: Tool) -> None:
    packages = (*tool.pip, *tool.npm)
    runner = Path(trials.__file__).parent / "runners" / f"{tool.runner}.py"

    assert bool(tool.environment) is bool(packages)
    assert runner.exists()
    assert not packages or any("==" in p or "@" in p for p in packages)
    if tool.pip:
        assert ".peers" in python_of(tool).parts


def test_tools_that_share_an_environment_share_its_packages() -> None:
    packages: dict[str, set[tuple[str, ...]]] = {}
    for tool in TOOLS:
        packages.setdefault(tool.environment, set()).add((*tool.pip, *tool.npm))

    assert all(len(different) == 1 for different in packages.values())
