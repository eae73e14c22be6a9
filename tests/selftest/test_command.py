"""`checker selftest` as a user runs it."""

import json

import pytest

from tests.program import Run, one_line

FEW = ("selftest", "--judge", "rules", "--only", "number,split", "--each", "4")


def test_the_table_has_rates_and_intervals(run: Run) -> None:
    done = run(*FEW)

    assert done.code == 0
    assert "Self-test of rules@1: 8 pairs judged" in done.out
    assert "Planted changes, caught" in done.out
    assert "  number               4/4    100.0 %  (51-100)" in done.out
    assert "Relations" not in done.out


def test_json_has_every_kind_and_what_did_not_hold(run: Run) -> None:
    done = run("selftest", "--judge", "rules", "--each", "3", "-f", "json")
    document = json.loads(done.out)

    assert document["tool"]["judge"] == "rules@1"
    assert {part: len(found["kinds"]) for part, found in document["parts"].items()} == {
        "planted": 20,
        "harmless": 20,
        "relations": 10,
    }
    for part in document["parts"].values():
        assert part["cases"] == sum(kind["cases"] for kind in part["kinds"].values())
        assert 0 <= part["low"] <= part["share"] <= part["high"] <= 1
    missed = sum(part["cases"] - part["held"] for part in document["parts"].values())
    assert len(document["misses"]) == missed > 0
    assert {"kind", "part", "problem", "source", "republished"} == set(document["misses"][0])


def test_verbose_lists_what_did_not_hold(run: Run) -> None:
    quiet, full = (
        run("selftest", "--judge", "rules", "--only", "wrong_word", *more) for more in ((), ("-v",))
    )

    assert "10 cases did not hold: --verbose lists them." in quiet.out
    assert "republished  Click the gear idol" in full.out


@pytest.mark.parametrize(
    ("floor", "code"),
    [
        pytest.param(("--min-caught", "100", "--min-clean", "100"), 0, id="reached"),
        pytest.param(("--min-caught", "0"), 0, id="no floor to speak of"),
    ],
)
def test_a_floor_that_is_reached_passes(run: Run, floor: tuple[str, ...], code: int) -> None:
    assert run(*FEW, *floor).code == code


def test_a_floor_that_is_not_reached_fails_and_says_so(run: Run) -> None:
    done = run("selftest", "--judge", "rules", "--only", "wrong_word", "--min-caught", "50")

    assert done.code == 1
    assert done.err == "checker: warning: planted: 0.0 % is below --min-caught 50\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param(("--only", "negatoin"), "Did you mean negation?", id="a slip"),
        pytest.param(
            ("--only", "split", "--min-caught", "5"), "nothing of planted is tried", id="empty floor"
        ),
        pytest.param(("--min-clean", "101"), "--min-clean", id="more than everything"),
        pytest.param(("--min-clean", "nan"), "--min-clean", id="no number"),
        pytest.param(("-f", "sarif"), "there is no 'sarif'", id="a format of other commands"),
    ],
)
def test_wrong_usage_is_one_line(run: Run, arguments: tuple[str, ...], says: str) -> None:
    done = run("selftest", "--judge", "rules", *arguments)

    assert done.code == 2
    assert one_line(done)
    assert says in done.err


def test_a_model_that_does_not_answer_leaves_everything_undetermined(
    run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    cache = tmp_path_factory.mktemp("cache") / "verdicts.sqlite"
    done = run(
        *(
            "selftest",
            "--judge",
            "llm",
            "--model",
            "m",
            "--base-url",
            "http://127.0.0.1:9/v1",
            "--offline",
            "-q",
        ),
        *("--cache", cache, "--only", "number,split", "--each", "2", "-f", "json"),
    )
    document = json.loads(done.out)

    assert done.code == 3
    assert document["undetermined"] == 4
    assert [part["held"] for part in document["parts"].values()] == [0, 0]


def test_a_dry_run_only_counts(run: Run) -> None:
    done = run(
        *("selftest", "--judge", "llm", "--model", "m", "--base-url", "http://127.0.0.1:9/v1", "--dry-run"),
        *("--only", "number", "--each", "2"),
    )

    assert done.code == 0
    assert done.out.startswith("pairs to ask about  2\n")


def test_the_embedded_judge_reaches_what_it_was_measured_at(run: Run) -> None:
    done = run(
        "selftest",
        "--only",
        "number,percentage,clause_order",
        "--min-caught",
        "90",
        "--min-clean",
        "90",
    )

    assert done.code == 0, done.err
