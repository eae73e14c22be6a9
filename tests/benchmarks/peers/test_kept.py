import dataclasses
from pathlib import Path

import pytest

from benchmarks.peers.kept import keep, kept
from benchmarks.peers.server import Traffic
from benchmarks.peers.tables import Measured
from benchmarks.peers.tools import Tool
from benchmarks.peers.trials import Outcome, Said, Trial

TOOL = Tool(name="A, B", runner="a", pip=("a==1",), environment="a", set_up="as it comes")
SAID = Said(id="x", flagged=None, score=0.5, why="", source=["s"], republished=[], offsets=False, error="odd")
MEASURED = Measured(
    Trial(TOOL, "1.0", 2.5, {"healthy": Outcome(1.5, 0.5, [SAID], "broke off")}),
    {"healthy": Traffic(requests=2, sent=["a"], answered=["b"], spoilt=1)},
)
SETTINGS = {"per_set": 4}


def test_what_was_measured_comes_back_as_it_was(tmp_path: Path) -> None:
    keep(tmp_path / "new", SETTINGS, MEASURED)

    assert kept(tmp_path / "new", SETTINGS, TOOL) == MEASURED


@pytest.mark.parametrize(
    ("settings", "tool"),
    [
        pytest.param({"per_set": 5}, TOOL, id="other pairs"),
        pytest.param(SETTINGS, dataclasses.replace(TOOL, pip=("a==2",)), id="another version"),
        pytest.param(SETTINGS, dataclasses.replace(TOOL, options={"judge": "x"}), id="told otherwise"),
        pytest.param(SETTINGS, dataclasses.replace(TOOL, name="C"), id="another tool"),
    ],
)
def test_what_was_measured_otherwise_is_not_used(
    tmp_path: Path, settings: dict[str, object], tool: Tool
) -> None:
    keep(tmp_path, SETTINGS, MEASURED)

    assert kept(tmp_path, settings, tool) is None


def test_where_nothing_was_measured_there_is_nothing(tmp_path: Path) -> None:
    assert kept(tmp_path, SETTINGS, TOOL) is None
