"""The reference says what the code says."""

import re
from pathlib import Path

import pytest
import typer

from checker.cli import app
from checker.config import Settings
from docs.reference.make import HERE, PAGES
from tests.docs.blocks import ROOT, pages

CONTRIBUTING = ROOT / "CONTRIBUTING.md"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_what_the_code_says_today(name: str) -> None:
    assert (HERE / name).read_text(encoding="utf-8") == PAGES[name](), "make reference"


def test_every_command_is_there_with_its_options() -> None:
    text = (HERE / "commands.md").read_text(encoding="utf-8")
    command = typer.main.get_command(app)

    assert set(re.findall(r"^## checker (\w+)$", text, re.MULTILINE)) == set(command.commands)  # type: ignore[attr-defined]
    assert "| `-f, --format FORMAT[:PATH]` |" in text


def test_every_key_of_the_configuration_is_described() -> None:
    text = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    described = re.findall(r"^\| `([\w-]+)` \|", text, re.MULTILINE)

    assert sorted(described) == sorted(name.replace("_", "-") for name in Settings.model_fields)


OPTIONS = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
FOREIGN = {"--rm"}
"""Options of other programs that pages name."""


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_an_option_that_a_page_names_exists(page: Path) -> None:
    known = set(OPTIONS.findall((HERE / "commands.md").read_text(encoding="utf-8"))) | {"--help"} | FOREIGN
    code = re.findall(r"`(checker [^`]+|--[^`]+)`", page.read_text(encoding="utf-8"))

    assert [option for text in code for option in OPTIONS.findall(text) if option not in known] == []


@pytest.mark.parametrize("page", [*pages(), CONTRIBUTING], ids=lambda page: str(page.relative_to(ROOT)))
def test_a_target_of_make_that_a_page_names_exists(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z]+)`", page.read_text(encoding="utf-8")))

    assert named <= targets


FIGURE = re.compile(r"\d+(?:\.\d+)? %")


@pytest.mark.parametrize(
    "page", sorted((ROOT / "docs" / "explanation").glob("*.md")), ids=lambda page: page.name
)
def test_a_figure_in_an_explanation_was_measured_somewhere(page: Path) -> None:
    measured = [ROOT / "docs" / "model-card.md", *(ROOT / "docs" / "decisions").glob("*.md")]
    known = {figure for one in measured for figure in FIGURE.findall(one.read_text(encoding="utf-8"))}

    assert [
        figure for figure in FIGURE.findall(page.read_text(encoding="utf-8")) if figure not in known
    ] == []
