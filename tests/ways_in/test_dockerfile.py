"""The Dockerfile, as far as it can be tried where no container can be built."""

import fnmatch
import re
import tomllib

from tests.ways_in.offline import ROOT

LINES = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def copied() -> set[str]:
    """What is copied from the project."""
    own = (line.split()[1:-1] for line in LINES if line.startswith("COPY ") and "--from" not in line)
    return {name for names in own for name in names}


def test_what_is_copied_is_there_and_not_ignored() -> None:
    rules = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    kept = {rule[1:] for rule in rules if rule.startswith("!")}

    assert rules[0] == "*"
    assert copied() == kept
    assert all((ROOT / name).exists() for name in copied())


def test_all_that_a_build_needs_is_copied() -> None:
    project = PROJECT["project"]
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {
        "pyproject.toml",
        project["readme"],
        *project["license-files"],
        *wheel["packages"],
        *wheel["force-include"],
    }

    assert all(any(fnmatch.fnmatch(name, pattern) for name in copied()) for pattern in needed)


def test_it_runs_the_program_as_nobody_in_particular() -> None:
    words = dict(line.split(maxsplit=1) for line in LINES if re.match(r"(ENTRYPOINT|USER|WORKDIR) ", line))

    assert words["ENTRYPOINT"] == '["checker"]'
    assert "checker" in PROJECT["project"]["scripts"]
    assert words["USER"] != "root"
    minimum = tuple(map(int, PROJECT["project"]["requires-python"].removeprefix(">=").split(".")))
    versions = [line for line in LINES if line.startswith("FROM ")]
    assert all(tuple(map(int, re.findall(r":(\d+)\.(\d+)", line)[0])) >= minimum for line in versions)
