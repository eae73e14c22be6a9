"""A planted key is nowhere to be found: not in reports, errors, logs, tracebacks or cassettes."""

import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.llm.access import access_from
from checker.llm.settings import LlmSettings
from checker.reports import FORMATS
from tests.cassettes.tape import FOLDER, tape
from tests.fakes.http import Handler, Reply, as_json, serve
from tests.fakes.model import honest
from tests.llm.build import MIXED, judge_at
from tests.program import Run, one_line

KEY = "sk-planted-7Qx2vN4kT9"
PASSWORD = "pw-planted-55"

Body = dict[str, object]


def echo(status: int) -> Handler:
    """A server that repeats the key in its complaint."""
    complaint = {"error": {"message": f"Incorrect key: {KEY}. Bearer {KEY}", "code": KEY}}
    return lambda _, body: as_json(complaint, status=status)


def well(_: str, body: Body) -> Reply:
    return as_json(honest(body))


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two articles, and the key in the environment."""
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("\n\n".join(pair.source_text for pair in MIXED), encoding="utf-8")
    Path("b.txt").write_text("\n\n".join(pair.republished_text for pair in MIXED), encoding="utf-8")
    return tmp_path


def audit(run: Run, url: str, log: pytest.LogCaptureFixture) -> str:
    """Audit with every format, and return everything that was said or written."""
    log.set_level(logging.DEBUG)
    formats = [word for name in FORMATS for word in ("-f", f"{name}:report.{name}")]
    done = run("audit", "a.txt", "b.txt", "--judge", "llm", "--model", "m", "--base-url", url, *formats)
    written = [path.read_text(encoding="utf-8") for path in Path().glob("report.*")]
    return "\n".join([done.out, done.err, log.text, *written])


@pytest.mark.parametrize(
    "handler",
    [
        pytest.param(well, id="all is well"),
        *(pytest.param(echo(status), id=f"{status} repeats the key") for status in (400, 401, 402, 403, 404)),
        pytest.param(lambda _, body: Reply(body=f"not JSON: {KEY}".encode()), id="garbage with the key"),
    ],
)
def test_a_key_is_nowhere(run: Run, texts: Path, caplog: pytest.LogCaptureFixture, handler: Handler) -> None:
    with serve(handler) as server:
        everything = audit(run, server.url, caplog)

    assert server.headers[0]["authorization"] == f"Bearer {KEY}"
    assert KEY not in everything


def test_a_traceback_holds_no_key(
    run: Run, texts: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("checker.llm.opinions.read_answer", broken)
    with serve(well) as server:
        everything = audit(run, server.url, caplog)

    assert "Traceback" in everything
    assert KEY not in everything


def test_a_password_in_the_address_is_refused_unseen(run: Run, texts: Path) -> None:
    address = f"https://user:{PASSWORD}@models.example/v1"
    done = run("audit", "a.txt", "b.txt", "--judge", "llm", "--model", "m", "--base-url", address)

    assert done.code == 2
    assert one_line(done)
    assert "holds a name or a password" in done.err
    assert PASSWORD not in done.out + done.err


@pytest.mark.parametrize("show", [repr, str], ids=["repr", "str"])
def test_access_does_not_show_its_key(show: Callable[[object], str]) -> None:
    access = access_from(
        LlmSettings(model="m", base_url=f"https://models.example/v1?token={PASSWORD}"),
        {"OPENAI_API_KEY": KEY},
    )

    assert access.shown == "https://models.example/v1"
    assert KEY not in show(access)


def test_a_cassette_holds_no_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.cassettes.tape.FOLDER", tmp_path)
    with serve(well) as server, tape("new", record=True):
        judge_at(server.url, key=KEY).judge(MIXED)

    [recorded] = tmp_path.iterdir()
    assert "Snow fell in Larn" in recorded.read_text(encoding="utf-8")
    for path in (recorded, *FOLDER.iterdir()):
        assert KEY not in path.read_text(encoding="utf-8")
