"""Installs the project as its users do, with its dependencies taken from the environment of the tests.

pip really builds and installs the project, and really looks for its dependencies. It finds them in a folder of links to
what is installed already; it has no index, so nothing is downloaded.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = (
    "action.yml",
    ".pre-commit-hooks.yaml",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "checker",
    "prompts",
)
"""What a checkout of the project needs to be installed and used."""

_OWN = ("checker", "_checker", "pip", "setuptools", "__pycache__")


def environment(dependencies: Path, **more: str) -> Mapping[str, str]:
    """Return the variables of a job that has nothing but a Python and these dependencies.

    Args:
        dependencies: A folder for the links; made if it is not there.
    """
    if not dependencies.exists():
        dependencies.mkdir()
        for folder in {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}:
            for entry in Path(folder).iterdir():
                if not entry.name.startswith(_OWN) and entry.suffix != ".pth":
                    (dependencies / entry.name).symlink_to(entry)
    foreign = ("PIP_", "GIT_", "GITHUB_", "CI_", "CHECKER_", "PYTEST_", "PRE_COMMIT", "VIRTUAL_ENV", "PYTHON")
    own = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    return {
        **own,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(dependencies),
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # which means no isolation: the build finds hatchling among the dependencies
        "PIP_NO_COMPILE": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **more,
    }


def shipped(folder: Path) -> Path:
    """Copy the project, as it is now, to a folder that is a git repository with one commit and a tag."""
    folder.mkdir()
    for name in SHIPPED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    who = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false")
    for arguments in (
        ("init", "--quiet"),
        ("add", "--all"),
        ("commit", "--quiet", "-m", "release"),
        ("tag", "v0"),
    ):
        subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)
    return folder
