"""What the ways into the program share: the project as a repository, and a job without a network."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.ways_in import offline


@pytest.fixture(scope="package")
def job(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The variables of a job that can install the project without a network."""
    return offline.environment(tmp_path_factory.mktemp("job") / "dependencies")


@pytest.fixture(scope="package")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A git repository with the project as it is now, tagged v0."""
    return offline.shipped(tmp_path_factory.mktemp("shipped") / "checker")
