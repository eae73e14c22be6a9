"""Where the program came from, as an installer writes it down."""

from pathlib import Path
from typing import Any

import pytest

from checker.starter.origin import Origin, origin_of
from tests.ci.repository import Repository

SHA = "0123456789abcdef0123456789abcdef01234567"


def git(url: str) -> dict[str, Any]:
    return {"url": url, "vcs_info": {"vcs": "git", "commit_id": SHA}}


@pytest.mark.parametrize(
    ("written", "package", "action"),
    [
        pytest.param(
            git("https://github.com/press/checker.git"),
            f"git+https://github.com/press/checker.git@{SHA}",
            f"press/checker@{SHA}",
            id="github",
        ),
        pytest.param(
            git("ssh://git@github.com/press/checker"),
            f"git+https://github.com/press/checker@{SHA}",
            f"press/checker@{SHA}",
            id="ssh",
        ),
        pytest.param(
            git("https://token:secret@git.example.org/press/checker"),
            f"git+https://git.example.org/press/checker@{SHA}",
            "",
            id="a secret is left out",
        ),
        pytest.param(
            {"url": "https://example.org/checker-0.1.0.whl?key=secret", "archive_info": {}},
            "https://example.org/checker-0.1.0.whl",
            "",
            id="a wheel on the web",
        ),
        pytest.param({"url": "file:///tmp/checker.whl", "archive_info": {}}, "", "", id="a wheel here"),
        pytest.param({"url": "file:///nowhere", "dir_info": {}}, "", "", id="a folder that is gone"),
        pytest.param({}, "", "", id="nothing"),
    ],
)
def test_origins(written: dict[str, Any], package: str, action: str) -> None:
    assert origin_of(written) == Origin(package=package, action=action)


def test_a_folder_is_led_back_to_where_it_was_cloned_from(tmp_path: Path) -> None:
    folder = tmp_path / "a clone"
    folder.mkdir()
    clone = Repository(folder)
    clone.write("pyproject.toml", "")
    commit = clone.commit()
    written = {"url": clone.root.as_uri(), "dir_info": {"editable": True}}
    assert origin_of(written) == Origin()

    clone.git("remote", "add", "origin", "git@github.com:press/checker.git")

    assert origin_of(written).action == f"press/checker@{commit}"


def test_a_folder_within_another_repository_is_not_that_repository(tmp_path: Path) -> None:
    around = Repository(tmp_path)
    around.write("vendored/checker/pyproject.toml", "")
    around.commit()
    around.git("remote", "add", "origin", "https://github.com/press/site")

    assert origin_of({"url": (tmp_path / "vendored/checker").as_uri(), "dir_info": {}}) == Origin()
