"""Names and paths that a stranger chose: no file outside the repository is shown, none elsewhere is written."""

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from checker.domain import Run as RunReport
from checker.reports.html import render_pages
from tests.ci.repository import FAITHFUL, SOURCE, Repository
from tests.program import Run
from tests.reports.reports import every_label

SECRET = "The password of the harbor is swordfish, said nobody on Monday."

NAMES = (
    "../../../etc/passwd",
    "/etc/passwd",
    "..\\..\\x",
    "....//....//x",
    "a/../../b",
    ".",
    "..",
    "-rf",
    "CON",
    "x\x00y",
    "x\ny",
    "x" * 5000,
    "é" * 300,
    "\u202e.md",
    "\ud800",
    "",
    "index.html",
    "a.md",
    "A.MD",
    "a%2f..%2fb",
    "file:///etc/passwd",
    "javascript:alert(1)",
)


def test_pages_of_hostile_names_stay_in_their_folder_and_do_not_collide() -> None:
    report = every_label()
    reports = tuple(replace(report, republished=replace(report.republished, name=name)) for name in NAMES)
    run = RunReport(schema_version=1, verdict="fail", reports=reports)

    paths = [path for path, _ in render_pages(run, "report-pages") if path]

    assert len({path.casefold() for path in paths}) == len(NAMES)
    for path in paths:
        assert re.fullmatch(r"report-pages/[\w.-]+\.html", path), path
        assert not Path(path).name.startswith((".", "-"))
        assert len(Path(path).name.encode()) <= 255


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.md"
    path.write_text(SECRET, encoding="utf-8")
    return path


def with_key(source: str) -> str:
    return f"---\nsource_url: {source}\n---\n{FAITHFUL}"


BY_KEY = 'judge = "rules"\n[[pairs]]\nrepublished = "content/*.md"\nsource-key = "source_url"\n'
BY_PATTERN = 'judge = "rules"\n[[pairs]]\nrepublished = "content/{name}.md"\nsource = "upstream/{name}.md"\n'


def leaks(repository: Repository, run: Run) -> tuple[int, str]:
    """Run the audits in every format; return the exit code and all that was written."""
    done = run("ci", "-v", "-f", "terminal", "-f", "html:r.html", "-f", "json:r.json", "-f", "markdown:r.md")
    written = [path.read_text(encoding="utf-8") for path in repository.root.glob("r*/*.html")]
    written += [(repository.root / name).read_text(encoding="utf-8") for name in ("r.html", "r.json", "r.md")]
    return done.code, "\n".join([done.out, done.err, *written])


@pytest.mark.parametrize("far", [False, True], ids=["a path up", "an absolute path"])
def test_front_matter_shows_no_file_outside_the_repository(
    repository: Repository, run: Run, secret: Path, far: bool
) -> None:
    repository.write("checker.toml", BY_KEY)
    source = str(secret) if far else os.path.relpath(secret, repository.root / "content")
    repository.write("content/evil.md", with_key(source))

    code, said = leaks(repository, run)

    assert code == 2
    assert "source_url names a file outside the repository" in said
    assert "swordfish" not in said


@pytest.mark.parametrize("link", ["content/faithful.md", "upstream/faithful.md"])
def test_a_link_shows_no_file_outside_the_repository(
    repository: Repository, run: Run, secret: Path, link: str
) -> None:
    repository.write("checker.toml", BY_PATTERN)
    (repository.root / link).unlink()
    (repository.root / link).symlink_to(secret)

    code, said = leaks(repository, run)

    assert code == 2
    assert "leads out of the repository" in said
    assert "swordfish" not in said


def test_a_linked_folder_shows_no_file_outside_the_repository(
    repository: Repository, run: Run, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "faithful.md").write_text(SECRET, encoding="utf-8")
    repository.write("checker.toml", BY_PATTERN)
    repository.write("content/faithful.md", FAITHFUL)
    for path in (repository.root / "upstream").iterdir():
        path.unlink()
    (repository.root / "upstream").rmdir()
    (repository.root / "upstream").symlink_to(outside)

    code, said = leaks(repository, run)

    assert code == 2
    assert "swordfish" not in said


def test_links_and_keys_within_the_repository_work(repository: Repository, run: Run) -> None:
    repository.write("checker.toml", BY_KEY)
    repository.write("content/faithful.md", with_key("linked.md"))
    (repository.root / "content" / "planted.md").unlink()
    (repository.root / "content" / "linked.md").symlink_to(repository.root / "upstream" / "faithful.md")

    assert run("ci").code == 0


def test_a_source_outside_is_read_where_the_configuration_itself_says_so(
    repository: Repository, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "wire.md").write_text(SOURCE, encoding="utf-8")
    there = os.path.relpath(tmp_path / "wire.md", repository.root)
    repository.write(
        "checker.toml",
        f'judge = "rules"\n[[pairs]]\nrepublished = "content/faithful.md"\nsource = "{there}"\n',
    )

    assert run("ci").code == 0


def test_a_key_that_names_a_device_or_another_kind_of_address_reads_nothing(
    repository: Repository, run: Run
) -> None:
    repository.write("checker.toml", BY_KEY)
    for number, source in enumerate(("/dev/stdin", "file:///etc/hostname", "-", "ftp://127.0.0.1/x")):
        repository.write(f"content/evil{number}.md", with_key(source))

    code, said = leaks(repository, run)

    assert code == 2
    assert said.count("content/evil") >= 4
