"""Commands that ask a model, from the command line: what is sent, what is remembered, what it costs."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.ci.repository import CONFIG, Repository
from tests.fakes.http import Server, as_json, serve
from tests.fakes.model import honest, task_of
from tests.program import Done, Run, one_line

SOURCE = [
    "The mayor said the fair began at noon in Larn.",
    "Ann bought a red coat at the old market.",
    "The children help the farmers near the mill.",
    "A big dog slept beside the church door.",
]
COPY = [
    "The mayor stated the fair started at noon in Larn.",
    "Ann bought a red boat at the old market.",
    "The kids assist the farmers near the mill.",
    "A big dog slept beside the church door.",
]
"""The second one is changed, the last one reads the same."""

Ask = Callable[..., Done]


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "CHECKER_MODEL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def server() -> Iterator[Server]:
    with serve(lambda _, body: as_json(honest(body))) as found:
        yield found


@pytest.fixture
def ask(run: Run, server: Server, tmp_path: Path) -> Ask:
    """Audit the two texts with a model on loopback."""
    source, copy = tmp_path / "source.txt", tmp_path / "copy.txt"
    source.write_text("\n\n".join(SOURCE))
    copy.write_text("\n\n".join(COPY))

    def audit(*options: str, judge: str = "llm") -> Done:
        where = ("--base-url", server.url, "--model", "fake", "--pairs-per-call", "1")
        return run("audit", source, copy, "--judge", judge, "-f", "json", *where, *options)

    return audit


def usage(done: Done) -> dict[str, Any]:
    """What a report says a run took."""
    found: dict[str, Any] = json.loads(done.out)["usage"]
    return {key: value for key, value in found.items() if key != "seconds"}


def labels(done: Done) -> list[str]:
    """The labels of a report's pairs, in order."""
    return [pair["label"] for pair in json.loads(done.out)["pairs"]]


JUDGED = ["consistent", "contradictory", "consistent", "consistent"]


def test_what_was_asked_once_is_remembered_and_what_reads_the_same_is_never_asked(
    ask: Ask, server: Server
) -> None:
    first, again = ask(), ask()

    assert (first.code, labels(first), labels(again)) == (1, JUDGED, JUDGED)
    assert (usage(first)["model_calls"], usage(again)["model_calls"]) == (3, 0)
    assert len(server.requests) == 3


@pytest.mark.parametrize(
    ("options", "calls"),
    [
        pytest.param(("--model", "other"), 3, id="another model"),
        pytest.param(("--refresh",), 3, id="refresh"),
        pytest.param(("--pairs-per-call", "6"), 0, id="another grouping is the same question"),
        pytest.param(("--cache", "other.sqlite3"), 3, id="another file"),
    ],
)
def test_what_an_answer_depends_on(ask: Ask, options: tuple[str, ...], calls: int) -> None:
    ask()

    assert usage(ask(*options))["model_calls"] == calls


def test_offline_a_miss_is_undetermined_and_nothing_is_sent(ask: Ask, server: Server) -> None:
    missed = ask("--offline")
    assert (missed.code, len(server.requests)) == (3, 0)
    assert labels(missed) == ["undetermined"] * 3 + ["consistent"]
    assert json.loads(missed.out)["pairs"][0]["reason"].startswith("offline")

    ask()
    known = ask("--offline")
    assert (known.code, labels(known), len(server.requests)) == (1, JUDGED, 3)


def test_a_dry_run_counts_and_sends_nothing(ask: Ask, server: Server) -> None:
    done = ask("--dry-run", "--price-in", "2", "--price-out", "8")

    assert (done.code, len(server.requests)) == (0, 0)
    assert "calls               3" in done.out
    assert "price" in done.out
    ask()
    assert "calls               0" in ask("--dry-run").out


def test_a_dry_run_without_a_model_counts_nothing_and_judges_nothing(
    run: Run, repository: Repository
) -> None:
    done = run("ci", "--dry-run", "--judge", "rules")  # one of the two copies would fail

    assert done.code == 0
    assert done.out.startswith("pairs to ask about  0\ncalls               0\n")


def test_a_dry_run_costs_no_less_than_the_run(ask: Ask) -> None:
    counted = ask("--dry-run").out
    taken = usage(ask())

    sent = int(counted.split("tokens sent")[1].split()[0].replace(",", ""))
    assert sent >= taken["tokens_in"]


@pytest.mark.parametrize(
    ("limit", "most"),
    [
        pytest.param(("--max-calls", "2"), 2, id="calls"),
        pytest.param(("--max-tokens", "10"), 0, id="tokens"),
        pytest.param(("--max-cost", "0.0001", "--price-in", "1", "--price-out", "1"), 0, id="cost"),
    ],
)
def test_a_limit_ends_the_run_cleanly(ask: Ask, server: Server, limit: tuple[str, ...], most: int) -> None:
    done = ask(*limit, "--fail-on", "never", "-j", "1")

    assert (done.code, len(server.requests)) == (3, most)
    assert labels(done).count("undetermined") == 3 - most
    assert all(
        pair["reason"].startswith("budget")
        for pair in json.loads(done.out)["pairs"]
        if pair["label"] == "undetermined"
    )


def test_a_run_that_met_its_limit_is_resumed_with_a_higher_one(ask: Ask, server: Server) -> None:
    prices = ("--price-in", "1000", "--price-out", "1000")
    stopped = ask("--max-calls", "2", *prices)
    resumed = ask("--max-calls", "3", "--resume", *prices)

    assert (usage(stopped)["cost"], usage(resumed)["cost"]) == (pytest.approx(0.24), pytest.approx(0.36))
    assert (usage(resumed)["model_calls"], labels(resumed), len(server.requests)) == (3, JUDGED, 3)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_run_whose_report_could_not_be_written_is_resumed_and_asks_nothing(
    ask: Ask, server: Server
) -> None:
    lost = ask("--refresh", "-f", "jsonl:/dev/full")
    asked = len(server.requests)
    resumed = ask("--refresh", "--resume")

    assert (lost.code, resumed.code, labels(resumed)) == (2, 1, JUDGED)
    assert (asked, len(server.requests)) == (3, 3)


def test_the_cascade_asks_only_about_what_it_is_not_sure_of(ask: Ask, server: Server) -> None:
    done = ask(judge="cascade")

    spent = usage(done)
    assert (done.code, labels(done)) == (1, JUDGED)
    assert spent["pairs_sent"] < spent["pairs_judged"] == 4
    assert {pair["judged_by"].partition("@")[0] for pair in json.loads(done.out)["pairs"]} == {
        "embedded",
        "llm",
    }
    changed = json.loads(done.out)["pairs"][1]
    assert changed["judged_by"].startswith("llm@fake/")


@pytest.mark.parametrize("judge", ["llm", "cascade"])
def test_ready_made_pairs(run: Run, server: Server, tmp_path: Path, judge: str) -> None:
    rows = [
        {"id": i, "source": s, "republished": c} for i, (s, c) in enumerate(zip(SOURCE, COPY, strict=True))
    ]
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text("\n".join(map(json.dumps, rows)))

    done = run("judge", pairs, "--judge", judge, "--model", "fake", "--base-url", server.url)

    assert done.code == 0
    assert [json.loads(line)["label"] for line in done.out.splitlines()] == JUDGED


@pytest.mark.parametrize(
    ("options", "says"),
    [
        pytest.param(("--max-cost", "1"), "--max-cost needs prices", id="no prices"),
        pytest.param(("--offline", "--refresh"), "--refresh asks everything anew", id="offline and refresh"),
        pytest.param(("--cache", "."), "checker cache clear", id="a folder as cache"),
    ],
)
def test_a_slip_is_one_line(ask: Ask, server: Server, options: tuple[str, ...], says: str) -> None:
    done = ask(*options)

    assert (done.code, done.out, len(server.requests)) == (2, "", 0)
    assert one_line(done)
    assert says in done.err


def test_everything_can_stand_in_the_configuration(run: Run, server: Server, repository: Repository) -> None:
    keys = f'model = "fake"\nbase-url = "{server.url}"\njobs = 1\nmax-calls = 0\ncache = "kept.sqlite3"\n\n'
    repository.write(
        "checker.toml", CONFIG.replace('"rules"', '"llm"').replace("[[pairs]]", keys + "[[pairs]]")
    )

    stopped = run("ci", "--fail-on", "never")
    assert (stopped.code, len(server.requests)) == (3, 0)

    done = run("ci", "--max-calls", "100", "-f", "json")
    assert done.code in {0, 1}
    assert len(server.requests) > 0
    assert (repository.root / "kept.sqlite3").exists()
    asked = len(server.requests)
    run("ci", "--max-calls", "100")
    assert len(server.requests) == asked


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_list_whose_report_could_not_be_written_is_resumed_and_asks_nothing(
    run: Run, server: Server, repository: Repository
) -> None:
    command = (
        "ci",
        "--judge",
        "llm",
        "--model",
        "fake",
        "--base-url",
        server.url,
        "--jobs",
        "1",
        "--refresh",
    )
    lost = run(*command, "-f", "json:/dev/full")
    asked = len(server.requests)
    resumed = run(*command, "--resume")

    assert (lost.code, resumed.code in {0, 1}) == (2, True)
    assert 0 < asked == len(server.requests)


def test_a_key_is_never_taken_from_the_configuration(run: Run, tmp_path: Path) -> None:
    (tmp_path / "checker.toml").write_text('openai-api-key = "sk-planted"\n')

    done = run("audit", "a.txt", "b.txt")

    assert done.code == 2
    assert one_line(done)
    assert "OPENAI_API_KEY" in done.err
    assert "sk-planted" not in done.err


def test_a_refused_key_ends_a_whole_run_with_3(run: Run, repository: Repository) -> None:
    with serve(lambda *_: as_json({"error": {"message": "no"}}, status=401)) as server:
        done = run("ci", "--judge", "llm", "--model", "fake", "--base-url", server.url, "--jobs", "1")

    assert done.code == 3
    assert "OPENAI_API_KEY" in done.err


def test_cache_says_what_it_holds_and_forgets_it(ask: Ask, run: Run) -> None:
    ask()

    assert "verdicts         3" in run("cache", "info").out
    assert run("cache", "clear").out.startswith("removed ")
    assert "not there yet" in run("cache", "info").out
    assert usage(ask())["model_calls"] == 3


def test_no_text_goes_into_the_file(ask: Ask, tmp_path: Path) -> None:
    ask()

    kept = b"".join(path.read_bytes() for path in (tmp_path / "cache").rglob("*") if path.is_file())
    assert b"mayor" not in kept
    assert b"coat" in kept  # words that a verdict names


def test_quiet_and_progress_leave_standard_output_alone(ask: Ask) -> None:
    assert ask("--quiet").err == ask("--refresh").err == ""


def test_every_request_is_about_pairs(ask: Ask, server: Server) -> None:
    ask()

    assert sorted(pair.source for body in server.requests for pair in task_of(body).pairs) == sorted(
        SOURCE[:3]
    )
