"""`checker doctor`: what it shows, what it finds, and what it must not say."""

import socket
from pathlib import Path

import pytest

from checker.config import Settings
from checker.judges import combine, network
from tests.ci.repository import CONFIG, Repository
from tests.fakes.http import as_json, serve
from tests.llm.test_probe import enforces, ignores
from tests.program import Done, Run

KEY = "sk-planted-4711-do-not-show"


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "CHECKER_MODEL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def states(done: Done) -> dict[str, str]:
    """Name of each check -> how it ended."""
    lines = done.out.partition("\n\n")[2].partition("\n\n")[2].splitlines()
    return {line[6:].split("  ")[0]: line[:4].strip() for line in lines}


def test_every_setting_is_shown_with_the_place_that_set_it(
    repository: Repository, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write("checker.toml", f'fail-from = "major"\n{CONFIG}')
    monkeypatch.setenv("CHECKER_FAIL_ON", "omitted,distorted")

    done = run("doctor", "--judge", "embedded")

    assert done.code == 0
    shown = [" ".join(line.split()) for line in done.out.splitlines()]
    assert 'judge "embedded" (--judge)' in shown
    assert 'fail-on ["omitted", "distorted"] (CHECKER_FAIL_ON)' in shown
    assert 'fail-from "major" (checker.toml)' in shown
    assert 'language "auto" (default)' in shown
    assert "pairs [content/{name}.md from upstream/{name}.md] (checker.toml)" in shown
    assert all(any(line.startswith(key.replace("_", "-")) for line in shown) for key in Settings.model_fields)


def test_a_sound_place(repository: Repository, run: Run) -> None:
    done = run("doctor")

    assert (done.code, done.err) == (0, "")
    assert states(done) == {
        "configuration": "ok",
        "pairs": "ok",
        "waivers, baseline": "skip",
        "model files": "ok",
        "cache": "ok",
        "language model": "skip",
    }
    assert "2 copies, each with its source" in done.out


@pytest.mark.parametrize(
    ("name", "text", "check", "message"),
    [
        pytest.param("checker.toml", "jugde = 'rules'", "configuration", "Did you mean judge?", id="a slip"),
        pytest.param(
            "checker.toml",
            CONFIG.replace("content/", "contents/"),
            "pairs",
            "matches no file",
            id="a pattern that matches nothing",
        ),
        pytest.param(
            "content/lost.md", "Text.", "pairs", "upstream/lost.md is not there", id="a lost source"
        ),
        pytest.param(
            "checker.waivers.toml", "[0123456789abcdef]", "waivers, baseline", "no reason", id="broken waiver"
        ),
    ],
)
def test_what_is_broken_is_told_and_the_rest_is_looked_at_all_the_same(
    repository: Repository, run: Run, name: str, text: str, check: str, message: str
) -> None:
    repository.write(name, text)

    done = run("doctor")

    assert (done.code, done.err) == (2, "")
    found = done.out.replace("\n\n", "\n") if check == "configuration" else done.out
    assert f"FAIL  {check}" in found
    assert message in found
    assert "ok    model files" in found


def test_a_changed_model_file_is_found(
    repository: Repository, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for path in network._folder().iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    weights = tmp_path / f"{network.MODEL}.onnx"
    weights.write_bytes(weights.read_bytes()[:-1] + b"x")
    monkeypatch.setattr(network, "_folder", lambda: tmp_path)
    network.load.cache_clear()

    done = run("doctor")

    network.load.cache_clear()
    assert done.code == 2
    assert states(done)["model files"] == "FAIL"
    assert "its digest differs" in done.out


def test_damaged_weights_are_found(repository: Repository, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(combine, "load", lambda: combine.Combination.read({"features_version": 0}))

    done = run("doctor")

    assert done.code == 2
    assert states(done)["model files"] == "FAIL"


def test_a_cache_that_cannot_be_written_is_found(
    repository: Repository, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/proc/nothing")

    done = run("doctor")

    assert done.code == 2
    assert states(done)["cache"] == "FAIL"


def test_no_connection_is_made_unless_the_judge_asks_a_model(
    repository: Repository, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "socket", lambda *_, **__: pytest.fail("a connection"))
    monkeypatch.setenv("CHECKER_MODEL", "fake")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")

    assert states(run("doctor"))["language model"] == "skip"


@pytest.mark.parametrize("enforced", [True, False])
def test_a_model_is_asked_when_the_judge_is_one(
    repository: Repository, run: Run, monkeypatch: pytest.MonkeyPatch, enforced: bool
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with serve(enforces if enforced else ignores) as server:
        done = run("doctor", "--judge", "llm", "--model", "fake", "--base-url", server.url)

    assert done.code == 0
    assert states(done)["key"] == "ok"
    assert states(done)["endpoint"] == "ok"
    assert states(done)["structured output"] == ("ok" if enforced else "note")
    assert ("and not enforced" in done.out) is not enforced
    assert server.headers[0]["authorization"] == f"Bearer {KEY}"
    assert KEY not in done.out + done.err


def test_a_server_that_repeats_the_key_does_not_bring_it_into_the_open(
    repository: Repository, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    refusal = as_json({"error": {"message": f"wrong key {KEY}\x1b[31m"}}, status=401)
    with serve(lambda path, body: refusal) as server:
        done = run("doctor", "--judge", "llm", "--model", "fake", "--base-url", server.url)

    assert done.code == 3
    assert states(done)["endpoint"] == "FAIL"
    assert "HTTP 401" in done.out
    assert not any(secret in done.out + done.err for secret in (KEY, "\x1b"))


def test_a_password_in_an_address_is_refused_and_not_repeated(repository: Repository, run: Run) -> None:
    url = "http://user:secret@127.0.0.1:9/v1"
    done = run("doctor", "--judge", "llm", "--model", "fake", "--base-url", url)

    assert done.code == 2
    assert "holds a name or a password" in done.out
    assert "secret" not in done.out + done.err


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        pytest.param(("--judge", "llm"), 2, "needs a model", id="no model"),
        pytest.param(("--judge", "llm", "--model", "x"), 2, "No key for api.openai.com", id="no key"),
        pytest.param(
            ("--judge", "llm", "--model", "x", "--base-url", "http://127.0.0.1:9/v1"),
            3,
            "No connection to http://127.0.0.1:9/v1",
            id="nobody there",
        ),
        pytest.param(("--config", "no.toml"), 2, "no.toml: No such file", id="no such configuration"),
    ],
)
def test_what_keeps_a_model_from_being_asked(
    repository: Repository, run: Run, arguments: tuple[str, ...], code: int, message: str
) -> None:
    done = run("doctor", *arguments)

    assert (done.code, done.err) == (code, "")
    assert message in done.out
