"""The gate on a data folder of its own: what holds, what falls, and how floors move."""

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import gate
from benchmarks.floors import Floor, fallen, raised

FLOORS = {"demetr": {"BAcc": Floor(70.0, 66.0)}, "ose": {"false alarms": Floor(5.0, 8.0)}}


@pytest.mark.parametrize(
    ("measured", "names"),
    [
        pytest.param({"demetr": {"BAcc": 70.0}, "ose": {"false alarms": 5.0}}, [], id="the same"),
        pytest.param({"demetr": {"BAcc": 90.0}, "ose": {"false alarms": 0.0}}, [], id="better"),
        pytest.param({"demetr": {"BAcc": 66.0}, "ose": {"false alarms": 8.0}}, [], id="at the floor"),
        pytest.param(
            {"demetr": {"BAcc": 65.0}, "ose": {"false alarms": 5.0}},
            ["demetr: BAcc 70.0 -> 65.0, floor 66.0"],
            id="fell",
        ),
        pytest.param(
            {"demetr": {"BAcc": 70.0}, "ose": {"false alarms": 9.0}},
            ["ose: false alarms 5.0 -> 9.0, floor 8.0"],
            id="false alarms are worse when they rise",
        ),
        pytest.param(
            {"demetr": {"BAcc": 70.0}}, ["ose: false alarms is no longer measured"], id="missing is no pass"
        ),
    ],
)
def test_the_gate_names_what_fell(measured: dict[str, dict[str, float]], names: list[str]) -> None:
    assert list(fallen(FLOORS, measured)) == names


@pytest.mark.parametrize(
    ("bacc", "alarms", "lower", "floors", "easier"),
    [
        pytest.param(80.0, 2.0, False, (76.0, 6.0), 0, id="better: floors follow"),
        pytest.param(68.0, 6.0, True, (66.0, 8.0), 0, id="worse, but reached: floors stay"),
        pytest.param(65.0, 9.0, False, (66.0, 8.0), 2, id="not reached: floors stay"),
        pytest.param(65.0, 9.0, True, (61.0, 13.0), 2, id="not reached, and lowered"),
    ],
)
def test_a_floor_is_lowered_only_on_demand(
    bacc: float, alarms: float, lower: bool, floors: tuple[float, float], easier: int
) -> None:
    measured = {"demetr": {"BAcc": bacc}, "ose": {"false alarms": alarms}}
    margins = {"demetr": {"BAcc": 4.0}, "ose": {"false alarms": 4.0}}

    new, lines = raised(FLOORS, measured, margins, lower=lower)

    assert (new["demetr"]["BAcc"].floor, new["ose"]["false alarms"].floor) == floors
    assert len(lines) == easier


def test_a_set_that_is_gone_keeps_its_floor_unless_it_is_lowered() -> None:
    kept, lines = raised(FLOORS, {}, {}, lower=False)
    gone, _ = raised(FLOORS, {}, {}, lower=True)

    assert kept == FLOORS
    assert gone == {}
    assert lines == ["demetr: BAcc is no longer measured", "ose: false alarms is no longer measured"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Measuring data of two small sets, and a baseline that knows of none."""
    rows = [
        ("Seven ships sank off Larn on Monday.", "Seven ships sank off Larn on Monday.", "consistent"),
        ("Seven ships sank off Larn on Monday.", "Nine ships sank off Larn on Monday.", "distorted"),
        ("The mayor opened a bridge in 1990.", "The mayor opened a bridge in 1990.", "consistent"),
        ("The mayor opened a bridge in 1990.", "The mayor opened a bridge in 1999.", "distorted"),
    ]
    (tmp_path / "data" / "dev").mkdir(parents=True)
    (tmp_path / "data" / "pairing_dev").mkdir()
    write(
        tmp_path / "data" / "dev" / "made.jsonl",
        [{"source": source, "republished": copy, "label": label} for source, copy, label in rows],
    )
    write(
        tmp_path / "data" / "pairing_dev" / "made.jsonl",
        [{"source": ["Dogs bark.", "Cats sleep."], "republished": ["Cats sleep."], "links": [[1, 0]]}],
    )
    empty = {"digests": {}, "rows": 40, "floors": {}, "lowered": []}
    (tmp_path / "baseline.json").write_text(json.dumps(empty), encoding="utf-8")
    return tmp_path


def write(path: Path, rows: list[dict[str, object]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def run(folder: Path, *arguments: str) -> int:
    return gate.main(list(arguments), data=folder / "data", path=folder / "baseline.json")


def baseline(folder: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((folder / "baseline.json").read_text(encoding="utf-8"))
    return document


def test_what_was_measured_holds_and_a_loss_does_not(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "--update") == 0
    assert run(folder) == 0
    assert "quality gate passed: 3 held" in capsys.readouterr().out

    changed = json.loads((folder / "baseline.json").read_text(encoding="utf-8"))
    changed["floors"]["pairing"]["made"]["F1"]["floor"] = 100.5
    (folder / "baseline.json").write_text(json.dumps(changed), encoding="utf-8")

    assert run(folder) == 1
    assert "made: F1 100.0 -> 100.0, floor 100.5" in capsys.readouterr().out


def test_a_floor_falls_with_a_reason_that_is_kept(folder: Path) -> None:
    run(folder, "--update")
    changed = json.loads((folder / "baseline.json").read_text(encoding="utf-8"))
    changed["floors"]["pairing"]["made"]["F1"]["floor"] = 100.5
    (folder / "baseline.json").write_text(json.dumps(changed), encoding="utf-8")

    assert run(folder, "--update") == 1
    assert run(folder, "--update", "--lower", "the set was cleaned") == 0
    [entry] = baseline(folder)["lowered"]
    assert entry["reason"] == "the set was cleaned"
    assert entry["floors"] == ["made: F1 100.5 -> 100.0"]
    assert run(folder) == 0


@pytest.mark.parametrize("arguments", [("--lower", "x"), ("--update", "--lower", " ")])
def test_lowering_needs_the_flag_and_a_reason(folder: Path, arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(folder, *arguments)

    assert stopped.value.code == 2


@pytest.mark.parametrize(
    ("name", "says"),
    [
        pytest.param("made.jsonl", "dev/made.jsonl is another one", id="changed"),
        pytest.param("more.jsonl", "dev/more.jsonl is new", id="more"),
    ],
)
def test_other_data_is_no_pass(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, says: str
) -> None:
    run(folder, "--update")
    write(folder / "data" / "dev" / name, [{"source": "a", "republished": "a", "label": "consistent"}])

    assert run(folder) == 1
    assert says in capsys.readouterr().out


def test_without_data_it_says_that_it_measured_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert gate.main([], data=tmp_path / "data") == 0

    printed = capsys.readouterr().out
    assert printed.startswith("quality gate SKIPPED")
    assert "nothing was measured" in printed
    assert "passed" not in printed
