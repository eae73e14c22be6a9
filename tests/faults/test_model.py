"""Damaged files of the program itself: refused by every command, in one line."""

import shutil
from pathlib import Path

import pytest

from tests.faults.machine import COPY, ROOT, SOURCE, run

PACKAGE = ROOT / "checker"


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def one_bit(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def not_json(path: Path) -> None:
    path.write_text("{")


def one_digit(path: Path) -> None:
    path.write_text(path.read_text().replace("1", "2", 1))


def another_json(path: Path) -> None:
    path.write_text("[1]")


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("judge.onnx", cut_off),
        ("judge.onnx", one_bit),
        ("judge.onnx", emptied),
        ("judge.onnx", Path.unlink),
        ("judge.json", not_json),
        ("judge.json", another_json),
        ("combine.json", cut_off),
        ("combine.json", another_json),
        ("combine.json", one_digit),
    ],
)
def test_a_damaged_file_of_the_model(tmp_path: Path, name: str, damage: object) -> None:
    shutil.copytree(PACKAGE, tmp_path / "checker", ignore=shutil.ignore_patterns("__pycache__"))
    damage(tmp_path / "checker" / "models" / name)  # type: ignore[operator]

    done = run("audit", SOURCE, COPY, more={"PYTHONPATH": str(tmp_path)}, folder=tmp_path)

    assert (done.code, done.one_line) == (2, True), done.err
    assert name in done.err
    assert "Install checker anew" in done.err


def test_damage_is_told_by_ci_with_several_processes(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "checker", ignore=shutil.ignore_patterns("__pycache__"))
    one_bit(tmp_path / "checker" / "models" / "judge.onnx")
    (tmp_path / "checker.toml").write_text('[[pairs]]\nrepublished = "{name}.md"\nsource = "source.txt"\n')
    shutil.copy(SOURCE, tmp_path / "source.txt")
    for number in range(3):
        shutil.copy(SOURCE, tmp_path / f"{number}.md")

    done = run("ci", "--jobs", "2", more={"PYTHONPATH": str(tmp_path)}, folder=tmp_path)

    assert done.code == 2
    assert "judge.onnx is not the one that was shipped" in done.err.splitlines()[-1]
