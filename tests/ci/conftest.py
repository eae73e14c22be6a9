import pytest

from tests.ci.repository import CONFIG, FAITHFUL, PLANTED, SOURCE, Repository


@pytest.fixture
def repository(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with one faithful copy and one with a planted distortion, in which the test stands."""
    found = Repository(tmp_path_factory.mktemp("repository"))
    found.write("checker.toml", CONFIG)
    for name, copy in (("faithful", FAITHFUL), ("planted", PLANTED)):
        found.write(f"upstream/{name}.md", SOURCE)
        found.write(f"content/{name}.md", copy)
    found.commit("begin")
    monkeypatch.chdir(found.root)
    return found
