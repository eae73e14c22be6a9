"""Two of the kills that `make stress` makes twenty of."""

from pathlib import Path

from tests.fakes.http import serve
from tests.stress.kills import PAIRS, Trial, answer, asked, rounds


def test_a_resumed_run_reports_the_same_and_asks_about_no_pair_again() -> None:
    assert len(list(rounds(1, seed=8))) == 1


def test_a_run_that_is_killed_again_and_again_comes_to_its_end(tmp_path: Path) -> None:
    with serve(answer) as server:
        trial = Trial(tmp_path, server)
        trial.kill_after(4, 0.02, "--refresh")
        trial.kill_after(4, 0.02, "--refresh", "--resume")
        before = len(server.requests)
        trial.finish("--refresh", "--resume")

    assert trial.killed == 2
    assert 0 < trial.noted[0] < trial.noted[1] < PAIRS
    assert len(asked(server.requests[before:])) == PAIRS - trial.noted[1]
