"""Fixtures that tests in several folders use."""

import signal
from itertools import count

import pytest

from checker import cli
from tests.ci.repository import CONFIG, FAITHFUL, PLANTED, SOURCE, Repository
from tests.program import Done, Run

# A shell starts what it runs in the background with Ctrl-C ignored, and the programs that tests start inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Remember verdicts for this test only: a server of an earlier one may have had the same port."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / f"cache-{next(_NUMBERS)}"))


_NUMBERS = count()


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run the program with these arguments."""

    def run_it(*arguments: object) -> Done:
        code = cli.run([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Done(code, out.decode(), err.decode())

    return run_it


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
