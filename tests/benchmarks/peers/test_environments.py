from pathlib import Path

import pytest

from benchmarks.peers import environments
from benchmarks.peers.environments import InstallError, ensure, reason
from benchmarks.peers.tools import Tool


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param(
            "  Running git\n  fatal: unable to access it\nerror: subprocess-exited-with-error",
            "fatal: unable to access it",
            id="what git said, not what pip made of it",
        ),
        pytest.param(
            "WARNING: retrying\nERROR: No matching distribution", "ERROR: No matching distribution", id="pip"
        ),
        pytest.param("npm ERR! 404 not found", "npm ERR! 404 not found", id="npm"),
        pytest.param("it broke", "it broke", id="anything else"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_the_cause_is_named(said: str, expected: str) -> None:
    assert reason(said) == expected


def npm_tool(*packages: str) -> Tool:
    return Tool(name="x", runner="x", environment="x", npm=packages, set_up="")


@pytest.fixture
def calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    made: list[tuple[str, ...]] = []
    monkeypatch.setattr(environments, "ROOT", tmp_path)
    monkeypatch.setattr(environments, "FOLDER", tmp_path / "peers")
    monkeypatch.setattr("shutil.which", lambda name: name)
    monkeypatch.setattr(environments, "_call", lambda *command: made.append(command))
    return made


def test_an_environment_is_made_once_and_anew_when_its_packages_change(
    calls: list[tuple[str, ...]],
) -> None:
    for package in ("a@1", "a@1", "a@2"):
        ensure(npm_tool(package))

    assert [command[-1] for command in calls] == ["a@1", "a@2"]


def test_an_environment_that_was_not_finished_is_made_anew(
    calls: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*command: str) -> None:
        raise InstallError("broke off")

    with monkeypatch.context() as broken:
        broken.setattr(environments, "_call", fail)
        with pytest.raises(InstallError, match="broke off"):
            ensure(npm_tool("a@1"))
    ensure(npm_tool("a@1"))

    assert len(calls) == 1


def test_the_project_s_own_environment_is_left_alone(calls: list[tuple[str, ...]]) -> None:
    ensure(Tool(name="x", runner="x", set_up=""))

    assert calls == []
