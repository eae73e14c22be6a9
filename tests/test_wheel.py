"""The wheel holds everything: built, installed into a fresh environment and run from another folder."""

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.examples.planted import REPUBLISHED, SOURCE

ROOT = Path(__file__).resolve().parents[1]


def built(folder: Path, *, source: Path = ROOT, umask: int = -1) -> Path:
    """Build the wheel of a checkout into a folder."""
    build = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", build, str(folder)],
        cwd=source,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1600000000"},
        capture_output=True,
        text=True,
        check=True,
        umask=umask,
    )
    return folder / done.stdout.split()[-1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("wheel"))


def test_the_same_source_gives_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    parts = ("checker", "prompts", "pyproject.toml", "README.md", "LICENSE", ".gitignore")
    for name in parts:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        copy(ROOT / name, tmp_path / name)
    for path in tmp_path.rglob("*"):
        os.utime(path, (0, 10**9))  # another place, another time, other rights
    again = built(tmp_path, source=tmp_path, umask=0o077)

    assert again.name == wheel.name
    assert hashlib.sha256(again.read_bytes()).digest() == hashlib.sha256(wheel.read_bytes()).digest()


def test_the_wheel_holds_code_types_and_data_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    data = {
        path for path in (ROOT / "checker").rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }

    assert {str(path.relative_to(ROOT)) for path in data} <= names
    assert "checker/py.typed" in names
    assert all(name.startswith(("checker/", "checker-")) for name in names)


def test_an_installed_wheel_audits_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "env"
    venv.create(environment, with_pip=True)
    python = environment / "bin" / "python"
    purelib = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    # Dependencies come from the environment of the tests, after the new one: nothing is downloaded.
    Path(purelib, "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)], check=True
    )

    done = subprocess.run(
        [environment / "bin" / "checker", "audit", SOURCE, REPUBLISHED],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    where = subprocess.run(
        [python, "-c", "import checker; print(checker.__file__)"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert where.startswith(str(environment))
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("FAIL")
