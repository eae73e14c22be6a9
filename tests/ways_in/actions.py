"""Runs a composite action as GitHub's runner does: its `run` steps for real, its `uses` steps written down.

Knows as much of the expression language as an action of this project may use, and refuses what is not there, where
GitHub would silently put in nothing.
"""

import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

_EXPRESSION = re.compile(r"\$\{\{\s*(.+?)\s*\}\}")


@dataclass
class Done:
    """What a use of the action left behind."""

    failed: bool = False
    log: str = ""
    summary: str = ""
    outputs: dict[str, str] = field(default_factory=dict)
    used: dict[str, dict[str, str]] = field(default_factory=dict)
    """Action without its version -> what it was given, in order."""


@dataclass
class Runner:
    """A runner with a checkout; `temp` outlives a use of the action, as it does within a job."""

    checkout: Path
    temp: Path
    environment: Mapping[str, str]
    refuses: frozenset[str] = frozenset()
    """Actions that fail here."""

    def use(self, action: Path, **given: str) -> Done:
        """Use the action with these inputs; their dashes are underscores here."""
        document: dict[str, Any] = yaml.safe_load((action / "action.yml").read_text(encoding="utf-8"))
        known = document["inputs"]
        inputs = {name: str(about.get("default", "")) for name, about in known.items()}
        for name, value in given.items():
            assert name.replace("_", "-") in known
            inputs[name.replace("_", "-")] = value
        context = {f"inputs.{name}": value for name, value in inputs.items()}
        context["github.action_path"] = str(action)
        done = Done()
        for number, step in enumerate(document["runs"]["steps"]):
            wanted = _holds(str(step["if"]), context) if "if" in step else True
            if done.failed or not wanted:
                continue
            if "run" in step:
                ok = self._run(step, number, context, done)
            else:
                name = step["uses"].partition("@")[0]
                done.used[name] = {
                    key: _filled(str(value), context) for key, value in step.get("with", {}).items()
                }
                ok = name not in self.refuses
            done.failed = not ok and not step.get("continue-on-error", False)
        done.outputs = {name: _filled(about["value"], context) for name, about in document["outputs"].items()}
        return done

    def _run(self, step: Mapping[str, Any], number: int, context: dict[str, str], done: Done) -> bool:
        assert step["shell"] == "bash"
        files = {name: self.temp / f"{number}-{name}" for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for path in files.values():
            path.write_text("", encoding="utf-8")
        script = self.temp / f"{number}.sh"
        script.write_text(step["run"], encoding="utf-8")
        own = {name: _filled(str(value), context) for name, value in step.get("env", {}).items()}
        finished = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],
            cwd=self.checkout,
            env={
                **self.environment,
                "RUNNER_TEMP": str(self.temp),
                "GITHUB_ACTIONS": "true",
                **{name: str(path) for name, path in files.items()},
                **own,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        done.log += finished.stdout.decode()
        done.summary += files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
        for line in files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition("=")
            context[f"steps.{step['id']}.outputs.{name}"] = value
        return finished.returncode == 0


def _filled(text: str, context: Mapping[str, str]) -> str:
    return _EXPRESSION.sub(lambda match: _value(match[1], context), text)


def _value(name: str, context: Mapping[str, str]) -> str:
    if name.startswith("'"):
        return name.strip("'")
    if name.startswith("steps."):  # an output that a step may or may not set
        return context.get(name, "")
    return context[name]


def _holds(expression: str, context: Mapping[str, str]) -> bool:
    """Work out `a == 'b' && c != 'd'`."""

    def holds(comparison: str) -> bool:
        left, equal, right = re.split(r"\s*(==|!=)\s*", comparison.strip())
        return (_value(left, context) == _value(right, context)) is (equal == "==")

    return all(holds(part) for part in expression.split("&&"))
