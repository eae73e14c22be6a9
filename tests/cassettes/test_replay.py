"""The judge before recorded answers of a real model: what was sent is sent still, and comes to the same."""

import json
import re
import socket
from pathlib import Path
from typing import NoReturn

import pytest

from tests.cassettes.record import OUTCOMES
from tests.cassettes.scenes import SCENES, one_a_call
from tests.cassettes.tape import ADDRESS, FOLDER, orphans, tape


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing out."""

    def refuse(*_: object) -> NoReturn:
        pytest.fail("a replayed test reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_comes_to_what_it_came_to(name: str) -> None:
    with tape(name) as cassette:
        outcomes = SCENES[name](ADDRESS)

    assert outcomes == json.loads(OUTCOMES.read_text(encoding="utf-8"))[name]
    assert not orphans(cassette)


def test_a_request_that_was_not_recorded_fails() -> None:
    with pytest.raises(BaseException) as raised, tape("confirmation"):  # noqa: PT011 - bare or in a group
        one_a_call(ADDRESS)

    assert "CannotOverwriteExistingCassette" in repr(raised.value)


def test_a_recorded_request_that_is_not_sent_is_an_orphan() -> None:
    with tape("confirmation") as cassette:
        pass

    assert orphans(cassette)


def test_every_cassette_has_its_scene() -> None:
    assert {path.stem for path in FOLDER.glob("*.json")} - {OUTCOMES.stem} == set(SCENES)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.stem)
def test_a_cassette_tells_nothing_of_the_machine(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert not re.search(
        r"authorization|bearer|api[-_]key|\.gguf|/root|/home|127\.0\.0\.1|localhost", text, re.IGNORECASE
    )
    assert "\\u" not in text
