"""Fixtures that tests in several folders use."""

import pytest

from checker import cli
from tests.program import Done, Run


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run the program with these arguments."""

    def run_it(*arguments: object) -> Done:
        code = cli.run([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Done(code, out.decode(), err.decode())

    return run_it
