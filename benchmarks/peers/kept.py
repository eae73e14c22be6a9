"""Keeps what was measured of a tool, so that a comparison that takes long can be carried on."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from benchmarks.peers.server import Traffic
from benchmarks.peers.tables import Measured
from benchmarks.peers.tools import Tool
from benchmarks.peers.trials import Outcome, Said, Trial

Settings = Mapping[str, object]
"""What decides the result beside the tool; what was kept under others is of no use."""


def keep(folder: Path, settings: Settings, measured: Measured) -> None:
    """Write down what was measured."""
    folder.mkdir(parents=True, exist_ok=True)
    trial = asdict(measured.trial)
    trial["tool"] = _identity(measured.trial.tool)
    traffic = {name: asdict(seen) for name, seen in measured.traffic.items()}
    text = json.dumps({"settings": settings, "trial": trial, "traffic": traffic})
    _path(folder, measured.trial.tool).write_text(text, encoding="utf-8")


def kept(folder: Path, settings: Settings, tool: Tool) -> Measured | None:
    """Return what was measured of the tool under these settings, if anything was."""
    path = _path(folder, tool)
    if not path.exists():
        return None
    document = json.loads(path.read_text(encoding="utf-8"))
    trial = document["trial"]
    if document["settings"] != settings or trial["tool"] != _identity(tool):
        return None
    outcomes = {
        name: Outcome(
            said["seconds"], said["worked"], [Said(**answer) for answer in said["answers"]], said["crash"]
        )
        for name, said in trial["outcomes"].items()
    }
    return Measured(
        Trial(tool, trial["version"], trial["loading"], outcomes, trial["failure"]),
        {name: Traffic(**seen) for name, seen in document["traffic"].items()},
    )


def _identity(tool: Tool) -> dict[str, object]:
    """What of a tool decides its result."""
    return {
        "runner": tool.runner,
        "packages": [*tool.pip, *tool.npm],
        "options": dict(tool.options),
    }


def _path(folder: Path, tool: Tool) -> Path:
    return folder / f"{re.sub('[^a-z]+', '-', tool.name.lower())}.json"
